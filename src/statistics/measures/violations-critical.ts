import { plainCount } from "../define.ts";
import { personRulePairs, runsWithSeverity } from "../law-counts.ts";

/**
 * Persons × critical rules matched: distinct pairs of a person and a critical rule that an act concerning the
 * person matched. Count. No data where no law was put to the acts.
 */
export const violationsCritical = plainCount({
  name: "violationsCritical",
  group: "law",
  title: { en: "Persons × critical rules matched", zh: "严重级规则命中人次" },
  numerator: { en: "distinct pairs of a person and a critical rule that an act concerning the person matched; where the rule binds the lender's own month-end, its months", zh: "人与其命中的严重级规则的去重配对数；约束贷款方自身月末行为的规则按月计" },
  excludes: { en: "repeats for the same person and rule", zh: "同一人同一规则的重复命中" },
  of: (sums) => personRulePairs(sums, "critical"),
  among: runsWithSeverity,
  better: "lower",
  matters: 1,
});
