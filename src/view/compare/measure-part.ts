import type { Lang } from "../../base/index.ts";
import { grouped, measures, type Measure } from "../../statistics/index.ts";
import type { ComparedMeasure, Comparison, ComparisonVerdict, RunReport } from "../../verdict/index.ts";
import { boundsText, differenceText, valueIn, valueText } from "../text/figures.ts";
import { comparisonWords, groupTitles } from "../words.ts";
import type { ComparePart, CompareTable } from "./part.ts";
import { words } from "./words.ts";

/** Every measure of one pair, group by group: both values, the paired difference, the verdict, and what would decide. */
export function measureParts(report: RunReport, compared: Comparison, lang: Lang): readonly ComparePart[] {
  const groups = [...new Set(measures.map(({ group }) => group))];
  return groups.flatMap((group) => {
    const table = measureTable(report, compared, measures.filter((measure) => measure.group === group), lang);
    return table.rows.length === 0 ? [] : [{ title: groupTitles[group][lang], depth: 2, sentences: [], points: [], table }];
  });
}

/** Some measures of one pair: both values, the paired difference and the verdict; those without data on either side are left out. */
export function measureTable(report: RunReport, compared: Comparison, shown: readonly Measure[], lang: Lang): CompareTable {
  const head = [words.measure, words.champion, words.challenger, words.difference, words.verdict].map((word) => word[lang]);
  return { head, rows: shown.filter((measure) => tells(compared, measure)).map((measure) => rowOf(report, compared, measure, lang)), words: new Set([0, 4]) };
}

/** What is undecided, and how many customers or replications would decide it if it is what it seems. */
export function neededPart(report: RunReport, compared: Comparison, lang: Lang): readonly ComparePart[] {
  const points = measures.flatMap((measure) => {
    const found = compared.measures.find(({ name }) => name === measure.name);
    const needed = found === undefined ? "" : neededText(found, report, lang);
    return needed === "" ? [] : [`${measure.title[lang]}${lang === "en" ? ": " : "："}${needed}`];
  });
  return points.length === 0 ? [] : [{ title: words.undecided[lang], depth: 2, sentences: [], points }];
}

/** How many verdicts of each kind, and what they were corrected for. */
export function tallySentence({ measures: list }: Comparison, lang: Lang): string {
  const kinds: readonly ComparisonVerdict[] = ["better", "worse", "different", "no-difference-that-matters", "undecided"];
  const counted = kinds.map((kind) => `${list.filter(({ verdict }) => verdict === kind).length} ${comparisonWords[kind][lang]}`);
  const family = list.filter(({ adjusted }) => adjusted !== null && adjusted !== undefined).length;
  return lang === "en"
    ? `Of ${list.length} measures: ${counted.join(", ")}. The verdicts on ${family} estimates hold together: by Holm's correction, the chance that any of them is false is at most 5%.`
    : `共 ${list.length} 项指标：${counted.join("，")}。对 ${family} 项估计的判定可同时成立：经 Holm 校正，其中任何一项有误的概率不超过 5%。`;
}

function tells(compared: Comparison, measure: Measure): boolean {
  const found = compared.measures.find(({ name }) => name === measure.name);
  return found !== undefined && found.difference !== null;
}

function rowOf(report: RunReport, compared: Comparison, measure: Measure, lang: Lang): readonly string[] {
  const [own, other] = [compared.champion, compared.challenger].map((name) => report.policies.find((policy) => policy.name === name));
  const found = compared.measures.find(({ name }) => name === measure.name);
  const value = (policy: typeof own): string => (policy === undefined ? "" : valueText(measure, valueIn(policy, measure.name), lang));
  return [
    `${measure.title[lang]}${measure.assumed ? " *" : ""}`,
    value(own),
    value(other),
    found === undefined ? "" : `${differenceText(measure.unit, found.difference, lang)} ${boundsText(measure.unit, found.interval, lang)}`.trimEnd(),
    found === undefined ? "" : shortVerdict(found.verdict, lang),
  ];
}

/** A verdict in a word. */
export const shortVerdict = (verdict: ComparisonVerdict, lang: Lang): string =>
  verdict === "no-difference-that-matters" ? words.alike[lang] : comparisonWords[verdict][lang];

/** How many customers, or replications, an undecided difference would need if it is what it seems. */
export function neededText(found: ComparedMeasure, { inputs }: Pick<RunReport, "inputs">, lang: Lang): string {
  if (found.verdict !== "undecided") return "";
  if (found.timesNeeded === null || found.timesNeeded === undefined) return found.interval === null ? "" : words.never[lang];
  if (found.interval?.kind === "replication") {
    const replications = grouped(Math.ceil(inputs.replications * found.timesNeeded), 0);
    return lang === "en" ? `${replications} replications` : `重复 ${replications} 次`;
  }
  const customers = grouped(roundUp(inputs.customers * found.timesNeeded), 0);
  return lang === "en" ? `${customers} customers` : `${customers} 名客户`;
}

/** Two digits are as much as such a number is worth. */
function roundUp(count: number): number {
  let unit = 1;
  while (count / unit >= 100) unit *= 10;
  return Math.ceil(count / unit) * unit;
}
