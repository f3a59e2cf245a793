import type { FactDefinition, FactName } from "../../facts/index.ts";
import type { Condition, Constant, DecisionName, Moment, Policy, ReadOutcome } from "../../policy/index.ts";
import type { Text } from "../../base/index.ts";
import type { Budget } from "../logic/solver.ts";
import type { Claim } from "./claim.ts";
import { makeProver } from "./prove-claims.ts";

/** What is asked: which change of these facts would have led to another outcome. */
export interface ChangeQuestion {
  readonly policy: Policy;
  readonly decision: DecisionName;
  readonly moment: Moment;
  /** The applicant, as departures from the typical one; null is a missing fact. */
  readonly facts: Readonly<Record<FactName, Constant | null>>;
  /** The outcome as it is must be: a condition on `outcome.<decision>.…`; it is looked for where this is not so. */
  readonly unless: Condition;
  /** Facts that stay as they are. */
  readonly keep?: readonly FactName[];
  readonly budget?: Budget;
}

/** The change of fewest facts and, among those, of the smallest steps, each step as a share of what the fact may be; that a fact goes missing counts as four. */
export type ChangeAnswer =
  | { readonly kind: "found"; readonly changes: Readonly<Record<FactName, Constant | null>>; readonly outcome: ReadOutcome }
  /** No change of facts leads there. */
  | { readonly kind: "none" }
  | { readonly kind: "unknown"; readonly why: Text };

/**
 * The nearest applicant of whom something else is decided, over the cells into which the rules cut each fact. The proof looks
 * for the fewest departures from the typical applicant, so this one is made the typical one.
 */
export function nearestChange({ policy, decision, moment, facts, unless, keep = [], budget }: ChangeQuestion): ChangeAnswer {
  const here: Policy = { ...policy, dictionary: { facts: new Map([...policy.dictionary.facts].map(([name, fact]) => [name, Object.hasOwn(facts, name) ? withTypical(fact, facts[name] ?? null) : fact])) } };
  const when = stays(here, keep);
  const claim: Claim = {
    name: "nearest-change",
    title: { en: "nearest change", zh: "最近的改变" },
    level: "note",
    serves: [],
    at: { [decision]: [moment] },
    decisions: [decision],
    kind: "always",
    that: unless,
    ...(when === undefined ? {} : { when }),
  };
  const { verdict, vacuous, why, counterexamples } = makeProver({ policy: here, claims: [claim], ...(budget === undefined ? {} : { budget }) }).prove(claim);
  const [nearest] = counterexamples;
  const [outcome] = nearest?.outcomes ?? [];
  if (nearest !== undefined && outcome !== undefined) return { kind: "found", changes: nearest.departures, outcome };
  if (verdict === "held" || vacuous) return { kind: "none" };
  return { kind: "unknown", why: why ?? { en: "nothing was found", zh: "没有找到" } };
}

/** The same fact with this value as the typical one; a missing one is no number. */
function withTypical(fact: FactDefinition, value: Constant | null): FactDefinition {
  if (fact.type === "boolean") return typeof value === "boolean" ? { ...fact, typical: value } : fact;
  if (fact.type === "enum") return { ...fact, typical: typeof value === "string" ? value : "" };
  return { ...fact, typical: typeof value === "number" ? value : Number.NaN };
}

/** These facts are as they are; what is missing cannot be named in a condition and is left out. */
function stays({ dictionary }: Policy, keep: readonly FactName[]): Condition | undefined {
  const leaves = keep.flatMap((fact) => {
    const value = dictionary.facts.get(fact)?.typical;
    return value === undefined || value === "" || Number.isNaN(value) ? [] : [{ fact, operator: "equal", value }];
  });
  return leaves.length === 0 ? undefined : { all: leaves };
}
