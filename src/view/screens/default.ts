import { displayWidth } from "../../base/index.ts";
import { figure } from "../../statistics/index.ts";
import type { PolicyReport } from "../../verdict/index.ts";
import { Canvas, inkOf, type Ink } from "./canvas.ts";
import { cursorIn, windowOf, type PageContext, type PageView } from "./context.ts";
import { curveKinds, curveTitles, pointsOf, type CurveKind, type CurvePoint } from "./curves.ts";
import { framed } from "./plot-frame.ts";
import { lookOf } from "./policy-look.ts";
import { blank, fit, plainLines, span, type Line } from "./span.ts";
import { bandText, words } from "./words.ts";

/** Who defaults, and when: the cumulative curve of every policy, the interval of the one under the cursor, and a table of ages. */
export function defaultTab(context: PageContext): PageView {
  const { report, state, layout, pen } = context;
  const kind = curveKinds[state.curve % curveKinds.length] ?? "ever90";
  const cursor = cursorIn(context, report.policies.length);
  const chosen = report.policies[cursor];
  const curves = report.policies.map((policy) => pointsOf(policy, kind));
  const last = Math.max(1, ...curves.flat().map((point) => point.monthsOnBook));
  const table = tableLines(context, curves, { last, cursor });
  const small = layout.body < 16;
  const remarks = plainLines(pen.paragraph(pen.say(small ? words.readingShort : words.reading), " "), { dim: true }).slice(0, small ? 1 : 4);
  const title = titleLine(context, kind, chosen, curves[cursor] ?? []);
  const height = Math.max(1, layout.body - 3 - table.length - remarks.length);
  const drawn = curves.some((points) => points.length > 0);
  const chart = drawn ? plot(context, curves, { last, cursor, height }) : plainLines(["", ` ${pen.say(words.noCurve)}`]);
  const lines = [title, ...chart, ...table, ...remarks];
  const rows = report.policies.length;
  const enter = chosen === undefined ? undefined : ({ go: { kind: "curve", policy: chosen.name, curve: kind } } as const);
  const curve = (by: number) => ({ curve: (state.curve + by + curveKinds.length) % curveKinds.length });
  return {
    lines, rows, cursor, of: rows,
    keys: { ...(enter === undefined ? {} : { enter, " ": enter }), c: curve(1), C: curve(-1), b: { go: { kind: "buckets" } }, ...(chosen === undefined ? {} : { s: { go: { kind: "bucket-months", policy: chosen.name } } }) },
    foot: [["c", { en: "curve", zh: "曲线" }], ["s", { en: "by month", zh: "按月" }], ["b", { en: "buckets", zh: "账龄分档" }]],
  };
}

function titleLine({ pen, layout }: PageContext, kind: CurveKind, chosen: PolicyReport | undefined, points: readonly CurvePoint[]): Line {
  const bands = points.some((point) => point.low !== null);
  const band = chosen === undefined ? "" : bands ? pen.say(bandText(chosen.title)) : pen.say(words.noBand);
  const title = ` ${pen.say(curveTitles[kind])}`;
  const room = layout.columns - displayWidth(title) - 3;
  return [span(title, { bold: true }), span(room < 20 ? "" : `   ${fit(band, Math.min(room, displayWidth(band)), "left", pen.ascii)}`, { dim: true })];
}

interface PlotSize {
  readonly last: number;
  readonly cursor: number;
  readonly height: number;
}

