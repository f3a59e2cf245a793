import { yuan } from "../../statistics/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { bearerColumns, bearerRows } from "../bearer-rows.ts";
import { bearerWords, roleWords } from "../bearer-words.ts";
import { columnsFrom, markdownTable } from "./markdown-table.ts";
import type { Scribe } from "./scribe.ts";

/** What each bearer earned, paid, lost and is owed under each policy. */
export function bearersPart(report: RunReport, write: Scribe): readonly string[] {
  const rows = report.policies.flatMap((policy) =>
    bearerRows(policy).map(({ book, of }) => [
      write.own(policy.name),
      book === undefined ? write.say(bearerWords.total) : `${write.own(book.bearer)} (${write.say(roleWords[book.role])})`,
      ...bearerColumns.map((column) => yuan(of(column.figure), 0)),
    ]),
  );
  if (rows.length === 0) return [];
  const head = [bearerWords.policy, bearerWords.bearer, ...bearerColumns.map(({ title }) => title)].map(write.say);
  return [`## ${write.say(bearerWords.title)}`, "", write.say(bearerWords.hint), "", ...markdownTable(head, rows, columnsFrom(2, head.length))];
}
