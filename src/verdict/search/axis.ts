import type { Measure, MeasureSample } from "../../statistics/index.ts";
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
