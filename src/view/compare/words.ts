import type { Text } from "../../base/index.ts";
import type { SwapCell, SwapDecision } from "../../statistics/index.ts";

/** Fixed words of the comparison. */
export const words = {
  measure: { en: "measure", zh: "指标" },
  champion: { en: "champion", zh: "现行政策" },
  challenger: { en: "challenger", zh: "候选政策" },
  difference: { en: "difference", zh: "差值" },
  verdict: { en: "verdict", zh: "判定" },
  toDecide: { en: "to decide", zh: "判定所需" },
  liveTitle: { en: "What a live test would need to see this", zh: "线上试验要看到这些差异需要多少客户、多长时间" },
  liveNote: {
    en: "Two arms of different customers, each under one policy, tested at 5%: nobody can live under both, so a live test cannot pair as the simulation does. Customers in each arm for a chance of 80% and of 90% to see the difference, if it is what was simulated (?: not even the simulation decides it). Shares: two proportions with continuity correction (Fleiss, Tytun and Ury 1980), and as many customers as it takes for so many to be counted. Other measures: by the variance of the jackknife. Months on book count from each account's opening; other measures add up over the months of the run.",
    zh: "两组不同客户，各处于一项政策之下，显著性水平 5%：没有人能同时处于两项政策之下，因此线上试验无法像模拟那样配对。表中为每组所需客户数，使模拟所得差异（若属实）分别有 80% 与 90% 的机会被发现（?：模拟本身尚无法判定）。占比类：两比例检验并作连续性校正（Fleiss、Tytun 与 Ury，1980），并折算为足以产生所需计数的客户数。其他指标：按刀切法方差。账龄自各账户开立起算；其他指标按运行的全部月份累计。",
  },
  power80: { en: "per arm, 80%", zh: "每组（80%）" },
  power90: { en: "per arm, 90%", zh: "每组（90%）" },
  duration: { en: "exists after", zh: "何时可得" },
  group: { en: "group", zh: "分组" },
  customers: { en: "customers", zh: "客户数" },
  badRate: { en: "bad rate", zh: "坏账率" },
  loss: { en: "loss each", zh: "人均损失" },
  margin: { en: "margin each", zh: "人均毛利" },
  under: { en: "under", zh: "政策" },
  who: { en: "decided", zh: "决策" },
  swapTitle: { en: "Who is decided otherwise", zh: "决策不同的客户" },
  swapNote: {
    en: "Every customer was followed under both policies with the same luck: what became of those whom only one policy takes is known here, and never from a book of accounts. Bad: 91 days past due or more at any time, of those with an account. Loss and margin are per customer of the row. A bad rate needs an account, so each side's figures are under its own policy. Swap-in: an account only under the challenger; swap-out: only under the champion. Limits and fees are those at booking. Steps: a freeze, a cut of the limit, a plan.",
    zh: "每位客户都在两项政策下以同样的运气走完全程：只被其中一项政策接纳者的结果在此可知，而从账务数据中永远无法得知。坏账：有账户者中任何时候逾期 91 天及以上者。损失与毛利按该行客户人均计算。两侧数字各自取自对应的政策。换入：仅候选政策下有账户；换出：仅现行政策下有账户。额度与费率取开立时的数值。措施：冻结、降额或安排分期。",
  },
  marginal: { en: "Marginal bad rate (accounts gone bad more ÷ accounts more)", zh: "边际坏账率（多出的坏账账户 ÷ 多出的账户）" },
  segments: { en: "who they are (of all customers)", zh: "他们是谁（括号内为占全体客户之比）" },
  retell: { en: "Anybody's life month by month", zh: "逐月回放任一客户" },
  customer: { en: "customer", zh: "客户" },
  noAccount: { en: "no account", zh: "无账户" },
  bought: { en: "bought on credit", zh: "信用购物" },
  bad: { en: "91+ days past due", zh: "逾期 91 天及以上" },
  lost: { en: "loss", zh: "损失" },
  earned: { en: "margin", zh: "毛利" },
  byGroup: { en: "Who loses and who gains, by group", zh: "谁受损、谁受益：分组比较" },
  loses: { en: "worse", zh: "变差" },
  gains: { en: "better", zh: "变好" },
  lower: { en: "lower", zh: "下降" },
  higher: { en: "higher", zh: "上升" },
  same: { en: "the two policies are exactly alike on every measure", zh: "两项政策在所有指标上完全一致" },
  nobody: { en: "nobody is decided otherwise", zh: "没有客户得到不同的决策" },
  alike: { en: "no matter", zh: "无实质差异" },
  undecided: { en: "Undecided, and what would decide it if it is what it seems", zh: "无法判定的指标，以及若差值属实则判定所需的规模" },
  never: { en: "no number", zh: "任何数量都不够" },
  unpaired: {
    en: "The two results are compared from their files: without the customers behind them, differences cannot be taken pair by pair, so the intervals are wider than those of one run of compare.",
    zh: "两份结果按文件比较：没有背后的客户数据，无法逐人配对，因此区间比一次 compare 运行得到的更宽。",
  },
} as const satisfies Record<string, Text>;

export const decisionWords: Readonly<Record<SwapDecision, Text>> = {
  enrolment: { en: "enrolment", zh: "开通" },
  limit: { en: "limit", zh: "额度" },
  pricing: { en: "pricing", zh: "定价" },
  closure: { en: "closure", zh: "关闭" },
  monitoring: { en: "monitoring", zh: "监测" },
};

/** What each cell of each decision holds. */
export const cellWords: Readonly<Record<SwapDecision, Readonly<Record<SwapCell, Text>>>> = {
  enrolment: {
    in: { en: "swap-in", zh: "换入" },
    out: { en: "swap-out", zh: "换出" },
    kept: { en: "kept in", zh: "均有账户" },
    neither: { en: "kept out", zh: "均无账户" },
  },
  limit: {
    in: { en: "higher limit", zh: "额度更高" },
    out: { en: "lower limit", zh: "额度更低" },
    kept: { en: "same limit", zh: "额度相同" },
    neither: { en: "not both", zh: "至少一方无账户" },
  },
  pricing: {
    in: { en: "dearer", zh: "价格更高" },
    out: { en: "cheaper", zh: "价格更低" },
    kept: { en: "same price", zh: "价格相同" },
    neither: { en: "not both", zh: "至少一方无账户" },
  },
  closure: {
    in: { en: "closed, newly", zh: "仅候选政策下关闭" },
    out: { en: "closed no more", zh: "仅现行政策下关闭" },
    kept: { en: "closed in both", zh: "均关闭" },
    neither: { en: "closed in neither", zh: "均未关闭" },
  },
  monitoring: {
    in: { en: "step taken, newly", zh: "仅候选政策下采取措施" },
    out: { en: "step taken no more", zh: "仅现行政策下采取措施" },
    kept: { en: "steps in both", zh: "均采取措施" },
    neither: { en: "steps in neither", zh: "均未采取措施" },
  },
};
