import { scale } from "./double-bits.ts";

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const inverseLn2 = 1.4426950408889634;

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
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
  return scale(1 - (tail - (r * c) / (2 - c) - head), k);
}
