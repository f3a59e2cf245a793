import { displayWidth, type Lang } from "../../base/index.ts";
import { figure, measureNamed } from "../../statistics/index.ts";
import type { BridgeReport } from "../../verdict/index.ts";
import type { ComparePart } from "../compare/part.ts";
import { partsMarkdown, partsPretty } from "../compare/part-text.ts";
import { repeatPart } from "../compare/repeat-part.ts";
import type { PartsPage } from "../html/parts-page.ts";
import { bridgeFigures } from "./bridge-figures.ts";
import { searchPage } from "./search-page.ts";
import { sourcedCsv } from "./sourced-csv.ts";
import { boundsText, differenceText } from "../text/figures.ts";
import { noDataText } from "../text/no-data.ts";
import type { TextOptions } from "../text/options.ts";
import { cutTo, padTo } from "../text/pad.ts";

/** A bridge on a terminal. */
export function prettyBridge(report: BridgeReport, options: TextOptions): string {
  return partsPretty([...partsOf(report, options.lang), repeatPart(report.inputs, ["bridge", report.from, report.to], options.lang, "counted")], options);
}

/** A bridge in Markdown. */
export function markdownBridge(report: BridgeReport, { lang }: Pick<TextOptions, "lang">): string {
  return partsMarkdown([...partsOf(report, lang), repeatPart(report.inputs, ["bridge", report.from, report.to], lang, "listed")]);
}

/** A bridge as a page. */
export function bridgePage(report: BridgeReport, { lang }: Pick<TextOptions, "lang">): PartsPage {
  return searchPage([...partsOf(report, lang), repeatPart(report.inputs, ["bridge", report.from, report.to], lang, "listed")], report.inputs, lang, bridgeFigures(report, lang));
}

/** One row a step and measure; the two ends are rows of their own. Shares are fractions, money is fen. */
export function csvBridge({ inputs, from, to, measures, steps }: BridgeReport): string {
  const rows = measures.flatMap(({ from: first, to: last }, at) => [
    [first.name, from, "from", first.value, first.interval?.low ?? null, first.interval?.high ?? null],
    ...steps.map(({ name, effects }) => [first.name, name, "edit", effects[at]?.effect ?? null, effects[at]?.interval?.low ?? null, effects[at]?.interval?.high ?? null]),
    [last.name, to, "to", last.value, last.interval?.low ?? null, last.interval?.high ?? null],
  ]);
  return sourcedCsv([["measure", "step", "kind", "value", "low", "high"], ...rows], inputs, ["bridge", from, to]);
}

function partsOf(report: BridgeReport, lang: Lang): readonly ComparePart[] {
  return [headPart(report, lang), ...report.measures.map((_, at) => waterfall(report, at, lang)), editsPart(report, lang)];
}

function headPart({ from, to, attribution, runs, steps, merged }: BridgeReport, lang: Lang): ComparePart {
  const en = attribution === "shapley" ? `Each step is its mean effect over every order in which the ${steps.length} groups of edits can be made (Shapley values; ${runs} policies run on the same customers with the same luck), so the order shown does not matter.` : `The ${steps.length} groups of edits are made one after the other in the order shown (${runs} policies on the same customers with the same luck): with more than six groups, where a step stands can matter.`;
  const zh = attribution === "shapley" ? `每一步是 ${steps.length} 组改动在所有先后次序下的平均作用（Shapley 值；共运行 ${runs} 项政策，客户与运气相同），与排列次序无关。` : `${steps.length} 组改动按所示次序逐一实施（共运行 ${runs} 项政策，客户与运气相同）：超过六组时，结果可能与次序有关。`;
  const joined = merged.map(({ names, why }) => (lang === "en" ? `${names.join(" and ")} cannot stand apart: ${why.en}` : `${names.join(" 与 ")} 无法分开：${why.zh}`));
  return { title: lang === "en" ? `From ${from} to ${to}` : `从 ${from} 到 ${to}`, depth: 1, sentences: [lang === "en" ? en : zh], points: joined };
}

const arm = 36;