function plot({ report, layout, pen }: PageContext, curves: readonly (readonly CurvePoint[])[], { last, cursor, height }: PlotSize): readonly Line[] {
  const highest = scaleOf(curves[cursor] ?? [], curves.flat());
  const labels = [1, 0.5, 0].map((share) => figure("share", highest * share, pen.lang));
  const gutter = Math.max(...labels.map(displayWidth)) + 1;
  const canvas = new Canvas({ columns: layout.columns - gutter - 3, rows: height, ascii: pen.ascii });
  // The last column but one is kept for the letters at the ends.
  const width = (canvas.columns - 2) / canvas.columns;
  const at = (point: CurvePoint, value: number) => ({ x: (point.monthsOnBook / last) * width, y: Math.min(1, value / highest) });
  const trace = (points: readonly CurvePoint[], of: (point: CurvePoint) => number | null, ink: Ink, step: number): void => {
    points.forEach((point, index) => {
      const before = points[index - 1] ?? point;
      const [from, to] = [of(before), of(point)];
      if (from !== null && to !== null) canvas.line(at(before, from), at(point, to), ink, step);
    });
  };
  const band: Ink = { color: "gray", sign: ":" };
  for (const edge of ["low", "high"] as const) trace(curves[cursor] ?? [], (point) => point[edge], band, 4);
  report.policies.forEach((_, index) => trace(curves[index] ?? [], (point) => point.value, inkOf(lookOf(index)), 1));
  endLetters(canvas, curves.map((points) => (points.at(-1)?.value ?? null) === null ? null : Math.min(1, (points.at(-1)?.value ?? 0) / highest)));
  const step = [1, 2, 3, 6, 12].find((months) => last / months <= 8) ?? 24;
  const ages = Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step).map((age) => ({ text: String(age), share: (age / last) * width }));
  return framed({ canvas, gutter, labels, ticks: ages, ascii: pen.ascii });
}

/** All values are in sight; of the intervals those that rest on a fair part of the accounts, so that a thin end does not flatten the rest. */
function scaleOf(chosen: readonly CurvePoint[], all: readonly CurvePoint[]): number {
  const most = Math.max(0, ...chosen.map((point) => point.accounts));
  const highs = chosen.filter((point) => point.accounts * 10 >= most).map((point) => point.high ?? 0);
  return Math.max(0.0005, ...all.map((point) => point.value ?? 0), ...highs) * 1.02;
}

/** Letters at the right edge, each on a row of its own as near to its curve's end as there is room. */
function endLetters(canvas: Canvas, ends: readonly (number | null)[]): void {
  ends.forEach((end, index) => {
    if (end === null) return;
    const { letter, color } = lookOf(index);
    const { row } = canvas.cellOf({ x: 0, y: end });
    for (let away = 0; away < canvas.rows; away += 1) {
      if (canvas.sign(canvas.columns - 1, row - away, letter.slice(-1), color) || canvas.sign(canvas.columns - 1, row + away, letter.slice(-1), color)) return;
    }
  });
}

function tableLines(context: PageContext, curves: readonly (readonly CurvePoint[])[], { last, cursor }: { readonly last: number; readonly cursor: number }): readonly Line[] {
  const { report, pen, layout } = context;
  const cell = 9;
  const room = Math.floor((layout.columns - 26) / cell);
  const ages = [1, 2, 3, 6, 9, 12, 18, 24, 36, 48, 60].filter((age) => age <= last).slice(-Math.max(1, room));
  const title = Math.max(20, Math.min(40, layout.columns - 4 - ages.length * cell));
  const head: Line = [span(fit(` ${pen.say(words.age)}`, title + 4, "left", pen.ascii), { dim: true }), ...ages.map((age) => span(fit(String(age), cell, "right"), { dim: true }))];
  const rows = report.policies.map((policy, index) => {
    const look = lookOf(index);
    const values = ages.map((age) => {
      const point = curves[index]?.find((candidate) => candidate.monthsOnBook === age);
      return span(fit(figure("share", point?.value ?? null, pen.lang), cell, "right"));
    });
    return { at: index, line: [span(`${look.letter} `, { color: look.color, bold: true }), span(fit(pen.say(policy.title), title + 1, "left", pen.ascii)), ...values] };
  });
  const shown = Math.max(1, Math.min(rows.length, Math.floor(layout.body / 3)));
  return [head, ...windowOf(rows, cursor, shown), ...(layout.body > 20 ? [blank] : [])];
}
