import type { Lang } from "../../base/index.ts";
import { countText } from "./figures.ts";

const nouns = {
  customer: { one: "customer", many: "customers", zh: "名客户" },
  month: { one: "month", many: "months", zh: "个月" },
  parameter: { one: "parameter", many: "parameters", zh: "个参数" },
  scenario: { one: "scenario", many: "scenarios", zh: "个情景" },
  set: { one: "assumption set", many: "assumption sets", zh: "个假设集" },
  policy: { one: "policy", many: "policies", zh: "项政策" },
  cell: { one: "cell", many: "cells", zh: "格" },
  row: { one: "row", many: "rows", zh: "行" },
  band: { one: "band missed", many: "bands missed", zh: "项未落入公开区间" },
} as const;

/** A number of things: `1 customer`, `20,000 customers`; `20,000 名客户`. */
export function counted(count: number, noun: keyof typeof nouns, lang: Lang): string {
  const { one, many, zh } = nouns[noun];
  return `${countText(count, lang)} ${lang === "zh" ? zh : count === 1 ? one : many}`;
}
