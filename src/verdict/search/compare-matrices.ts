import { measureNamed } from "../../statistics/index.ts";
import { compareValues } from "../compare.ts";
import type { ComparedMeasure } from "../report.ts";
import type { MatrixConclusion } from "./matrix-conclusion.ts";
import type { CellPlace, MatrixFigure, MatrixInputs, MatrixReport } from "./matrix-report.ts";

/** One measure of one cell in both results. */
export interface CellChange extends CellPlace {
  readonly before: number | null;
  readonly after: number | null;
  /** Exactly the same value and interval. */
  readonly same: boolean;
  readonly difference: ComparedMeasure;
}

/** A conclusion that is another one in the second result. */
export interface ConclusionChange {
  readonly measure: string;
  readonly challenger: string;
  readonly before: Pick<MatrixConclusion, "standing" | "side" | "cells" | "agreeing">;
  readonly after: Pick<MatrixConclusion, "standing" | "side" | "cells" | "agreeing">;
}

/** Two saved matrices held against each other, cell by cell. */
export interface MatrixComparison {
  readonly schemaVersion: 1;
  readonly kind: "matrix-comparison";
  readonly before: { readonly name: string; readonly inputs: MatrixInputs };
  readonly after: { readonly name: string; readonly inputs: MatrixInputs };
  /** Input files whose hash is another, or that stand on one side only. */
  readonly changedInputs: readonly string[];
  readonly cells: number;
  /** Cells that one of the two has and the other not. */
  readonly only: { readonly before: readonly CellPlace[]; readonly after: readonly CellPlace[] };
  readonly measures: readonly { readonly measure: string; readonly changes: readonly CellChange[] }[];
  readonly conclusions: readonly ConclusionChange[];
}

/** A matrix that was saved, and what it is called: its file. */
export interface SavedMatrix {
  readonly name: string;
  readonly report: MatrixReport;
}

/** The second less the first, in every cell and measure that both have; without the customers behind them, intervals are not paired. */
export function compareMatrices(first: SavedMatrix, second: SavedMatrix): MatrixComparison {
  const [own, other] = [placesOf(first.report), placesOf(second.report)];
  const both = [...own.keys()].filter((key) => other.has(key));
  const without = (list: ReadonlyMap<string, CellPlace>): readonly CellPlace[] => [...list].flatMap(([key, place]) => (both.includes(key) ? [] : [place]));
  const measures = first.report.measures.flatMap(({ measure, cells }) => {
    const found = second.report.measures.find((one) => one.measure === measure);
    return found === undefined ? [] : [{ measure, changes: changesOf(cells, found.cells) }];
  });
  return {
    schemaVersion: 1,
    kind: "matrix-comparison",
    before: { name: first.name, inputs: first.report.inputs },
    after: { name: second.name, inputs: second.report.inputs },
    changedInputs: changedInputs(first.report.inputs.hashes, second.report.inputs.hashes),
    cells: both.length,
    only: { before: without(own), after: without(other) },
    measures,
    conclusions: conclusionChanges(first.report, second.report),
  };
}

const keyOf = ({ scenario, assumptions, policy }: CellPlace): string => [scenario, assumptions, policy].join("\n");

function placesOf({ measures }: MatrixReport): ReadonlyMap<string, CellPlace> {
  return new Map((measures[0]?.cells ?? []).map(({ scenario, assumptions, policy }) => [keyOf({ scenario, assumptions, policy }), { scenario, assumptions, policy }]));
}

function changedInputs(before: MatrixInputs["hashes"], after: MatrixInputs["hashes"]): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((file) => before[file] !== after[file]).toSorted();
}

function changesOf(before: readonly MatrixFigure[], after: readonly MatrixFigure[]): readonly CellChange[] {
  const others = new Map(after.map((cell) => [keyOf(cell), cell]));
  return before.flatMap((cell) => {
    const other = others.get(keyOf(cell));
    const measure = measureNamed(cell.measure.name);
    if (other === undefined || measure === undefined) return [];
    const { scenario, assumptions, policy } = cell;
    const same = cell.measure.value === other.measure.value && cell.measure.interval?.low === other.measure.interval?.low && cell.measure.interval?.high === other.measure.interval?.high;
    return [{ scenario, assumptions, policy, before: cell.measure.value, after: other.measure.value, same, difference: compareValues(measure, cell.measure, other.measure) }];
  });
}

function conclusionChanges(first: MatrixReport, second: MatrixReport): readonly ConclusionChange[] {
  return first.measures.flatMap(({ measure, conclusions }) =>
    conclusions.flatMap((before) => {
      const after = second.measures.find((one) => one.measure === measure)?.conclusions.find(({ challenger }) => challenger === before.challenger);
      if (after === undefined || (after.standing === before.standing && after.side === before.side)) return [];
      return [{ measure, challenger: before.challenger, before: brief(before), after: brief(after) }];
    }),
  );
}

const brief = ({ standing, side, cells, agreeing }: MatrixConclusion): ConclusionChange["before"] => ({ standing, side, cells, agreeing });
