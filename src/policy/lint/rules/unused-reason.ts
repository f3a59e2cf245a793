import type { ReasonsLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** A reason that no outcome gives. */
export const unusedReason: ReasonsLint = {
  of: "reasons",
  whole: true,
  code: "unused-reason",
  level: "warning",
  title: { en: "a reason that no policy gives", zh: "没有政策使用的原因代码" },
  why: { en: "Its text is kept up for nobody; mostly the rule that gave it is gone, or gives another by mistake.", zh: "其文本无人会读到；多半是给出它的规则已删除，或误用了另一个代码。" },
  wrong: { "reasons.json#/reasons/spare": { file: { en: "spare", zh: "备用" }, customer: { en: "Please ask us.", zh: "请与我们联系。" } } },
  right: { "enrolment.json#/rules/0/event": { type: "decline", params: { reason: "under-age" } } },
  check: ({ document, reasons, given }) =>
    [...reasons.keys()].flatMap((code) => (given.has(code) ? [] : [finding({ document, pointer: below("/reasons", code) }, { en: `no policy gives the reason ${quote(code)}`, zh: `没有政策使用原因代码 ${quote(code)}`, part: "key" })])),
};
