import type { Lang } from "../../base/index.ts";
import type { Comparison, RunReport } from "../../verdict/index.ts";
import { expectationsPart, tradeOffsPart } from "../markdown/context-parts.ts";
import { columnsFrom, markdownTable } from "../markdown/markdown-table.ts";
import { scribe } from "../markdown/scribe.ts";
import { expectationLines } from "../pretty/expectation-lines.ts";
import { headerLines } from "../pretty/header-lines.ts";
import { tradeOffLines } from "../pretty/trade-off-lines.ts";
import { words as prettyWords } from "../pretty/words.ts";
import { intervalSentence } from "../sentences.ts";
import { forMarkdown } from "../text/escape.ts";
import type { TextOptions } from "../text/options.ts";
import { penOf, type Pen } from "../text/pen.ts";
import { table } from "../text/table.ts";
import { groupParts, measureParts, neededPart, tallySentence } from "./measure-part.ts";
import type { ComparePart } from "./part.ts";
import { swapParts } from "./swap-part.ts";
import { words } from "./words.ts";

/** Champion against challengers on a terminal: every measure paired, who is decided otherwise, and for which groups. */
export function comparePretty(report: RunReport, options: TextOptions): string {
  const pen = penOf(options);
  const sections = [
    headerLines(report, pen),
    ...partsOf(report, pen.lang).map((part) => partLines(part, pen)),
    tradeOffLines(report, pen),
    expectationLines(report, pen),
    [prettyWords.legend, intervalSentence(report), prettyWords.footer].flatMap((text) => pen.paragraph(pen.say(text)).map((line) => pen.look("dim", line))),
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The same in Markdown. */
export function compareMarkdown(report: RunReport, { lang }: Pick<TextOptions, "lang">): string {
  const write = scribe(lang);
  const parts = [
    [`# ${write.say(report.inputs.title)}`],
    ...partsOf(report, lang).map(partMarkdown),
    tradeOffsPart(report, write),
    expectationsPart(report, write),
    [write.say(intervalSentence(report))],
    [write.say(prettyWords.legend)],
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function partsOf(report: RunReport, lang: Lang): readonly ComparePart[] {
  return report.comparisons.flatMap((compared) => [headOf(report, compared, lang), ...measureParts(report, compared, lang), ...neededPart(report, compared, lang), ...swapsOf(report, compared, lang), ...groupParts(compared, report, lang)]);
}

function headOf(report: RunReport, compared: Comparison, lang: Lang): ComparePart {
  const titleOf = (name: string): string => report.policies.find((policy) => policy.name === name)?.title[lang] ?? name;
  const [own, other] = [titleOf(compared.champion), titleOf(compared.challenger)];
  const alike = compared.measures.every(({ difference, interval }) => (difference === 0 || difference === null) && (interval === null || (interval.low === 0 && interval.high === 0)));
  return {
    title: lang === "en" ? `${other} against ${own}` : `${other} 对照 ${own}`,
    depth: 1,
    sentences: [...(alike ? [words.same[lang]] : []), tallySentence(compared, lang)],
    points: [],
  };
}

const swapsOf = (report: RunReport, { swapSets, challenger }: Comparison, lang: Lang): readonly ComparePart[] =>
  swapSets === undefined ? [] : swapParts(swapSets, report, challenger, lang);

function partLines({ title, depth, sentences, table: rows, points }: ComparePart, pen: Pen): readonly string[] {
  const columns = rows?.head.map((name, at) => ({ title: pen.own(name), align: rows.words.has(at) ? ("left" as const) : ("right" as const), ...(at === 0 ? { elastic: true } : {}) })) ?? [];
  return [
    ...(title === undefined ? [] : [pen.look(depth === 3 ? "cyan" : "bold", pen.own(title))]),
    ...sentences.flatMap((sentence) => pen.paragraph(pen.own(sentence))),
    ...(rows === undefined || rows.rows.length === 0 ? [] : table(pen, columns, rows.rows.map((cells) => ({ cells: cells.map((text) => ({ text: pen.own(text) })) })))),
    ...points.flatMap((point) => pen.paragraph(pen.own(point), "  ")),
  ];
}

function partMarkdown({ title, depth, sentences, table: rows, points }: ComparePart): readonly string[] {
  const numbers = rows === undefined ? new Set<number>() : new Set([...columnsFrom(1, rows.head.length)].filter((at) => !rows.words.has(at)));
  const lines = rows === undefined || rows.rows.length === 0 ? [] : markdownTable(rows.head.map(forMarkdown), rows.rows.map((cells) => cells.map(forMarkdown)), numbers);
  return [
    ...(title === undefined ? [] : [`${"#".repeat(depth + 1)} ${forMarkdown(title)}`, ""]),
    ...sentences.map(forMarkdown),
    ...(lines.length === 0 ? [] : ["", ...lines]),
    ...(points.length === 0 ? [] : ["", ...points.map((point) => `- ${forMarkdown(point)}`)]),
  ];
}
