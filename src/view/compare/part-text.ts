import { escapeControl } from "../../base/index.ts";
import { forMarkdown } from "../text/escape.ts";
import type { TextOptions } from "../text/options.ts";
import { penOf, type Pen } from "../text/pen.ts";
import { table } from "../text/table.ts";
import { columnsFrom, markdownTable } from "../markdown/markdown-table.ts";
import type { ComparePart } from "./part.ts";

/** Parts as terminal text. */
export function partsPretty(parts: readonly ComparePart[], options: TextOptions): string {
  const pen = penOf(options);
  return `${parts.map((part) => partLines(part, pen).join("\n")).filter((text) => text !== "").join("\n\n")}\n`;
}

/** Parts as Markdown. */
export function partsMarkdown(parts: readonly ComparePart[]): string {
  return `${parts.map((part) => partMarkdown(part).join("\n")).filter((text) => text !== "").join("\n\n")}\n`;
}

/** One part as lines for a terminal. */
export function partLines({ title, depth, sentences, picture = [], table: rows, points }: ComparePart, pen: Pen): readonly string[] {
  const columns = rows?.head.map((name, at) => ({ title: pen.own(name), align: rows.words.has(at) ? ("left" as const) : ("right" as const), ...(at === 0 ? { elastic: true } : {}) })) ?? [];
  return [
    ...(title === undefined ? [] : [pen.look(depth === 3 ? "cyan" : "bold", pen.own(title))]),
    ...sentences.flatMap((sentence) => pen.paragraph(pen.own(sentence))),
    ...picture.map((line) => pen.own(line)),
    ...(rows === undefined || rows.rows.length === 0 ? [] : table(pen, columns, rows.rows.map((cells) => ({ cells: cells.map((text) => ({ text: pen.own(text) })) })))),
    ...points.flatMap((point) => pen.paragraph(pen.own(point), "  ")),
  ];
}

/** One part as lines of Markdown. */
export function partMarkdown({ title, depth, sentences, picture = [], table: rows, points }: ComparePart): readonly string[] {
  const numbers = rows === undefined ? new Set<number>() : new Set([...columnsFrom(1, rows.head.length)].filter((at) => !rows.words.has(at)));
  const lines = rows === undefined || rows.rows.length === 0 ? [] : markdownTable(rows.head.map(forMarkdown), rows.rows.map((cells) => cells.map(forMarkdown)), numbers);
  return [
    ...(title === undefined ? [] : [`${"#".repeat(depth + 1)} ${forMarkdown(title)}`, ""]),
    ...sentences.map(forMarkdown),
    // Indented by four, a line is text as it stands: nothing in it can be markup.
    ...(picture.length === 0 ? [] : ["", ...picture.map((line) => `    ${escapeControl(line)}`)]),
    ...(lines.length === 0 ? [] : ["", ...lines]),
    ...(points.length === 0 ? [] : ["", ...points.map((point) => `- ${forMarkdown(point)}`)]),
  ];
}
