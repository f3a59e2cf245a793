import { decodeFact, type FactDefinition } from "../../facts/index.ts";
import type { FactColumn } from "../../verdict/index.ts";
import { originOf } from "./score-column.ts";
import type { ImportedRows } from "./row-source.ts";

/** Facts whose information is measured: those of the file, and the synthetic ones that the policy reads (labelled so). */
export function factColumns(imported: ImportedRows, read: ReadonlySet<string>): readonly FactColumn[] {
  const { data, population, dictionary } = imported;
  const drawn = population.facts.filter((fact) => originOf(fact, imported) === "synthetic" && read.has(fact));
  const columns = new Map(drawn.map((fact) => [fact, new Float64Array(population.size)] as const));
  const size = 4096;
  for (let first = 0; columns.size > 0 && first < population.size; first += size) {
    const { observed } = population.block(first, Math.min(size, population.size - first));
    for (const [fact, column] of columns) column.set(observed.get(fact) ?? [], first);
  }
  return [...data.columns.keys(), ...drawn].flatMap((fact) => {
    const definition = dictionary.facts.get(fact);
    const values = data.columns.get(fact) ?? columns.get(fact);
    if (definition === undefined || values === undefined) return [];
    const codes = definition.type === "enum" || definition.type === "boolean";
    return [{ fact, title: definition.title, origin: originOf(fact, imported), values, codes, label: labelOf(definition) }];
  });
}

/** A value as files write it; a number as it stands. */
function labelOf(definition: FactDefinition): (value: number) => string {
  return (value) => (definition.type === "integer" || definition.type === "decimal" ? String(Number(value.toPrecision(9))) : String(decodeFact(definition, value)));
}
