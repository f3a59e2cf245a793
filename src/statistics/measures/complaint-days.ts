import { meanDays } from "../define.ts";

/** Days to the answer of a complaint: days from each complaint to its answer ÷ complaints. No data where nobody complained. */
export const complaintDays = meanDays({
  name: "complaintDays",
  group: "people",
  title: { en: "Days to the answer of a complaint", zh: "投诉平均答复天数" },
  numerator: { en: "days from each complaint to its answer, waiting at the desk included", zh: "每件投诉到答复的天数之和，含排队等待" },
  denominator: { en: "complaints of every kind", zh: "各类投诉数" },
  excludes: { en: "nothing", zh: "无" },
  of: "complaintDays",
  among: "complaints",
  better: "lower",
  matters: 1,
  assumed: false,
});
