import { figure, grouped } from "../../../statistics/index.ts";
import type { PolicyReport } from "../../../verdict/index.ts";
import { axis, chart, lookOf, percent, policyLabel, told, type Drawing, type Figure } from "../figure.ts";

const words = {
  title: { en: "How many are late, month by month", zh: "逐月逾期情况" },
  sees: {
    en: "Share of accounts with a balance that are 31 days past due or more at each month's end; where few have one it jumps. The table counts accounts by days past due. Debts that are written off are in no bucket any more.",
    zh: "每月末逾期 31 天及以上的账户占有余额账户的比例；有余额账户少时波动较大。表格按逾期天数列出账户数。已核销的债务不再计入任何一档。",
  },
  x: { en: "month", zh: "月份" },
  counts: { en: "current · 1-30 · 31-60 · 61-90 · 91+ days", zh: "未逾期 · 1-30 · 31-60 · 61-90 · 91 天以上" },
} as const;

const buckets = ["current", "dpd1to30", "dpd31to60", "dpd61to90", "dpd91plus"] as const;

/** Accounts that are late, month by month, of all policies; none where nobody ever owes. */
export function lateFigures(drawing: Drawing): readonly Figure[] {
  const { report } = drawing;
  const shares = report.policies.map(({ series }) => series["accounts30PlusShare"] ?? []);
  const length = Math.max(0, ...shares.map((values) => values.length));
  if (length < 2 || shares.every((values) => values.every((value) => value === null))) return [];
  const months = Array.from({ length }, (_, month) => month);
  const series = shares.map((values, index) => {
    const { color, symbol, dash } = lookOf(index);
    return { type: "line", name: policyLabel(drawing, index), data: months.map((month) => percent(values[month] ?? null)), symbol, symbolSize: 5, itemStyle: { color }, lineStyle: { color, width: 2, type: dash } };
  });
  const rows = months.map((month) => [
    String(month),
    ...report.policies.flatMap((policy, index) => {
      const share = shares[index]?.[month] ?? null;
      return [share === null ? "" : figure("share", share, drawing.lang), countsOf(policy, month)];
    }),
  ]);
  return [
    {
      id: "late",
      title: told(drawing, words.title),
      sees: told(drawing, words.sees),
      height: 320,
      suffix: "%",
      option: chart({
        tooltip: { trigger: "axis", confine: true },
        xAxis: axis({ type: "category", data: months, name: told(drawing, words.x), nameGap: 28 }),
        yAxis: axis({ type: "value", min: 0, axisLabel: { formatter: "{value}%" } }),
        series,
      }),
      table: { head: [told(drawing, words.x), ...report.policies.flatMap((_, index) => [policyLabel(drawing, index), told(drawing, words.counts)])], rows },
    },
  ];
}

function countsOf({ series }: PolicyReport, month: number): string {
  const counts = buckets.map((name) => series[name]?.[month] ?? null);
  return counts.some((count) => count === null) ? "" : counts.map((count) => grouped(count ?? 0, 0)).join(" · ");
}
