import type { Text } from "../base/index.ts";
import type { FigureReport, PolicyReport, QueueReport } from "../verdict/index.ts";

/** What a desk, or a figure of the whole book, is called. */
export const queueNames: Readonly<Record<string, Text>> = {
  complaints: { en: "complaints", zh: "投诉处理" },
  closing: { en: "closing", zh: "关闭受理" },
  review: { en: "manual review", zh: "人工审核" },
  scoreAlarm: { en: "alarm of the score (1: rung)", zh: "评分警报（1 为触发）" },
  jointLoansBps: { en: "joint loans ÷ all loans, basis points", zh: "联合贷款占全部贷款（基点）" },
  partnerExposureBps: { en: "highest exposure to a partner ÷ tier-1 capital, basis points", zh: "单一合作方最高敞口占一级资本（基点）" },
};

/** Words about queues. */
export const queueWords = {
  title: { en: "Queues", zh: "排队" },
  queue: { en: "Queue", zh: "队列" },
  capacity: { en: "Capacity a month", zh: "每月处理能力" },
  busiest: { en: "Busiest month", zh: "最忙月份到件" },
  longest: { en: "Longest wait, days", zh: "最长等待天数" },
  implied: { en: "Implied by the run", zh: "运行自身推出" },
  gap: { en: "Widest gap, days", zh: "最大差距（天）" },
  passes: { en: "Passes", zh: "轮次" },
  months: { en: "Given to the last pass, month by month:", zh: "最后一轮各月所用数值：" },
  hint: {
    en: "Customers are played in passes: the last is given the waits that the one before it found. The gap says how far these are from the waits that its own arrivals imply; more `passes` in the scenario narrow it where the queue settles. On a seasoned book a desk begins with what the months before left over. Figures of the whole book on which something rests are given from pass to pass in the same way.",
    zh: "客户分轮模拟：最后一轮使用前一轮得出的等待时间。差距表示这些等待时间与本轮到件推出的等待时间相差多少；队列能够稳定时，增加情景中的 `passes` 可缩小差距。存量组合之前各月的积压计入期初。有决定所依据的全组合数值也按同样方式逐轮传递。",
  },
} satisfies Readonly<Record<string, Text>>;

/** One row of the table: a desk or a figure by name, what stands in the columns, and what the last pass was given by month. */
export interface CoupledRow {
  readonly name: string;
  readonly cells: readonly string[];
  readonly months: readonly number[];
}

/** All that coupled the customers of a policy. */
export function coupledRows({ queues = [], figures = [] }: PolicyReport): readonly CoupledRow[] {
  return [
    ...queues.map((queue) => ({ name: queue.name, cells: queueFigures(queue), months: queue.waitDays })),
    ...figures.map((figure) => ({ name: figure.name, cells: figureCells(figure), months: figure.given })),
  ];
}

function figureCells({ given, implied, gap, passes }: FigureReport): readonly string[] {
  return ["–", "–", String(Math.max(...given)), String(Math.max(...implied)), String(gap), String(passes)];
}

/** Capacity, busiest month, longest wait given and implied, gap and passes. */
function queueFigures({ perMonth, arrivals, waitDays, impliedDays, gapDays, passes }: QueueReport): readonly string[] {
  const most = (numbers: readonly number[]): string => String(Math.max(0, ...numbers));
  return [perMonth.toFixed(1), most(arrivals), most(waitDays), most(impliedDays), String(gapDays), String(passes)];
}
