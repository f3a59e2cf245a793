import { measureNamed, type MeasureValue } from "../statistics/index.ts";
import type { RunReport } from "../verdict/index.ts";
import { forCsv } from "./text/escape.ts";

type CellValue = string | number | boolean | null;

/** CSV of rows of cells; text is guarded against formulas, no data is an empty cell. Lines end in a line feed. */
export function csvRows(rows: readonly (readonly CellValue[])[]): string {
  return rows.map((row) => `${row.map((cell) => (cell === null ? "" : typeof cell === "string" ? forCsv(cell) : String(cell))).join(",")}\n`).join("");
}

/** Every measure in long form: one row a policy, group (or month) and measure. Shares are fractions, money is fen. */
export function csv(report: RunReport): string {
  const head = ["policy", "group", "measure", "unit", "value", "low", "high", "kind", "numerator", "denominator", "assumed"];
  const row = (policy: string, group: string, value: MeasureValue): readonly CellValue[] => {
    const { name, interval, numerator, denominator, assumed } = value;
    const unit = measureNamed(name)?.unit ?? "";
    return [policy, group, name, unit, value.value, interval?.low ?? null, interval?.high ?? null, interval?.kind ?? "", numerator, denominator, assumed];
  };
  const rows = report.policies.flatMap((policy) => [
    ...policy.measures.map((value) => row(policy.name, "", value)),
    ...policy.groups.flatMap(({ key, measures }) => measures.map((value) => row(policy.name, key, value))),
    ...policy.byMonth.flatMap(({ date, measures }) => measures.map((value) => row(policy.name, date, value))),
  ]);
  return csvRows([head, ...rows]);
}

/** Law rule by policy: one row each, in persons. Texts are in English; titles in both languages. */
export function lawsCsv(report: RunReport): string {
  const head = [
    "policy", "rule", "jurisdiction", "title_en", "title_zh", "citation_en", "severity", "verification", "house_standard", "rests_on_declaration",
    "acts_judged", "persons", "accounts", "persons_inconclusive", "persons_on_declaration", "first_month", "cases", "counts", "count",
  ];
  const rows = report.policies.flatMap((policy) =>
    policy.laws.map((line): readonly CellValue[] => [
      policy.name, line.id, line.jurisdiction, line.title.en, line.title.zh, line.citation.en, line.severity, line.verification, line.houseStandard,
      line.declared, line.judged, line.persons, line.accounts, line.inconclusive, line.declaredPersons, line.firstMonth,
      line.cases.map(({ customer, month }) => `${customer}@${month}`).join(" "), line.counts, line.count,
    ]),
  );
  return csvRows([head, ...rows]);
}

/** Vintage curves: one row a policy, kind and month on book. */
export function vintagesCsv(report: RunReport): string {
  const rows = report.policies.flatMap((policy) =>
    policy.vintages.flatMap(({ kind, points }) =>
      points.map(({ monthsOnBook, value, low, high, accounts }): readonly CellValue[] => [policy.name, kind, monthsOnBook, value, low, high, accounts]),
    ),
  );
  return csvRows([["policy", "kind", "months_on_book", "value", "low", "high", "accounts"], ...rows]);
}

/** Month by month: one row a policy, series and month. */
export function seriesCsv(report: RunReport): string {
  const rows = report.policies.flatMap((policy) =>
    Object.entries(policy.series).flatMap(([name, values]) => values.map((value, month): readonly CellValue[] => [policy.name, name, month, value])),
  );
  return csvRows([["policy", "series", "month", "value"], ...rows]);
}
