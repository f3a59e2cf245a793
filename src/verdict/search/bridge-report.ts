import { jackknifeInterval, type Bounds, type Text } from "../../base/index.ts";
import type { MeasureSample, MeasureValue } from "../../statistics/index.ts";
import { compareMeasure } from "../compare.ts";
import type { ComparedMeasure } from "../report.ts";
import type { SearchInputs } from "./search-inputs.ts";

/** One group of edits and what it earns or costs in each measure. */
export interface BridgeStep {
  readonly name: string;
  readonly title: Text;
  /** What is in it, in words. */
  readonly edits: readonly Text[];
  /** More edits than are told. */
  readonly more: number;
  /** By measure, in the order of the report. */
  readonly effects: readonly BridgeEffect[];
}

export interface BridgeEffect {
  readonly measure: string;
  /** Its part of the whole difference; null where some policy on the way has no data. */
  readonly effect: number | null;
  readonly interval: Bounds | null;
}

/** All that `bridge` says. No time, path or machine name. */
export interface BridgeReport {
  readonly schemaVersion: 1;
  readonly inputs: SearchInputs;
  readonly from: string;
  readonly to: string;
  /** `shapley`: the mean over every order of the groups; `sequence`: in the order shown, which the parts then depend on. */
  readonly attribution: "shapley" | "sequence";
  /** Policies that were run. */
  readonly runs: number;
  readonly measures: readonly { readonly from: MeasureValue; readonly to: MeasureValue; readonly difference: ComparedMeasure }[];
  readonly steps: readonly BridgeStep[];
  /** Groups that cannot stand apart, because the policy between them could not be read. */
  readonly merged: readonly { readonly names: readonly string[]; readonly why: Text }[];
}

/** Samples of the policy with these groups applied: bit g of the key is group g. */
export type Coalitions = ReadonlyMap<number, readonly MeasureSample[]>;

/** Sets of groups that have to be run: all of them for every order, the beginnings for one. */
export function coalitionsOf(groups: number, attribution: BridgeReport["attribution"]): readonly number[] {
  if (attribution === "shapley") return Array.from({ length: 1 << Math.min(20, groups) }, (_, set) => set);
  return Array.from({ length: groups + 1 }, (_, count) => (1 << Math.min(30, count)) - 1);
}

/** The part of each group in each measure. Parts add up to the whole difference. */
export function attribute(samples: Coalitions, groups: number, attribution: BridgeReport["attribution"]): readonly (readonly BridgeEffect[])[] {
  const measures = samples.get(0)?.map(({ measure }) => measure) ?? [];
  return Array.from({ length: groups }, (_, group) => {
    const terms = attribution === "shapley" ? shapleyTerms(group, groups) : [{ without: (1 << group) - 1, weight: 1 }];
    return measures.map((measure, at): BridgeEffect => {
      const parts = terms.map(({ without, weight }) => ({ from: sampleOf(samples, without, at), to: sampleOf(samples, without + (1 << group), at), weight }));
      if (parts.some(({ from, to }) => from.value === null || to.value === null)) return { measure: measure.name, effect: null, interval: null };
      const total = (of: (sample: MeasureSample) => number): number => parts.reduce((sum, { from, to, weight }) => sum + weight * (of(to) - of(from)), 0);
      const effect = total(({ value }) => value ?? Number.NaN);
      const left = parts[0]?.from.leaveOneOut.map((_part, part) => total(({ leaveOneOut }) => leaveOneOut[part] ?? Number.NaN)) ?? [];
      return { measure: measure.name, effect, interval: measure.method === "none" || measure.method === "quantile" ? null : jackknifeInterval(effect, left) };
    });
  });
}

/** The sets without a group, each with the share of the orders in which exactly they stand before it. */
function shapleyTerms(group: number, groups: number): readonly { readonly without: number; readonly weight: number }[] {
  const own = 1 << group;
  return Array.from({ length: 1 << groups }, (_, set) => set).flatMap((set) => {
    if (Math.floor(set / own) % 2 === 1) return [];
    const size = sizeOf(set);
    return [{ without: set, weight: (factorial(size) * factorial(groups - size - 1)) / factorial(groups) }];
  });
}

function sizeOf(set: number): number {
  let [size, rest] = [0, set];
  for (; rest > 0; rest = Math.floor(rest / 2)) size += rest % 2;
  return size;
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

function sampleOf(samples: Coalitions, set: number, at: number): MeasureSample {
  const sample = samples.get(set)?.[at];
  if (sample === undefined) throw new Error(`the policy with edits ${set} was not run`);
  return sample;
}

/** Both ends of a bridge and their difference, measure by measure. */
export function bridgeEnds(from: readonly MeasureSample[], to: readonly MeasureSample[]): BridgeReport["measures"] {
  return from.map((sample, at) => ({ from: sample.at(0.95), to: (to[at] ?? sample).at(0.95), difference: compareMeasure(sample, to[at] ?? sample) }));
}
