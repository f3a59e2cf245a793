import { head, highWord, power2, scale } from "./double-bits.ts";
import { exp } from "./exp.ts";

const infinite = Number.POSITIVE_INFINITY;

/**
 * x^y, off by about one unit in the last place, with the same bits on any engine: only + − × ÷ √.
 * As the language's own power: x^0 is 1, a negative base takes whole exponents only (NaN otherwise).
 * The logarithm in two parts follows fdlibm's e_pow.c.
 */
export function power(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return Number.NaN;
  if (x > 0) return ofSize(x, y);
  if (x < 0 && x !== -infinite && Math.floor(y) !== y) return Number.NaN;
  const negative = isOdd(y) && (x < 0 || 1 / x < 0);
  const result = ofSize(-x, y);
  return negative ? -result : result;
}

function isOdd(y: number): boolean {
  return Math.abs(y) < 9007199254740992 && Math.abs(y % 2) === 1;
}

/** size^y for size ≥ 0 and y ≠ 0. */
function ofSize(size: number, y: number): number {
  if (size === 0) return y > 0 ? 0 : infinite;
  if (size === 1) return Math.abs(y) === infinite ? Number.NaN : 1;
  if (size === infinite || Math.abs(y) > 1e19) return size > 1 === y > 0 ? infinite : 0;
  if (y === 1) return size;
  if (y === 2) return size * size;
  if (y === -1) return 1 / size;
  if (y === 0.5) return Math.sqrt(size);
  log2Split(size);
  return exp2OfProduct(y);
}

/** The logarithm in two parts: the first short enough that products with it are exact. */
const split = new Float64Array(2);

/** Leaves log2 of a positive finite number in `split`, to about 2^−68. */
function log2Split(size: number): void {
  const subnormal = size < 2.2250738585072014e-308;
  const normal = subnormal ? size * power2(54) : size;
  const top = highWord(normal);
  const fraction = top & 0xfffff;
  // the interval of the fraction: around 1, around 1.5, around 2
  const shifted = fraction > 0x3988e && fraction < 0xbb67a;
  const exponent = (top >> 20) - 1023 + (fraction >= 0xbb67a ? 1 : 0);
  const scaled = exponent === 1024 ? normal * power2(-1023) * 0.5 : normal * power2(-exponent);
  const base = shifted ? 1.5 : 1;
  // s = (scaled − base) / (scaled + base), in two parts
  const u = scaled - base;
  const v = 1 / (scaled + base);
  const s = u * v;
  const sHead = head(s);
  const sumHead = head(scaled + base);
  const sumRest = scaled - (sumHead - base);
  const sRest = v * (u - sHead * sumHead - sHead * sumRest);
  log2OfRatio({ s, sHead, sRest, exponent: subnormal ? exponent - 54 : exponent, shifted });
}

/** Leaves exponent + log2(base) + (2 / ln 2) · artanh(s) in `split`. */
function log2OfRatio(ratio: {
  readonly s: number;
  readonly sHead: number;
  readonly sRest: number;
  readonly exponent: number;
  readonly shifted: boolean;
}): void {
  const { s, sHead, sRest, exponent, shifted } = ratio;
  const q = s * s;
  const r = q * q * atanhSeries(q) + sRest * (sHead + s);
  const square = sHead * sHead;
  const tHead = head(3 + square + r);
  const tRest = r - (tHead - 3 - square);
  const u = sHead * tHead;
  const v = sRest * tHead + tRest * s;
  const pHead = head(u + v);
  const pRest = v - (pHead - u);
  const main = 0.9617967009544373 * pHead; // 2 / (3 ln 2), its head
  const baseRest = shifted ? 1.350039202129749e-8 : 0;
  const rest = -7.028461650952758e-9 * pHead + pRest * 0.9617966939259756 + baseRest;
  const baseHead = shifted ? 0.5849624872207642 : 0;
  const first = head(main + rest + baseHead + exponent);
  split[0] = first;
  split[1] = rest - (first - exponent - baseHead - main);
}

function atanhSeries(q: number): number {
  return (
    0.5999999999999946 +
    q *
      (0.4285714285785502 +
        q *
          (0.33333332981837743 +
            q * (0.272728123808534 + q * (0.23066074577556175 + q * 0.20697501780033842))))
  );
}

/** 2^(y × split). */
function exp2OfProduct(y: number): number {
  const first = split[0] ?? 0;
  const second = split[1] ?? 0;
  const yHead = head(y);
  const rest = (y - yHead) * first + y * second;
  const main = yHead * first;
  const z = rest + main;
  if (z >= 1024.5) return infinite;
  if (z <= -1080) return 0;
  const n = Math.floor(z + 0.5);
  const lifted = main - n;
  const t = head(rest + lifted);
  const u = t * 0.6931471824645996;
  const v = (rest - (t - lifted)) * 0.6931471805599453 + t * -1.904654299957768e-9;
  const w = u + v;
  return scale(exp(w) * (1 + (v - (w - u))), n);
}
