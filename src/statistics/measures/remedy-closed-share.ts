import { eventShare } from "../define.ts";

/**
 * Silent accounts closed by the remedy: closed on the holder's answer or on her silence ÷ holders asked. Share. No
 * data where nobody was asked.
 */
export const remedyClosedShare = eventShare({
  name: "remedyClosedShare",
  group: "people",
  title: { en: "Silent accounts closed when asked about", zh: "静默账户经询问后关闭率" },
  numerator: { en: "accounts closed on the holder's answer, or on her silence where the procedure says so", zh: "按持有人答复关闭、或按流程因未答复而关闭的账户数" },
  denominator: { en: "holders asked whether to keep an account they never asked for", zh: "被询问是否保留未曾申请账户的持有人数" },
  excludes: { en: "accounts still frozen for a balance outstanding", zh: "因欠款未清而仍处冻结的账户" },
  of: ["remedyClosedByAnswer", "remedyClosedBySilence"],
  among: "remedyAsked",
  better: "neither",
  matters: 0.02,
  assumed: true,
});
