import type { Lang, Text } from "../../base/index.ts";

/** Fixed words of the screen that no linear report has. */
export const words = {
  headlines: { en: "Headlines", zh: "要点" },
  sinceLast: { en: "since the last run", zh: "与上次运行相比" },
  more: { en: " … Enter shows the rest", zh: " ……按 Enter 查看其余" },
  whoIsIt: { en: "the people behind it", zh: "涉及哪些客户" },
  whoCouldBe: { en: "not a count of people; those who can be in it", zh: "该指标不是人数；可能涉及的客户" },
  onePolicy: { en: "there is no other policy in this run", zh: "本次运行没有其他政策" },
  noLife: { en: "Nothing ever happened to this customer under this policy.", zh: "在该政策下，这位客户从未发生任何事。" },
  people: { en: "people", zh: "客户" },
  stillLooking: { en: "still being looked up; a moment", zh: "仍在查询，请稍候" },
  nobody: { en: "Nobody is like that in this run.", zh: "本次运行中没有这样的客户。" },
  decision: { en: "decision", zh: "决策" },
  decidedOn: { en: "decided on these facts", zh: "所依据的事实" },
  judged: { en: "rules as json-rules-engine judged them, those that decided first", zh: "规则判定（由 json-rules-engine 给出），起决定作用者在前" },
  tracing: { en: "Asking json-rules-engine…", zh: "正在由 json-rules-engine 判定……" },
  sameLife: { en: "the same person, the same luck", zh: "同一位客户、同样的运气" },
  parameters: { en: "Parameters", zh: "参数" },
  fired: { en: "fired", zh: "触发" },
  ofDecision: { en: "share", zh: "占比" },
  conditions: { en: "cond", zh: "条件" },
  mcdc: { en: "MC/DC", zh: "MC/DC" },
  proof: { en: "proof", zh: "证明" },
  edits: { en: "edits", zh: "改动" },
  editsOff: { en: "m edits", zh: "m 改动" },
  proving: { en: "Proving…", zh: "正在证明……" },
  noRule: { en: "no such rule stands in the files of this policy", zh: "该政策的文件中没有这条规则" },
  rulesLegend: {
    en: "fired: in this run; share: of its decision's matches. cond, MC/DC: conditions that the examples show true and false, and to decide alone. proof: claims proved, claims broken, findings (!). edits: press m to try small edits that no example notices.",
    zh: "触发：本次运行的次数；占比：占该决策全部命中。条件、MC/DC：示例已证明真假均出现、单独起作用的条件数。证明：已证明、不成立的不变量，以及发现（!）。改动：按 m 尝试示例未能发现的小改动。",
  },
  rulesLegendEdits: {
    en: "fired: in this run; share: of its decision's matches. cond, MC/DC: conditions that the examples show true and false, and to decide alone. proof: claims proved, claims broken, findings (!). edits: small edits that no example notices.",
    zh: "触发：本次运行的次数；占比：占该决策全部命中。条件、MC/DC：示例已证明真假均出现、单独起作用的条件数。证明：已证明、不成立的不变量，以及发现（!）。改动：示例未能发现的小改动数。",
  },
  buckets: { en: "buckets, roll rates, pools", zh: "账龄分档、迁徙率、资产池" },
  bucketMonths: { en: "accounts by days past due, month by month", zh: "各月逾期分档账户数" },
  currentBucket: { en: "current", zh: "正常" },
  month: { en: "month", zh: "月份" },
  bucketTitle: { en: "shares and moves", zh: "占比与迁徙" },
  standsAt: { en: "on the chosen axes", zh: "所选坐标轴上的取值" },
  definition: { en: "definition", zh: "定义" },
  leavesOut: { en: "leaves out", zh: "不含" },
  neither: { en: "neither direction is better", zh: "无优劣方向" },
  assumedMark: { en: "assumed", zh: "假设" },
  assumedMeans: {
    en: "* assumed: follows from behaviour that the assumption set puts in, not from a finding; where that assumption turns, so may this.",
    zh: "* 假设：由假设集设定的客户行为得出，并非发现；假设改变，结果可能随之改变。",
  },
  plainCount: { en: "A plain count of this run, not an estimate: it has no interval.", zh: "本次运行的计数，并非估计值，因此没有区间。" },
  policy: { en: "policy", zh: "政策" },
  value: { en: "value", zh: "数值" },
  interval: { en: "95 % interval", zh: "95% 区间" },
  quotient: { en: "is made of", zh: "分子 ÷ 分母" },
  difference: { en: "less the champion", zh: "与现行政策之差" },
  breachPersons: { en: "as simulated, would breach (persons)", zh: "规则命中，疑似违反（人数）" },
  marks: { en: "rests on", zh: "依据" },
  ruleSilent: { en: "not matched; a match would mean", zh: "未命中；若命中则意味着" },
  citation: { en: "citation", zh: "条文" },
  remedy: { en: "remedy", zh: "整改" },
  act: { en: "judges", zh: "适用行为" },
  age: { en: "months on book", zh: "账龄（月）" },
  accounts: { en: "accounts that old", zh: "达到该账龄的账户" },
  noCurve: { en: "No account of any policy is old enough for this curve.", zh: "没有任何政策的账户达到该曲线所需的账龄。" },
  reading: {
    en: "Each curve is the product-limit estimate over all vintages; its right end rests on few of them. How early an account goes bad follows from assumed awareness and forgetting: assumed, not found.",
    zh: "每条曲线为各批次的乘积限估计；右端只含少数批次。账户多早变坏取决于假设的知情与遗忘：属于假设，并非发现。",
  },
  readingShort: { en: "Right end: few vintages. Timing: assumed, not found.", zh: "右端批次较少；变坏的早晚属于假设，并非发现。" },
  noBand: { en: "this curve has no interval", zh: "该曲线没有区间" },
  frontier: { en: "[ ] not beaten in both at once", zh: "[ ] 未被同时超越者" },
  beaten: { en: "beaten in both by", zh: "在两方面均被超越，超越者：" },
  onFrontier: { en: "not beaten in both at once", zh: "未被同时超越" },
  noFrontier: { en: "no frontier: neither direction is better on one of the axes", zh: "无前沿：有坐标轴无优劣方向" },
  noPoints: { en: "No policy has data on both axes; x and y change them.", zh: "没有任何政策在两个坐标轴上都有数据；按 x、y 更换坐标轴。" },
  tradeOffCaution: {
    en: "Only the policies of this scenario are drawn, with their 95 % intervals. Both axes rest on the assumption set of the run.",
    zh: "图中只有本情景的政策及其 95% 区间。两个坐标轴都依赖本次运行的假设集。",
  },
} as const satisfies Readonly<Record<string, Text>>;

