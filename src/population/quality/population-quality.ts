import type { Dictionary, FactName } from "../../facts/index.ts";
import type { ImportedData } from "../imported-population.ts";
import type { Population } from "../population.ts";
import { compareColumns, type PairedColumn, type PopulationQuality } from "./compare-columns.ts";

const blockLength = 4_096;

/** What of a population could not be held against a file. */
export interface QualityReport extends PopulationQuality {
  /** Customers of the file, and synthetic ones. */
  readonly real: number;
  readonly synthetic: number;
  /** Facts that the file does not have: nothing is said of them. */
  readonly notInFile: readonly FactName[];
  /** Facts that the mapping gives the same value for everybody. */
  readonly constant: readonly FactName[];
}

/** A synthetic population held against the columns of an imported file: only facts that the file really has. */
export function populationQuality(synthetic: Population, file: ImportedData, dictionary: Dictionary): QualityReport {
  const compared = synthetic.facts.filter((name) => file.columns.has(name));
  const drawn = drawnColumns(synthetic, compared);
  const columns = compared.flatMap((name): readonly PairedColumn[] => {
    const [fact, real, own] = [dictionary.facts.get(name), file.columns.get(name), drawn.get(name)];
    return fact === undefined || real === undefined || own === undefined ? [] : [{ fact, real, synthetic: own }];
  });
  return {
    real: file.customers,
    synthetic: synthetic.size,
    ...compareColumns(columns),
    notInFile: synthetic.facts.filter((name) => !file.columns.has(name) && !file.constants.has(name)),
    constant: synthetic.facts.filter((name) => file.constants.has(name)),
  };
}

function drawnColumns(population: Population, names: readonly FactName[]): ReadonlyMap<FactName, Float64Array> {
  const columns = new Map(names.map((name) => [name, new Float64Array(population.size).fill(Number.NaN)]));
  for (let first = 0; first < population.size; first += blockLength) {
    const block = population.block(first, Math.min(blockLength, population.size - first));
    for (const [name, column] of columns) column.set(block.observed.get(name) ?? [], first);
  }
  return columns;
}
