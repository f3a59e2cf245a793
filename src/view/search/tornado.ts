import { displayWidth, type Lang } from "../../base/index.ts";
import { grouped, measureNamed, type Unit } from "../../statistics/index.ts";
import type { TornadoBar, TornadoMeasure, TornadoReport } from "../../verdict/index.ts";
import type { ComparePart } from "../compare/part.ts";
import { partsMarkdown, partsPretty } from "../compare/part-text.ts";
import { repeatPart } from "../compare/repeat-part.ts";
import type { PartsPage } from "../html/parts-page.ts";
import { searchPage } from "./search-page.ts";
import { sourcedCsv } from "./sourced-csv.ts";
import { boundsText, differenceText } from "../text/figures.ts";
import { noDataText } from "../text/no-data.ts";
import type { TextOptions } from "../text/options.ts";
import { cutTo, padTo } from "../text/pad.ts";
import { tornadoFigures } from "./tornado-figures.ts";
import { comparisonWords } from "../words.ts";
import { requirementsPart } from "./requirements-part.ts";

/** A tornado on a terminal. */
export function prettyTornado(report: TornadoReport, options: TextOptions): string {
  return partsPretty([...partsOf(report, options.lang), repeatPart(report.inputs, ["tornado", report.inputs.scenario], options.lang, "counted")], options);
}

/** A tornado in Markdown. */
export function markdownTornado(report: TornadoReport, { lang }: Pick<TextOptions, "lang">): string {
  return partsMarkdown([...partsOf(report, lang), repeatPart(report.inputs, ["tornado", report.inputs.scenario], lang, "listed")]);
}

/** A tornado as a page. */
export function tornadoPage(report: TornadoReport, { lang }: Pick<TextOptions, "lang">): PartsPage {
  return searchPage([...partsOf(report, lang), repeatPart(report.inputs, ["tornado", report.inputs.scenario], lang, "listed")], report.inputs, lang, tornadoFigures(report, lang));
}

/** One row a measure and assumption. Shares are fractions, money is fen. */
export function csvTornado({ inputs, measures }: TornadoReport): string {
  const head = ["measure", "assumption", "low", "base", "high", "difference", "at_low", "at_low_low", "at_low_high", "at_high", "at_high_low", "at_high_high", "swing", "turns", "first", "total"];
  const rows = measures.flatMap(({ measure, base, bars, sobol = [] }) =>
    bars.map(({ assumption, low, base: now, high, atLow, atHigh, swing, turns }) => {
      const index = sobol.find((one) => one.assumption === assumption);
      return [
        measure, assumption, low, now, high, base.difference, atLow.difference, atLow.interval?.low ?? null, atLow.interval?.high ?? null, atHigh.difference,
        atHigh.interval?.low ?? null, atHigh.interval?.high ?? null, swing, turns ?? "", index?.first ?? null, index?.total ?? null,
      ];
    }),
  );
  return sourcedCsv([head, ...rows], inputs, ["tornado", inputs.scenario]);
}

function partsOf(report: TornadoReport, lang: Lang): readonly ComparePart[] {
  const { champion, challenger, assumptions } = report;
  const first: ComparePart = {
    title: lang === "en" ? `What drives ${challenger} against ${champion}` : `${challenger} 对照 ${champion}：结论取决于什么`,
    depth: 1,
    sentences: [
      lang === "en"
        ? `${assumptions} assumptions about people, each at the low and the high end of its range with all else as it is, both policies on the same customers with the same luck. L and H mark the ends, | the difference as assumed.`
        : `${assumptions} 项行为假设逐一取区间的低端与高端，其余不变；两项政策的客户与运气相同。L、H 为两端，| 为当前假设下的差值。`,
    ],
    points: [],
  };
  return [first, ...requirementsPart(report, lang), ...report.measures.flatMap((measure) => [barsPart(measure, lang), ...turnsPart(measure, lang), ...sobolPart(measure, lang)])];
}

const arm = 40;
const shown = 15;

