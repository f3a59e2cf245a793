import type { PolicyLint } from "../lint-rule.ts";
import { finding } from "../say.ts";

/** Collection at night, or too often. */
export const quietHours: PolicyLint = {
  of: "policy",
  whole: true,
  code: "quiet-hours",
  level: "error",
  title: { en: "debtors are contacted at night", zh: "夜间联系债务人" },
  why: { en: "Contacts outside 8 to 22 o'clock disturb a person's peace (Civil Code 1033; GB/T 45251-2025).", zh: "8 时至 22 时之外的联系侵扰个人生活安宁（民法典第一千零三十三条、GB/T 45251-2025）。" },
  wrong: { "policy.json#/procedures/collection/hours": { from: 6, to: 20 } },
  right: { "policy.json#/procedures/collection/hours": { from: 9, to: 20 } },
  check: ({ policy, home }) => {
    const { from, to } = policy.procedures.collection.hours;
    return from >= 8 && to <= 22 ? [] : [finding({ document: home, pointer: "/procedures/collection/hours" }, { en: `debtors are contacted from ${from} to ${to} o'clock`, zh: `联系债务人的时段为 ${from} 时至 ${to} 时`, hint: { en: "keep within 8 to 22", zh: "请限于 8 时至 22 时" } })];
  },
};
