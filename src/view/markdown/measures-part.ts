import { measureNamed, measures, type Measure, type MeasureGroup, type MeasureValue } from "../../statistics/index.ts";
import type { Comparison, PolicyReport, RunReport } from "../../verdict/index.ts";
import { groupSentences } from "../sentences.ts";
import { boundsText, countText, differenceText, factorText, valueIn, valueText } from "../text/figures.ts";
import { comparisonWords, groupTitles } from "../words.ts";
import { columnsFrom, markdownTable } from "./markdown-table.ts";
import type { Scribe } from "./scribe.ts";
import { words } from "./words.ts";

/** Every measure of a group, policies side by side with intervals, and what to see. */
export function measuresPart(report: RunReport, group: MeasureGroup, write: Scribe): readonly string[] {
  const rows = measures
    .filter((measure) => measure.group === group)
    .map((measure) => [titleOf(measure, write), ...report.policies.map((policy) => valueCell(measure, valueIn(policy, measure.name), write))]);
  return [
    `## ${write.say(groupTitles[group])}`,
    "",
    ...groupSentences(report, group, write.lang).map((sentence) => `- ${write.own(sentence)}`),
    "",
    ...markdownTable([write.say(words.measure), ...report.policies.map(({ name }) => write.own(name))], rows, columnsFrom(1, report.policies.length + 1)),
  ];
}

const titleOf = (measure: Measure, write: Scribe): string =>
  `${write.say(measure.title)}${measure.assumed ? ` ${write.mark(words.assumedMark)}` : ""}`;

function valueCell(measure: Measure, value: MeasureValue | undefined, write: Scribe): string {
  return `${valueText(measure, value, write.lang)} ${boundsText(measure.unit, value?.interval, write.lang)}`.trim();
}

/** One challenger against the champion, measure by measure; what has no data in either is left out. */
export function comparisonPart({ champion, challenger, measures: compared }: Comparison, write: Scribe): readonly string[] {
  const rows = compared.flatMap(({ name, difference, interval, verdict, breakEven }) => {
    const measure = measureNamed(name);
    if (measure === undefined || difference === null) return [];
    const bounds = boundsText(measure.unit, interval, write.lang);
    return [[
      titleOf(measure, write),
      differenceText(measure.unit, difference, write.lang),
      bounds,
      write.say(comparisonWords[verdict]),
      breakEven === null ? "" : factorText(breakEven),
    ]];
  });
  const head = [words.measure, words.difference, words.interval, words.verdict, words.breakEven].map(write.say);
  return [
    `## ${write.say(words.compared)}: ${write.own(challenger)} − ${write.own(champion)}`,
    "",
    write.say(words.comparedHint),
    "",
    ...markdownTable(head, rows, new Set([1, 2, 4])),
  ];
}

/** Ever 90+ by months on book, policies side by side. */
export function vintagesPart(report: RunReport, write: Scribe): readonly string[] {
  const measure = measureNamed("ever90PlusAtMonth12");
  const curves = report.policies.map((policy) => policy.vintages.find(({ kind }) => kind === "ever90")?.points ?? []);
  const length = Math.max(0, ...curves.map((points) => points.length));
  if (measure === undefined || length === 0) return [];
  const rows = Array.from({ length }, (_, at) => [
    String(at),
    ...curves.map((points) => {
      const point = points[at];
      if (point === undefined || point.value === null) return write.say({ en: "no data", zh: "无数据" });
      const interval = point.low === null || point.high === null ? null : { low: point.low, high: point.high, kind: "sampling" as const };
      const value = valueText(measure, { name: "", value: point.value, interval, numerator: 0, denominator: 0, assumed: false }, write.lang);
      return `${value} ${boundsText("share", interval, write.lang)} n=${countText(point.accounts, write.lang)}`;
    }),
  ]);
  const head = [write.say(words.monthsOnBook), ...report.policies.map(({ name }) => write.own(name))];
  return [`## ${write.say(words.vintages)}`, "", write.say(words.vintageHint), "", ...markdownTable(head, rows, columnsFrom(0, head.length))];
}

/** Measures that groups are shown by: headlines of each room of the report. */
const byGroup = ["enrolledShare", "unaskedShare", "ever90PlusAtMonth12", "accounts30PlusShare", "marginPerCustomer", "awareShare", "complaintsPerThousand"];

/** The headline measures of each group of customers. */
export function groupsPart(report: RunReport, write: Scribe): readonly string[] {
  return report.policies.flatMap((policy) => (policy.groups.length === 0 ? [] : ["", ...groupTable(policy, write)])).slice(1);
}

function groupTable(policy: PolicyReport, write: Scribe): readonly string[] {
  const shown = byGroup.flatMap((name) => measureNamed(name) ?? []);
  const rows = policy.groups.map(({ key, customers, measures: values }) => [
    write.own(key),
    countText(customers, write.lang),
    ...shown.map((measure) => valueCell(measure, values.find(({ name }) => name === measure.name), write)),
  ]);
  const head = [write.say(words.group), write.say(words.customers), ...shown.map((measure) => titleOf(measure, write))];
  return [`## ${write.say(words.groups)}: ${write.own(policy.name)}`, "", ...markdownTable(head, rows, columnsFrom(1, head.length))];
}
