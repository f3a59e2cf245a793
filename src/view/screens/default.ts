import { Canvas, lookOf } from "./canvas.ts";
import { blank, say, type TabContext, type TabView } from "./context.ts";
import { fit, span, type Line } from "./span.ts";
import { wrapTo } from "../text/pad.ts";
import { figure } from "../../statistics/index.ts";
import type { PolicyReport } from "../../verdict/index.ts";

/** Curves the Default tab steps through with `c`. */
export const curveKinds = ["ever90", "ever30", "chargedOff"] as const;
type CurveKind = (typeof curveKinds)[number];

const titles: Readonly<Record<CurveKind, { en: string; zh: string }>> = {
  ever90: { en: "accounts ever 91 days past due or more, by months on book", zh: "曾逾期 91 天及以上的账户占比（按账龄月）" },
  ever30: { en: "accounts ever 31 days past due or more, by months on book", zh: "曾逾期 31 天及以上的账户占比（按账龄月）" },
  chargedOff: { en: "accounts charged off, by months on book", zh: "已核销账户占比（按账龄月）" },
};

const reading = {
  en: "Each curve pools the vintages that have reached that age; its right end rests on few vintages. How early an account goes bad follows from assumed awareness and forgetting: assumed, not found.",
  zh: "每条曲线汇总已达到该账龄的各批次；右端只含少数批次。账户多早变坏取决于假设的知情和遗忘：属于假设，并非发现。",
};

/** Who defaults, and when: the cumulative curve of every policy with its interval at the last age, then the table. */
export function defaultTab(context: TabContext): TabView {
  const { report, state, layout } = context;
  const kind = curveKinds[state.curve] ?? "ever90";
  const curves = report.policies.map((policy) => pointsOf(policy, kind));
  const last = Math.max(1, ...curves.flat().map((point) => point.monthsOnBook));
  const highest = Math.max(...curves.flat().map((point) => point.high ?? point.value ?? 0), 0.001);
  const table = tableLines(context, curves, last);
  const remarks = wrapTo(say(context, reading), layout.columns - 2).map((text): Line => [span(text, { dim: true })]);
  const height = Math.max(3, layout.body - table.length - remarks.length - 3);
  const lines: Line[] = [
    [span(say(context, titles[kind]), { bold: true }), span(say(context, { en: "   c: another curve", zh: "   c：切换曲线" }), { dim: true })],
    ...plot(context, curves, last, highest, height),
    ...table,
    blank,
    ...remarks,
  ];
  return { lines: lines.slice(0, layout.body), rows: 0 };
}

type Point = PolicyReport["vintages"][number]["points"][number];

function pointsOf(policy: PolicyReport, kind: CurveKind): readonly Point[] {
  const curve = policy.vintages.find((candidate) => candidate.kind === kind);
  return (curve?.points ?? []).filter((point) => point.value !== null);
}

function plot(
  context: TabContext,
  curves: readonly (readonly Point[])[],
  last: number,
  highest: number,
  height: number,
): readonly Line[] {
  const labels = 8;
  const canvas = new Canvas(context.layout.columns - labels - 2, height, context.ascii);
  curves.forEach((points, index) => {
    const look = lookOf(index);
    points.forEach((point, at) => {
      const before = points[at - 1];
      if (before?.value == null || point.value === null) return;
      canvas.line(before.monthsOnBook / last, before.value / highest, point.monthsOnBook / last, point.value / highest, look);
    });
    const end = points.at(-1);
    if (end?.value != null) canvas.mark(Math.min(0.999, end.monthsOnBook / last), end.value / highest, look);
  });
  const side = context.ascii ? "|" : "│";
  return canvas.lines().map((line, row): Line => {
    const value = highest * (1 - row / Math.max(1, height - 1));
    const label = row === 0 || row === height - 1 || row === Math.floor(height / 2) ? figure("share", value, context.lang) : "";
    return [span(`${fit(label, labels, "right")}${side}`, { dim: true }), ...line];
  });
}

function tableLines(context: TabContext, curves: readonly (readonly Point[])[], last: number): readonly Line[] {
  const ages = [3, 6, 9, 12, 18, 24, 36].filter((age) => age <= last);
  const cell = 9;
  const head: Line = [span(fit(say(context, { en: "months on book", zh: "账龄（月）" }), 34)), ...ages.map((age) => span(fit(String(age), cell, "right")))].map(
    (part) => ({ ...part, dim: true }),
  );
  const rows = context.report.policies.map((policy, index): Line => {
    const look = lookOf(index);
    const values = ages.map((age) => {
      const point = curves[index]?.find((candidate) => candidate.monthsOnBook === age);
      return span(fit(point?.value == null ? say(context, { en: "no data", zh: "无数据" }) : figure("share", point.value, context.lang), cell, "right"));
    });
    return [span(` ${look.mark} `, { color: look.color, bold: true }), span(fit(say(context, policy.title), 31, "left", context.ascii)), ...values];
  });
  return [head, ...rows];
}
