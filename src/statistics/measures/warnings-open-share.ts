import { eventShare } from "../define.ts";

/**
 * Censored warnings ÷ warnings. No data where there are none.
 */
export const warningsOpenShare = eventShare({
  name: "warningsOpenShare",
  group: "risk",
  title: { en: "Warnings not yet decided", zh: "尚无定论的示警占比" },
  numerator: { en: "warnings whose six months are not over at the end of the run, or whose account closed within them", zh: "期末未满六个月或期间账户关闭的示警数" },
  denominator: { en: "warnings", zh: "示警数" },
  excludes: { en: "warnings before the first month that are decided in it", zh: "首月之前发出而在本次运行中有定论的示警" },
  of: (sums) => Math.max(0, sums.of("warnings") - sums.of("warningsDecided")),
  among: "warnings",
  better: "neither",
  matters: 0.05,
});
