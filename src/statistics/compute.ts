import type { Tally } from "../simulation/index.ts";
import type { Measure, MeasureValue } from "./measure.ts";
import { measureNamed, measures } from "./measures.ts";
import { measureAt, measureBetween, poolReplicates, sampleMeasure, sliceRun, type MeasureSample } from "./sample.ts";

/** Every measure of one run, in report order, with intervals at 95 %. */
export function computeMeasures(tally: Tally): readonly MeasureValue[] {
  const run = sliceRun(tally);
  return measures.map((measure) => sampleMeasure(measure, run).at(0.95));
}

/** Every measure in one month (0 is the first): flows of the month, stocks at its end. */
export function computeMeasuresAt(tally: Tally, month: number): readonly MeasureValue[] {
  return measures.map((measure) => measureAt(measure, tally, month));
}

/** Every measure over months `from` to before `to`: flows added up, stocks at the end. */
export function computeMeasuresBetween(tally: Tally, from: number, to: number): readonly MeasureValue[] {
  return measures.map((measure) => measureBetween(measure, tally, from, to));
}

/**
 * Every measure of one policy over its replications, with what paired comparisons need.
 * One tally: the interval covers the sampling of customers; more: the economies too. `wanted`: these measures only.
 */
export function sampleMeasures(tallies: readonly Tally[], wanted: readonly Measure[] = measures): readonly MeasureSample[] {
  const runs = tallies.map(sliceRun);
  return wanted.map((measure) => {
    const [first, ...others] = runs.map((run) => sampleMeasure(measure, run));
    if (first === undefined) throw new Error("a policy without a run has no measures");
    return others.length === 0 ? first : poolReplicates([first, ...others]);
  });
}

/**
 * One measure over independent replications, from its value in each. The value is the quotient of the summed
 * numerators and denominators; the interval leaves one replication out at a time (Student's t). One value is
 * returned as it is.
 */
export function poolReplications(values: readonly MeasureValue[], confidence = 0.95): MeasureValue {
  const [first] = values;
  if (first === undefined) throw new Error("nothing to pool");
  const measure = measureNamed(first.name);
  if (measure === undefined) throw new Error(`no measure is called ${first.name}`);
  if (values.length === 1) return first;
  return poolReplicates(values.map(({ numerator, denominator }) => ({ measure, numerator, denominator }))).at(confidence);
}