function barsPart({ measure, base, bars, still }: TornadoMeasure, lang: Lang): ComparePart {
  const known = measureNamed(measure);
  const unit = known?.unit ?? "count";
  const list = bars.slice(0, shown);
  const values = [base, ...list.flatMap(({ atLow, atHigh }) => [atLow, atHigh])].flatMap(({ difference }) => (difference === null ? [] : [difference]));
  const wide = Math.min(30, Math.max(0, ...list.map(({ assumption }) => displayWidth(assumption))));
  const picture = list.map((bar) => `${padTo(cutTo(bar.assumption, wide, "~"), wide)} |${barText(bar, base.difference, values)}| ${ends(bar, unit, lang)}${bar.turns === "sign" ? "  !" : ""}`);
  const rest = bars.length - list.length;
  const told = `${differenceText(unit, base.difference, lang)} ${boundsText(unit, base.interval, lang)}`.trimEnd();
  const en = `As assumed: ${told}, ${comparisonWords[base.verdict].en}.${rest > 0 ? ` ${rest} weaker ones are not drawn.` : ""} ${still} assumptions move nothing here.`;
  const zh = `当前假设下：${told}，${comparisonWords[base.verdict].zh}。${rest > 0 ? `另有 ${rest} 项较弱者未画出。` : ""}${still} 项假设在此毫无作用。`;
  return { title: known?.title[lang] ?? measure, depth: 2, sentences: base.difference === null ? noDataText([measure], lang) : [lang === "en" ? en : zh], picture, points: [] };
}

function barText({ atLow, atHigh }: TornadoBar, base: number | null, values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const place = (value: number | null): number => (value === null || most <= least ? 0 : Math.round(((value - least) / (most - least)) * (arm - 1)));
  const [low, high, middle] = [place(atLow.difference), place(atHigh.difference), place(base)];
  const from = Math.min(low, high, middle);
  const to = Math.max(low, high, middle);
  return Array.from({ length: arm }, (_, at) => (at === middle ? "|" : at === low ? "L" : at === high ? "H" : at > from && at < to ? "-" : " ")).join("");
}

function ends({ atLow, atHigh }: TornadoBar, unit: Unit, lang: Lang): string {
  return `${differenceText(unit, atLow.difference, lang)} … ${differenceText(unit, atHigh.difference, lang)}`;
}

/** Assumptions that would change our mind. */
function turnsPart({ bars, base }: TornadoMeasure, lang: Lang): readonly ComparePart[] {
  const turning = bars.filter(({ turns }) => turns !== null);
  const title = lang === "en" ? "What would change our mind" : "哪些假设会改变结论";
  if (base.difference === null && turning.length === 0) return [];
  if (turning.length === 0) return [{ title, depth: 3, sentences: [lang === "en" ? "No assumption at either end of its range changes the verdict." : "没有任何假设在区间两端会改变判定。"], points: [] }];
  const points = turning.slice(0, shown).map((bar) => {
    const at = [[bar.low, bar.atLow], [bar.high, bar.atHigh]] as const;
    const told = at.filter(([, end]) => end.verdict !== base.verdict || (end.difference ?? 0) * (base.difference ?? 0) < 0).map(([value, end]) => `${plain(value)}${lang === "en" ? ": " : "："}${comparisonWords[end.verdict][lang]}${(end.difference ?? 0) * (base.difference ?? 0) < 0 ? (lang === "en" ? ", the sign turns" : "，符号反转") : ""}`);
    return `${bar.title[lang]} (${bar.assumption}, ${lang === "en" ? "now" : "现为"} ${plain(bar.base)}): ${told.join("; ")}`;
  });
  return [{ title, depth: 3, sentences: [], points }];
}

function sobolPart({ sobol, range, measure }: TornadoMeasure, lang: Lang): readonly ComparePart[] {
  if (sobol === undefined || range === undefined) return [];
  const unit = measureNamed(measure)?.unit ?? "count";
  const span = `${differenceText(unit, range.low, lang)} … ${differenceText(unit, range.high, lang)}`;
  const en = `All of these moving at once over their ranges (${range.points} points): the difference goes from ${span}; it is above zero at ${range.above} of them. First: the share of the variance that one explains alone; total: with all that it does together with the others (Jansen's estimators, intervals by resampling).`;
  const zh = `这些假设同时在各自区间内变动（${range.points} 个点）：差值范围 ${span}，其中 ${range.above} 个点大于零。一阶：该假设单独解释的方差占比；总效应：连同与其他假设的共同作用（Jansen 估计量，区间由重抽样得到）。`;
  const head = lang === "en" ? ["assumption", "first", "interval", "total", "interval"] : ["假设", "一阶", "区间", "总效应", "区间"];
  const rows = sobol.map(({ assumption, first, firstInterval, total, totalInterval }) => [assumption, first.toFixed(3), bounds(firstInterval), total.toFixed(3), bounds(totalInterval)]);
  return [{ title: lang === "en" ? "All at once: Sobol indices" : "同时变动：Sobol 指数", depth: 3, sentences: [lang === "en" ? en : zh], points: [], table: { head, rows, words: new Set([0]) } }];
}

const bounds = ({ low, high }: { readonly low: number; readonly high: number }): string => `[${low.toFixed(3)}, ${high.toFixed(3)}]`;
const plain = (value: number): string => (Number.isInteger(value) ? grouped(value, 0) : `${Number(value.toPrecision(4))}`);
