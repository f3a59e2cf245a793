import { share } from "../define.ts";

/**
 * Silent accounts on the book: open accounts at the end that their holder neither asked for nor confirmed since ÷
 * open accounts. Share. No data without an open account.
 */
export const openUnaskedShare = share({
  name: "openUnaskedShare",
  group: "people",
  title: { en: "Open accounts nobody asked for", zh: "存量账户中未经申请也未确认的比例" },
  numerator: { en: "open accounts at the end of the run that their holder neither asked for nor confirmed since", zh: "期末未经持有人申请、其后也未经确认的未关闭账户数" },
  denominator: { en: "open accounts at the end of the run", zh: "期末未关闭账户数" },
  excludes: { en: "accounts closed or charged off", zh: "已关闭或已核销的账户" },
  of: "openUnasked",
  among: "openAccounts",
  better: "lower",
  matters: 0.01,
});
