import { decisionNames, type DecisionName, type Policy } from "../../policy/index.ts";
import { findInRules, makeProver, questionsOf, statementsOf, usualBudget, type Budget, type RuleFinding } from "../../proof/index.ts";

/** What is looked through: every decision unless some are named, and what is no mistake too unless that is not wanted. */
export interface Looking {
  readonly budget?: Budget;
  readonly decisions?: readonly DecisionName[];
  readonly notes?: boolean;
}

/** What the rules of a policy say about themselves, exact within the budget. */
export function ruleFindings(policy: Policy, { budget = usualBudget, decisions = decisionNames, notes = true }: Looking = {}): readonly RuleFinding[] {
  let statements: ReturnType<typeof statementsOf> = [];
  const prover = makeProver({
    policy,
    claims: [],
    budget,
    about: (model) => {
      statements = statementsOf(model, decisions);
      return questionsOf(statements);
    },
  });
  return findInRules(prover, statements, { notes });
}
