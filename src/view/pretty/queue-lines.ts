import type { RunReport } from "../../verdict/index.ts";
import { coupledRows, queueNames, queueWords } from "../queue-words.ts";
import type { Pen } from "../text/pen.ts";
import { table } from "../text/table.ts";
import { letterAt } from "./letters.ts";

/** Desks at which cases wait, and figures that passes carry, by policy; nothing where nobody is coupled. */
export function queueLines(report: RunReport, pen: Pen): readonly string[] {
  const rows = report.policies.flatMap((policy, index) =>
    coupledRows(policy).map((row) => {
      const name = queueNames[row.name];
      const title = name === undefined ? pen.own(row.name) : pen.say(name);
      return { cells: [`${letterAt(index)} ${title}`, ...row.cells].map((text) => ({ text })) };
    }),
  );
  if (rows.length === 0) return [];
  const { queue, capacity, busiest, longest, implied, gap, passes } = queueWords;
  const columns = [queue, capacity, busiest, longest, implied, gap, passes].map((text, at) => ({
    title: pen.say(text), align: at === 0 ? "left" as const : "right" as const, elastic: true,
  }));
  return [pen.look("bold", pen.say(queueWords.title)), ...table(pen, columns, rows), ...pen.paragraph(pen.say(queueWords.hint)).map((line) => pen.look("dim", line))];
}
