import type { Text } from "../../base/index.ts";
import { sampleAt } from "./axis.ts";
import { judgeRequirement, requirementText, type Requirement, type RequirementResult } from "./requirement.ts";
import type { MovedAssumption, PairOfSamples } from "./tornado-report.ts";

/** One end of one assumption's range at which a requirement is answered otherwise than as assumed. */
export interface RequirementEnd {
  readonly assumption: string;
  readonly title: Text;
  readonly unit: string;
  readonly base: number;
  readonly value: number;
  readonly result: RequirementResult;
}

/** A requirement of the challenger as assumed, and the ends at which its verdict is another one. */
export interface RequirementUnder {
  readonly written: string;
  readonly title: Text;
  readonly base: RequirementResult;
  /** Broken first, then undecided, then held. */
  readonly ends: readonly RequirementEnd[];
}

/** Each requirement held against every end of every assumption; of all ends only those that change its verdict are told. */
export function requirementsUnder(requirements: readonly Requirement[], base: PairOfSamples, moved: readonly MovedAssumption[]): readonly RequirementUnder[] {
  return requirements.map((one) => {
    const judge = ({ champion, challenger }: PairOfSamples): RequirementResult => judgeRequirement(one, sampleAt(challenger, one), sampleAt(champion, one));
    const own = judge(base);
    const ends = moved.flatMap(({ atLow, atHigh, ...rest }) =>
      ([[rest.low, atLow], [rest.high, atHigh]] as const).flatMap(([value, samples]): readonly RequirementEnd[] => {
        const result = judge(samples);
        const { assumption, title, unit } = rest;
        return result.verdict === own.verdict ? [] : [{ assumption, title, unit, base: rest.base, value, result }];
      }),
    );
    return { written: one.text, title: requirementText(one), base: own, ends: ends.toSorted((a, b) => ranks[a.result.verdict] - ranks[b.result.verdict] || b.result.excess - a.result.excess) };
  });
}

const ranks = { broken: 0, undecided: 1, held: 2 } as const;
