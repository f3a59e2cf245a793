import { plainCount } from "../define.ts";
import { mostPersons, runsWithSeverity } from "../law-counts.ts";

/**
 * Persons touched by a critical match, at least: persons matched by the most widespread critical rule; persons are
 * counted rule by rule, so at least so many. Count. No data where no law was put to the acts.
 */
export const personsMatchedCritical = plainCount({
  name: "personsMatchedCritical",
  group: "law",
  title: { en: "Persons touched by a critical match, at least", zh: "严重级命中涉及人数（下限）" },
  numerator: { en: "persons matched by the most widespread critical rule; persons are counted rule by rule, so at least so many", zh: "命中范围最广的一条严重级规则所涉人数；按规则逐条计数，故为下限" },
  excludes: { en: "persons matched only by other critical rules", zh: "仅被其他严重级规则命中者" },
  of: (sums) => mostPersons(sums, "critical"),
  among: runsWithSeverity,
  better: "lower",
  matters: 1,
});
