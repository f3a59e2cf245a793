import type { FactDefinition } from "./dictionary.ts";

/** The value behind a number of a row; null for NaN and for an index that is no value of the enum. */
export function decodeFact(
  definition: FactDefinition,
  n: number,
): boolean | number | string | null {
  if (Number.isNaN(n)) return null;
  switch (definition.type) {
    case "boolean":
      return n !== 0;
    case "enum":
      return definition.values[n] ?? null;
    case "integer":
    case "decimal":
      return n;
  }
}
