import { grouped } from "../../../statistics/index.ts";
import { axis, chart, lookOf, percent, policyLabel, told, type Drawing, type Figure } from "../figure.ts";

const words = {
  title: { en: "Who defaults, and when", zh: "谁违约，何时违约" },
  sees: {
    en: "Share of accounts that were ever 91 days past due, by months on book; the band is the 95% interval. A curve that starts later is a younger book, not a better one.",
    zh: "按账龄月数统计曾逾期 91 天及以上的账户占比；色带为 95% 区间。起点更晚的曲线代表账龄更短，而非更好。",
  },
  x: { en: "months on book", zh: "账龄（月）" },
  accounts: { en: "accounts that old", zh: "达到该账龄的账户" },
} as const;

/** Vintage curves of ever 91+ of all policies with their bands. */
export function vintageFigures(drawing: Drawing): readonly Figure[] {
  const { report } = drawing;
  const curves = report.policies.map((policy) => policy.vintages.find(({ kind }) => kind === "ever90")?.points.filter(({ value }) => value !== null) ?? []);
  const last = Math.max(0, ...curves.flatMap((points) => points.map(({ monthsOnBook }) => monthsOnBook)));
  if (last === 0) return [];
  const months = Array.from({ length: last + 1 }, (_, month) => month);
  const series = curves.flatMap((points, index) => {
    const { color, symbol, dash } = lookOf(index);
    const name = policyLabel(drawing, index);
    const at = (pick: "value" | "low" | "high") => months.map((month) => percent(points.find(({ monthsOnBook }) => monthsOnBook === month)?.[pick] ?? null));
    const [low, high] = [at("low"), at("high")];
    const band = high.map((top, month) => (top === null || low[month] === null || low[month] === undefined ? null : Math.round((top - (low[month] ?? 0)) * 1e4) / 1e4));
    const hidden = { type: "line", name, stack: `band-${index}`, symbol: "none", itemStyle: { color }, lineStyle: { opacity: 0 }, silent: true, tooltip: { show: false } };
    return [
      { ...hidden, data: low },
      { ...hidden, data: band, areaStyle: { color, opacity: 0.15 } },
      { type: "line", name, data: at("value"), symbol, symbolSize: 5, itemStyle: { color }, lineStyle: { color, width: 2, type: dash } },
    ];
  });
  const rows = months.map((month) => [
    String(month),
    ...curves.flatMap((points) => {
      const point = points.find(({ monthsOnBook }) => monthsOnBook === month);
      const share = (value: number | null | undefined): string => (value === null || value === undefined ? "" : `${(value * 100).toFixed(2)}%`);
      return point === undefined ? ["", ""] : [`${share(point.value)} [${share(point.low)}, ${share(point.high)}]`, grouped(point.accounts, 0)];
    }),
  ]);
  return [
    {
      id: "vintage",
      title: told(drawing, words.title),
      sees: told(drawing, words.sees),
      height: 360,
      suffix: "%",
      option: chart({
        tooltip: { trigger: "axis", confine: true },
        xAxis: axis({ type: "category", data: months, name: told(drawing, words.x), nameGap: 28 }),
        yAxis: axis({ type: "value", min: 0, axisLabel: { formatter: "{value}%" } }),
        series,
      }),
      table: { head: [told(drawing, words.x), ...report.policies.flatMap((_, index) => [policyLabel(drawing, index), told(drawing, words.accounts)])], rows },
    },
  ];
}
