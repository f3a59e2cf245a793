import { eventShare } from "../define.ts";

/** Complaints that went on to the regulator because the answer was late ÷ complaints. No data where nobody complained. */
export const complaintsEscalatedShare = eventShare({
  name: "complaintsEscalatedShare",
  group: "people",
  title: { en: "Complaints that went on to the regulator", zh: "升级至监管机构的投诉占比" },
  numerator: { en: "complaints taken to the regulator because the answer came too late", zh: "因答复过迟而转向监管机构的投诉" },
  denominator: { en: "complaints of every kind", zh: "各类投诉数" },
  excludes: { en: "nothing", zh: "无" },
  of: "complaintsEscalated",
  among: "complaints",
  better: "lower",
  matters: 0.02,
  assumed: true,
});
