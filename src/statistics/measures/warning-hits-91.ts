import { eventShare } from "../define.ts";

/**
 * Precision of early warning at 91+ days past due within six months. No data where no warning is six months old.
 */
export const warningHits91 = eventShare({
  name: "warningHits91",
  group: "risk",
  title: { en: "Warnings that came true, 91+", zh: "示警应验占比（91+）" },
  numerator: { en: "warnings after which the account went 91 days past due within six months", zh: "六个月内账户逾期达 91 天的示警数" },
  denominator: { en: "warnings whose six months are over", zh: "已满六个月的示警数" },
  excludes: { en: "warnings whose six months are not over, and accounts closed within them", zh: "未满六个月的示警，以及期间关闭的账户" },
  of: "warningHits91",
  among: "warningsDecided",
  better: "higher",
  matters: 0.05,
});
