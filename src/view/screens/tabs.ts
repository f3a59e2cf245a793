import type { Text } from "../../base/index.ts";

/** Tabs, in the order of their number keys. */
export const tabs = ["overview", "default", "compliance", "trade-offs", "rules", "customer"] as const;
export type Tab = (typeof tabs)[number];

export const tabTitles: Readonly<Record<Tab, Text>> = {
  overview: { en: "Overview", zh: "总览" },
  default: { en: "Default", zh: "违约" },
  compliance: { en: "Compliance", zh: "合规" },
  "trade-offs": { en: "Trade-offs", zh: "权衡" },
  rules: { en: "Rules", zh: "规则" },
  customer: { en: "Customer", zh: "客户" },
};

/** The question that a tab answers. */
export const tabQuestions: Readonly<Record<Tab, Text>> = {
  overview: { en: "Which is better, and how sure?", zh: "哪个更好，有多大把握？" },
  default: { en: "Who defaults, when?", zh: "谁会违约，何时违约？" },
  compliance: { en: "Which law rule is matched, for whom, under which article?", zh: "命中哪条法规规则，涉及谁，依据哪一条？" },
  "trade-offs": { en: "What could we have instead?", zh: "还可以有哪些取舍？" },
  rules: { en: "What do my rules really do?", zh: "我的规则实际做了什么？" },
  customer: { en: "What happened to her?", zh: "这位客户经历了什么？" },
};

/** Whether a tab has rows that find can filter: the others list only the policies. */
export function findable(tab: Tab): boolean {
  return tab !== "default" && tab !== "trade-offs";
}
