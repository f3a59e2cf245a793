import type { Lang } from "../../base/index.ts";
import { figure, measures, type Measure } from "../../statistics/index.ts";
import { comparedHeadlines, type ComparedMeasure, type Comparison, type RunReport } from "../../verdict/index.ts";
import type { FactReader } from "../fact-value.ts";
import { groupWords } from "../group-words.ts";
import { boundsText, differenceText } from "../text/figures.ts";
import { neededText, shortVerdict } from "./measure-part.ts";
import type { ComparePart } from "./part.ts";
import { words } from "./words.ts";

type Group = NonNullable<Comparison["groups"]>[number];

/** The headline differences of each group asked for by `--by` (the `most` largest), and in a sentence each who loses and who gains. */
export function groupParts(compared: Comparison, report: RunReport, reader: FactReader, most = Number.POSITIVE_INFINITY): readonly ComparePart[] {
  const { lang } = reader;
  const groups = compared.groups?.map((group) => ({ ...group, key: groupWords(group.key, reader) }));
  if (groups === undefined || groups.length === 0) return [];
  const head = [words.group, words.customers, words.difference, words.verdict, words.toDecide].map((word) => word[lang]);
  const shown = measures.filter(({ name }) => comparedHeadlines.includes(name));
  const first: ComparePart = { title: words.byGroup[lang], depth: 2, sentences: leftOut(groups.length, most, lang), points: shown.flatMap((measure) => whoLoses(groups, measure, lang)) };
  const parts = shown.map((measure): ComparePart => ({
    title: measure.title[lang],
    depth: 3,
    sentences: [],
    points: [],
    table: { head, rows: largest(groups, most).flatMap((group) => groupRow(group, measure, report, lang)), words: new Set([0, 3, 4]) },
  }));
  return [first, ...parts];
}

/** The largest groups, in the order in which they stand. */
export function largest<G extends { readonly customers: number }>(groups: readonly G[], most: number): readonly G[] {
  if (groups.length <= most) return groups;
  const kept = new Set(groups.toSorted((a, b) => b.customers - a.customers).slice(0, most));
  return groups.filter((group) => kept.has(group));
}

/** What a page has no room for, in a sentence. */
export function leftOut(count: number, most: number, lang: Lang): readonly string[] {
  if (count <= most) return [];
  return [lang === "en" ? `The ${most} largest of ${count} groups are shown; all are in the JSON.` : `共 ${count} 组，此处仅列最大的 ${most} 组；全部见 JSON。`];
}

function groupRow({ key, customers, measures: list }: Group, measure: Measure, report: RunReport, lang: Lang): readonly (readonly string[])[] {
  const found = list.find(({ name }) => name === measure.name);
  if (found === undefined) return [];
  const scaled = { inputs: { ...report.inputs, customers } };
  return [[key, figure("count", customers, lang), told(measure, found, lang), shortVerdict(found.verdict, lang), neededText(found, scaled, lang)]];
}

const told = ({ unit }: Measure, { difference, interval }: ComparedMeasure, lang: Lang): string => `${differenceText(unit, difference, lang)} ${boundsText(unit, interval, lang)}`.trimEnd();

interface Heard {
  readonly key: string;
  readonly found: ComparedMeasure;
}

/** In how many groups a measure is decided which way, and where most. Silent where nothing is decided. */
function whoLoses(groups: readonly Group[], measure: Measure, lang: Lang): readonly string[] {
  const heard = groups.flatMap(({ key, measures: list }): readonly Heard[] => list.flatMap((found) => (found.name === measure.name && found.difference !== null ? [{ key, found }] : [])));
  const sides = [
    { list: decided(heard, measure, "loses"), words: measure.better === "neither" ? words.lower : words.loses },
    { list: decided(heard, measure, "gains"), words: measure.better === "neither" ? words.higher : words.gains },
  ].filter(({ list }) => list.length > 0);
  if (sides.length === 0) return [];
  const texts = sides.map(({ list, words: way }) => {
    const most = list.toSorted((a, b) => Math.abs(b.found.difference ?? 0) - Math.abs(a.found.difference ?? 0))[0];
    const where = most === undefined ? "" : `${most.key} ${told(measure, most.found, lang)}`;
    return lang === "en" ? `${way.en} in ${list.length} of ${heard.length} groups, most in ${where}` : `${heard.length} 组中有 ${list.length} 组${way.zh}，以 ${where} 为最`;
  });
  return [`${measure.title[lang]}${lang === "en" ? ": " : "："}${texts.join(lang === "en" ? "; " : "；")}`];
}

/** Groups in which the verdict stands, on one side: worse or lower, better or higher. */
function decided(heard: readonly Heard[], measure: Measure, side: "loses" | "gains"): readonly Heard[] {
  return heard.filter(({ found: { verdict, difference } }) => {
    if (measure.better !== "neither") return verdict === (side === "loses" ? "worse" : "better");
    return verdict === "different" && (difference ?? 0) < 0 === (side === "loses");
  });
}
