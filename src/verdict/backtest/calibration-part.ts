import { wilson } from "../../base/index.ts";
import { brier, calibrationLine, hosmerLemeshow, spiegelhalter, type ExpectedGroup, type RowBins } from "../../statistics/index.ts";
import type { BacktestEstimate, CalibrationPart } from "./backtest-report.ts";
import { noEstimate, within } from "./estimates.ts";
import type { Outcomes } from "./rows.ts";

/** Chances to go bad by score, and who states them: the scorecard, or a logistic line fitted on the first sample. */
export interface Chances {
  readonly source: "scorecard" | "fitted";
  readonly of: (score: number) => number;
}

/** The chance of a score; null where none is stated. */
export function chanceOf(chances: Chances | undefined, score: number): number | null {
  const chance = chances?.of(score) ?? Number.NaN;
  return chance === chance ? chance : null;
}

interface CalibrationInput {
  readonly values: Float64Array;
  readonly rows: Int32Array;
  readonly outcomes: Outcomes;
  readonly chances: Chances;
  readonly bins: RowBins;
  /** Whether a fitted line was fitted on these very rows. */
  readonly isFirst: boolean;
}

/** Whether as many went bad as the score's chances say: over all, by chance and by band. */
export function calibrationPart({ values, rows, outcomes, chances, bins, isFirst }: CalibrationInput): CalibrationPart {
  const byChance = new Map<number, { good: number; bad: number }>();
  const byBand = bins.bins.map(() => ({ expected: 0, good: 0, bad: 0 }));
  for (const row of rows) {
    const outcome = outcomes?.[row];
    const score = values[row] ?? Number.NaN;
    const chance = chanceOf(chances, score);
    if (chance === null || (outcome !== 0 && outcome !== 1)) continue;
    const group = byChance.get(chance) ?? { good: 0, bad: 0 };
    byChance.set(chance, group);
    const band = byBand[bins.of(score)];
    if (band !== undefined) band.expected += chance;
    for (const counts of [group, band]) if (counts !== undefined) counts[outcome === 1 ? "bad" : "good"]++;
  }
  const groups: readonly ExpectedGroup[] = [...byChance].map(([expected, counts]) => ({ expected, ...counts }));
  const line = calibrationLine(groups);
  const { squares, accounts } = brier(groups);
  const bands = byBand.filter(({ good, bad }) => good + bad > 0).map(({ expected, good, bad }) => ({ expected: expected / (good + bad), good, bad }));
  return {
    source: chances.source,
    observedToExpected: ratio(groups),
    brier: accounts === 0 ? null : squares / accounts,
    slope: line?.slope ?? null,
    intercept: line?.intercept ?? null,
    hosmerLemeshow: hosmerLemeshow(bands, chances.source === "fitted" && isFirst),
    spiegelhalter: spiegelhalter(groups),
  };
}

/** Bads ÷ expected bads; the interval is Wilson's of the bad rate, over the mean chance. */
function ratio(groups: readonly ExpectedGroup[]): BacktestEstimate {
  const sum = (of: (group: ExpectedGroup) => number): number => groups.reduce((total, group) => total + of(group), 0);
  const [rows, bad, expected] = [sum((group) => group.good + group.bad), sum((group) => group.bad), sum((group) => group.expected * (group.good + group.bad))];
  const bounds = expected > 0 ? wilson(bad, rows) : null;
  if (bounds === null) return noEstimate;
  return within(bad / expected, { low: (bounds.low * rows) / expected, high: (bounds.high * rows) / expected });
}
