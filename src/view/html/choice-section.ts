import type { Lang } from "../../base/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { choiceParts } from "../compare/choice-part.ts";
import type { ComparePart } from "../compare/part.ts";
import { forHtml } from "../text/escape.ts";

/** How the page writes a table: the caption names it. */
type TableWriter = (head: readonly string[], rows: readonly (readonly string[])[], caption: string) => string;

/** Which policy to choose under the requirements of `compare --require`, with its table; nothing where nothing was asked. */
export function choiceSection(report: Pick<RunReport, "choice" | "inputs">, lang: Lang, table: TableWriter): string {
  const [first, ...each] = choiceParts(report, lang);
  if (first === undefined) return "";
  return `<section id="choice"><h2>${forHtml(first.title ?? "")}</h2>${partHtml(first, table)}${each.map((part) => `<h3>${forHtml(part.title ?? "")}</h3>${partHtml(part, table)}`).join("")}</section>`;
}

function partHtml({ title = "", sentences, table: rows, points }: ComparePart, table: TableWriter): string {
  const written = rows === undefined || rows.rows.length === 0 ? "" : table(rows.head, rows.rows, title);
  const list = points.length === 0 ? "" : `<ul>${points.map((point) => `<li>${forHtml(point)}</li>`).join("")}</ul>`;
  return `${sentences.map((sentence) => `<p>${forHtml(sentence)}</p>`).join("")}${written}${list}`;
}