/** One measure from one policy to the other: each bar begins where the one before it ends. */
function waterfall({ from, to, measures, steps }: BridgeReport, at: number, lang: Lang): ComparePart {
  const ends = measures[at];
  const measure = measureNamed(ends?.from.name ?? "");
  if (ends === undefined || measure === undefined) return { depth: 2, sentences: [], points: [] };
  const effects = steps.map((step) => step.effects[at]?.effect ?? null);
  const title = measure.title[lang];
  if (ends.from.value === null || ends.to.value === null || effects.some((effect) => effect === null)) return { title, depth: 2, sentences: noDataText([measure.name], lang), points: [] };
  const levels = [ends.from.value];
  for (const effect of effects) levels.push((levels.at(-1) ?? 0) + (effect ?? 0));
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const place = (value: number): number => (high > low ? Math.round(((value - low) / (high - low)) * (arm - 1)) : 0);
  const names = [from, ...steps.map((step) => step.title[lang]), to];
  const wide = Math.min(34, Math.max(...names.map(displayWidth)));
  const line = (name: string, bar: string, told: string): string => `${padTo(cutTo(name, wide, "~"), wide)}  |${padTo(bar, arm)}|  ${told}`;
  const body = steps.map((step, index) => {
    const [start = 0, end = 0] = [levels[index], levels[index + 1]];
    const [left, right] = [Math.min(place(start), place(end)), Math.max(place(start), place(end))];
    const sign = end > start ? "+" : end < start ? "-" : "|";
    const effect = step.effects[at];
    const bounds = effect?.interval === null || effect?.interval === undefined ? "" : boundsText(measure.unit, { ...effect.interval, kind: "sampling" }, lang);
    return line(step.title[lang], `${" ".repeat(left)}${sign.repeat(Math.max(1, right - left))}`, `${differenceText(measure.unit, end - start, lang)} ${bounds}`.trimEnd());
  });
  const whole = `${differenceText(measure.unit, ends.difference.difference, lang)} ${boundsText(measure.unit, ends.difference.interval, lang)}`.trimEnd();
  return {
    title,
    depth: 2,
    sentences: [lang === "en" ? `In all ${whole}` : `合计 ${whole}`, ...whichText(steps, at, lang)],
    picture: [line(from, `${" ".repeat(place(ends.from.value))}#`, figure(measure.unit, ends.from.value, lang)), ...body, line(to, `${" ".repeat(place(ends.to.value))}#`, figure(measure.unit, ends.to.value, lang))],
    points: [],
  };
}

/** Which step earns most and which costs most, of those whose interval leaves out zero. */
function whichText(steps: BridgeReport["steps"], at: number, lang: Lang): readonly string[] {
  const found = steps.flatMap(({ title, effects }) => {
    const { effect = null, interval = null, measure = "" } = effects[at] ?? {};
    return effect === null || interval === null || (interval.low <= 0 && interval.high >= 0) ? [] : [{ title, effect, interval, unit: measureNamed(measure)?.unit ?? ("count" as const) }];
  });
  const told = [found.filter(({ effect }) => effect > 0), found.filter(({ effect }) => effect < 0)].flatMap((side, index) => {
    const most = side.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))[0];
    if (most === undefined) return [];
    const figures = `${differenceText(most.unit, most.effect, lang)} ${boundsText(most.unit, { ...most.interval, kind: "sampling" }, lang)}`;
    const way = index === 0 ? { en: "Raised most by", zh: "使其上升最多的是" } : { en: "Lowered most by", zh: "使其下降最多的是" };
    return [lang === "en" ? `${way.en} ${most.title.en}: ${figures}.` : `${way.zh}${most.title.zh}：${figures}。`];
  });
  if (told.length > 0) return [told.join(lang === "en" ? " " : "")];
  return [lang === "en" ? "No step is surely other than zero." : "没有一步确定不为零。"];
}

/** What is in each group; one in which nothing is told changes nothing that decides. */
function editsPart({ steps }: BridgeReport, lang: Lang): ComparePart {
  const points = steps.filter(({ edits }) => edits.length > 0).map(({ title, edits, more }) => {
    const list = edits.map((text) => cutTo(text[lang], 120)).join(lang === "en" ? "; " : "；");
    const rest = more === 0 ? "" : lang === "en" ? `; and ${more} more` : `；另有 ${more} 处`;
    return `${title[lang]}${lang === "en" ? ": " : "："}${list}${rest}`;
  });
  return { title: lang === "en" ? "What each step changes" : "每一步改了什么", depth: 2, sentences: [], points };
}
