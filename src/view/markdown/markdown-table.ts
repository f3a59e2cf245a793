/** A table of cells that are Markdown already; columns from the second on are right-aligned where asked. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: ReadonlySet<number> = new Set(),
): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (numbers.has(at) ? "---:" : "---"))), ...rows.map(line)];
}

/** Columns from `first` to the last of so many. */
export const columnsFrom = (first: number, count: number): ReadonlySet<number> =>
  new Set(Array.from({ length: count - first }, (_, at) => at + first));
