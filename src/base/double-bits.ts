/**
 * One number seen as its IEEE 754 bits. `number[0] = x` and then `word[high]` is the half with sign and
 * exponent. Shared by the exact functions, none of which calls another between writing and reading.
 */
export const number = new Float64Array(1);
export const word = new Int32Array(number.buffer);

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
export const high = littleEndian ? 1 : 0;
export const low = littleEndian ? 0 : 1;

const smallest = -1074;

/** 2^−1074 … 2^1023, by doubling and halving, which are exact. */
const powers = new Float64Array(1023 - smallest + 1);
for (let p = 1, i = 0; i <= 1023; i++, p *= 2) powers[i - smallest] = p;
for (let p = 1, i = 0; i >= smallest; i--, p /= 2) powers[i - smallest] = p;

/** y × 2^k, rounded once where the result is subnormal; ±Infinity past the range. |k| up to about 2,000. */
export function scale(y: number, k: number): number {
  if (k > 1023) return y * power2(1023) * power2(Math.min(k - 1023, 1023));
  if (k >= -1021) return y * power2(k);
  return y * power2(Math.max(k + 1000, smallest)) * power2(-1000);
}

function power2(k: number): number {
  return powers[k - smallest] ?? Number.NaN;
}
