import { plainCount } from "../define.ts";
import { rulesMatched, runsWithSeverity } from "../law-counts.ts";

/**
 * Critical law rules matched: modelled critical rules that at least one act matched. Count. No data where no law
 * was put to the acts.
 */
export const lawRulesMatchedCritical = plainCount({
  name: "lawRulesMatchedCritical",
  group: "law",
  title: { en: "Critical law rules matched", zh: "严重级规则命中数" },
  numerator: { en: "modelled critical rules that at least one act matched", zh: "至少有一项行为命中的严重级规则数" },
  excludes: { en: "rules that were never put to an act, and duties that no rule models", zh: "从未被适用的规则及未建模的义务" },
  of: (sums) => rulesMatched(sums, "critical"),
  among: runsWithSeverity,
  better: "lower",
  matters: 1,
});
