import { plainCount } from "../define.ts";
import { rulesInconclusive, runsWithInconclusive } from "../law-counts.ts";

/**
 * Law rules inconclusive: rules that no act matched and that a missing fact left open for somebody. Count. No data
 * where no law was put to the acts.
 */
export const lawRulesInconclusive = plainCount({
  name: "lawRulesInconclusive",
  group: "law",
  title: { en: "Law rules inconclusive", zh: "无法判定的规则数" },
  numerator: { en: "rules that no act matched and that a missing fact left open for somebody", zh: "未被命中、但因事实缺失对某些人无法判定的规则数" },
  excludes: { en: "rules that matched for somebody", zh: "对某些人已命中的规则" },
  of: (sums) => rulesInconclusive(sums),
  among: runsWithInconclusive,
  better: "lower",
  matters: 1,
});
