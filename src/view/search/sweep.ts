import type { Lang } from "../../base/index.ts";
import { figure, grouped, measureNamed } from "../../statistics/index.ts";
import type { Axis, FrontierStep, SweepReport, SweptPoint } from "../../verdict/index.ts";
import type { ComparePart } from "../compare/part.ts";
import { partsMarkdown, partsPretty } from "../compare/part-text.ts";
import { repeatPart } from "../compare/repeat-part.ts";
import type { PartsPage } from "../html/parts-page.ts";
import { searchPage } from "./search-page.ts";
import { sourcedCsv } from "./sourced-csv.ts";
import { boundsText, differenceText } from "../text/figures.ts";
import { counted } from "../text/counted.ts";
import { noDataText } from "../text/no-data.ts";
import type { TextOptions } from "../text/options.ts";
import { perUnit, setText } from "./search-words.ts";
import { axisTitle, scatter, type Spot } from "./scatter.ts";
import { sweepFigures } from "./sweep-figures.ts";
import { sweepWords as words } from "./sweep-words.ts";

/** A sweep on a terminal. */
export function prettySweep(report: SweepReport, options: TextOptions): string {
  return partsPretty([...partsOf(report, options.lang), repeatPart(report.inputs, ["sweep", report.inputs.scenario], options.lang, "counted")], options);
}

/** A sweep in Markdown. */
export function markdownSweep(report: SweepReport, { lang }: Pick<TextOptions, "lang">): string {
  return partsMarkdown([...partsOf(report, lang), repeatPart(report.inputs, ["sweep", report.inputs.scenario], lang, "listed")]);
}

/** A sweep as a page: the points and the frontier among them as a picture. */
export function sweepPage(report: SweepReport, { lang }: Pick<TextOptions, "lang">): PartsPage {
  return searchPage([...partsOf(report, lang), repeatPart(report.inputs, ["sweep", report.inputs.scenario], lang, "listed")], report.inputs, lang, sweepFigures(report, lang));
}

/** One row a point and measure. Shares are fractions, money is fen. */
export function csvSweep({ inputs, points, varied }: SweepReport): string {
  const names = varied.map(({ name }) => name);
  const head = ["id", "policy", "named", "standing", ...names, "measure", "unit", "value", "low", "high", "kind", "difference", "difference_low", "difference_high"];
  const rows = points.flatMap(({ id, policy, named, standing, parameters, measures, differences }) =>
    measures.map(({ name, value, interval }, at) => {
      const { difference = null, interval: paired = null } = differences[at] ?? {};
      return [
        id, policy, named, standing, ...names.map((parameter) => parameters[parameter] ?? null), name, measureNamed(name)?.unit ?? "", value, interval?.low ?? null,
        interval?.high ?? null, interval?.kind ?? "", difference, paired?.low ?? null, paired?.high ?? null,
      ];
    }),
  );
  return sourcedCsv([head, ...rows], inputs, ["sweep", inputs.scenario]);
}

function partsOf(report: SweepReport, lang: Lang): readonly ComparePart[] {
  return [headPart(report, lang), frontierPart(report, lang), stepsPart(report, lang), namedPart(report, lang)].filter(({ sentences, table, points }) => sentences.length + points.length + (table?.rows.length ?? 0) > 0);
}

function headPart(report: SweepReport, lang: Lang): ComparePart {
  const { policy, points, varied, x, y, design } = report;
  const swept = points.filter(({ named }) => !named);
  const count = (standing: SweptPoint["standing"]): number => points.filter((point) => point.standing === standing).length;
  const en = `${swept.length} settings of ${policy} (${design === "grid" ? "a grid" : "evenly spread points"}) over the same customers with the same luck; ${counted(varied.length, "parameter", "en")} varied. On the frontier: ${count("frontier")}; beaten, but not beyond chance: ${count("open")}; beaten: ${count("beaten")}${count("no-data") > 0 ? `; without data: ${count("no-data")}` : ""}.`;
  const zh = `${policy} 的 ${swept.length} 组参数（${design === "grid" ? "网格" : "均匀散布的点"}），客户与运气完全相同；变动的参数有 ${varied.length} 个。前沿上：${count("frontier")}；被胜出但差距不超出偶然：${count("open")}；确定被胜出：${count("beaten")}${count("no-data") > 0 ? `；无数据：${count("no-data")}` : ""}。`;
  const vary = varied.map((one) => `${one.title[lang]} (${one.name}): ${plain(one.low)} … ${plain(one.high)} ${one.unit}, ${words.now[lang]} ${plain(one.current)}`);
  return { title: `${axisTitle(x, lang)} × ${axisTitle(y, lang)}`, depth: 1, sentences: [lang === "en" ? en : zh], picture: pictureOf(report, lang), points: vary };
}

