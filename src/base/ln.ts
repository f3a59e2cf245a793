import { high, number, word } from "./double-bits.ts";

const ln2High = 6.93147180369123816490e-1;
const ln2Low = 1.90821492927058770002e-10;

/**
 * The natural logarithm, off by less than one unit in the last place, with the same bits on any engine:
 * only + − × ÷ and the exponent's bits. −Infinity at 0, NaN below. After fdlibm's e_log.c.
 */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let k = 0;
  number[0] = x;
  if (x < 2.2250738585072014e-308) {
    number[0] = x * 18014398509481984; // 2^54: out of the subnormals
    k = -54;
  }
  const top = word[high] ?? 0;
  const fraction = top & 0xfffff;
  const carry = (fraction + 0x95f64) & 0x100000; // set where the fraction is above √2
  k += (top >> 20) - 1023 + (carry >> 20);
  word[high] = fraction | (carry ^ 0x3ff00000);
  const f = (number[0] ?? 0) - 1; // √2/2 … √2, less 1
  const s = f / (2 + f);
  const z = s * s;
  const r =
    z *
    (6.666666666666735130e-1 +
      z *
        (3.999999999940941908e-1 +
          z *
            (2.857142874366239149e-1 +
              z *
                (2.222219843214978396e-1 +
                  z * (1.818357216161805012e-1 + z * (1.531383769920937332e-1 + z * 1.479819860511658591e-1))))));
  const half = 0.5 * f * f;
  return k * ln2High - (half - (s * (half + r) + k * ln2Low) - f);
}
