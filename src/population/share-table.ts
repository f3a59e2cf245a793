import { normalQuantile } from "../base/index.ts";

/** Values by cumulative share: the code at the first bound that exceeds a uniform. */
export interface ShareTable {
  readonly bounds: Float64Array;
  readonly codes: Float64Array;
}

/** A table of shares in basis points, in the order given; values without a share are left out. */
export function cumulate(
  entries: readonly { readonly code: number; readonly share: number }[],
): ShareTable {
  const used = entries.filter((entry) => entry.share > 0);
  const total = used.reduce((sum, entry) => sum + entry.share, 0);
  let sum = 0;
  return {
    bounds: Float64Array.from(used, (entry) => (sum += entry.share) / total),
    codes: Float64Array.from(used, (entry) => entry.code),
  };
}

/** The code that a draw falls on. */
export function pick(table: ShareTable, draw: number): number {
  const { bounds, codes } = table;
  const last = bounds.length - 1;
  let index = 0;
  while (index < last && draw >= (bounds[index] ?? 1)) index++;
  return codes[index] ?? 0;
}

/** The same table for a standard normal instead of a uniform. */
export function onNormal(table: ShareTable): ShareTable {
  return {
    bounds: table.bounds.map((share) => normalQuantile(Math.min(1, share))),
    codes: table.codes,
  };
}
