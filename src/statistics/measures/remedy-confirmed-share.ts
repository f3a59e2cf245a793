import { eventShare } from "../define.ts";

/**
 * Silent accounts confirmed: holders who kept the account by an act of their own when asked ÷ holders asked. Share.
 * No data where nobody was asked.
 */
export const remedyConfirmedShare = eventShare({
  name: "remedyConfirmedShare",
  group: "people",
  title: { en: "Silent accounts confirmed when asked", zh: "静默账户经询问后确认保留率" },
  numerator: { en: "holders who kept, by an act of their own, an account they never asked for", zh: "对未曾申请的账户以自己的行为确认保留的持有人数" },
  denominator: { en: "holders asked whether to keep such an account", zh: "被询问是否保留此类账户的持有人数" },
  excludes: { en: "accounts that were asked for", zh: "本人申请的账户" },
  of: "remedyConfirmed",
  among: "remedyAsked",
  better: "neither",
  matters: 0.02,
  assumed: true,
});
