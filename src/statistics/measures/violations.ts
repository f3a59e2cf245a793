import { plainCount } from "../define.ts";
import { judgedRuns, personRulePairs } from "../law-counts.ts";

/**
 * Persons × rules matched: distinct pairs of a person and a rule, of any severity, that an act concerning the
 * person matched. Count. No data where no law was put to the acts.
 */
export const violations = plainCount({
  name: "violations",
  group: "law",
  title: { en: "Persons × rules matched", zh: "规则命中人次" },
  numerator: { en: "distinct pairs of a person and a rule, of any severity, that an act concerning the person matched; where the rule binds the lender's own month-end, its months", zh: "人与其命中的规则（不限级别）的去重配对数；约束贷款方自身月末行为的规则按月计" },
  excludes: { en: "repeats for the same person and rule", zh: "同一人同一规则的重复命中" },
  of: (sums) => personRulePairs(sums),
  among: judgedRuns,
  better: "lower",
  matters: 1,
});
