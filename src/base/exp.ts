import { scale } from "./double-bits.ts";

const ln2High = 6.93147180369123816490e-1;
const ln2Low = 1.90821492927058770002e-10;
const inverseLn2 = 1.44269504088896338700;

/**
 * e^x, off by less than one unit in the last place, with the same bits on any engine: only + − × ÷.
 * Infinity above 709.78, 0 below −745.13. The reduction and the polynomial are those of fdlibm's e_exp.c.
 */
export function exp(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019411) return 0;
  if (x !== x) return x;
  const k = Math.floor(x * inverseLn2 + 0.5);
  const head = x - k * ln2High;
  const tail = k * ln2Low;
  const r = head - tail;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t * (6.61375632143793436117e-5 + t * (-1.65339022054652515390e-6 + t * 4.13813679705723846039e-8))));
  return scale(1 - (tail - (r * c) / (2 - c) - head), k);
}
