import { measureNamed, type Measure } from "../../../statistics/index.ts";
import type { TradeOff } from "../../../verdict/index.ts";
import { boundsText, valueIn, valueText } from "../../text/figures.ts";
import { axis, axisSign, chart, lookOf, onAxis, policyLabel, told, type Drawing, type Figure } from "../figure.ts";

const words = {
  title: { en: "What is traded for what", zh: "以何换何" },
  sees: { en: "Not beaten in both at once", zh: "未被同时超越者" },
  nobody: { en: "nobody", zh: "无" },
  policy: { en: "policy", zh: "政策" },
  frontier: { en: "frontier", zh: "前沿" },
  higher: { en: "higher is better", zh: "越高越好" },
  lower: { en: "lower is better", zh: "越低越好" },
} as const;

/** A scatter for each pair of measures, with the frontier drawn through the policies that none beats in both. */
export function tradeOffFigures(drawing: Drawing): readonly Figure[] {
  if (drawing.report.policies.length < 2) return [];
  return drawing.report.tradeOffs.flatMap((tradeOff, index) => one(drawing, tradeOff, index));
}

interface Point {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

function one(drawing: Drawing, { x, y, frontier }: TradeOff, at: number): readonly Figure[] {
  const { report, lang } = drawing;
  const [across, up] = [measureNamed(x.measure), measureNamed(y.measure)];
  if (across === undefined || up === undefined) return [];
  const points = report.policies.flatMap((policy, index): Point[] => {
    const [left, right] = [onAxis(across.unit, valueIn(policy, x.measure)?.value ?? null), onAxis(up.unit, valueIn(policy, y.measure)?.value ?? null)];
    return left === null || right === null ? [] : [{ index, x: left, y: right }];
  });
  if (points.length === 0) return [];
  const front = points.filter(({ index }) => frontier.includes(report.policies[index]?.name ?? "")).toSorted((a, b) => a.x - b.x);
  const names = frontier.map((name) => report.policies.find((policy) => policy.name === name)?.title[lang] ?? name);
  const name = (measure: Measure, better: "higher" | "lower"): string => `${measure.title[lang]} (${told(drawing, words[better])})`;
  const line = { type: "line", name: told(drawing, words.frontier), data: front.map((point) => [point.x, point.y]), symbol: "none", itemStyle: { color: "var(--soft)" }, lineStyle: { color: "var(--soft)", type: "dashed", width: 1 }, silent: true };
  const series = points.map((point) => {
    const { color, symbol } = lookOf(point.index);
    return { type: "scatter", name: policyLabel(drawing, point.index), data: [[point.x, point.y]], symbol, symbolSize: 16, itemStyle: { color } };
  });
  const rows = report.policies.map((policy, index) => [
    policyLabel(drawing, index),
    ...[across, up].map((measure) => `${valueText(measure, valueIn(policy, measure.name), lang)} ${boundsText(measure.unit, valueIn(policy, measure.name)?.interval, lang)}`.trimEnd()),
    frontier.includes(policy.name) ? told(drawing, words.frontier) : "",
  ]);
  return [
    {
      id: `trade-off-${at}`,
      title: `${told(drawing, words.title)}${lang === "en" ? ": " : "："}${across.title[lang]} / ${up.title[lang]}`,
      sees: `${told(drawing, words.sees)}${lang === "en" ? ": " : "："}${names.length === 0 ? told(drawing, words.nobody) : names.join(lang === "en" ? ", " : "、")}`,
      height: 370,
      suffix: "",
      option: chart({
        tooltip: { trigger: "item", confine: true },
        grid: { left: 72, right: 32, top: 76, bottom: 56 },
        xAxis: axis({ type: "value", scale: true, name: name(across, x.better), nameGap: 32, axisLabel: { formatter: `{value}${axisSign(across.unit)}` } }),
        yAxis: axis({ type: "value", scale: true, name: name(up, y.better), nameLocation: "end", nameTextStyle: { align: "left", color: "var(--soft)", padding: [0, 0, 0, -60] }, axisLabel: { formatter: `{value}${axisSign(up.unit)}` } }),
        series: [line, ...series],
      }),
      table: { head: [told(drawing, words.policy), across.title[lang], up.title[lang], told(drawing, words.frontier)], rows },
    },
  ];
}
