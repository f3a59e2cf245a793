import type { Lang } from "../../base/index.ts";
import type { Comparison, RunReport } from "../../verdict/index.ts";
import { expectationsPart, tradeOffsPart } from "../markdown/context-parts.ts";
import { scribe } from "../markdown/scribe.ts";
import { expectationLines } from "../pretty/expectation-lines.ts";
import { headerLines } from "../pretty/header-lines.ts";
import { tradeOffLines } from "../pretty/trade-off-lines.ts";
import { words as prettyWords } from "../pretty/words.ts";
import { intervalSentence } from "../sentences.ts";
import type { TextOptions } from "../text/options.ts";
import { penOf } from "../text/pen.ts";
import { choiceParts } from "./choice-part.ts";
import { bookPart } from "./book-part.ts";
import { groupParts } from "./group-part.ts";
import { livePart } from "./live-part.ts";
import { measureParts, neededPart, tallySentence } from "./measure-part.ts";
import type { ComparePart } from "./part.ts";
import { partLines, partMarkdown } from "./part-text.ts";
import { repeatPart } from "./repeat-part.ts";
import { swapParts } from "./swap-part.ts";
import { words } from "./words.ts";

/** Champion against challengers on a terminal: every measure paired, who is decided otherwise, and for which groups. */
export function comparePretty(report: RunReport, options: TextOptions): string {
  const pen = penOf(options);
  const sections = [
    headerLines(report, pen),
    ...[...choiceParts(report, pen.lang), ...partsOf(report, pen.lang)].map((part) => partLines(part, pen)),
    tradeOffLines(report, pen),
    expectationLines(report, pen),
    partLines(repeatOf(report, pen.lang, "counted"), pen),
    [prettyWords.legend, intervalSentence(report), prettyWords.footer].flatMap((text) => pen.paragraph(pen.say(text)).map((line) => pen.look("dim", line))),
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The same in Markdown. */
export function compareMarkdown(report: RunReport, { lang }: Pick<TextOptions, "lang">): string {
  const write = scribe(lang);
  const parts = [
    [`# ${write.say(report.inputs.title)}`],
    ...[...choiceParts(report, lang), ...partsOf(report, lang)].map(partMarkdown),
    tradeOffsPart(report, write),
    expectationsPart(report, write),
    [write.say(intervalSentence(report))],
    [write.say(prettyWords.legend)],
    partMarkdown(repeatOf(report, lang, "listed")),
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function partsOf(report: RunReport, lang: Lang): readonly ComparePart[] {
  return report.comparisons.flatMap((compared) => [comparedHead(report, compared, lang), ...bookPart(report, compared, lang), ...measureParts(report, compared, lang), ...neededPart(report, compared, lang), ...livePart(compared, lang), ...swapsOf(report, compared, lang), ...groupParts(compared, report, { lang })]);
}

const repeatOf = ({ inputs }: RunReport, lang: Lang, hashes: "listed" | "counted"): ComparePart => repeatPart(inputs, ["compare", inputs.scenario], lang, hashes);

/** What a comparison is called, and how many verdicts of each kind it has. */
export function comparedHead(report: RunReport, compared: Comparison, lang: Lang): ComparePart {
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
  swapSets === undefined ? [] : swapParts(swapSets, report, challenger, { lang });
