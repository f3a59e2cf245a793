import type { Lang } from "../../base/index.ts";
import type { BacktestReport } from "../../verdict/index.ts";
import type { ComparePart } from "../compare/part.ts";
import { partsMarkdown, partsPretty } from "../compare/part-text.ts";
import type { TextOptions } from "../text/options.ts";
import { decisionParts, fileParts, lackingParts, swapParts } from "./decision-parts.ts";
import { informationPartsOf, scoreParts } from "./score-parts.ts";
import { verdictWords } from "../words.ts";
import { numberText } from "./figures.ts";
import { words } from "./words.ts";

/** A backtest on a terminal. */
export function prettyBacktest(report: BacktestReport, options: TextOptions): string {
  return partsPretty(backtestParts(report, options.lang), options);
}

/** A backtest in Markdown, with what is needed to repeat it. */
export function markdownBacktest(report: BacktestReport, { lang }: Pick<TextOptions, "lang">): string {
  return partsMarkdown([...backtestParts(report, lang), inputsPart(report, lang)]);
}

/** All that is said of it; the first part names it. */
export function backtestParts(report: BacktestReport, lang: Lang): readonly ComparePart[] {
  const { policy, mapping, split } = report.inputs;
  const head: ComparePart = {
    title: lang === "en" ? `Backtest of ${policy} on ${mapping}` : `政策 ${policy} 的历史回测（${mapping}）`,
    depth: 1,
    sentences: split === null ? [] : [lang === "en" ? `Out-of-time: --split ${split}; the rest is in-sample.` : `跨期样本：--split ${split}；其余为样本内。`],
    points: [],
  };
  const notes: ComparePart = { depth: 2, sentences: [words.standingNote[lang], words.intervals[lang]], points: [] };
  const parts = [head, ...requirementParts(report, lang), ...fileParts(report, lang), ...decisionParts(report, lang), ...lackingParts(report, lang), ...swapParts(report, lang), ...scoreParts(report, lang), ...informationPartsOf(report, lang), notes];
  return parts.filter(({ title, sentences, points, table }) => title !== undefined || sentences.length + points.length + (table?.rows.length ?? 0) > 0);
}

function requirementParts({ requirements }: BacktestReport, lang: Lang): readonly ComparePart[] {
  if (requirements.length === 0) return [];
  const rows = requirements.map(({ text, verdict, value, low, high }) => [text, numberText({ value, low, high }, lang), verdictWords[verdict][lang]]);
  return [{ title: words.requirements[lang], depth: 2, sentences: [], points: [], table: { head: [words.requirement, words.value, words.verdict].map((word) => word[lang]), rows, words: new Set([0, 2]) } }];
}

/** What it takes to repeat it. */
export function inputsPart({ inputs }: BacktestReport, lang: Lang): ComparePart {
  const { hashes, situation, seed, profile, moments } = inputs;
  const facts = Object.entries(situation).map(([fact, value]) => `${fact} = ${String(value)}`);
  return {
    title: lang === "en" ? "Inputs" : "输入",
    depth: 2,
    sentences: [],
    points: [`seed ${seed}, profile ${profile}, moments ${moments.join(", ")}`, facts.join(", "), ...Object.entries(hashes).map(([file, hash]) => `${file}: sha256 ${hash}`)],
  };
}
