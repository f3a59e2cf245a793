import type { DecisionName, Moment, Policy } from "../policy/index.ts";
import type { ExplainTrace } from "../view/index.ts";
import { decideOne } from "./decide-one.ts";
import type { GivenFacts } from "./read-facts.ts";
import { askReference } from "./reference.ts";

/** One decision with the trace behind it. */
export async function traceOf(policy: Policy, decision: DecisionName, moment: Moment, facts: GivenFacts): Promise<ExplainTrace> {
  const decided = decideOne(policy, { decision, moment, facts });
  const { type, params, because, undecided } = decided.outcome;
  const reasons = Object.entries(params).flatMap(([key, value]) => {
    const reason = key.endsWith("reason") && typeof value === "string" ? policy.reasons.get(value) : undefined;
    return reason === undefined ? [] : [[reason.code, reason.file] as const];
  });
  return {
    policy: policy.name,
    decision,
    moment,
    outcome: { type, params },
    because,
    undecided,
    missing: decided.reads.filter((fact) => !Object.hasOwn(decided.facts, fact)),
    rules: await askReference(policy.decisions[decision], decided.facts),
    reasons: Object.fromEntries(reasons),
  };
}
