import { jackknifeInterval, type Bounds, type Text } from "../../base/index.ts";
import type { MeasureSample, MeasureValue } from "../../statistics/index.ts";
import { compareMeasure } from "../compare.ts";
import { paretoFront } from "../pareto-front.ts";
import type { ComparedMeasure } from "../report.ts";
import { isBeaten, sampleAt, type Axis } from "./axis.ts";
import type { SearchInputs } from "./search-inputs.ts";

/** One policy that was swept over: with its parameters, or as the scenario names it. */
export interface SweptPoint {
  /** 1, 2 … for the swept; 0 for the policy as it stands. Policies of the scenario have their name beside it. */
  readonly id: number;
  readonly policy: string;
  /** A policy of the scenario as it is, or the swept policy as it stands. */
  readonly named: boolean;
  readonly parameters: Readonly<Record<string, number>>;
  readonly measures: readonly MeasureValue[];
  /** Less the policy as it stands, on the same customers. */
  readonly differences: readonly ComparedMeasure[];
  /**
   * `frontier`: no other point beats it; `open`: one does, but not beyond chance on the same customers; `beaten`: one does,
   * and both intervals leave out zero; `no-data`: an axis has no value.
   */
  readonly standing: "frontier" | "open" | "beaten" | "no-data";
}

/** What one more unit of the first axis costs in the second, between two neighbours on the frontier. */
export interface FrontierStep {
  readonly from: number;
  readonly to: number;
  readonly dx: number;
  readonly dy: number;
  /** dy ÷ dx, with its paired interval. */
  readonly slope: number;
  readonly interval: Bounds | null;
}

/** A parameter that varied. */
export interface SweptParameter {
  readonly name: string;
  readonly title: Text;
  readonly unit: string;
  readonly current: number;
  readonly low: number;
  readonly high: number;
  /** Values that were to be had. */
  readonly values: number;
}

/** All that `sweep` says. No time, path or machine name. */
export interface SweepReport {
  readonly schemaVersion: 1;
  readonly inputs: SearchInputs;
  readonly policy: string;
  readonly design: "grid" | "points";
  readonly varied: readonly SweptParameter[];
  readonly x: Axis;
  readonly y: Axis;
  readonly points: readonly SweptPoint[];
  /** Ids on the frontier, in the order of the first axis. */
  readonly frontier: readonly number[];
  readonly steps: readonly FrontierStep[];
}

/** A point as it was measured; the first is the policy as it stands. */
export interface MeasuredPoint extends Pick<SweptPoint, "id" | "policy" | "named" | "parameters"> {
  readonly samples: readonly MeasureSample[];
}

/** Who stands on the frontier, who beside it, and what a step along it costs. */
export function judgeSweep(measured: readonly MeasuredPoint[], x: Axis, y: Axis): Pick<SweepReport, "points" | "frontier" | "steps"> {
  const [current] = measured;
  if (current === undefined) throw new Error("a sweep begins at the policy as it stands");
  const axes = [x, y];
  const places = measured.map(({ samples }) => axes.map((axis) => sampleAt(samples, axis).value ?? Number.NaN));
  const front = paretoFront(places, axes.map(({ better }) => better));
  const onFront = front.flatMap((index) => measured[index] ?? []);
  const points = measured.map((point, index): SweptPoint => {
    const { samples, ...rest } = point;
    const differences = samples.map((sample, at) => compareMeasure(current.samples[at] ?? sample, sample));
    const standing = (places[index] ?? []).some(Number.isNaN) ? "no-data" : front.includes(index) ? "frontier" : standingOf(point, onFront, axes);
    return { ...rest, measures: samples.map((sample) => sample.at(0.95)), differences, standing };
  });
  const along = onFront.toSorted((a, b) => (sampleAt(a.samples, x).value ?? 0) - (sampleAt(b.samples, x).value ?? 0) || a.id - b.id);
  return { points, frontier: along.map(({ id }) => id), steps: stepsOf(along, x, y) };
}

/** Beaten where some point of the frontier is better beyond chance. */
function standingOf({ samples }: MeasuredPoint, front: readonly MeasuredPoint[], axes: readonly Axis[]): "open" | "beaten" {
  return front.some((rival) => isBeaten(samples, rival.samples, axes)) ? "beaten" : "open";
}

function stepsOf(along: readonly MeasuredPoint[], x: Axis, y: Axis): readonly FrontierStep[] {
  return along.slice(1).flatMap((to, index): readonly FrontierStep[] => {
    const from = along[index];
    if (from === undefined) return [];
    const [dx, dy] = [x, y].map((axis) => deltas(sampleAt(from.samples, axis), sampleAt(to.samples, axis)));
    if (dx === undefined || dy === undefined || dx.whole === 0) return [];
    const slopes = dx.parts.map((part, at) => (dy.parts[at] ?? Number.NaN) / part);
    return [{ from: from.id, to: to.id, dx: dx.whole, dy: dy.whole, slope: dy.whole / dx.whole, interval: jackknifeInterval(dy.whole / dx.whole, slopes) }];
  });
}

function deltas(from: MeasureSample, to: MeasureSample): { readonly whole: number; readonly parts: readonly number[] } {
  return {
    whole: (to.value ?? Number.NaN) - (from.value ?? Number.NaN),
    parts: to.leaveOneOut.map((part, at) => (part ?? Number.NaN) - (from.leaveOneOut[at] ?? Number.NaN)),
  };
}
