import { highWord, power2 } from "./double-bits.ts";

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const smallestNormal = 2.2250738585072014e-308;

/**
 * The natural logarithm, off by less than one unit in the last place, with the same bits on any engine:
 * only + − × ÷ and the exponent's bits. −Infinity at 0, NaN below. After fdlibm's e_log.c.
 */
export function ln(x: number): number {
  if (!(x >= smallestNormal && x < Number.POSITIVE_INFINITY)) return edge(x);
  const top = highWord(x);
  const aboveRoot2 = ((top & 0xfffff) + 0x95f64) >> 20; // 1 where the fraction is above √2
  const k = (top >> 20) - 1023 + aboveRoot2;
  // Scaling by a table is exact, and faster than writing the exponent's bits back.
  const f = (k === 1024 ? x * power2(-1023) * 0.5 : x * power2(-k)) - 1; // √2/2 … √2, less 1
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd =
    0.6666666666666735 +
    w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586));
  const even = 0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373);
  const half = 0.5 * f * f;
  return k * ln2High - (half - (s * (half + z * odd + w * even) + k * ln2Low) - f);
}

function edge(x: number): number {
  if (x > 0)
    return x === Number.POSITIVE_INFINITY ? x : ln(x * power2(54)) - 54 * (ln2High + ln2Low);
  return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
}
