import { logistic } from "../../base/index.ts";
import { calibrationLine } from "../score/calibrate.ts";

/** The chance to go bad by score: a logistic line fitted by maximum likelihood; null where none can be fitted. */
export function fitChances(scores: readonly number[], bads: readonly boolean[]): ((score: number) => number) | null {
  const n = scores.length;
  if (n === 0) return null;
  const mean = scores.reduce((sum, score) => sum + score / n, 0);
  const deviation = Math.sqrt(scores.reduce((sum, score) => sum + ((score - mean) * (score - mean)) / n, 0));
  if (!(deviation > 0)) return null;
  const counts = new Map<number, { good: number; bad: number }>();
  scores.forEach((score, row) => {
    const count = counts.get(score) ?? { good: 0, bad: 0 };
    counts.set(score, count);
    if (bads[row] === true) count.bad++;
    else count.good++;
  });
  // The fit is of logit on logit, so each score stands for the chance that has it as its logit.
  const line = calibrationLine([...counts].map(([score, count]) => ({ expected: logistic((score - mean) / deviation), ...count })));
  return line === null ? null : (score) => logistic(line.intercept + (line.slope * (score - mean)) / deviation);
}
