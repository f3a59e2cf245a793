import type { Text } from "../base/index.ts";
import type { QueueReport } from "../verdict/index.ts";

/** What a desk is called. */
export const queueNames: Readonly<Record<string, Text>> = {
  complaints: { en: "complaints", zh: "投诉处理" },
  closing: { en: "closing", zh: "关闭受理" },
  review: { en: "manual review", zh: "人工审核" },
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
  hint: {
    en: "Customers are played in passes: the last is given the waits that the one before it found. The gap says how far these are from the waits that its own arrivals imply; more `passes` in the scenario narrow it where the queue settles. Desks are empty before month 1.",
    zh: "客户分轮模拟：最后一轮使用前一轮得出的等待时间。差距表示这些等待时间与本轮到件推出的等待时间相差多少；队列能够稳定时，增加情景中的 `passes` 可缩小差距。第 1 个月之前视为无积压。",
  },
} satisfies Readonly<Record<string, Text>>;

/** One row of the table of queues: capacity, busiest month, longest wait given and implied, gap and passes. */
export function queueFigures({ perMonth, arrivals, waitDays, impliedDays, gapDays, passes }: QueueReport): readonly string[] {
  const most = (numbers: readonly number[]): string => String(Math.max(0, ...numbers));
  return [perMonth.toFixed(1), most(arrivals), most(waitDays), most(impliedDays), String(gapDays), String(passes)];
}
