import type { Lang } from "../../base/index.ts";
import { measureNamed } from "../../statistics/index.ts";
import type { Axis, SweepReport, SweptPoint } from "../../verdict/index.ts";
import { axis, axisSign, chart, lookOf, onAxis, type Figure } from "../html/figure.ts";
import { boundsText, valueText } from "../text/figures.ts";
import { axisTitle } from "./scatter.ts";
import { setText } from "./search-words.ts";
import { sweepWords as words } from "./sweep-words.ts";

/** What was swept, on both axes: beaten settings small and pale, the frontier as a line, the scenario's policies by name. */
export function sweepFigures(report: SweepReport, lang: Lang): readonly Figure[] {
  const { x, y, points, frontier, policy } = report;
  const unit = ({ measure }: Axis) => measureNamed(measure)?.unit ?? "count";
  const at = (point: SweptPoint): readonly [number, number] | undefined => {
    const [across, up] = [x, y].map((one) => onAxis(unit(one), point.measures.find(({ name }) => name === one.measure)?.value ?? null));
    return across === null || up === null || across === undefined || up === undefined ? undefined : [across, up];
  };
  const spots = (list: readonly SweptPoint[]) => list.flatMap((point) => { const spot = at(point); return spot === undefined ? [] : [spot]; });
  const front = frontier.flatMap((id) => points.filter((point) => point.id === id));
  const named = points.filter((point) => point.named);
  const rest = points.filter((point) => !point.named && point.standing !== "frontier");
  if (spots(points).length === 0) return [];
  const label = (one: SweptPoint): string => (one.policy === policy ? `${one.policy} (${words.asItStands[lang]})` : one.policy);
  return [
    {
      id: "sweep",
      title: `${axisTitle(x, lang)} × ${axisTitle(y, lang)}`,
      sees: words.pictureSees[lang],
      height: 420,
      suffix: "",
      option: chart({
        tooltip: { trigger: "item", confine: true },
        grid: { left: 72, right: 32, top: 86, bottom: 56 },
        xAxis: axis({ type: "value", scale: true, name: axisTitle(x, lang), nameGap: 32, axisLabel: { formatter: `{value}${axisSign(unit(x))}` } }),
        yAxis: axis({ type: "value", scale: true, name: axisTitle(y, lang), nameLocation: "end", nameTextStyle: { align: "left", color: "var(--soft)", padding: [0, 0, 0, -60] }, axisLabel: { formatter: `{value}${axisSign(unit(y))}` } }),
        series: [
          { type: "scatter", name: words.others[lang], data: spots(rest), symbolSize: 5, itemStyle: { color: "var(--soft)", opacity: 0.5 } },
          { type: "line", name: words.frontier[lang], data: spots(front), symbol: "circle", symbolSize: 6, itemStyle: { color: "var(--p2)" }, lineStyle: { color: "var(--p2)", type: "dashed", width: 1.5 } },
          ...named.map((one, index) => ({ type: "scatter", name: label(one), data: spots([one]), symbol: lookOf(index).symbol, symbolSize: 14, itemStyle: { color: lookOf(index).color } })),
        ],
      }),
      table: {
        head: [words.point[lang], ...[x, y].map(({ measure }) => measureNamed(measure)?.title[lang] ?? measure), words.parameters[lang]],
        rows: [...named, ...front.filter((point) => !point.named)].map((point) => [
          point.named ? label(point) : `#${point.id}`,
          ...[x, y].map(({ measure }) => {
            const [known, value] = [measureNamed(measure), point.measures.find(({ name }) => name === measure)];
            return known === undefined ? "" : `${valueText(known, value, lang)} ${boundsText(known.unit, value?.interval, lang)}`.trimEnd();
          }),
          point.named ? "" : setText(point.parameters, report.varied),
        ]),
      },
    },
  ];
}
