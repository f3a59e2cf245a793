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

/** All customers. */
export function scoreSums({ scores, months }: Pick<Tally, "scores" | "months">): ScoreSums {
  const added = (array: Float64Array, place: (group: number) => number): number => {
    let sum = 0;
    for (let group = 0; group < jackknifeGroups; group++) sum += array[place(group)] ?? 0;
    return sum;
  };
  const fairness = new Map<string, readonly number[]>();
  const outcomes = scoreOutcomes.map((_, at) => bins((bin) => added(scores.byGroup, (group) => outcomePlace(at, group) + bin)));
  return {
    outcome: (kind) => outcomes[scoreOutcomes.indexOf(kind)] ?? [],
    fairness: (trait, figure) => {
      // Every slice of the run asks for the same.
      const key = `${trait} ${figure}`;
      const known = fairness.get(key) ?? Array.from({ length: fairnessTraits[trait] }, (_, value) => added(scores.fairness, (group) => fairnessPlace(trait, figure, group, value)));
      fairness.set(key, known);
      return known;
    },
    run: scores,
    months,
    month: null,
  };
}

/** All but those of a jackknife group; `whole`: the sums of all of them. */
export function scoreSumsWithout({ scores }: Pick<Tally, "scores">, group: number, whole: ScoreSums): ScoreSums {
  return {
    ...whole,
    outcome: (kind) => {
      const start = outcomePlace(scoreOutcomes.indexOf(kind), group);
      return whole.outcome(kind).map((all, bin) => all - (scores.byGroup[start + bin] ?? 0));
    },
    fairness: (trait, figure) => whole.fairness(trait, figure).map((all, value) => all - (scores.fairness[fairnessPlace(trait, figure, group, value)] ?? 0)),
  };
}

const outcomePlace = (outcome: number, group: number): number => (group * scoreOutcomes.length + outcome) * scoreBins;

const fairnessPlace = (trait: FairnessTrait, figure: FairnessFigure, group: number, value: number): number =>
  (group * fairnessGroups + fairnessStart[trait] + value) * fairnessFigures.length + fairnessFigures.indexOf(figure);

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
