import { measureNamed } from "../../statistics/index.ts";
import type { ImportSummary, RunReport } from "../../verdict/index.ts";
import { boundsText, countText, valueIn, valueText } from "../text/figures.ts";
import { roleWords, verdictWords } from "../words.ts";
import { columnsFrom, markdownTable } from "./markdown-table.ts";
import type { Scribe } from "./scribe.ts";
import { words } from "./words.ts";

type InputWord =
  | "scenario" | "startDate" | "months" | "customers" | "population" | "lender" | "environment" | "assumptions" | "laws" | "seed" | "replications" | "version";

/** What went in, and the policies. */
export function inputsPart(report: RunReport, write: Scribe): readonly string[] {
  const { inputs } = report;
  const rows: readonly (readonly [InputWord, string])[] = [
    ["scenario", inputs.scenario],
    ["startDate", inputs.startDate],
    ["months", String(inputs.months)],
    ["customers", countText(inputs.customers, write.lang)],
    ["population", inputs.population],
    ["lender", inputs.lender],
    ["environment", inputs.environment],
    ["assumptions", inputs.assumptions],
    ["laws", inputs.laws.join(", ")],
    ["seed", inputs.seed],
    ["replications", String(inputs.replications)],
    ["version", inputs.version],
  ];
  const named = rows.map(([word, value]) => {
    return [write.say(words[word]), value === "" ? write.say(words.none) : write.own(value)];
  });
  return [
    `## ${write.say(words.inputs)}`,
    "",
    ...markdownTable([write.say(words.input), write.say(words.value)], named),
    "",
    ...report.policies.map((policy) => `- **${write.own(policy.name)}**: ${write.say(policy.title)} (${write.say(roleWords[policy.role])})`),
  ];
}

/** How a file became customers, and the real outcomes of those each policy would and would not enrol. */
export function importPart(report: RunReport, summary: ImportSummary, write: Scribe): readonly string[] {
  const list = (names: readonly string[]): string => (names.length === 0 ? write.say(words.none) : names.map((name) => `\`${name.replaceAll("`", "'")}\``).join(", "));
  const problems = summary.problems.map(({ count, title, places }) => [
    countText(count, write.lang),
    write.say(title),
    places.map(({ row, column, value }) => `${row}: ${write.own(column)} = ${write.own(value)}`).join("; "),
  ]);
  return [
    `## ${write.say(words.imported)}`,
    "",
    `${countText(summary.rows, write.lang)} ${write.say(words.rows)}, ${countText(summary.customers, write.lang)} ${write.say(words.customers)}; ${write.say(words.outcome)}: ${summary.outcomeColumn === null ? write.say(words.none) : write.own(summary.outcomeColumn)}`,
    "",
    `- ${write.say(words.fromFile)} (${summary.imported.length}): ${list(summary.imported)}`,
    `- ${write.say(words.constant)} (${summary.constant.length}): ${list(summary.constant)}`,
    `- **${write.say(words.synthetic)}** (${summary.synthesised.length}): ${list(summary.synthesised)}`,
    ...(problems.length === 0 ? [] : ["", ...markdownTable([write.say(words.count), write.say(words.problem), write.say(words.where)], problems, new Set([0]))]),
    ...(summary.outcomeColumn === null ? [] : ["", ...outcomeTable(report, write)]),
  ];
}

function outcomeTable(report: RunReport, write: Scribe): readonly string[] {
  const rows = ["realBadRateEnrolled", "realBadRateNotEnrolled"].flatMap((name) => {
    const measure = measureNamed(name);
    if (measure === undefined) return [];
    const cells = report.policies.map((policy) => {
      const value = valueIn(policy, name);
      return `${valueText(measure, value, write.lang)} ${boundsText(measure.unit, value?.interval, write.lang)}`.trim();
    });
    return [[write.say(measure.title), ...cells]];
  });
  return markdownTable([write.say(words.measure), ...report.policies.map(({ name }) => write.own(name))], rows, columnsFrom(1, report.policies.length + 1));
}

/** Who is not beaten in each pair of measures. */
export function tradeOffsPart(report: RunReport, write: Scribe): readonly string[] {
  if (report.policies.length < 2) return [];
  const title = (name: string): string => {
    const found = measureNamed(name)?.title;
    return found === undefined ? write.own(name) : write.say(found);
  };
  const lines = report.tradeOffs.map(({ x, y, frontier }) => {
    const axis = (side: typeof x): string => `${title(side.measure)} (${write.say(words.directions[side.better])})`;
    const names = frontier.length === 0 ? write.say(words.none) : frontier.map(write.own).join(", ");
    return `- ${axis(x)} × ${axis(y)}; ${write.say(words.frontier)}: ${names}`;
  });
  return [`## ${write.say(words.tradeOffs)}`, "", ...lines];
}

/** Each claim with its verdict and evidence. */
export function expectationsPart(report: RunReport, write: Scribe): readonly string[] {
  if (report.expectations.length === 0) return [];
  const rows = report.expectations.map(({ name, policy, measure, verdict, evidence }) => [
    write.own(name), write.own(policy), write.own(measure), `**${write.say(verdictWords[verdict])}**`, write.say(evidence),
  ]);
  const head = [words.expectation, words.policy, words.measure, words.verdict, words.evidence].map(write.say);
  return [`## ${write.say(words.expectations)}`, "", ...markdownTable(head, rows)];
}
