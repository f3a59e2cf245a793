const multiplierA = 0xd2511f53;
const multiplierB = 0xcd9e8d57;
const weylA = 0x9e3779b9;
const weylB = 0xbb67ae85;
const rounds = 10;

/**
 * One block of Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", 2011): a counter
 * of four words and a key of two give four words, written to `out` as signed 32-bit integers.
 * Called once a customer and month, so it takes words rather than arrays and allocates nothing.
 */
export function philox(
  out: Int32Array,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key0: number,
  key1: number,
): void {
  let x0 = c0 | 0;
  let x1 = c1 | 0;
  let x2 = c2 | 0;
  let x3 = c3 | 0;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < rounds; round++) {
    const highA = highWord(x0, multiplierA >>> 16, multiplierA & 0xffff);
    const highB = highWord(x2, multiplierB >>> 16, multiplierB & 0xffff);
    const lowA = Math.imul(multiplierA, x0);
    const lowB = Math.imul(multiplierB, x2);
    x0 = highB ^ x1 ^ k0;
    x1 = lowB;
    x2 = highA ^ x3 ^ k1;
    x3 = lowA;
    k0 = (k0 + weylA) | 0;
    k1 = (k1 + weylB) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

/** The upper 32 bits of x times a multiplier given in halves: products of 16 × 16 bits, whose sums stay below 2^32. */
function highWord(x: number, upper: number, lower: number): number {
  const xl = x & 0xffff;
  const xh = x >>> 16;
  const first = (Math.imul(xh, lower) + (Math.imul(xl, lower) >>> 16)) >>> 0;
  const second = (Math.imul(xl, upper) + (first & 0xffff)) >>> 0;
  return (Math.imul(xh, upper) + (first >>> 16) + (second >>> 16)) | 0;
}
