import type { FairDifference, FairSample, GroupOf } from "../../statistics/index.ts";
import { pairedDifference, soleEstimate } from "../../statistics/index.ts";
import type { SweptParameter } from "../search/sweep-report.ts";

/** What a setting comes to, on some customers. */
export interface FairMeasured {
  readonly ratio: FairSample;
  readonly margin: FairSample;
  readonly bad: FairSample;
}

/** A setting of the parameters that was tried. */
export interface FairCandidate {
  readonly id: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly measured: FairMeasured;
}

/** The same figures with intervals, and less the policy as it stands. */
export interface FairFigures {
  readonly ratio: FairDifference;
  readonly margin: FairDifference;
  readonly bad: FairDifference;
}

/** A setting that was found. */
export interface FairFound {
  readonly id: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly search: FairFigures;
  /** On customers and luck that the search never met. */
  readonly fresh: FairFigures;
  readonly differences: FairFigures;
  /**
   * On the fresh customers. `fairer`: the ratio is higher beyond chance, and neither margin nor default is surely worse than
   * allowed; `costs`: one of these surely is; `undecided`: the ratio may not be higher at all.
   */
  readonly verdict: "fairer" | "costs" | "undecided";
}

/** All that a search for a less discriminatory policy says. */
export interface FairnessSearch {
  readonly policy: string;
  readonly varied: readonly SweptParameter[];
  readonly tried: number;
  /** Settings that keep the margin and default, and of these, those with a higher ratio. */
  readonly keeping: number;
  readonly fairer: number;
  /** Share of the margin that may be given up. */
  readonly within: number;
  readonly freshSeed: string;
  /** Groups of which the lowest ratio counts: large enough under the policy as it stands. */
  readonly groups: readonly GroupOf[];
  readonly current: { readonly search: FairFigures; readonly fresh: FairFigures };
  readonly found: readonly FairFound[];
}

/** The settings worth a second look: margin within the bound, default no higher, ratio higher; the highest first. */
export function fairCandidates(current: FairMeasured, tried: readonly FairCandidate[], within: number): { readonly keeping: number; readonly better: readonly FairCandidate[] } {
  const keeping = tried.filter(({ measured }) => keeps(current, measured, within));
  const better = keeping.filter(({ measured }) => valueOf(measured.ratio) > valueOf(current.ratio));
  return { keeping: keeping.length, better: better.toSorted((a, b) => valueOf(b.measured.ratio) - valueOf(a.measured.ratio) || a.id - b.id) };
}

/** Nobody to judge by is worse than anything. */
const valueOf = ({ value }: FairSample): number => value ?? Number.NEGATIVE_INFINITY;

function keeps(current: FairMeasured, { margin, bad }: FairMeasured, within: number): boolean {
  if (margin.value === null || current.margin.value === null) return false;
  return margin.value >= current.margin.value - allowed(current, within) && (bad.value ?? 0) <= (current.bad.value ?? 1);
}

const allowed = ({ margin }: FairMeasured, within: number): number => Math.abs(margin.value ?? 0) * within;

/** Judges a setting on the fresh customers. */
export function judgeFound(candidate: FairCandidate, fresh: FairMeasured, current: FairMeasured, within: number): FairFound {
  const differences: FairFigures = {
    ratio: pairedDifference(current.ratio, fresh.ratio),
    margin: pairedDifference(current.margin, fresh.margin),
    bad: pairedDifference(current.bad, fresh.bad),
  };
  const room = allowed(current, within);
  const costs = (differences.margin.interval?.high ?? 0) < -room || (differences.bad.interval?.low ?? 0) > 0;
  const higher = (differences.ratio.interval?.low ?? 0) > 0;
  const verdict = costs ? "costs" : higher ? "fairer" : "undecided";
  return { id: candidate.id, parameters: candidate.parameters, search: figuresOf(candidate.measured), fresh: figuresOf(fresh), differences, verdict };
}

/** Each figure with its interval. */
export function figuresOf({ ratio, margin, bad }: FairMeasured): FairFigures {
  return { ratio: aboveZero(soleEstimate(ratio)), margin: soleEstimate(margin), bad: soleEstimate(bad) };
}

/** A quotient of shares is never negative. */
const aboveZero = ({ value, interval }: FairDifference): FairDifference => ({ value, interval: interval === null ? null : { ...interval, low: Math.max(0, interval.low) } });
