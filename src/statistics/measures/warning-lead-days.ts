import { meanDays } from "../define.ts";

/**
 * Lead of early warning: mean days from a warning to 91 days past due. No data where none came true.
 */
export const warningLeadDays = meanDays({
  name: "warningLeadDays",
  group: "risk",
  title: { en: "Days from warning to default", zh: "示警到违约的天数" },
  numerator: { en: "days from each warning to 91 days past due", zh: "每次示警到逾期 91 天之间的天数之和" },
  denominator: { en: "warnings that came true at 91 days past due, six months over", zh: "已满六个月且应验（91+）的示警数" },
  excludes: { en: "warnings whose six months are not over, and accounts closed within them", zh: "未满六个月的示警，以及期间关闭的账户" },
  of: "warningLeadDays",
  among: "warningHits91",
  better: "higher",
  matters: 15,
});
