import { fen, type Fen } from "./fen.ts";

/** The whole fen at or below the amount (towards −∞). Throws where that is not a safe integer. */
export function floorToFen(amount: number): Fen {
  return fen(Math.floor(amount));
}
