import { layoutFacts } from "../../facts/index.ts";
import type { FactName } from "../../facts/index.ts";
import { compileRules, knownFacts } from "../../policy/index.ts";
import type { CompiledRules, Condition, Policy, ReadOutcome, Row } from "../../policy/index.ts";
import type { Asked, PolicyModel } from "../model.ts";
import { makeDecider } from "../outcomes/said-outcome.ts";
import type { Decider } from "../outcomes/said-outcome.ts";
import type { Applicants } from "./applicants.ts";
import type { Claim } from "./claim.ts";

/** A claim tried on single applicants, by the compiled decisions and conditions: no diagram has a say in it. */
export interface Trial {
  /** Whether these applicants break the claim. */
  breaks(applicants: Applicants): boolean;
  /** Whether the claim is about this applicant. */
  concerns(row: Row): boolean;
  /** What each decision says of an applicant. */
  outcomes(row: Row): readonly { readonly asked: Asked; readonly outcome: ReadOutcome }[];
}

/** What decides a policy at a moment; asked for again, the same one. */
export type DeciderOf = (policy: Policy, asked: Asked) => Decider;

/** Compiles each decision at each moment once. */
export function makeDeciders(): DeciderOf {
  const made = new Map<Policy, Map<string, Decider>>();
  return (policy, { decision, moment }) => {
    const own = made.get(policy) ?? new Map<string, Decider>();
    made.set(policy, own);
    const decider = own.get(`${decision}@${moment}`) ?? makeDecider(policy, decision, moment);
    own.set(`${decision}@${moment}`, decider);
    return decider;
  };
}

/** What a claim is tried with. */
export interface TrialInput {
  readonly claim: Claim;
  readonly asked: readonly Asked[];
  readonly model: PolicyModel;
  readonly since: PolicyModel | undefined;
  readonly deciderOf: DeciderOf;
  readonly conditions: Conditions;
}

/** Makes the trial of a claim at some moments. */
export function makeTrial({ claim, asked, model, since, deciderOf, conditions }: TrialInput): Trial {
  const deciders = asked.map((each) => ({ asked: each, decider: deciderOf(model.policy, each) }));
  const others = since === undefined ? [] : asked.map((each) => deciderOf(since.policy, each));
  const said = (row: Row): ReadonlyMap<FactName, number> => sayAll(deciders.map(({ decider }) => decider), row);
  const concerns = (row: Row, outcomes = said(row)): boolean => claim.when === undefined || conditions.judge(0, row, outcomes) === "yes";
  return {
    concerns,
    outcomes: (row) => deciders.map(({ asked: each, decider }) => ({ asked: each, outcome: decider.decide(row) })),
    breaks({ first, second }) {
      const one = said(first);
      if (!concerns(first, one)) return false;
      switch (claim.kind) {
        case "always":
          return conditions.judge(1, first, one) === "no";
        case "never":
          return conditions.judge(1, first, one) === "yes";
        case "exhaustive":
          return deciders.some(({ decider }) => isSilent(decider.decide(first)));
        case "unchanged-since": {
          const other = sayAll(others, first);
          return [...one].some(([name, value]) => other.has(name) && !sameWord(name, [value, other.get(name) ?? NaN], [model, since ?? model]));
        }
        case "monotone": {
          if (second === undefined) return false;
          const two = said(second);
          return concerns(second, two) && isWorse(claim, model, [first, second], [one, two]);
        }
        case "independent": {
          if (second === undefined) return false;
          const two = said(second);
          return concerns(second, two) && claim.outcomes.some((name) => !Object.is(one.get(name) ?? NaN, two.get(name) ?? NaN));
        }
      }
    },
  };
}

function sayAll(deciders: readonly Decider[], row: Row): ReadonlyMap<FactName, number> {
  return new Map(deciders.flatMap((decider) => [...decider.say(decider.decide(row))]));
}

/** No rule spoke, and none was left open. */
function isSilent({ fired, undecided, because }: ReadOutcome): boolean {
  return !undecided && because.length === 0 && fired.length === 0;
}

/** Codes of words are each policy's own; the words are compared. */
function sameWord(name: FactName, [a, b]: readonly [number, number], [one, other]: readonly [PolicyModel, PolicyModel]): boolean {
  const word = (value: number, { dictionary }: PolicyModel): unknown => {
    const definition = dictionary.facts.get(name);
    return definition?.type === "enum" ? definition.values[value] : value;
  };
  return Object.is(word(a, one), word(b, other));
}

function isWorse(
  { fact, outcome, never, order = [] }: Extract<Claim, { kind: "monotone" }>,
  { policy, dictionary }: PolicyModel,
  [first, second]: readonly [Row, Row],
  [one, two]: readonly [ReadonlyMap<FactName, number>, ReadonlyMap<FactName, number>],
): boolean {
  const slot = layoutFacts(policy.dictionary).slot(fact);
  const [x, y] = [first[slot] ?? NaN, second[slot] ?? NaN];
  const definition = dictionary.facts.get(outcome);
  const rank = (value: number): number => {
    if (definition?.type !== "enum") return value;
    const at = order.indexOf(definition.values[value] ?? "");
    return at < 0 ? NaN : at;
  };
  const [a, b] = [rank(one.get(outcome) ?? NaN), rank(two.get(outcome) ?? NaN)];
  return a > b && (never === "falls" ? x < y : y < x);
}

/** Of whom a claim is, and what it says of her: judged over an applicant's facts and what is said. */
export interface Conditions {
  judge(index: 0 | 1, row: Row, said: ReadonlyMap<FactName, number>): "yes" | "no" | "open";
}

/** The conditions of a claim in their compiled form. */
export function makeConditions(model: PolicyModel, claim: Claim): Conditions {
  const conditions: readonly (Condition | undefined)[] = [claim.when, claim.kind === "always" || claim.kind === "never" ? claim.that : undefined];
  const { dictionary, policy } = model;
  const layout = layoutFacts(dictionary);
  const size = layoutFacts(policy.dictionary).size;
  const rules: CompiledRules = compileRules({
    rules: conditions.map((condition, index) => ({ name: String(index), conditions: condition ?? { all: [] } })),
    named: {},
    layout,
    known: knownFacts(policy),
    derived: policy.derived,
  });
  const judged = { fired: new Int32Array(rules.words), open: new Int32Array(rules.words), failed: new Int32Array(rules.words) };
  const whole = new Float64Array(layout.size);
  return {
    judge(index, row, said) {
      whole.fill(NaN);
      whole.set(row.subarray(0, size));
      for (const [name, value] of said) whole[layout.slot(name)] = value;
      rules.judge(whole, [], judged);
      if ((((judged.fired[0] ?? 0) >> index) & 1) === 1) return "yes";
      return (((judged.open[0] ?? 0) >> index) & 1) === 1 ? "open" : "no";
    },
  };
}
