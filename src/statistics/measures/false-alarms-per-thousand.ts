import { perThousand } from "../define.ts";

/**
 * Warnings that did not come true within six months, per thousand persons.
 */
export const falseAlarmsPerThousand = perThousand({
  name: "falseAlarmsPerThousand",
  group: "risk",
  title: { en: "False alarms per thousand", zh: "每千人误警数" },
  numerator: { en: "warnings whose six months are over without 61 days past due", zh: "满六个月而未逾期达 61 天的示警数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "warnings whose six months are not over, and accounts closed within them", zh: "未满六个月的示警，以及期间关闭的账户" },
  of: (sums) => sums.of("warningsDecided") - sums.of("warningHits61"),
  among: (sums) => sums.customers,
  better: "lower",
  matters: 2,
});
