/** The nearest whole number; halves go to the even neighbour. Never −0; NaN and infinities stay. */
export function roundHalfEven(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  if (rest < 0.5) return below + 0;
  if (rest > 0.5) return below + 1;
  if (rest === 0.5) return below % 2 === 0 ? below + 0 : below + 1;
  return x; // NaN, or an infinity, whose rest is NaN
}
