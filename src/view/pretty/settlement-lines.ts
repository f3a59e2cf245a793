import type { RunReport } from "../../verdict/index.ts";
import { settlementHead, settlementRows, settlementWords } from "../settlement-words.ts";
import type { Pen } from "../text/pen.ts";
import { table } from "../text/table.ts";
import { letterAt } from "./letters.ts";

/** What was settled on closing through which channel, by policy; nothing where none names channels. */
export function settlementLines(report: RunReport, pen: Pen): readonly string[] {
  const rows = report.policies.flatMap((policy, index) =>
    settlementRows(policy, pen.lang).map(({ channel, figures }) => ({ cells: [`${letterAt(index)} ${pen.own(channel)}`, ...figures].map((text) => ({ text })) })),
  );
  if (rows.length === 0) return [];
  const columns = settlementHead.map((text, at) => ({ title: pen.say(text), align: at === 0 ? ("left" as const) : ("right" as const), elastic: at === 0 }));
  return [pen.look("bold", pen.say(settlementWords.title)), ...table(pen, columns, rows)];
}
