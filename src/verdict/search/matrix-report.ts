import type { MeasureSample, MeasureValue } from "../../statistics/index.ts";
import { compareFamily } from "../comparison.ts";
import type { Direction } from "../pareto-front.ts";
import type { ComparedMeasure, RunInputs } from "../report.ts";
import { conclude, type MatrixConclusion } from "./matrix-conclusion.ts";

/** One scenario of a matrix: what is its own of what the cells rest on. */
export interface MatrixScenario extends Pick<RunInputs, "title" | "startDate" | "months" | "customers" | "seed" | "replications" | "lender" | "environment" | "population" | "laws"> {
  readonly name: string;
  readonly champion: string;
  readonly policies: readonly string[];
}

/** What a matrix rests on; no time, path or machine name. */
export interface MatrixInputs {
  readonly scenarios: readonly MatrixScenario[];
  /** Assumption sets as they were asked for; the scenario's own under the name it says. */
  readonly assumptions: readonly string[];
  readonly policies: readonly string[];
  readonly version: string;
  readonly hashes: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
  readonly digest: string;
}

/** Where a cell stands. */
export interface CellPlace {
  readonly scenario: string;
  readonly assumptions: string;
  readonly policy: string;
}

/** One measure in one cell. */
export interface MatrixFigure extends CellPlace {
  readonly measure: MeasureValue;
  /** Less the champion of the same scenario under the same assumptions, on the same customers; null for the champion. */
  readonly difference: ComparedMeasure | null;
}

/** A policy's worst cell in one measure; of measures of which neither way is better, the lowest. */
export interface WorstCase extends CellPlace {
  readonly value: number;
  /** Whether no policy has a better worst case. */
  readonly safest: boolean;
}

/** One measure over all cells. */
export interface MatrixMeasure {
  readonly measure: string;
  readonly better: Direction | "neither";
  /** By scenario, assumption set and policy. */
  readonly cells: readonly MatrixFigure[];
  readonly worst: readonly WorstCase[];
  readonly conclusions: readonly MatrixConclusion[];
}

/** All that `matrix` says. No time, path or machine name, and nothing of what came from the cache. */
export interface MatrixReport {
  readonly schemaVersion: 1;
  readonly kind: "matrix";
  readonly inputs: MatrixInputs;
  /** Estimates whose verdicts hold together (Holm). */
  readonly family: number;
  readonly measures: readonly MatrixMeasure[];
}

/** A cell as it was measured: the same measures, in the same order, in every cell. */
export interface MeasuredCell extends CellPlace {
  readonly champion: boolean;
  readonly samples: readonly MeasureSample[];
}

/** Every measure over every cell: differences that hold together, worst cases, and what holds everywhere. */
export function judgeMatrix(cells: readonly MeasuredCell[]): Pick<MatrixReport, "family" | "measures"> {
  const pairs = cells.filter(({ champion }) => !champion).map((cell) => ({ cell, own: championOf(cells, cell) }));
  const compared = compareFamily({ champion: pairs.flatMap(({ own }) => own.samples), challenger: pairs.flatMap(({ cell }) => cell.samples) });
  const count = cells[0]?.samples.length ?? 0;
  const differences = new Map(pairs.map(({ cell }, index) => [cell, compared.slice(index * count, (index + 1) * count)]));
  const measures = Array.from({ length: count }, (_, at) => measureAt(cells, at, differences));
  return { family: compared.filter(({ adjusted }) => adjusted !== null && adjusted !== undefined).length, measures };
}

function championOf(cells: readonly MeasuredCell[], { scenario, assumptions }: CellPlace): MeasuredCell {
  const own = cells.find((cell) => cell.champion && cell.scenario === scenario && cell.assumptions === assumptions);
  if (own === undefined) throw new Error(`${scenario} was run without its champion`);
  return own;
}

function measureAt(cells: readonly MeasuredCell[], at: number, differences: ReadonlyMap<MeasuredCell, readonly ComparedMeasure[]>): MatrixMeasure {
  const { measure } = sampleIn(cells[0], at);
  const figures = cells.map((cell): MatrixFigure => {
    const { scenario, assumptions, policy } = cell;
    return { scenario, assumptions, policy, measure: sampleIn(cell, at).at(0.95), difference: differences.get(cell)?.[at] ?? null };
  });
  const champions = new Map(cells.filter(({ champion }) => champion).map(({ scenario, policy }) => [scenario, policy]));
  return { measure: measure.name, better: measure.better, cells: figures, worst: worstOf(figures, measure.better), conclusions: conclude(figures, champions) };
}

function sampleIn(cell: MeasuredCell | undefined, at: number): MeasureSample {
  const sample = cell?.samples[at];
  if (sample === undefined) throw new Error("every cell is measured alike");
  return sample;
}

function worstOf(figures: readonly MatrixFigure[], better: MatrixMeasure["better"]): readonly WorstCase[] {
  const sign = better === "lower" ? -1 : 1;
  const policies = [...new Set(figures.map(({ policy }) => policy))];
  const worst = policies.flatMap((name) => {
    const known = figures.flatMap(({ scenario, assumptions, policy, measure: { value } }) => (policy === name && value !== null ? [{ scenario, assumptions, policy, value }] : []));
    return known.toSorted((a, b) => sign * (a.value - b.value)).slice(0, 1);
  });
  const best = Math.max(...worst.map(({ value }) => sign * value));
  return worst.map((one) => ({ ...one, safest: better !== "neither" && sign * one.value === best }));
}
