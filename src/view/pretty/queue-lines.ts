import type { RunReport } from "../../verdict/index.ts";
import { queueFigures, queueNames, queueWords } from "../queue-words.ts";
import type { Pen } from "../text/pen.ts";
import { table } from "../text/table.ts";
import { letterAt } from "./letters.ts";

/** Desks at which cases wait, by policy; nothing where no capacity is set. */
export function queueLines(report: RunReport, pen: Pen): readonly string[] {
  const rows = report.policies.flatMap(({ queues = [] }, index) =>
    queues.map((queue) => {
      const name = queueNames[queue.name];
      const title = name === undefined ? pen.own(queue.name) : pen.say(name);
      return { cells: [`${letterAt(index)} ${title}`, ...queueFigures(queue)].map((text) => ({ text })) };
    }),
  );
  if (rows.length === 0) return [];
  const { queue, capacity, busiest, longest, implied, gap, passes } = queueWords;
  const columns = [queue, capacity, busiest, longest, implied, gap, passes].map((text, at) => ({
    title: pen.say(text), align: at === 0 ? "left" as const : "right" as const, elastic: true,
  }));
  return [pen.look("bold", pen.say(queueWords.title)), ...table(pen, columns, rows), ...pen.paragraph(pen.say(queueWords.hint)).map((line) => pen.look("dim", line))];
}
