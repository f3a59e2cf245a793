import type { Lang } from "../../base/index.ts";
import { figure, type Interval, type Measure, type MeasureValue, type Unit } from "../../statistics/index.ts";
import type { ComparedMeasure, PolicyReport, RunReport } from "../../verdict/index.ts";

/** A measure's value as a person reads it; no data is said as such. */
export function valueText(measure: Measure, value: MeasureValue | undefined, lang: Lang): string {
  return figure(measure.unit, value?.value ?? null, lang);
}

/** An interval without the sign of its unit: `[2.30, 6.86]`; empty where there is none. */
export function boundsText(unit: Unit, interval: Interval | null | undefined, lang: Lang): string {
  if (interval === null || interval === undefined) return "";
  const bare = (bound: number): string => figure(unit, bound, lang).replace(/%$/, "").replace("¥", "");
  return `[${bare(interval.low)}, ${bare(interval.high)}]`;
}

/** A difference with its sign always shown; differences of shares are in percentage points. */
export function differenceText(unit: Unit, difference: number | null, lang: Lang): string {
  if (difference === null) return figure(unit, null, lang);
  const text = figure(unit, difference, lang);
  const points = unit === "share" || unit === "ratio" ? text.replace(/%$/, lang === "en" ? " pp" : " 个百分点") : text;
  return difference > 0 ? `+${points}` : points;
}

/** A factor such as `0.25×`. */
export function factorText(factor: number): string {
  return `${factor.toFixed(2)}×`;
}

/** A count that may be a mean over replications. */
export function countText(count: number, lang: Lang): string {
  return figure("count", count, lang);
}

/** One policy's value of a measure. */
export function valueIn(policy: PolicyReport, name: string): MeasureValue | undefined {
  return policy.measures.find((measure) => measure.name === name);
}

/** How a policy compares with the champion in one measure; undefined for the champion itself. */
export function comparedWith(report: RunReport, policy: PolicyReport, name: string): ComparedMeasure | undefined {
  return report.comparisons
    .find(({ champion, challenger }) => challenger === policy.name && champion !== challenger)
    ?.measures.find((measure) => measure.name === name);
}
