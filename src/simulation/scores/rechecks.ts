import type { Tally } from "../tally.ts";
import { baseIn, outcomeIn } from "./read-scores.ts";
import type { ScoreOutcome } from "./score-tally.ts";
import { separation } from "./separation.ts";
import { joinBins, stabilityIndex, tenths } from "./stability.ts";

/** What one periodic check of the score found. */
export interface Recheck {
  readonly month: number;
  /** How far the scores of all customers have moved since the first month; null where nobody was scored. */
  readonly psi: number | null;
  /** How far early arrears (31+ within six months) are told apart; null with fewer than 20 of either kind. */
  readonly ks: number | null;
  readonly alarm: boolean;
}

const fewest = 20;

/** The checks of a run, in order of time; none where the policy has none. The alarm is a number against a threshold of the policy. */
export function rechecksOf({ scores, months }: Pick<Tally, "scores" | "months">): readonly Recheck[] {
  const found: Recheck[] = [];
  for (let month = 1; month < months; month += 1) {
    const by = scores.checks.findLast(({ from }) => from <= month);
    if (by === undefined || by.every === 0 || month === by.from || (month - by.from) % by.every !== 0) continue;
    const psi = drift(scores, month);
    const ks = earlyKs(scores, month, by.every);
    const alarm = (psi !== null && by.alarmPsi !== null && psi > by.alarmPsi) || (ks !== null && by.alarmKs !== null && ks < by.alarmKs);
    found.push({ month, psi, ks, alarm });
  }
  return found;
}

/**
 * The stability index of the scores of a month against those of the first month in which they were counted, in tenths
 * of the first; null where nobody was scored.
 */
export function drift(scores: Tally["scores"], month: number): number | null {
  const since = scores.checks.find(({ every }) => every > 0)?.from ?? 0;
  const first = baseIn(scores, since);
  const bands = tenths(first);
  return stabilityIndex(joinBins(baseIn(scores, month), bands), joinBins(first, bands));
}

function earlyKs(scores: Tally["scores"], month: number, every: number): number | null {
  const window = (kind: ScoreOutcome): readonly number[] =>
    Array.from({ length: every }, (_, back) => outcomeIn(scores, kind, month - back).slice(0, -1)).reduce((sum, counts) => counts.map((count, bin) => count + (sum[bin] ?? 0)));
  const [good, bad] = [window("good6"), window("bad6")];
  const many = (counts: readonly number[]): boolean => counts.reduce((sum, count) => sum + count, 0) >= fewest;
  const { widestGap, pairs } = separation(good, bad);
  return many(good) && many(bad) ? widestGap / pairs : null;
}
