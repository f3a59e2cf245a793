import { yuan } from "../../statistics/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { bandColumns, bandText } from "../band-rows.ts";
import { bandWords } from "../band-words.ts";
import type { Pen } from "../text/pen.ts";
import { table, type Column } from "../text/table.ts";
import { letterAt } from "./letters.ts";

/** What each score band brings, loses and pays for others under each policy, and the spread of losses over economies. */
export function bandLines(report: RunReport, pen: Pen): readonly string[] {
  if (report.policies.every(({ bands }) => bands.length === 0)) return [];
  const columns: readonly Column[] = [
    { title: "", align: "left" },
    { title: pen.say(bandWords.band), align: "left", elastic: true },
    ...bandColumns.map(({ title }): Column => ({ title: pen.say(title), align: "right", elastic: true })),
  ];
  const rows = report.policies.flatMap((policy, index) =>
    policy.bands.map((book, at) => ({
      cells: [{ text: at === 0 ? letterAt(index) : "" }, { text: pen.own(bandText(book, pen.lang)) }, ...bandColumns.map(({ text }) => ({ text: text(book, pen.lang) }))],
    })),
  );
  return [
    pen.look("bold", `${pen.say(bandWords.title)} *`),
    ...pen.paragraph(pen.say(bandWords.hint)).map((line) => pen.look("dim", line)),
    ...table(pen, columns, rows),
    ...economies(report, pen),
  ];
}

/** How the loss varies from one economy to the next, where a run has several. */
function economies(report: RunReport, pen: Pen): readonly string[] {
  const colon = pen.lang === "en" ? ": " : "：";
  return report.policies.flatMap(({ lossOverEconomies: loss }, index) => {
    if (loss === null) return [];
    const figures = [[bandWords.median, loss.medianFen], [bandWords.nineTenths, loss.nineTenthsFen], [bandWords.worst, loss.worstFen]] as const;
    const list = figures.map(([word, fen]) => `${pen.say(word)} ${yuan(fen)}`).join(pen.lang === "en" ? ", " : "，");
    return pen.paragraph(`${letterAt(index)} ${pen.say(bandWords.economies)} (${loss.runs})${colon}${list}`);
  });
}
