import type { RunReport } from "../../verdict/index.ts";
import { queueFigures, queueNames, queueWords } from "../queue-words.ts";
import { columnsFrom, markdownTable } from "./markdown-table.ts";
import type { Scribe } from "./scribe.ts";
import { words } from "./words.ts";

/** Desks at which cases wait, by policy, with the waits month by month; nothing where no capacity is set. */
export function queuesPart(report: RunReport, write: Scribe): readonly string[] {
  const queued = report.policies.flatMap((policy) => (policy.queues ?? []).map((queue) => ({ policy: write.own(policy.name), queue })));
  if (queued.length === 0) return [];
  const named = (name: string): string => {
    const text = queueNames[name];
    return text === undefined ? write.own(name) : write.say(text);
  };
  const { queue, capacity, busiest, longest, implied, gap, passes } = queueWords;
  const head = [words.policy, queue, capacity, busiest, longest, implied, gap, passes].map(write.say);
  const months = queued.map(({ policy, queue: one }) => `- ${policy}, ${named(one.name)}: ${one.waitDays.join(", ")}`);
  return [
    `## ${write.say(queueWords.title)}`,
    "",
    write.say(queueWords.hint),
    "",
    ...markdownTable(head, queued.map(({ policy, queue: one }) => [policy, named(one.name), ...queueFigures(one)]), columnsFrom(2, head.length)),
    "",
    write.say({ en: "Days that a case of each month waits:", zh: "各月到件的等待天数：" }),
    "",
    ...months,
  ];
}
