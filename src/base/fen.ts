declare const fenBrand: unique symbol;

/** A whole amount of money in fen (1 yuan = 100 fen); negative where money is owed back. */
export type Fen = number & { readonly [fenBrand]: true };

/** The number as fen. Throws unless it is a whole number that doubles keep exactly (below 2^53). */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new Error(`${amount} is not a whole number of fen`);
  return (amount + 0) as Fen; // −0 + 0 is 0
}