/** Swept points first, then the frontier, then the policies that have a name. */
function pictureOf({ points, x, y, policy }: SweepReport, lang: Lang): readonly string[] {
  const rank = ({ named, standing }: SweptPoint): number => (named ? 2 : standing === "frontier" ? 1 : 0);
  const named = points.filter((point) => point.named);
  const sign = (point: SweptPoint): string => (point.named ? letterOf(named, point) : point.standing === "frontier" ? "o" : ".");
  const spots = points.toSorted((a, b) => rank(a) - rank(b)).flatMap((point): readonly Spot[] => {
    const [across, up] = [valueOf(point, x), valueOf(point, y)];
    return across === null || up === null ? [] : [{ sign: sign(point), x: across, y: up }];
  });
  const legend = [`o ${words.frontier[lang]}`, `. ${words.others[lang]}`, ...named.map((point) => `${letterOf(named, point)} ${point.policy}${point.policy === policy ? ` (${words.asItStands[lang]})` : ""}`)];
  return [...scatter(spots, x, y, lang), legend.join("   ")];
}

const nameOf = (point: SweptPoint, { points }: SweepReport): string => (point.named ? `${letterOf(points.filter(({ named }) => named), point)} ${point.policy}` : `#${point.id}`);

const letterOf = (named: readonly SweptPoint[], point: SweptPoint): string => "ABCDEFGHIJKLMNPQRSTUVWXYZ"[named.indexOf(point)] ?? "*";

const valueOf = ({ measures }: SweptPoint, { measure }: Axis): number | null => measures.find(({ name }) => name === measure)?.value ?? null;

function frontierPart(report: SweepReport, lang: Lang): ComparePart {
  const found = report.frontier.flatMap((id) => report.points.find((point) => point.id === id) ?? []);
  return tableOf(words.frontierTitle[lang], found, report, lang);
}

function namedPart(report: SweepReport, lang: Lang): ComparePart {
  return tableOf(words.namedTitle[lang], report.points.filter(({ named }) => named), report, lang);
}

function tableOf(title: string, list: readonly SweptPoint[], report: SweepReport, lang: Lang): ComparePart {
  const names = list[0]?.measures.map(({ name }) => name) ?? [];
  const head = [words.point[lang], ...names.flatMap((name) => [name, words.against[lang]]), words.standing[lang], words.parameters[lang]];
  const rows = list.map((point) => [
    nameOf(point, report),
    ...point.measures.flatMap((value, at): readonly string[] => {
      const unit = measureNamed(value.name)?.unit ?? "count";
      const paired = point.differences[at];
      return [`${figure(unit, value.value, lang)} ${boundsText(unit, value.interval, lang)}`.trimEnd(), point.id === 0 ? "" : `${differenceText(unit, paired?.difference ?? null, lang)} ${boundsText(unit, paired?.interval, lang)}`.trimEnd()];
    }),
    words[point.standing][lang],
    point.named ? "" : setText(point.parameters, report.varied),
  ]);
  return { title, depth: 2, sentences: [], points: [], table: { head, rows, words: new Set([0, head.length - 2, head.length - 1]) } };
}

/** What one more unit of the first axis costs, step by step along the frontier. */
function stepsPart(report: SweepReport, lang: Lang): ComparePart {
  const { x, y, steps, points } = report;
  const told = (id: number): string => points.flatMap((point) => (point.id === id ? [nameOf(point, report)] : [])).join("");
  const lines = steps.map((step) => `${told(step.from)} → ${told(step.to)}${lang === "en" ? ": " : "："}${stepText(step, x, y, lang)}`);
  return { title: words.price[lang], depth: 2, sentences: lines.length > 0 ? [] : report.frontier.length === 0 ? noDataText([x, y].filter((axis) => points.every((point) => valueOf(point, axis) === null)).map(({ measure }) => measure), lang) : [words.onePoint[lang]], points: lines };
}

function stepText({ dx, dy, slope, interval }: FrontierStep, x: Axis, y: Axis, lang: Lang): string {
  const [across, up] = [x, y].map(({ measure }) => measureNamed(measure)?.unit ?? "count");
  if (across === undefined || up === undefined) return "";
  const one = perUnit(across);
  const bounds = interval === null ? "" : ` ${boundsText(up, { low: interval.low * one.size, high: interval.high * one.size, kind: "sampling" }, lang)}`;
  const cost = `${differenceText(up, slope * one.size, lang)}${bounds}`;
  return `${differenceText(across, dx, lang)} / ${differenceText(up, dy, lang)}${lang === "en" ? `; ${one.words.en} costs ${cost}` : `；${one.words.zh}对应 ${cost}`}`;
}

const plain = (value: number): string => grouped(value, Number.isInteger(value) ? 0 : 2);
