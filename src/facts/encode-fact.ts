import type { FactDefinition } from "./dictionary.ts";

/**
 * A fact's value as a number of a row: booleans 0 or 1, enums the index into `values`, numbers themselves.
 * NaN where it is missing or not of the fact's type. The domain is not checked: `checkFactValue` does that.
 */
export function encodeFact(definition: FactDefinition, value: unknown): number {
  switch (definition.type) {
    case "boolean":
      return typeof value === "boolean" ? Number(value) : Number.NaN;
    case "enum": {
      const index = typeof value === "string" ? definition.values.indexOf(value) : -1;
      return index < 0 ? Number.NaN : index;
    }
    case "integer":
    case "decimal":
      return typeof value === "number" ? value : Number.NaN;
  }
}
