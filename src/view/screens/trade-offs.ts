import { displayWidth } from "../../base/index.ts";
import { figure, measureNamed, type Measure } from "../../statistics/index.ts";
import { paretoFront, type PolicyReport } from "../../verdict/index.ts";
import { words as prettyWords } from "../pretty/words.ts";
import { boundsText, valueIn, valueText } from "../text/figures.ts";
import { axisNames } from "./axis-names.ts";
import { Canvas, inkOf, type Point } from "./canvas.ts";
import { atMost, cursorIn, windowOf, type PageContext, type PageView } from "./context.ts";
import { cutTo } from "../text/pad.ts";
import { framed } from "./plot-frame.ts";
import type { Target } from "./place.ts";
import { lookOf } from "./policy-look.ts";
import { fit, plainLines, span, type Line } from "./span.ts";
import type { ScreenState } from "./state.ts";
import { colon, words } from "./words.ts";

/** What could be had instead: each policy a letter between two measures, the unbeaten ones in brackets. */
export function tradeOffs(context: PageContext): PageView {
  const { state, report, layout, pen } = context;
  const [x, y] = [axisAt(state.axisX), axisAt(state.axisY)];
  const cursor = cursorIn(context, report.policies.length);
  const chosen = report.policies[cursor];
  const unbeaten = frontierOf(report.policies, x, y);
  const legend = windowOf(
    report.policies.map((policy, index) => ({ at: index, line: legendLine(context, policy, index, { x, y, unbeaten }) })),
    cursor,
    Math.max(1, Math.min(report.policies.length, Math.floor(layout.body / 3))),
  );
  const remarks = atMost(plainLines([...pen.paragraph(remarkText(context, unbeaten), " "), ...pen.paragraph(pen.say(words.tradeOffCaution), " ")], { dim: true }), layout.body < 16 ? 0 : 4, " …");
  // The axes take two rows of their own, their titles two more.
  const height = Math.max(1, layout.body - 4 - legend.length - remarks.length);
  const lines = [axisLine(context, y, "y"), ...scatter(context, { x, y, height, unbeaten }), axisLine(context, x, "x"), ...legend, ...remarks];
  const rows = report.policies.length;
  const enter = chosen === undefined ? undefined : ({ go: { kind: "standing", policy: chosen.name } } as const);
  const keys = { ...(enter === undefined ? {} : { enter, " ": enter }), x: axisTarget(state, "axisX", 1), X: axisTarget(state, "axisX", -1), y: axisTarget(state, "axisY", 1), Y: axisTarget(state, "axisY", -1) };
  return { lines, rows, cursor, of: rows, keys, foot: [["x y", { en: "axes", zh: "坐标轴" }]] };
}

/** The next measure on one axis, but never the one on the other. */
function axisTarget(state: ScreenState, axis: "axisX" | "axisY", by: 1 | -1): Target {
  const other = axis === "axisX" ? state.axisY : state.axisX;
  const step = (at: number): number => (at + by + axisNames.length) % axisNames.length;
  const at = step(state[axis]);
  return { axis, at: at === other ? step(at) : at };
}

function axisAt(index: number): Measure {
  const measure = measureNamed(axisNames[index % axisNames.length] ?? "");
  if (measure === undefined) throw new Error(`no measure is called ${axisNames[index]}`);
  return measure;
}

/** Names of the policies that none beats in both; undefined where an axis has no better end. An axis of enrolment counts as in the report: more is better. */
function frontierOf(policies: readonly PolicyReport[], x: Measure, y: Measure): readonly string[] | undefined {
  const [across, up] = [betterOf(x), betterOf(y)];
  if (across === undefined || up === undefined) return undefined;
  const points = policies.map((policy) => [valueIn(policy, x.name)?.value ?? Number.NaN, valueIn(policy, y.name)?.value ?? Number.NaN]);
  return paretoFront(points, [across, up]).flatMap((index) => policies[index]?.name ?? []);
}

function betterOf(measure: Measure): "higher" | "lower" | undefined {
  if (measure.name === "enrolledShare") return "higher";
  return measure.better === "neither" ? undefined : measure.better;
}

function axisLine({ pen, layout }: PageContext, measure: Measure, axis: "x" | "y"): Line {
  const better = betterOf(measure);
  const direction = better === undefined ? pen.say(words.neither) : pen.say(prettyWords.better[better]);
  const told = pen.lang === "en" ? `  (${direction})` : `（${direction}）`;
  const title = cutTo(`${axis}${colon(pen.lang)}${pen.say(measure.title)}${measure.assumed ? " *" : ""}`, layout.columns - displayWidth(told) - 2, pen.ascii ? "~" : "…");
  return axis === "y"
    ? [span(` ${title}`, { bold: true }), span(told, { dim: true })]
    : [span(fit("", Math.max(0, layout.columns - displayWidth(title) - displayWidth(told) - 1))), span(title, { bold: true }), span(told, { dim: true })];
}

interface Scatter {
  readonly x: Measure;
  readonly y: Measure;
  readonly height: number;
  readonly unbeaten: readonly string[] | undefined;
}

