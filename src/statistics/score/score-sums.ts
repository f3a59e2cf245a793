import {
  fairnessFigures, fairnessGroups, fairnessStart, fairnessTraits, jackknifeGroups, outcomeIn, scoreBins, scoreOutcomes,
  type FairnessFigure, type FairnessTrait, type ScoreOutcome, type Tally,
} from "../../simulation/index.ts";

/** What a slice of a run says of the score. */
export interface ScoreSums {
  /** Accounts by bin of the score they were opened with, of those that turned out so. */
  outcome(kind: ScoreOutcome): readonly number[];
  /** A figure of each group of customers by a trait; zero in a single month. */
  fairness(trait: FairnessTrait, figure: FairnessFigure): readonly number[];
  /** All of the run, however the slice was cut: what is not counted by customer. */
  readonly run: Tally["scores"];
  readonly months: number;
  /** The month of a slice by month. */
  readonly month: number | null;
}

/** All customers, or all but those of a jackknife group. */
export function scoreSums({ scores, months }: Pick<Tally, "scores" | "months">, without?: number): ScoreSums {
  const groups = Array.from({ length: jackknifeGroups }, (_, group) => group).filter((group) => group !== without);
  const added = (array: Float64Array, place: (group: number) => number): number => groups.reduce((sum, group) => sum + (array[place(group)] ?? 0), 0);
  return {
    outcome: (kind) => {
      const at = scoreOutcomes.indexOf(kind);
      return bins((bin) => added(scores.byGroup, (group) => (group * scoreOutcomes.length + at) * scoreBins + bin));
    },
    fairness: (trait, figure) => {
      const at = fairnessFigures.indexOf(figure);
      return Array.from({ length: fairnessTraits[trait] }, (_, value) =>
        added(scores.fairness, (group) => (group * fairnessGroups + fairnessStart[trait] + value) * fairnessFigures.length + at),
      );
    },
    run: scores,
    months,
    month: null,
  };
}

/** What became known in one month. */
export function scoreSumsAt({ scores, months }: Pick<Tally, "scores" | "months">, month: number): ScoreSums {
  return {
    outcome: (kind) => outcomeIn(scores, kind, month),
    fairness: (trait) => Array.from({ length: fairnessTraits[trait] }, () => 0),
    run: scores,
    months,
    month,
  };
}

const bins = (of: (bin: number) => number): readonly number[] => Array.from({ length: scoreBins }, (_, bin) => of(bin));
