import type { LawLint, Sample } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";
import { wordsUnder } from "../words-under.ts";

/** A pack of one rule, in which a limit is held against a value. */
function packOf(value: unknown): Sample {
  const conditions = { all: [{ fact: "limit.newFen", operator: "greaterThan", value }] };
  const rule = { name: "CN-LIM-001", title: { en: "limit above the cap", zh: "额度超过上限" }, trigger: "limit-change", conditions, event: { type: "violation" }, severity: "high", citation: { en: "none", zh: "无" }, remedy: { en: "none", zh: "无" }, actors: ["lender"], verification: "text", core: false, houseStandard: false };
  const cap = { name: "law.consumerLimitCapFen", title: { en: "highest limit", zh: "额度上限" }, values: [{ from: "2025-10-01", value: 20000000 }], houseStandard: false };
  return { "cn.json#/parameters": [cap], "cn.json#/conditions": {}, "cn.json#/rules": [rule] };
}

/** A dated number of the law that no rule of its pack compares anything with. */
export const unusedLawParameter: LawLint = {
  of: "law",
  code: "unused-law-parameter",
  level: "warning",
  title: { en: "a number of the law that no rule of the pack reads", zh: "没有法规规则读取的法律参数" },
  why: { en: "A date or a value that is kept up there changes no verdict; mostly a rule has the number written out and will miss its next change.", zh: "在此维护的日期或数值不影响任何判定；多半是某条规则直接写了数字，下次修订时便会遗漏。" },
  wrong: packOf(20000000),
  right: packOf({ fact: "law.consumerLimitCapFen" }),
  also: ["unknown-law-rule", "unknown-law-rule"],
  check: ({ document, pack }) => {
    const read = new Set(wordsUnder(document.value, "fact"));
    return pack.parameters.flatMap(({ name }, index) =>
      read.has(name) ? [] : [finding({ document, pointer: below("/parameters", index, "name") }, { en: `no rule of the pack reads ${quote(name)}`, zh: `该法规包中没有规则读取 ${quote(name)}` })],
    );
  },
};