function scatter({ report, layout, pen }: PageContext, { x, y, height, unbeaten }: Scatter): readonly Line[] {
  const placed = report.policies.filter((policy) => hasBoth(policy, x, y));
  if (placed.length === 0) return [...plainLines(["", ...pen.paragraph(pen.say(words.noPoints), " ")]), ...Array.from({ length: height }, (): Line => [])].slice(0, height + 2);
  const [xs, ys] = [rangeOf(placed, x), rangeOf(placed, y)];
  const labels = [ys.high, (ys.high + ys.low) / 2, ys.low].map((value) => pen.own(figure(y.unit, value, pen.lang)));
  const gutter = Math.max(...labels.map(displayWidth)) + 1;
  const canvas = new Canvas({ columns: layout.columns - gutter - 3, rows: height, ascii: pen.ascii });
  const points = report.policies.map((policy) => pointOf(policy, { x, y }, xs, ys));
  report.policies.forEach((policy, index) => {
    const point = points[index];
    if (point === undefined) return;
    const ink = inkOf(lookOf(index));
    const [across, up] = [valueIn(policy, x.name)?.interval ?? null, valueIn(policy, y.name)?.interval ?? null];
    if (across !== null) canvas.line({ x: xs.place(across.low), y: point.y }, { x: xs.place(across.high), y: point.y }, ink, 2);
    if (up !== null) canvas.line({ x: point.x, y: ys.place(up.low) }, { x: point.x, y: ys.place(up.high) }, ink, 2);
  });
  points.forEach((point, index) => {
    if (point !== undefined) letterAtPoint(canvas, point, index, unbeaten?.includes(report.policies[index]?.name ?? "") === true);
  });
  const ticks = [0, 0.5, 1].map((share) => ({ share, text: pen.own(figure(x.unit, xs.low + (xs.high - xs.low) * share, pen.lang)) }));
  return framed({ canvas, gutter, labels, ticks, ascii: pen.ascii });
}

/** The letter in its cell, or beside it where another stands; brackets mark the frontier. */
function letterAtPoint(canvas: Canvas, point: Point, index: number, unbeaten: boolean): void {
  const { letter, color } = lookOf(index);
  const { column, row } = canvas.cellOf(point);
  for (const away of [0, 3, -3, 6, -6, 9, -9]) {
    if (!canvas.sign(column + away, row, letter.slice(-1), color)) continue;
    if (unbeaten) {
      canvas.sign(column + away - 1, row, "[", color);
      canvas.sign(column + away + 1, row, "]", color);
    }
    return;
  }
}

const hasBoth = (policy: PolicyReport, x: Measure, y: Measure): boolean =>
  [x, y].every(({ name }) => (valueIn(policy, name)?.value ?? null) !== null);

interface Range {
  readonly low: number;
  readonly high: number;
  readonly place: (value: number) => number;
}

/** The span of a measure over the policies and their intervals, with room on both sides so that no letter stands on the edge. */
function rangeOf(policies: readonly PolicyReport[], measure: Measure): Range {
  const values = policies.flatMap((policy) => {
    const found = valueIn(policy, measure.name);
    if (found === undefined || found.value === null) return [];
    return found.interval === null ? [found.value] : [found.value, found.interval.low, found.interval.high];
  });
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = most > least ? (most - least) * 0.08 : Math.max(Math.abs(most) * 0.5, 0.01);
  const low = least >= 0 ? Math.max(0, least - room) : least - room;
  const high = most + room;
  return { low, high, place: (value) => (value - low) / (high - low) };
}

function pointOf(policy: PolicyReport, { x, y }: { readonly x: Measure; readonly y: Measure }, xs: Range, ys: Range): Point | undefined {
  const [across, up] = [valueIn(policy, x.name)?.value ?? null, valueIn(policy, y.name)?.value ?? null];
  return across === null || up === null ? undefined : { x: xs.place(across), y: ys.place(up) };
}

function legendLine({ pen, layout }: PageContext, policy: PolicyReport, index: number, { x, y, unbeaten }: Omit<Scatter, "height">): Line {
  const look = lookOf(index);
  const front = unbeaten?.includes(policy.name) === true;
  const told = (measure: Measure): string => {
    const value = valueIn(policy, measure.name);
    const bounds = layout.columns >= 100 ? ` ${boundsText(measure.unit, value?.interval, pen.lang)}` : "";
    return pen.own(`${valueText(measure, value, pen.lang)}${bounds}`);
  };
  const half = Math.floor((layout.columns - 6 - 24) / 2);
  return [
    span(front ? `[${look.letter}]` : ` ${look.letter} `, { color: look.color, bold: true }),
    span(fit(` ${pen.say(policy.title)}`, 24, "left", pen.ascii)),
    span(fit(` x ${told(x)}`, half, "left", pen.ascii)),
    span(fit(` y ${told(y)}`, half, "left", pen.ascii)),
  ];
}

function remarkText({ report, pen, state }: PageContext, unbeaten: readonly string[] | undefined): string {
  const [x, y] = [axisAt(state.axisX), axisAt(state.axisY)];
  const missing = report.policies.filter((policy) => !hasBoth(policy, x, y)).map((policy) => pen.say(policy.title));
  const front = pen.say(unbeaten === undefined ? words.noFrontier : words.frontier);
  const [stop, comma] = pen.lang === "en" ? [". ", ", "] : ["。", "、"];
  const bare = missing.length === 0 ? "" : `${pen.say(prettyWords.noPoint)}${pen.lang === "en" ? " " : ""}${missing.join(comma)}${stop}`;
  return `${front}${stop}${bare}`.trimEnd();
}
