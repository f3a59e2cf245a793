import type { Text } from "../../base/index.ts";

/** Tabs, in the order of their number keys. */
export const tabs = ["overview", "default", "compliance", "trade-offs"] as const;
export type Tab = (typeof tabs)[number];

export const tabTitles: Readonly<Record<Tab, Text>> = {
  overview: { en: "Overview", zh: "总览" },
  default: { en: "Default", zh: "违约" },
  compliance: { en: "Compliance", zh: "合规" },
  "trade-offs": { en: "Trade-offs", zh: "权衡" },
};

/** Whether a tab has rows that find can filter: the other two list only the policies. */
export function findable(tab: Tab): boolean {
  return tab === "overview" || tab === "compliance";
}
