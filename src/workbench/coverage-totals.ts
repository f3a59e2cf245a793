import type { DecisionCoverage, Ratio } from "../policy/index.ts";
import type { CoverageTotals } from "../view/index.ts";

/** Over all decisions: the figures of the gates. */
export function coverageTotals(decisions: readonly DecisionCoverage[]): CoverageTotals {
  const sum = (of: (decision: DecisionCoverage) => Ratio): Ratio =>
    decisions.map(of).reduce((a, b) => ({ covered: a.covered + b.covered, of: a.of + b.of }), { covered: 0, of: 0 });
  const [rules, conditions] = [sum((decision) => decision.ruleOutcomes), sum((decision) => decision.conditionOutcomes)];
  return {
    outcomes: { covered: rules.covered + conditions.covered, of: rules.of + conditions.of },
    mcdc: sum((decision) => decision.mcdc),
    mcdcUnique: sum((decision) => decision.mcdcUnique),
  };
}
