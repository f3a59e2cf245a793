import { encodeFact } from "../../facts/index.ts";
import type { FactDefinition, FactName } from "../../facts/index.ts";
import { compileDecision, readOutcome } from "../../policy/index.ts";
import type { CompiledDecision, Constant, DecisionName, Moment, Outcome, Policy, ReadOutcome, Row } from "../../policy/index.ts";
import { layoutFacts } from "../../facts/index.ts";
import { computedPrices } from "./computed-prices.ts";
import { outcomeFact, outcomeFacts } from "./outcome-facts.ts";

/** A decision as the bench makes it: what counterexamples are tried on. */
export interface Decider {
  readonly compiled: CompiledDecision;
  /** What it says of one applicant; the row is in the layout of the policy's own dictionary. */
  decide(row: Row): ReadOutcome;
  /** The same as values of `outcome.*` facts, encoded; NaN where it says nothing. */
  say(outcome: ReadOutcome): ReadonlyMap<FactName, number>;
}

/** Compiles a decision of a policy at a moment. */
export function makeDecider(policy: Policy, decision: DecisionName, moment: Moment): Decider {
  const layout = layoutFacts(policy.dictionary);
  const compiled = compileDecision({ policy, decision, moment, layout, known: new Map() });
  const outcome: Outcome = compiled.newOutcome();
  const prefix = outcomeFact(decision, "");
  const definitions = outcomeFacts(policy).filter(({ name }) => name.startsWith(prefix));
  return {
    compiled,
    decide(row) {
      compiled.decide(row, outcome);
      return readOutcome(compiled, outcome);
    },
    say(of) {
      return new Map(definitions.map((definition) => [definition.name, encode(definition, valueOf(policy, decision, of, definition.name.slice(prefix.length)))]));
    },
  };
}

function encode(definition: FactDefinition, value: unknown): number {
  return encodeFact(definition, definition.type === "enum" && typeof value === "number" ? String(value) : value);
}

/** The value of a field of a decided outcome; undefined where it says nothing. */
export function valueOf(policy: Policy, decision: DecisionName, outcome: ReadOutcome, field: string): unknown {
  const { params } = outcome;
  if (field === "undecided") return outcome.undecided;
  if (decision === "monitoring") return params[field] ?? (field.includes(".") ? undefined : outcome.types.includes(field));
  if (field === "type") return outcome.type;
  if (field === "hasReason") return params["reason"] !== undefined;
  if (field.startsWith("verify.")) {
    const { factors } = params;
    return Array.isArray(factors) && factors.includes(field.slice("verify.".length));
  }
  if (decision === "pricing") {
    const computed: Readonly<Record<string, number | undefined>> = { ...computedPrices(policy, (param): Constant | readonly Constant[] | undefined => params[param]) };
    if (computed[field] !== undefined) return computed[field];
  }
  return params[field];
}
