import type { CutOffPart } from "./backtest-report.ts";
import { shareOf } from "./estimates.ts";
import type { Outcomes } from "./rows.ts";

interface CutInput {
  readonly values: Float64Array;
  readonly rows: Int32Array;
  readonly outcomes: Outcomes;
  /** Rising. */
  readonly cuts: readonly number[];
}

interface Counted {
  rows: number;
  good: number;
  bad: number;
}

/** What each cut-off would do: whoever scores at least so much is approved; a row without a score is declined. */
export function cutOffs({ values, rows, outcomes, cuts }: CutInput): readonly CutOffPart[] {
  // steps[k]: rows from cut k − 1 to under cut k; steps[0] holds those below the first, and those without a score.
  const steps: Counted[] = Array.from({ length: cuts.length + 1 }, () => ({ rows: 0, good: 0, bad: 0 }));
  for (const row of rows) {
    const value = values[row] ?? Number.NaN;
    let at = 0;
    while (at < cuts.length && value >= (cuts[at] ?? 0)) at++;
    const step = steps[at];
    if (step === undefined) throw new Error("a row stands between two cut-offs");
    step.rows++;
    if (outcomes?.[row] === 0) step.good++;
    if (outcomes?.[row] === 1) step.bad++;
  }
  const sum = (from: number, to: number): Counted =>
    steps.slice(from, to).reduce((total, { rows: more, good, bad }) => ({ rows: total.rows + more, good: total.good + good, bad: total.bad + bad }), { rows: 0, good: 0, bad: 0 });
  const all = sum(0, steps.length);
  return cuts.map((from, at) => {
    const [approved, declined, next] = [sum(at + 1, steps.length), sum(0, at + 1), sum(at + 1, at + 2)];
    return {
      from,
      approvedShare: shareOf(approved.rows, all.rows),
      badRateApproved: shareOf(approved.bad, approved.good + approved.bad),
      badRateDeclined: shareOf(declined.bad, declined.good + declined.bad),
      badsCaught: shareOf(declined.bad, all.bad),
      ks: all.bad === 0 || all.good === 0 ? null : Math.abs(declined.bad / all.bad - declined.good / all.good),
      marginalBadRate: shareOf(next.bad, next.good + next.bad),
    };
  });
}
