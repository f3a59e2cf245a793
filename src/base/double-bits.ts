const smallest = -1074;

/** 2^−1074 … 2^1023, by doubling and halving, which are exact. */
const powers = new Float64Array(1023 - smallest + 1);
for (let p = 1, i = 0; i <= 1023; i++, p *= 2) powers[i - smallest] = p;
for (let p = 1, i = 0; i >= smallest; i--, p /= 2) powers[i - smallest] = p;

/** 2^k for k from −1,074 to 1,023; NaN outside. */
export function power2(k: number): number {
  return powers[k - smallest] ?? Number.NaN;
}

/** y × 2^k, rounded once where the result is subnormal; ±Infinity past the range. For |k| up to 2,000. */
export function scale(y: number, k: number): number {
  if (k >= -1021 && k <= 1023) return y * power2(k);
  if (k > 1023) return y * power2(1023) * power2(Math.min(k - 1023, 1023));
  return y * power2(Math.max(k + 1000, smallest)) * power2(-1000);
}

const number = new Float64Array(1);
const word = new Int32Array(number.buffer);
/** Which half of a double has sign and exponent: the byte order is the machine's. */
const high = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Sign, exponent and the first 20 bits of the fraction of a double. */
export function highWord(x: number): number {
  number[0] = x;
  return word[high] ?? 0;
}

/**
 * The first 26 bits of a number: products of two such heads are exact (Veltkamp's split). For |x| < 2^996.
 */
export function head(x: number): number {
  const c = 134217729 * x;
  return c - (c - x);
}
