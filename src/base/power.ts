import { high, low, number, scale, word } from "./double-bits.ts";
import { exp } from "./exp.ts";

/** Head (short enough that products with it are exact) and rest of log2|x|, left by `log2Split`. */
const split = new Float64Array(2);

/**
 * x^y, off by less than one unit in the last place, with the same bits on any engine: only + − × ÷ √.
 * As the language's own power: x^0 is 1, a negative base takes whole exponents only (NaN otherwise).
 * After fdlibm's e_pow.c.
 */
export function power(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return Number.NaN;
  const size = x < 0 ? -x : x;
  const odd = isOdd(y);
  const negative = odd && (x < 0 || (x === 0 && 1 / x < 0));
  if (x < 0 && size !== Number.POSITIVE_INFINITY && !isWhole(y)) return Number.NaN;
  const result = ofSize(size, y);
  return negative ? -result : result;
}

function isWhole(y: number): boolean {
  return Math.floor(y) === y;
}

function isOdd(y: number): boolean {
  const size = y < 0 ? -y : y;
  return size < 9007199254740992 && size % 2 === 1;
}

/** size^y for size ≥ 0 and y ≠ 0. */
function ofSize(size: number, y: number): number {
  const infinite = Number.POSITIVE_INFINITY;
  if (size === 1) return y === infinite || y === -infinite ? Number.NaN : 1;
  if (size === 0) return y > 0 ? 0 : infinite;
  if (size === infinite) return y > 0 ? infinite : 0;
  if (y === infinite) return size > 1 ? infinite : 0;
  if (y === -infinite) return size > 1 ? 0 : infinite;
  if (y === 1) return size;
  if (y === 2) return size * size;
  if (y === -1) return 1 / size;
  if (y === 0.5) return Math.sqrt(size);
  if (y > 1e19 || y < -1e19) return size > 1 === y > 0 ? infinite : 0;
  log2Split(size);
  return exp2OfProduct(y);
}

/** The number with its lower 32 bits cleared. */
function head(x: number): number {
  number[0] = x;
  word[low] = 0;
  return number[0];
}

/** log2 of a positive finite number in two parts, to about 2^−70. */
function log2Split(size: number): void {
  let n = 0;
  let ax = size;
  if (ax < 2.2250738585072014e-308) {
    ax *= 9007199254740992;
    n = -53;
  }
  number[0] = ax;
  const top = word[high] ?? 0;
  n += (top >> 20) - 1023;
  const fraction = top & 0xfffff;
  // the interval: around 1, around 1.5, or around 2
  let base = fraction <= 0x3988e ? 1 : 1.5;
  let bits = fraction | 0x3ff00000;
  if (fraction >= 0xbb67a) {
    base = 1;
    n += 1;
    bits -= 0x100000;
  }
  word[high] = bits;
  ax = number[0];
  // s = (ax − base) / (ax + base), in two parts
  const u = ax - base;
  const v = 1 / (ax + base);
  const s = u * v;
  const sHead = head(s);
  number[0] = 0;
  word[high] = ((bits >> 1) | 0x20000000) + 0x00080000 + (base === 1.5 ? 1 << 18 : 0);
  const tHead = number[0];
  const tRest = ax - (tHead - base);
  const sRest = v * (u - sHead * tHead - sHead * tRest);
  log2OfSum(s, sHead, sRest, n, base === 1.5);
}

/** Leaves n + log2(base) + (2/ln 2)·artanh(s) in `split`. */
function log2OfSum(s: number, sHead: number, sRest: number, n: number, shifted: boolean): void {
  const s2 = s * s;
  const r =
    s2 *
      s2 *
      (5.99999999999994648725e-1 +
        s2 *
          (4.28571428578550184252e-1 +
            s2 *
              (3.33333329818377432918e-1 +
                s2 *
                  (2.72728123808534006489e-1 +
                    s2 * (2.30660745775561754067e-1 + s2 * 2.06975017800338417784e-1))))) +
    sRest * (sHead + s);
  const square = sHead * sHead;
  const tHead = head(3 + square + r);
  const tRest = r - (tHead - 3 - square);
  const u = sHead * tHead;
  const v = sRest * tHead + tRest * s;
  const pHead = head(u + v);
  const pRest = v - (pHead - u);
  const zHead = 9.61796700954437255859e-1 * pHead;
  const zRest =
    -7.02846165095275826516e-9 * pHead +
    pRest * 9.61796693925975554329e-1 +
    (shifted ? 1.35003920212974897128e-8 : 0);
  const baseHead = shifted ? 5.84962487220764160156e-1 : 0;
  const t1 = head(zHead + zRest + baseHead + n);
  split[0] = t1;
  split[1] = zRest - (t1 - n - baseHead - zHead);
}

/** 2^(y × split). */
function exp2OfProduct(y: number): number {
  const t1 = split[0] ?? 0;
  const t2 = split[1] ?? 0;
  const yHead = head(y);
  const rest = (y - yHead) * t1 + y * t2;
  const main = yHead * t1;
  const z = rest + main;
  if (z >= 1024.5) return Number.POSITIVE_INFINITY;
  if (z <= -1080) return 0;
  const n = Math.floor(z + 0.5);
  const lifted = main - n;
  const t = head(rest + lifted);
  const u = t * 6.93147182464599609375e-1;
  const v = (rest - (t - lifted)) * 6.93147180559945286227e-1 + t * -1.90465429995776804525e-9;
  const w = u + v;
  const wRest = v - (w - u);
  return scale(exp(w) * (1 + wRest), n);
}
