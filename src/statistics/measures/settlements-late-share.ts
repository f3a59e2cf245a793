import { eventShare } from "../define.ts";

/** Settlements that arrive only next month or come back: so many ÷ debts settled through named channels. No data where there are none. */
export const settlementsLateShare = eventShare({
  name: "settlementsLateShare",
  group: "people",
  title: { en: "Settlements late or sent back", zh: "结清延迟或退回占比" },
  numerator: { en: "settlements whose money came only next month, or came back", zh: "次月才到账或被退回的结清笔数" },
  denominator: { en: "debts settled through named channels", zh: "经指定渠道结清的笔数" },
  excludes: { en: "nothing", zh: "无" },
  of: ["settlementsLate", "settlementsFailed"],
  among: "settlements",
  better: "lower",
  matters: 0.02,
  assumed: true,
});
