import { codeText } from "./code-text.ts";
import type { FileRow } from "./compile-source.ts";
import type { Mapping } from "./mapping-schema.ts";
import type { ProblemLedger } from "./problem-ledger.ts";

/** In `CustomerBlock.outcome`: the file does not say what became of the customer. */
export const unknownOutcome = 255;

/** Reads what became of a row's customer: 1 defaulted, 0 repaid, 255 unknown. */
export function outcomeReader(
  { column, bad, good, unknown = [] }: NonNullable<Mapping["outcome"]>,
  indexOf: ReadonlyMap<string, number>,
  isMissing: (cell: string) => boolean,
  ledger: ProblemLedger,
): (row: FileRow) => number {
  const index = indexOf.get(column) ?? -1;
  const meanings = new Map<string, number>();
  for (const code of unknown) meanings.set(codeText(code), unknownOutcome);
  for (const code of good) meanings.set(codeText(code), 0);
  for (const code of bad) meanings.set(codeText(code), 1);
  return (row) => {
    const cell = row.cells[index] ?? "";
    const outcome = meanings.get(codeText(cell));
    if (outcome !== undefined) return outcome;
    if (!isMissing(cell)) reportOutcome(column, cell, row, ledger);
    return unknownOutcome;
  };
}

function reportOutcome(column: string, cell: string, row: FileRow, ledger: ProblemLedger): void {
  ledger.add({
    kind: "unknown-outcome",
    row: row.number,
    column,
    value: cell,
    title: () => ({
      en: "outcomes that are neither good nor bad; taken as unknown",
      zh: "既非好也非坏的结果，按未知处理",
    }),
  });
}
