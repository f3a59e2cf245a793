import type { Policy } from "../../policy/index.ts";
import { findInRules, makeProver, questionsOf, statementsOf, usualBudget, type Budget, type RuleFinding } from "../../proof/index.ts";

/** What the rules of a policy say about themselves, exact within the budget. */
export function ruleFindings(policy: Policy, budget: Budget = usualBudget): readonly RuleFinding[] {
  let statements: ReturnType<typeof statementsOf> = [];
  const prover = makeProver({
    policy,
    claims: [],
    budget,
    about: (model) => {
      statements = statementsOf(model);
      return questionsOf(statements);
    },
  });
  return findInRules(prover, statements);
}
