import { decodeFact, type Dictionary } from "../facts/index.ts";
import type { Population } from "./population.ts";

/** A cell of a table of customers, raw: quoting and formula safety are the writer's. */
export type CsvCell = string | number | boolean | null;

const blockLength = 4_096;

/**
 * Customers as rows, header first: the customer's number, then each observed fact in dictionary order (`null`
 * where missing), then the known outcome of imported ones. Rows come block by block; latent traits never.
 */
export function* populationCsvRows(
  population: Population,
  dictionary: Dictionary,
  range: { readonly first: number; readonly count: number } = { first: 0, count: population.size },
): Generator<readonly CsvCell[], void, undefined> {
  const definitions = population.facts.flatMap((fact) => dictionary.facts.get(fact) ?? []);
  const last = Math.min(population.size, range.first + range.count);
  let withOutcome: boolean | undefined;
  for (let first = range.first; first < last || withOutcome === undefined; first += blockLength) {
    const block = population.block(first, Math.max(0, Math.min(blockLength, last - first)));
    if (withOutcome === undefined) {
      withOutcome = block.outcome !== undefined;
      yield [
        "customer",
        ...definitions.map(({ name }) => name),
        ...(withOutcome ? ["outcome"] : []),
      ];
    }
    const columns = definitions.map((definition) => ({
      definition,
      values: block.observed.get(definition.name),
    }));
    for (let i = 0; i < block.count; i++) {
      const cells = columns.map(({ definition, values }) =>
        decodeFact(definition, values?.[i] ?? Number.NaN),
      );
      yield [first + i, ...cells, ...(withOutcome ? [outcomeWord(block.outcome?.[i])] : [])];
    }
  }
}

function outcomeWord(outcome: number | undefined): CsvCell {
  if (outcome === 1) return "defaulted";
  return outcome === 0 ? "repaid" : null;
}
