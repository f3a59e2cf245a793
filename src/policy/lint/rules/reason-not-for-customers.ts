import type { ReasonsLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

const unwritten = /\b(?:todo|tbd|fixme|xxx)\b|待补|待定|待填/iu;

/** An outcome that the customer cannot understand. */
export const reasonNotForCustomers: ReasonsLint = {
  of: "reasons",
  code: "reason-not-for-customers",
  level: "error",
  title: { en: "a reason that explains nothing to the customer", zh: "对客户没有解释作用的原因" },
  why: { en: "The note for the file is not an explanation: she is owed, in her own words, what was decided and what she can do (PIPL 24, 50).", zh: "档案备注不是解释：应当用客户能懂的话说明作了什么决定、她可以怎么做（个人信息保护法第二十四条、第五十条）。" },
  wrong: { "reasons.json#/reasons/no-price/customer": { en: "no price fits", zh: "无适用价格" } },
  right: { "reasons.json#/reasons/no-price/customer": { en: "We cannot make you an offer at the moment.", zh: "目前暂时无法为您提供服务。" } },
  check: ({ document, reasons }) =>
    [...reasons.values()].flatMap(({ code, file, customer }) => {
      const pointer = below("/reasons", code, "customer");
      const same = (["en", "zh"] as const).some((lang) => customer[lang].trim() === file[lang].trim());
      const open = unwritten.test(customer.en) || unwritten.test(customer.zh);
      if (!same && !open) return [];
      return [finding({ document, pointer }, { en: same ? `the customer reads the note for the file of ${quote(code)}` : `the text of ${quote(code)} for the customer is still to be written`, zh: same ? `${quote(code)} 给客户的文本与档案备注相同` : `${quote(code)} 给客户的文本尚未写好`, part: "key", hint: { en: "say what was decided and what she can do", zh: "请说明作了什么决定、客户可以怎么做" } })];
    }),
};
