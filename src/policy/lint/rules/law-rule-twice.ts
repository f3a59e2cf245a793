import { entry, isList, isObject } from "../../json.ts";
import type { LawLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** Two rules of a pack that judge the same act by the same conditions on the same days. */
export const lawRuleTwice: LawLint = {
  of: "law",
  code: "law-rule-twice",
  level: "warning",
  title: { en: "two law rules with the same act, conditions and dates", zh: "两条法规规则的行为、条件与日期相同" },
  why: { en: "Every match is then counted twice; mostly one of the two was meant to be changed after it was copied.", zh: "每次命中都会被计算两次；多半是复制后忘了修改其中一条。" },
  wrong: { "cn.json#/rules/1": { name: "CN-ENR-902", title: { en: "a copy", zh: "副本" }, trigger: "enrolment", conditions: { all: [{ fact: "consent.account.ticked", operator: "equal", value: "default" }] }, event: { type: "violation" }, severity: "high", citation: { en: "none", zh: "无" }, remedy: { en: "none", zh: "无" }, actors: ["lender", "platform"], verification: "text", core: false, houseStandard: false } },
  right: { "cn.json#/rules/0/severity": "high" },
  check: ({ document }) => {
    const list = isObject(document.value) ? entry(document.value, "rules") : [];
    const first = new Map<string, unknown>();
    return (isList(list) ? list : []).flatMap((rule, index) => {
      if (!isObject(rule)) return [];
      const key = JSON.stringify(["trigger", "conditions", "actors", "effectiveFrom", "effectiveTo"].map((part) => entry(rule, part)));
      const name = first.get(key);
      if (name === undefined) first.set(key, entry(rule, "name"));
      return name === undefined ? [] : [finding({ document, pointer: below("/rules", index, "name") }, { en: `${quote(entry(rule, "name"))} judges what ${quote(name)} judges`, zh: `${quote(entry(rule, "name"))} 与 ${quote(name)} 判断的内容相同` })];
    });
  },
};
