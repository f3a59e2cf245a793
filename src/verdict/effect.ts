import { judgedTally, sampleMeasures, type Interval, type MeasureSample, type RuleSeverity, type Tally } from "../statistics/index.ts";
import { compareMeasure } from "./compare.ts";
import type { ComparedMeasure } from "./report.ts";

/** What switching something on did to one measure: on less off, on the same customers with the same luck. */
export interface MeasureEffect extends Omit<ComparedMeasure, "breakEven"> {
  readonly off: number | null;
  readonly on: number | null;
  /** The difference by the value without it; null over nothing. */
  readonly relative: number | null;
}

/** One side of a paired run: its tallies, one a replication. */
export interface EffectSides {
  readonly off: readonly Tally[];
  readonly on: readonly Tally[];
  readonly severities: ReadonlyMap<string, RuleSeverity>;
}

/** Every measure's effect, in report order. */
export function measureEffects({ off, on, severities }: EffectSides): readonly MeasureEffect[] {
  const samples = (tallies: readonly Tally[]) => sampleMeasures(tallies.map((tally) => judgedTally(tally, severities)));
  const others = samples(on);
  return samples(off).flatMap((sample, index): readonly MeasureEffect[] => {
    const other = others[index];
    if (other === undefined) return [];
    const { name, difference, interval: paired, verdict } = compareMeasure(sample, other);
    const interval = paired ?? besideNothing(sample, other);
    const relative = difference === null || sample.value === null || sample.value === 0 ? null : difference / Math.abs(sample.value);
    return [{ name, off: sample.value, on: other.value, difference, relative, interval, verdict }];
  });
}

/**
 * Where one side has none at all, as where a mechanism is off that alone makes them, the difference is the other side:
 * its interval is that of the difference.
 */
function besideNothing(off: MeasureSample, on: MeasureSample): Interval | null {
  if (off.value === 0 && off.numerator === 0) return on.at(0.95).interval;
  if (on.value !== 0 || on.numerator !== 0) return null;
  const bounds = off.at(0.95).interval;
  return bounds === null ? null : { low: -bounds.high, high: -bounds.low, kind: bounds.kind };
}
