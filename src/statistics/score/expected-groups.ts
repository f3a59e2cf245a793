import type { Sums } from "../sums.ts";
import type { ExpectedGroup } from "./calibrate.ts";

/** Accounts by what the calibration of the scorecard expected of them; none without a calibration. */
export function expectedGroups({ scores }: Sums): readonly ExpectedGroup[] {
  const { expected } = scores.run;
  if (expected === null) return [];
  const [good, bad] = [scores.outcome("good12"), scores.outcome("bad12")];
  return expected.map((bps, bin) => ({ expected: bps / 10_000, good: good[bin] ?? 0, bad: bad[bin] ?? 0 }));
}
