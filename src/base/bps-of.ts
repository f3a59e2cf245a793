import { fen, type Fen } from "./fen.ts";
import { roundHalfEven } from "./round-half-even.ts";

const whole = 10_000;

/**
 * So many basis points (1/10,000) of an amount, rounded half to even. Exact for whole bps and any safe
 * amount: the amount is split so that no product passes 2^53 while bps stay below 9 × 10^11.
 */
export function bpsOf(amount: Fen | number, bps: number): Fen {
  const parts = Math.floor(amount / whole);
  const rest = amount - parts * whole;
  return fen(roundHalfEven(parts * bps + (rest * bps) / whole));
}
