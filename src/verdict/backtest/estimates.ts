import { jackknifeInterval, wilson, type Bounds } from "../../base/index.ts";
import type { BacktestEstimate, RatedPart } from "./backtest-report.ts";
import type { Outcomes } from "./rows.ts";

/** Groups of the delete-a-group jackknife: row number modulo so many. */
export const rowGroups = 32;

/** No data. */
export const noEstimate: BacktestEstimate = { value: null, low: null, high: null };

/** A share with Wilson's interval; no data over nothing. */
export function shareOf(some: number, all: number): BacktestEstimate {
  return all === 0 ? noEstimate : within(some / all, wilson(some, all));
}

/** A value and its bounds. */
export function within(value: number, bounds: Bounds | null): BacktestEstimate {
  return { value, low: bounds?.low ?? null, high: bounds?.high ?? null };
}

/** A value of all rows, at least 0, with its jackknife interval, from the same value without each group of rows. */
export function jackknifed(of: (without: number | undefined) => number | null, most = Number.POSITIVE_INFINITY): BacktestEstimate {
  const value = of(undefined);
  if (value === null) return noEstimate;
  const others = Array.from({ length: rowGroups }, (_, group) => of(group) ?? Number.NaN);
  const bounds = jackknifeInterval(value, others);
  return within(value, bounds === null ? null : { low: Math.max(0, bounds.low), high: Math.min(most, bounds.high) });
}

/** How many rows, of how many the outcome is known, and how many of these went bad. */
export function rate(rows: Iterable<number>, outcomes: Outcomes): RatedPart {
  let [all, known, bad] = [0, 0, 0];
  for (const row of rows) {
    all++;
    const outcome = outcomes?.[row];
    if (outcome === 0 || outcome === 1) known++;
    if (outcome === 1) bad++;
  }
  return { rows: all, known, bad, badRate: shareOf(bad, known) };
}
