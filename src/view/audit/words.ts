import type { Text } from "../../base/index.ts";

/** Words of the data-use audit. */
export const auditWords = {
  colon: { en: ": ", zh: "：" },
  comma: { en: ", ", zh: "，" },
  title: { en: "Data-use audit", zh: "数据使用审查" },
  purposes: { en: "purposes told to customers", zh: "已告知客户的目的" },
  fact: { en: "fact", zh: "事实" },
  level: { en: "level", zh: "级别" },
  source: { en: "source", zh: "来源" },
  needs: { en: "consent needed", zh: "所需同意" },
  told: { en: "purpose told", zh: "目的已告知" },
  needed: { en: "changes a decision", zh: "影响结果" },
  sensitive: { en: "sensitive", zh: "敏感" },
  shared: { en: "third party", zh: "第三方" },
  unnecessary: { en: "no bearing on the purpose", zh: "与目的无关" },
  decided: { en: "decisions", zh: "次决策" },
  without: { en: "without a valid consent", zh: "次缺少有效同意" },
  free: { en: "needing no consent", zh: "无需同意" },
  neverMade: { en: "not made in this run", zh: "本次运行中未作出" },
  readsNothing: { en: "reads no fact", zh: "不读取任何事实" },
  files: { en: "Minimum necessary set by rule file", zh: "各规则文件的最小必要集" },
  necessary: { en: "necessary", zh: "必要" },
  forNothing: { en: "read for nothing", zh: "读取但不影响任何结果" },
  undecided: { en: "undecided", zh: "无法判定" },
  none: { en: "none", zh: "无" },
  laws: { en: "Law rules on the use of data", zh: "与数据使用有关的法规规则" },
  persons: { en: "persons", zh: "人" },
  inconclusive: { en: "inconclusive", zh: "无法判定" },
  rule: { en: "rule", zh: "规则" },
  yes: { en: "yes", zh: "是" },
  no: { en: "no", zh: "否" },
  basis: {
    en: "A fact is necessary where two applicants who differ in it alone are decided differently: found among customers, or proved over every combination of facts. Read for nothing: proved that no value of it changes what is decided.",
    zh: "若仅该事实不同的两位申请人会得到不同结果，则该事实为必要：依据客户实测，或对所有事实组合加以证明。“读取但不影响任何结果”指已证明其任何取值都不改变结果。",
  },
} as const satisfies Record<string, Text>;

/** What a use of data rests on. */
export const useWords: Readonly<Record<"not-needed" | "valid" | "invalid" | "none" | "withdrawn", Text>> = {
  "not-needed": { en: "no consent needed", zh: "无需同意" },
  valid: { en: "valid", zh: "有效" },
  invalid: { en: "invalid (form, own act or notice)", zh: "无效（形式、本人行为或告知不符）" },
  none: { en: "never given", zh: "从未取得" },
  withdrawn: { en: "taken back", zh: "已撤回" },
};
