import { axis, chart, type Figure } from "../figure.ts";

/** One value with its interval, on a line of its own. */
export interface Dot {
  /** What stands beside the line. */
  readonly label: string;
  /** Which series it belongs to, by its place among `series`. */
  readonly series: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface DotPicture {
  readonly id: string;
  readonly title: string;
  readonly sees: string;
  readonly series: readonly { readonly name: string; readonly color: string; readonly symbol: string }[];
  /** From top to bottom. */
  readonly dots: readonly Dot[];
  readonly suffix: string;
  /** Values at which a dashed line stands, and what each is called. */
  readonly lines?: readonly { readonly at: number; readonly name: string }[];
  readonly min?: number;
  readonly table: Figure["table"];
}

/** Room for the labels, and how many of their cells it holds. */
const left = 190;

/** Values with their intervals under one another; nothing where no dot has a value. */
export function dotFigure({ id, title, sees, series, dots, suffix, lines = [], min, table }: DotPicture): readonly Figure[] {
  if (dots.every(({ value }) => value === null)) return [];
  // The chart counts its lines from below.
  const rows = dots.toReversed();
  const place = rows.map((_, at) => at);
  const own = (index: number) => place.filter((at) => rows[at]?.series === index);
  const drawn = series.flatMap(({ name, color, symbol }, index) => {
    const whiskers = own(index).flatMap((at) => {
      const { low = null, high = null } = rows[at] ?? {};
      return low === null || high === null ? [] : [[low, at], [high, at], ["-", at]];
    });
    const points = own(index).flatMap((at) => ((rows[at]?.value ?? null) === null ? [] : [[rows[at]?.value, at]]));
    return [
      { type: "line", name, data: whiskers, symbol: "none", silent: true, tooltip: { show: false }, itemStyle: { color }, lineStyle: { color, width: 3, opacity: 0.45 } },
      { type: "scatter", name, data: points, symbol, symbolSize: 10, itemStyle: { color } },
    ];
  });
  const marks = lines.map(({ at, name }) => ({ type: "line", name, data: [[at, -0.5], [at, rows.length - 0.5]], symbol: "none", silent: true, tooltip: { show: false }, itemStyle: { color: "var(--soft)" }, lineStyle: { color: "var(--soft)", type: "dashed", width: 1.5 } }));
  const top = series.length + lines.length > 1 ? 34 + 22 * Math.floor((series.length + lines.length - 1) / 3) : 8;
  return [
    {
      id,
      title,
      sees,
      height: top + 40 + 26 * rows.length,
      suffix,
      option: chart({
        ...(series.length + lines.length > 1 ? {} : { legend: { show: false } }),
        tooltip: { trigger: "item", confine: true },
        grid: { left, right: 28, top, bottom: 36 },
        xAxis: axis({ type: "value", ...(min === undefined ? { scale: true } : { min }), axisLabel: { formatter: `{value}${suffix}` } }),
        yAxis: [
          axis({ type: "value", min: -0.5, max: rows.length - 0.5, interval: 1, show: false }),
          axis({ type: "category", data: rows.map(({ label }) => label), position: "left", axisLabel: { width: left - 28, overflow: "truncate", interval: 0, margin: 16 }, splitLine: { show: false } }),
        ],
        series: [...marks, ...drawn],
      }),
      table,
    },
  ];
}
