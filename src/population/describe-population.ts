import type { Dictionary, FactDefinition, FactName } from "../facts/index.ts";
import type { Population } from "./population.ts";
import { createSketch, type QuantileSketch } from "./quantile-sketch.ts";

/** What one fact looks like over a population. Shares are of those that have the fact. */
export type FactDescription = {
  readonly fact: FactName;
  /** Customers who have the fact, and who lack it. */
  readonly n: number;
  readonly missing: number;
  /** Where it comes from: the profile, the file, or drawn beside the file. */
  readonly origin: "profile" | "file" | "synthesised";
} & (
  | {
      readonly kind: "number";
      readonly unit: string;
      /** `null` where nobody has the fact. */
      readonly mean: number | null;
      readonly standardDeviation: number | null;
      readonly quantiles: readonly { readonly share: number; readonly value: number | null }[];
    }
  | {
      readonly kind: "values";
      readonly shares: readonly {
        readonly value: string;
        readonly count: number;
        readonly share: number | null;
      }[];
    }
);

/** A population described fact by fact, in dictionary order. */
export interface PopulationDescription {
  readonly customers: number;
  readonly kind: Population["kind"];
  readonly facts: readonly FactDescription[];
  /** Imported customers of known outcome and how many defaulted; `null` where the file does not say. */
  readonly outcome: { readonly known: number; readonly bad: number } | null;
}

const shares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
const blockLength = 4_096;
/** Whole numbers with no more values than this are shown as shares. */
const fewValues = 8;

/** Describes a population by streaming its blocks: memory does not grow with the number of customers. */
export function describePopulation(
  population: Population,
  dictionary: Dictionary,
): PopulationDescription {
  const tallies = population.facts.flatMap((fact) => {
    const definition = dictionary.facts.get(fact);
    return definition === undefined ? [] : [{ fact, tally: createTally(definition) }];
  });
  const outcomes = { known: 0, bad: 0 };
  let hasOutcome = false;
  for (let first = 0; first < population.size; first += blockLength) {
    const block = population.block(first, Math.min(blockLength, population.size - first));
    for (const { fact, tally } of tallies)
      tally.add(block.observed.get(fact) ?? new Float64Array(0));
    if (block.outcome !== undefined) hasOutcome = true;
    for (const value of block.outcome ?? []) {
      if (value <= 1) outcomes.known++;
      if (value === 1) outcomes.bad++;
    }
  }
  const drawn = new Set(population.synthesised);
  const originOf = (fact: FactName): FactDescription["origin"] =>
    population.kind === "synthetic" ? "profile" : drawn.has(fact) ? "synthesised" : "file";
  return {
    customers: population.size,
    kind: population.kind,
    facts: tallies.map(({ fact, tally }): FactDescription => ({
      fact,
      origin: originOf(fact),
      ...tally.finish(),
    })),
    outcome: hasOutcome ? outcomes : null,
  };
}

type WithoutName<T> = T extends unknown ? Omit<T, "fact" | "origin"> : never;
type Finished = WithoutName<FactDescription>;

interface FactTally {
  add(values: Float64Array): void;
  finish(): Finished;
}

function createTally(definition: FactDefinition): FactTally {
  switch (definition.type) {
    case "boolean":
      return valueTally(["false", "true"], 0);
    case "enum":
      return valueTally(definition.values, 0);
    case "integer":
      if (definition.max - definition.min < fewValues) {
        const { min, max } = definition;
        return valueTally(
          Array.from({ length: max - min + 1 }, (_, index) => String(min + index)),
          min,
        );
      }
      return numberTally(definition.unit);
    case "decimal":
      return numberTally(definition.unit);
  }
}

/** Counts of codes from `lowest` on. */
function valueTally(values: readonly string[], lowest: number): FactTally {
  const counts = new Float64Array(values.length);
  let missing = 0;
  return {
    add: (column) => {
      for (const value of column) {
        if (value !== value) missing++;
        else counts[value - lowest] = (counts[value - lowest] ?? 0) + 1;
      }
    },
    finish: () => {
      const n = counts.reduce((sum, count) => sum + count, 0);
      return {
        kind: "values",
        n,
        missing,
        shares: values.map((value, index) => {
          const count = counts[index] ?? 0;
          return { value, count, share: n === 0 ? null : count / n };
        }),
      };
    },
  };
}

/** Mean and spread by Welford's recurrence: one pass, no large sums of squares. */
function numberTally(unit: string): FactTally {
  const sketch: QuantileSketch = createSketch();
  let missing = 0;
  let mean = 0;
  let squares = 0;
  return {
    add: (column) => {
      for (const value of column) {
        if (value !== value) {
          missing++;
          continue;
        }
        sketch.add(value);
        const step = value - mean;
        mean += step / sketch.count;
        squares += step * (value - mean);
      }
    },
    finish: () => ({
      kind: "number",
      unit,
      n: sketch.count,
      missing,
      mean: sketch.count === 0 ? null : mean,
      standardDeviation: sketch.count < 2 ? null : Math.sqrt(squares / (sketch.count - 1)),
      quantiles: shares.map((share) => ({ share, value: sketch.quantile(share) })),
    }),
  };
}
