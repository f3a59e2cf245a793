import type { Bounds, Text } from "../../base/index.ts";
import type { MeasureSample } from "../../statistics/index.ts";
import { compareMeasure } from "../compare.ts";
import type { ComparedMeasure } from "../report.ts";
import type { SobolIndex } from "./sobol-indices.ts";
import type { RequirementUnder } from "./requirement-ends.ts";
import type { SearchInputs } from "./search-inputs.ts";

/** One assumption moved to both ends of its range, all else as it is: what becomes of challenger less champion. */
export interface TornadoBar {
  readonly assumption: string;
  readonly title: Text;
  readonly unit: string;
  readonly low: number;
  readonly base: number;
  readonly high: number;
  readonly atLow: ComparedMeasure;
  readonly atHigh: ComparedMeasure;
  /** From the lowest to the highest difference; 0 where nothing moves. */
  readonly swing: number;
  /** `sign`: the difference turns round at an end; `verdict`: what is concluded changes. */
  readonly turns: "sign" | "verdict" | null;
}

/** One measure's difference, and what moves it, the strongest first. */
export interface TornadoMeasure {
  readonly measure: string;
  readonly base: ComparedMeasure;
  readonly bars: readonly TornadoBar[];
  /** Assumptions that move nothing in this measure. */
  readonly still: number;
  /** With --sobol: of the assumptions it was made over, in the same order as `factors`. */
  readonly sobol?: readonly (SobolIndex & { readonly assumption: string; readonly title: Text })[] | undefined;
  /** With --sobol: the differences met over all of the ranges at once, and how many are above zero. */
  readonly range?: (Bounds & { readonly above: number; readonly points: number }) | undefined;
}

/** All that `tornado` says. No time, path or machine name. */
export interface TornadoReport {
  readonly schemaVersion: 1;
  readonly inputs: SearchInputs;
  readonly champion: string;
  readonly challenger: string;
  readonly assumptions: number;
  readonly measures: readonly TornadoMeasure[];
  /** With --require: what the challenger has to meet, and at which ends it is answered otherwise. */
  readonly requirements?: readonly RequirementUnder[] | undefined;
}

/** Samples of both policies under one value of one assumption. */
export interface PairOfSamples {
  readonly champion: readonly MeasureSample[];
  readonly challenger: readonly MeasureSample[];
}

/** An assumption with both ends run. */
export interface MovedAssumption extends Pick<TornadoBar, "assumption" | "title" | "unit" | "low" | "base" | "high"> {
  readonly atLow: PairOfSamples;
  readonly atHigh: PairOfSamples;
}

/** Bars of one measure (by its place among the samples), the widest first. */
export function tornadoOf(base: PairOfSamples, moved: readonly MovedAssumption[], at: number): TornadoMeasure {
  const own = differenceAt(base, at);
  const bars = moved.map(({ atLow, atHigh, ...rest }): TornadoBar => {
    const [low, high] = [differenceAt(atLow, at), differenceAt(atHigh, at)];
    const known = [own, low, high].flatMap(({ difference }) => (difference === null ? [] : [difference]));
    return { ...rest, atLow: low, atHigh: high, swing: known.length < 2 ? 0 : Math.max(...known) - Math.min(...known), turns: turnOf(own, [low, high]) };
  });
  const moving = bars.filter(({ swing, turns }) => swing > 0 || turns !== null);
  return { measure: own.name, base: own, bars: moving.toSorted((a, b) => b.swing - a.swing || (a.assumption < b.assumption ? -1 : 1)), still: bars.length - moving.length };
}

function differenceAt({ champion, challenger }: PairOfSamples, at: number): ComparedMeasure {
  const [own, other] = [champion[at], challenger[at]];
  if (own === undefined || other === undefined) throw new Error("both policies were measured alike");
  return compareMeasure(own, other);
}

function turnOf(base: ComparedMeasure, ends: readonly ComparedMeasure[]): TornadoBar["turns"] {
  const { difference } = base;
  if (difference !== null && ends.some((end) => end.difference !== null && end.difference * difference < 0)) return "sign";
  return ends.some(({ verdict }) => verdict !== base.verdict) ? "verdict" : null;
}
