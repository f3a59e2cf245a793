import type { Measure } from "../../statistics/index.ts";
import { measureNamed } from "../../statistics/index.ts";
import type { PolicyReport } from "../../verdict/index.ts";
import { Canvas, lookOf } from "./canvas.ts";
import { say, type TabContext, type TabView } from "./context.ts";
import { fit, span, type Line } from "./span.ts";
import { wrapTo } from "../text/pad.ts";
import { valueText } from "../text/figures.ts";

/** Measures that may stand on an axis, in the order `x` and `y` step through them. */
export const axisNames: readonly string[] = [
  "enrolledShare",
  "ever90PlusAtMonth12",
  "marginPerCustomer",
  "incrementalSalesShare",
  "complaintsPerThousand",
  "lawRulesMatched",
  "lossToCreditSales",
  "unaskedShare",
];

/** What could be had instead: each policy a letter between two measures, with what each gives up for the other. */
export function tradeOffs(context: TabContext): TabView {
  const { state, report, layout } = context;
  const x = measureNamed(axisNames[state.axisX] ?? "");
  const y = measureNamed(axisNames[state.axisY] ?? "");
  if (x === undefined || y === undefined) return { lines: [[span("")]], rows: 0 };
  const legend = report.policies.map((policy, index) => legendLine(context, policy, index, x, y));
  const height = Math.max(4, layout.body - legend.length - 6);
  const lines: Line[] = [
    [span(`${say(context, y.title)}`, { bold: true }), span(`  (y)  ${directionOf(context, y)}`, { dim: true })],
    ...plot(context, x, y, height),
    [span(" ".repeat(2)), span(say(context, x.title), { bold: true }), span(`  (x)  ${directionOf(context, x)}`, { dim: true })],
    ...legend,
    ...wrapTo(say(context, caution), layout.columns - 2).map((text): Line => [span(text, { dim: true })]),
  ];
  return { lines: lines.slice(0, layout.body), rows: report.policies.length };
}

const caution = {
  en: "Only the policies of this scenario are drawn. Both axes rest on the assumption set of the run; a policy is beaten where another is better on both axes.",
  zh: "图中只有本情景的政策。两个坐标都依赖本次运行的假设集；若另一政策在两个坐标上都更优，则该政策被占优。",
};

function directionOf(context: TabContext, measure: Measure): string {
  const words = {
    higher: { en: "higher is better", zh: "越高越好" },
    lower: { en: "lower is better", zh: "越低越好" },
    neither: { en: "neither is better", zh: "无优劣方向" },
  };
  return say(context, words[measure.better]);
}

function plot(context: TabContext, x: Measure, y: Measure, height: number): readonly Line[] {
  const { report, layout, ascii } = context;
  const canvas = new Canvas(layout.columns - 4, height, ascii);
  const xs = rangeOf(report.policies, x.name);
  const ys = rangeOf(report.policies, y.name);
  report.policies.forEach((policy, index) => {
    const px = valueOf(policy, x.name);
    const py = valueOf(policy, y.name);
    if (px?.value == null || py?.value == null) return;
    const at = { x: xs.place(px.value), y: ys.place(py.value) };
    const look = lookOf(index);
    if (px.interval !== null) canvas.line(xs.place(px.interval.low), at.y, xs.place(px.interval.high), at.y, look);
    if (py.interval !== null) canvas.line(at.x, ys.place(py.interval.low), at.x, ys.place(py.interval.high), look);
    canvas.mark(at.x, at.y, look);
  });
  const side = ascii ? "|" : "│";
  return canvas.lines().map((line): Line => [span(` ${side}`, { dim: true }), ...line]);
}

/** The span of a measure over the policies, with room on both sides so that no mark stands on the edge. */
function rangeOf(policies: readonly PolicyReport[], name: string): { place: (value: number) => number } {
  const values = policies.flatMap((policy) => {
    const measure = valueOf(policy, name);
    if (measure?.value == null) return [];
    return measure.interval === null ? [measure.value] : [measure.value, measure.interval.low, measure.interval.high];
  });
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = high > low ? (high - low) * 0.08 : Math.max(Math.abs(high), 1) * 0.5;
  return { place: (value) => (value - (low - room)) / (high - low + 2 * room) };
}

function valueOf(policy: PolicyReport, name: string): PolicyReport["measures"][number] | undefined {
  return policy.measures.find((measure) => measure.name === name);
}

function legendLine(context: TabContext, policy: PolicyReport, index: number, x: Measure, y: Measure): Line {
  const look = lookOf(index);
  const figures = [x, y].map((measure) => {
    const value = valueOf(policy, measure.name);
    return value === undefined ? "" : valueText(measure, value, context.lang);
  });
  return [
    span(` ${look.mark} `, { color: look.color, bold: true }),
    span(fit(say(context, policy.title), 30, "left", context.ascii)),
    span(` x ${figures[0] ?? ""}   y ${figures[1] ?? ""}`),
  ];
}
