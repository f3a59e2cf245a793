import type { PolicyLint } from "../lint-rule.ts";
import { finding } from "../say.ts";

/** Bad news reaches the bureau before it reaches the customer. */
export const negativeReportWithoutNotice: PolicyLint = {
  of: "policy",
  whole: true,
  code: "negative-report-without-notice",
  level: "error",
  title: { en: "a negative report without notice", zh: "报送不良信息而未事先告知" },
  why: { en: "Before a negative record is reported the person is told (Credit Reporting Regulation 15).", zh: "报送不良信息应当事先告知本人（《征信业管理条例》第十五条）。" },
  wrong: { "policy.json#/procedures/bureau/noticeDaysBefore": undefined },
  right: { "policy.json#/procedures/bureau/noticeDaysBefore": 10 },
  check: ({ policy, home }) => {
    const { reportNegative, noticeDaysBefore } = policy.procedures.bureau;
    return !reportNegative || noticeDaysBefore !== undefined ? [] : [finding({ document: home, pointer: "/procedures/bureau" }, { en: "`reportNegative` is true and no `noticeDaysBefore` is given", zh: "`reportNegative` 为 true，但未写 `noticeDaysBefore`", part: "key" })];
  },
};
