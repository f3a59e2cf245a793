import { swapSets, type MeasureSample, type SwapTally } from "../statistics/index.ts";
import { compareMeasure } from "./compare.ts";
import { decidedAt, holm } from "./decided-at.ts";
import { liveTests, type LiveGround } from "./live-test.ts";
import type { ComparedMeasure, Comparison } from "./report.ts";
import { timesNeeded } from "./times-needed.ts";

/** Samples of the champion and of one challenger over the same customers, measure by measure. */
export interface PairedSamples {
  readonly champion: readonly MeasureSample[];
  readonly challenger: readonly MeasureSample[];
}

/** What `compare` adds to a comparison. */
export interface ComparedClosely {
  /** Of the challenger; absent where the customers were not followed one by one. */
  readonly swaps: SwapTally | undefined;
  /** What the samples were taken from. */
  readonly ground: LiveGround;
  readonly groups: readonly { readonly key: string; readonly customers: number; readonly samples: PairedSamples }[];
}

/** Champion against one challenger, measure by measure. */
export function comparison(names: Pick<Comparison, "champion" | "challenger">, samples: PairedSamples): Comparison {
  return { ...names, measures: compareAll(samples) };
}

/** The same with all verdicts corrected for their number, what an undecided one would need, swap sets and groups. */
export function closeComparison(names: Pick<Comparison, "champion" | "challenger">, samples: PairedSamples, close: ComparedClosely): Comparison {
  return {
    ...names,
    measures: compareFamily(samples),
    liveTests: liveTests(samples.champion, samples.challenger, close.ground),
    ...(close.swaps === undefined ? {} : { swapSets: swapSets(close.swaps) }),
    ...(close.groups.length === 0 ? {} : { groups: close.groups.map(({ key, customers, samples: own }) => ({ key, customers, measures: compareFamily(own) })) }),
  };
}

function compareAll({ champion, challenger }: PairedSamples): readonly ComparedMeasure[] {
  return champion.map((sample, index) => compareMeasure(sample, challenger[index] ?? sample));
}

/** One family: all estimates that are given. A verdict that the correction does not leave standing is undecided. */
export function compareFamily(samples: PairedSamples): readonly ComparedMeasure[] {
  const compared = compareAll(samples);
  const adjusted = holm(samples.champion.map((sample, index) => decidedAt(sample, samples.challenger[index] ?? sample)));
  const family = adjusted.filter((level) => level !== null).length;
  return compared.map((one, index) => {
    const level = adjusted[index] ?? null;
    const falls = level !== null && level > 0.05;
    const told: ComparedMeasure = falls ? { ...one, verdict: "undecided", breakEven: null } : one;
    const sample = samples.champion[index];
    return { ...told, adjusted: level, timesNeeded: sample === undefined ? null : timesNeeded(sample.measure, told, Math.max(1, family)) };
  });
}
