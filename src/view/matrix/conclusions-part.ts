import type { Lang } from "../../base/index.ts";
import { measureNamed, type Unit } from "../../statistics/index.ts";
import type { CellSaid, CellSide, MatrixConclusion, MatrixFigure, MatrixReport } from "../../verdict/index.ts";
import type { ComparePart } from "../compare/part.ts";
import { boundsText, differenceText } from "../text/figures.ts";
import { matrixWords as words, sideWords, standingWords } from "./words.ts";

/** Cells told by name where a conclusion does not hold. */
const told = 6;

/** Which conclusions hold in all cells and which turn; where they do not hold, cell by cell. */
export function conclusionsPart({ measures }: MatrixReport, lang: Lang): ComparePart {
  const all = measures.flatMap(({ measure, conclusions }) => conclusions.map((one) => ({ title: measureNamed(measure)?.title[lang] ?? measure, unit: measureNamed(measure)?.unit ?? ("count" as const), one })));
  const several = new Set(all.flatMap(({ one }) => one.champions)).size > 1;
  const head = [words.measure, words.challenger, words.conclusion, words.cells, words.span].map((word) => word[lang]);
  const rows = all.map(({ title, unit, one }) => [title, several ? `${one.challenger} / ${one.champions.join(", ")}` : one.challenger, standingText(one, lang), ratioText(one, lang), spanText(one, unit, lang)]);
  const points = all.flatMap(({ title, unit, one }) => (one.otherwise.length === 0 ? [] : [`${title}, ${one.challenger}${lang === "en" ? ": " : "："}${whereText(one, unit, lang)}`]));
  return { title: words.conclusions[lang], depth: 2, sentences: [], points, table: { head, rows, words: new Set([0, 1, 2]) } };
}

function standingText({ standing, side, agreeing, cells }: MatrixConclusion, lang: Lang): string {
  // Most cells decide nothing: then it is not "everywhere but for a few".
  if (standing === "fades" && agreeing * 2 < cells) return lang === "en" ? `open in most: ${sideWords[side].en}` : `多数格未定：${sideWords[side].zh}`;
  if (standing === "open" || standing === "no-data") return sideWords[side][lang];
  return `${standingWords[standing][lang]}${lang === "en" ? ": " : "："}${sideWords[side][lang]}`;
}

const ratioText = ({ agreeing, cells }: MatrixConclusion, lang: Lang): string => (lang === "en" ? `${agreeing} of ${cells}` : `${agreeing}/${cells}`);

function spanText({ range }: MatrixConclusion, unit: Unit, lang: Lang): string {
  if (range === null) return "";
  const low = differenceText(unit, range.low, lang);
  return range.low === range.high ? low : `${low} … ${differenceText(unit, range.high, lang)}`;
}

/** The cells that say otherwise. */
function whereText({ otherwise }: MatrixConclusion, unit: Unit, lang: Lang): string {
  const where = otherwise.slice(0, told).map((cell) => saidText(cell, unit, lang));
  const more = otherwise.length - where.length;
  return [...where, ...(more > 0 ? [lang === "en" ? `and ${more} more` : `另有 ${more} 格`] : [])].join(lang === "en" ? "; " : "；");
}

function saidText({ scenario, assumptions, side, difference, interval }: CellSaid, unit: Unit, lang: Lang): string {
  const bounds = boundsText(unit, interval === null ? null : { ...interval, kind: "sampling" }, lang);
  const figure = side === "no-data" ? "" : ` ${differenceText(unit, difference, lang)} ${bounds}`.trimEnd();
  return `${scenario}/${assumptions} ${sideWords[side][lang]}${figure}`;
}

/** What one cell says of its challenger, in the words of a conclusion. */
export function sideOfFigure({ difference }: MatrixFigure): CellSide {
  if (difference === null || difference.difference === null) return "no-data";
  if (difference.verdict === "different") return difference.difference > 0 ? "higher" : "lower";
  return difference.verdict === "no-difference-that-matters" ? "alike" : difference.verdict;
}
