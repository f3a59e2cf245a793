import type { PoolDefinition } from "../simulation/index.ts";

/** Shares by bearer in basis points. */
type Shares = PoolDefinition["funding"];

const whole = 10_000;

/**
 * Whole fen by bearer, in proportion to shares that add up to 10,000: the largest remainders get what rounding leaves,
 * the first named among equals. Nothing is left over; a negative amount is split like its opposite.
 */
export function split(amountFen: number, shares: Shares): ReadonlyMap<string, number> {
  const size = Math.abs(amountFen);
  const sign = amountFen < 0 ? -1 : 1;
  const parts = Object.entries(shares).map(([bearer, bps]) => {
    // Taken apart, so that no product passes 2^53.
    const units = Math.floor(size / whole) * bps;
    const rest = (size % whole) * bps;
    return { bearer, fen: units + Math.floor(rest / whole), remainder: rest % whole };
  });
  let left = size - parts.reduce((sum, { fen }) => sum + fen, 0);
  for (const part of parts.toSorted((a, b) => b.remainder - a.remainder)) {
    if (left <= 0) break;
    part.fen += 1;
    left -= 1;
  }
  return new Map(parts.map(({ bearer, fen }) => [bearer, fen === 0 ? 0 : sign * fen]));
}