const actWords: ReadonlyMap<string, Text> = new Map([
  ["billing", { en: "billing", zh: "出账" }],
  ["closure-decision", { en: "decisions on closing", zh: "关闭决定" }],
  ["closure-request", { en: "requests to close", zh: "关闭申请" }],
  ["collection", { en: "collection", zh: "催收" }],
  ["complaint", { en: "complaints", zh: "投诉" }],
  ["credit-report-query", { en: "credit report queries", zh: "查询信用报告" }],
  ["data-access", { en: "uses of data", zh: "使用个人信息" }],
  ["enrolment", { en: "enrolment", zh: "开通" }],
  ["limit-change", { en: "changes of a limit", zh: "额度调整" }],
  ["marketing", { en: "marketing", zh: "营销" }],
  ["negative-report", { en: "negative reports", zh: "报送不良信息" }],
  ["pricing", { en: "pricing", zh: "定价" }],
]);

/** What stands between a name and what is said of it. */
export function colon(lang: Lang): string {
  return lang === "en" ? ": " : "：";
}

/** Whose interval is drawn. */
export function bandText(title: Text): Text {
  return { en: `dotted: 95 % interval of ${title.en}`, zh: `虚线：${title.zh}的 95% 区间` };
}

/** What the lender does that a law rule judges; the name itself where it is nobody's term. */
export function actText(act: string): Text {
  return actWords.get(act) ?? { en: act, zh: act };
}
