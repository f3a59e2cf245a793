import type { MeasureValue } from "../statistics/index.ts";
import { checkedAgainstFigures, tunedToFigures, type PublishedFigure } from "./published-figures.ts";
import type { Calibration, CalibrationLine } from "./report.ts";

/** One policy's figures beside the published ones: the two lists are never mixed, and a gap is shown in both. */
export function calibrationOf(policy: string, measures: readonly MeasureValue[], experiments: ReadonlyMap<string, number> = new Map()): Calibration {
  const values = new Map(measures.map((measure) => [measure.name, measure.value]));
  const line = (figure: PublishedFigure): CalibrationLine => {
    const { title, source, confidence, measure, low, high, experiment = "", heldOut = false } = figure;
    const model = (measure === null ? experiments.get(experiment) : values.get(measure)) ?? null;
    return { title, source, confidence, measure, heldOut, target: { low, high }, model, gap: model === null ? null : gap(model, low, high) };
  };
  return { policy, tunedTo: tunedToFigures.map(line), checkedAgainst: checkedAgainstFigures.map(line) };
}

/** Model less the nearer end of the target; 0 inside. */
function gap(model: number, low: number, high: number): number {
  if (model < low) return model - low;
  return model > high ? model - high : 0;
}
