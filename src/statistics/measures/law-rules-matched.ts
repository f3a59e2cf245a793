import { plainCount } from "../define.ts";
import { judgedRuns, rulesMatched } from "../law-counts.ts";

/**
 * Law rules matched: modelled law rules that at least one act matched: as simulated, would breach. Count. No data
 * where no law was put to the acts.
 */
export const lawRulesMatched = plainCount({
  name: "lawRulesMatched",
  group: "law",
  title: { en: "Law rules matched", zh: "规则命中数" },
  numerator: { en: "modelled law rules that at least one act matched: as simulated, would breach", zh: "至少有一项行为命中的规则数（疑似违反）" },
  excludes: { en: "rules that were never put to an act, and duties that no rule models", zh: "从未被适用的规则及未建模的义务" },
  of: (sums) => rulesMatched(sums),
  among: judgedRuns,
  better: "lower",
  matters: 1,
});
