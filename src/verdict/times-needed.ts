import { normalQuantile } from "../base/index.ts";
import type { Measure } from "../statistics/index.ts";
import type { ComparedMeasure } from "./report.ts";

/** More than so many times the run is not worth stating. */
const most = 10_000;
/** What was not enough is not enough; the reckoning by symmetric intervals can say so of lopsided ones. */
const least = 1.5;

/**
 * How many times as many customers (or replications, where the interval is theirs) an undecided difference would need,
 * if it is what it seems: intervals shrink with the root of the number. Null where the difference is decided, has no
 * interval, or lies so near the smallest difference that matters that no number settles it. `family`: the number of
 * verdicts that are to hold together; each then has to stand at its share of the 5 %.
 */
export function timesNeeded(measure: Measure, compared: ComparedMeasure, family = 1): number | null {
  const { difference, interval, verdict } = compared;
  if (verdict !== "undecided" || difference === null || interval === null) return null;
  const wider = normalQuantile(1 - 0.025 / family) / normalQuantile(0.975);
  const reach = ((interval.high - interval.low) / 2) * wider;
  const room = Math.abs(Math.abs(difference) - measure.matters);
  if (room === 0 || reach === 0) return null;
  const times = (reach / room) * (reach / room);
  return times > most ? null : Math.max(least, times);
}
