declare const fenBrand: unique symbol;

/** A whole amount of money in fen (1 yuan = 100 fen); negative where money is owed back. */
export type Fen = number & { readonly [fenBrand]: true };

/** The number as fen. Throws unless it is a whole number that doubles keep exactly (below 2^53). */
export function fen(amount: number): Fen {
  const whole = amount + 0; // −0 + 0 is 0
  if (!isFen(whole)) throw new Error(`${amount} is not a whole number of fen`);
  return whole;
}

function isFen(amount: number): amount is Fen {
  return Number.isSafeInteger(amount);
}
