import type { RunReport } from "../../verdict/index.ts";
import { coupledRows, queueNames, queueWords } from "../queue-words.ts";
import { columnsFrom, markdownTable } from "./markdown-table.ts";
import type { Scribe } from "./scribe.ts";
import { words } from "./words.ts";

/** Desks at which cases wait, and figures that passes carry, by policy and month by month; nothing where nobody is coupled. */
export function queuesPart(report: RunReport, write: Scribe): readonly string[] {
  const queued = report.policies.flatMap((policy) => coupledRows(policy).map((row) => ({ policy: write.own(policy.name), row })));
  if (queued.length === 0) return [];
  const named = (name: string): string => {
    const text = queueNames[name];
    return text === undefined ? write.own(name) : write.say(text);
  };
  const { queue, capacity, busiest, longest, implied, gap, passes } = queueWords;
  const head = [words.policy, queue, capacity, busiest, longest, implied, gap, passes].map(write.say);
  const months = queued.map(({ policy, row }) => `- ${policy}, ${named(row.name)}: ${row.months.join(", ")}`);
  return [
    `## ${write.say(queueWords.title)}`,
    "",
    write.say(queueWords.hint),
    "",
    ...markdownTable(head, queued.map(({ policy, row }) => [policy, named(row.name), ...row.cells]), columnsFrom(2, head.length)),
    "",
    write.say(queueWords.months),
    "",
    ...months,
  ];
}
