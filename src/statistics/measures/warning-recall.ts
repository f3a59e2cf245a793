import { share } from "../define.ts";

/**
 * Recall of early warning: defaults warned of in the six months before ÷ defaults. No data where nobody defaulted.
 */
export const warningRecall = share({
  name: "warningRecall",
  group: "risk",
  title: { en: "Defaults warned of before", zh: "违约前已示警占比" },
  numerator: { en: "accounts first 91 days past due that monitoring had warned of in the six months before", zh: "首次逾期达 91 天且此前六个月内已示警的账户数" },
  denominator: { en: "accounts first 91 days past due", zh: "首次逾期达 91 天的账户数" },
  excludes: { en: "warnings given when an account was 61 days past due already", zh: "账户已逾期 61 天之后的示警" },
  of: "newly90Warned",
  among: "newly90",
  better: "higher",
  matters: 0.05,
});
