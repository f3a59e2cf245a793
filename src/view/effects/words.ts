import type { Text } from "../../base/index.ts";
import type { EffectStep } from "../../verdict/index.ts";

/** Words of the effects, on the terminal and on the page. */
export const words = {
  title: { en: "Mechanisms, switched off and on", zh: "各机制关闭与开启的效果" },
  how: {
    en: "Each mechanism is run off and on over the same customers with the same luck; a difference is what it does and nothing else. Intervals (95%) are those of the paired difference.",
    zh: "每项机制都在同样的客户、同样的运气下分别关闭和开启运行，差异即该机制本身的作用。区间（95%）为配对差异的区间。",
  },
  basis: {
    en: "Found: the effect follows from rules and accounts. Assumed: it follows from a number that was put in, and shows only its size.",
    zh: "“推得”：效果由规则与账务推导得出。“假设”：效果来自输入的数字，模拟只显示其大小。",
  },
  found: { en: "found", zh: "推得" },
  assumed: { en: "assumed", zh: "假设" },
  mechanism: { en: "mechanism", zh: "机制" },
  claim: { en: "sentence of the debate", zh: "争论中的说法" },
  claims: { en: "Sentences of the debate, tested", zh: "争论中的说法，逐条检验" },
  generated: { en: "Written by policy-bench effects; a fictional product, as simulated; not legal advice.", zh: "由 policy-bench effects 生成；产品为虚构，结果为模拟；不构成法律意见。" },
  switch: { en: "switch", zh: "开关" },
  both: { en: "in both runs", zh: "两次运行均设" },
  off: { en: "off", zh: "关闭" },
  on: { en: "on", zh: "开启" },
  asShipped: { en: "as it is", zh: "原样" },
  removed: { en: "none", zh: "无" },
  measure: { en: "measure", zh: "指标" },
  effect: { en: "effect", zh: "效果" },
  interval: { en: "95% interval", zh: "95% 区间" },
  reading: { en: "reading", zh: "判读" },
  unchanged: { en: "exactly the same", zh: "完全不变" },
  strayed: { en: "should have stayed the same and did not", zh: "本应不变却变了" },
  notRun: { en: "not run", zh: "未运行" },
  matrix: { en: "What each mechanism does to the headline measures", zh: "各机制对主要指标的作用" },
  matrixHint: {
    en: "On against off, in percent of the value without it; `.` nothing moved, `?` the interval holds zero, `new` there was none before.",
    zh: "开启相对关闭的变化，以关闭时数值的百分比表示；`.` 无变化，`?` 区间包含零，`新` 原先为零。",
  },
  fresh: { en: "new", zh: "新" },
  bars: { en: "Effect, by its value without the mechanism, on", zh: "相对关闭时数值的变化，指标：" },
  chain: { en: "From the switch to the outcome", zh: "从开关到结果" },
} as const satisfies Readonly<Record<string, Text>>;

/** How a step came out. */
export const stepWords: Readonly<Record<EffectStep["verdict"], Text>> = {
  shown: { en: "as claimed", zh: "与说法一致" },
  undecided: { en: "undecided", zh: "无法判定" },
  still: { en: "did not move", zh: "没有变化" },
  contrary: { en: "the other way", zh: "方向相反" },
};

/** Short names of the headline measures, for the head of a matrix. */
export const shortNames: Readonly<Record<string, Text>> = {
  enrolledShare: { en: "opened", zh: "开通" },
  acquisitionPerCustomer: { en: "acq.", zh: "获客" },
  awareShare: { en: "aware", zh: "知情" },
  complaintsPerThousand: { en: "compl.", zh: "投诉" },
  ever90PlusAtMonth12: { en: "90+", zh: "90+" },
  lossPerCustomer: { en: "loss", zh: "损失" },
  marginPerCustomer: { en: "margin", zh: "利润" },
  incrementalSalesPerCustomer: { en: "sales+", zh: "增销" },
  lawRulesMatched: { en: "law", zh: "法规" },
  closureGrantedShare: { en: "closed", zh: "关闭" },
  revenuePerCustomer: { en: "income", zh: "收入" },
  customersStillActive: { en: "active", zh: "活跃" },
};
