import { measureNamed } from "../../statistics/index.ts";
import type { ImportSummary, RunReport } from "../../verdict/index.ts";
import { boundsText, countText, valueIn, valueText } from "../text/figures.ts";
import { cutTo } from "../text/pad.ts";
import { counted } from "../text/counted.ts";
import type { Pen } from "../text/pen.ts";
import { table } from "../text/table.ts";
import { letterAt } from "./letters.ts";
import { words } from "./words.ts";

/** How a file became customers: what was read, what is synthetic, what was odd, and what really became of them. */
export function importLines(report: RunReport, summary: ImportSummary, pen: Pen): readonly string[] {
  const facts = (word: "imported" | "constant" | "synthesised"): readonly string[] => {
    const names = summary[word];
    const list = names.length === 0 ? pen.say(words.none) : names.map(pen.own).join(", ");
    return pen.paragraph(`${pen.say(words[word])} (${names.length}): ${list}`);
  };
  return [
    pen.look("bold", pen.say(words.importTitle)),
    `${counted(summary.rows, "row", pen.lang)}${pen.lang === "en" ? ", " : "，"}${counted(summary.customers, "customer", pen.lang)}`,
    ...facts("imported"),
    ...facts("constant"),
    ...facts("synthesised").map((line) => pen.look("yellow", line)),
    ...problemLines(summary, pen),
    ...outcomeLines(report, summary, pen),
  ];
}

function problemLines(summary: ImportSummary, pen: Pen): readonly string[] {
  if (summary.problems.length === 0) return [];
  const lines = summary.problems.flatMap(({ count, title, places }) => {
    const where = places.slice(0, 3).map(({ row, column, value }) => {
      const at = pen.lang === "en" ? `row ${row}` : `第 ${row} 行`;
      return `${at} ${pen.own(column)} = ${cutTo(pen.own(value), 16)}`;
    });
    return pen.paragraph(`${countText(count, pen.lang)}  ${pen.say(title)}${where.length === 0 ? "" : ` (${where.join("; ")})`}`, "  ");
  });
  return [`${pen.say(words.problems)}:`, ...lines];
}

/** The real bad rate among those each policy would enrol and those it would not. */
function outcomeLines(report: RunReport, summary: ImportSummary, pen: Pen): readonly string[] {
  if (summary.outcomeColumn === null) return [pen.say(words.noOutcome)];
  const rows = ["realBadRateEnrolled", "realBadRateNotEnrolled"].flatMap((name) => {
    const measure = measureNamed(name);
    if (measure === undefined) return [];
    const cells = report.policies.map((policy) => {
      const value = valueIn(policy, name);
      return { text: pen.own(valueText(measure, value, pen.lang)), aside: boundsText(measure.unit, value?.interval, pen.lang) };
    });
    return [{ cells: [{ text: pen.say(measure.title) }, ...cells] }];
  });
  const columns = [
    { title: `${pen.say(words.outcome)} ${pen.own(summary.outcomeColumn)}`, align: "left" as const, elastic: true },
    ...report.policies.map((_, index) => ({ title: letterAt(index), align: "right" as const })),
  ];
  return [pen.say(words.trueAmong), ...table(pen, columns, rows)];
}
