import type { Measure, MeasureSample } from "../../statistics/index.ts";
import { compareMeasure } from "../compare.ts";
import type { Direction } from "../pareto-front.ts";

/** A measure, and which way of it is wanted. */
export interface Axis {
  readonly measure: string;
  readonly better: Direction;
}

/** The axis of a measure: its own direction; more, where neither is better in itself, as with growth. */
export function axisOf(measure: Measure, better?: Direction): Axis {
  return { measure: measure.name, better: better ?? (measure.better === "lower" ? "lower" : "higher") };
}

/** The sample of an axis among those of a point. */
export function sampleAt(samples: readonly MeasureSample[], { measure }: Pick<Axis, "measure">): MeasureSample {
  const found = samples.find((sample) => sample.measure.name === measure);
  if (found === undefined) throw new Error(`${measure} was not measured`);
  return found;
}

/** Where a point stands on the axes, more being better throughout; without data, nowhere. */
export function scoresOf(samples: readonly MeasureSample[], axes: readonly Axis[]): readonly number[] {
  return axes.map((axis) => {
    const { value } = sampleAt(samples, axis);
    return value === null ? Number.NEGATIVE_INFINITY : axis.better === "higher" ? value : -value;
  });
}

/** Whether a rival is surely better: on every axis beyond chance, or exactly even there and surely better on another. */
export function isBeaten(own: readonly MeasureSample[], rival: readonly MeasureSample[], axes: readonly Axis[]): boolean {
  const better = axes.map((axis) => betterBy(sampleAt(own, axis), sampleAt(rival, axis), axis));
  return better.every((one) => one !== "no") && better.includes("yes");
}

/** Whether a rival is better by the paired interval of the difference: `even` where the two are exactly the same. */
function betterBy(own: MeasureSample, rival: MeasureSample, { better }: Axis): "yes" | "even" | "no" {
  const { difference, interval } = compareMeasure(own, rival);
  if (difference === null) return "no";
  const { low, high } = interval ?? (own.measure.method === "none" ? { low: difference, high: difference } : { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY });
  if (low === 0 && high === 0) return "even";
  return (better === "higher" ? low > 0 : high < 0) ? "yes" : "no";
}
