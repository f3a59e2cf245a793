import { decisionNames, type DecisionName, type Policy } from "../../policy/index.ts";
import { findInRules, makeProver, statementsOf, usualBudget, type Budget, type Prover, type RuleFinding } from "../../proof/index.ts";

/** What is looked through: every decision unless some are named, and what is no mistake too unless that is not wanted. */
export interface Looking {
  readonly budget?: Budget;
  readonly decisions?: readonly DecisionName[];
  readonly notes?: boolean;
}

/** What the rules of a policy say about themselves, exact within the budget. */
export function ruleFindings(policy: Policy, { budget = usualBudget, decisions = decisionNames, notes = true }: Looking = {}): readonly RuleFinding[] {
  return findingsOf(makeProver({ policy, claims: [], budget }), { decisions, notes });
}

/** The same of a policy whose claims are proved too: what it says is worked out once. */
export function findingsOf(prover: Prover, { decisions = decisionNames, notes = true }: Omit<Looking, "budget"> = {}): readonly RuleFinding[] {
  return findInRules(prover, statementsOf(prover.model, decisions), { notes });
}
