import { numberIn } from "./code-text.ts";
import type { Mapping } from "./mapping-schema.ts";
import { columnsOf } from "./read-mapping.ts";

/** Whether the cells of a column should be numbers, as far as the mapping says: then a word there is a header. */
export function expectsNumber(mapping: Mapping, column: string): boolean {
  const described = mapping.columns;
  const documented =
    described !== undefined && Object.hasOwn(described, column)
      ? described[column]?.documented
      : undefined;
  if (documented !== undefined) return allNumbers(documented);
  const { outcome } = mapping;
  if (outcome?.column === column) return allNumbers([...outcome.bad, ...outcome.good]);
  return Object.values(mapping.facts).some((source) => {
    if (!columnsOf(source).includes(column)) return false;
    if ("recode" in source && source.recode !== undefined)
      return allNumbers(Object.keys(source.recode));
    return (
      "ratio" in source ||
      "columns" in source ||
      "times" in source ||
      "unit" in source ||
      "clip" in source
    );
  });
}

function allNumbers(codes: readonly string[]): boolean {
  return codes.length > 0 && codes.every((code) => numberIn(code) === numberIn(code));
}
