import { eventShare } from "../define.ts";

/** Honest customers held up by verification: requests of theirs that did not pass the factors ÷ requests that asked for factors. No data where none did. */
export const verificationFrictionShare = eventShare({
  name: "verificationFrictionShare",
  group: "people",
  title: { en: "Honest customers held up by verification", zh: "核验误伤占比" },
  numerator: { en: "applications, purchases on credit and requests to close by the customer herself that did not pass the factors", zh: "本人的申请、赊购与关闭中未通过核验的次数" },
  denominator: { en: "applications and purchases that asked for factors, and requests to close that reached the lender", zh: "要求核验的申请与赊购次数，加上提交到机构的关闭申请" },
  excludes: { en: "requests to close that were refused before the factors count as having passed them", zh: "在核验之前即被拒绝的关闭申请按通过计" },
  of: ["applicationsUnverified", "purchasesUnverified", "closuresUnverified"],
  among: ["verificationsOpening", "verificationsSpending", "closuresAsked"],
  better: "lower",
  matters: 0.01,
  assumed: true,
});
