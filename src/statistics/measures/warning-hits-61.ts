import { eventShare } from "../define.ts";

/**
 * Precision of early warning: 61+ days past due within six months ÷ warnings whose six months are over. The rest were
 * false alarms. No data where there are none.
 */
export const warningHits61 = eventShare({
  name: "warningHits61",
  group: "risk",
  title: { en: "Warnings that came true, 61+", zh: "示警应验占比（61+）" },
  numerator: { en: "warnings after which the account went 61 days past due within six months", zh: "六个月内账户逾期达 61 天的示警数" },
  denominator: { en: "warnings whose six months are over", zh: "已满六个月的示警数" },
  excludes: { en: "warnings whose six months are not over, and accounts closed within them", zh: "未满六个月的示警，以及期间关闭的账户" },
  of: "warningHits61",
  among: "warningsDecided",
  better: "higher",
  matters: 0.05,
});
