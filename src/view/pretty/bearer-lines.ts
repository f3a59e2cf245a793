import { yuan } from "../../statistics/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { bearerColumns, bearerRows } from "../bearer-rows.ts";
import { bearerWords, roleWords } from "../bearer-words.ts";
import type { Pen } from "../text/pen.ts";
import { table, type Cell, type Column } from "../text/table.ts";
import { letterAt } from "./letters.ts";

/** From this width on there is room for the movements of cash. */
const wide = 120;

/** What each bearer earned, paid, lost and is owed under each policy; nothing where the lender bears all of it alone. */
export function bearerLines(report: RunReport, pen: Pen): readonly string[] {
  if (report.policies.every((policy) => bearerRows(policy).length < 2)) return [];
  const shown = bearerColumns.filter(({ aside }) => aside !== true || pen.width >= wide);
  const columns: readonly Column[] = [
    { title: "", align: "left" },
    { title: pen.say(bearerWords.bearer), align: "left", elastic: true },
    ...shown.map(({ title }): Column => ({ title: pen.say(title), align: "right", elastic: true })),
  ];
  const rows = report.policies.flatMap((policy, index) =>
    bearerRows(policy).map(({ book, of }, at) => {
      const name = book === undefined ? { text: pen.say(bearerWords.total) } : { text: pen.own(book.bearer), aside: pen.say(roleWords[book.role]) };
      const money = shown.map((column): Cell => ({ text: yuan(of(column.figure), 0) }));
      return { cells: [{ text: at === 0 ? letterAt(index) : "" }, name, ...money] };
    }),
  );
  return [
    pen.look("bold", pen.say(bearerWords.title)),
    ...pen.paragraph(pen.say(bearerWords.hint)).map((line) => pen.look("dim", line)),
    ...table(pen, columns, rows),
  ];
}
