import { exp } from "./exp.ts";
import { lnOnePlus } from "./ln-one-plus.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** From here on Student's t is the normal corrected by three powers of 1/df (Cornish and Fisher). */
const nearlyNormal = 1e5;

/** The last question and its answer: reports ask the same one for every measure, and it takes 10 µs. */
const last = { p: Number.NaN, df: Number.NaN, quantile: Number.NaN };

/**
 * The value of Student's t with share p at or below it, to about 1e-12 relative, for df ≥ 1 (whole or not).
 * ∓Infinity at 0 and 1, NaN outside and below df 1. Newton on the incomplete beta function, kept in a bracket.
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df >= 1)) return Number.NaN;
  if (p === last.p && df === last.df) return last.quantile;
  const quantile = p < 0.5 ? -upper(p, 0.5 - p, df) : upper(1 - p, p - 0.5, df);
  Object.assign(last, { p, df, quantile });
  return quantile;
}

/** t > 0 with `tail` above it and `centre` between 0 and it. */
function upper(tail: number, centre: number, df: number): number {
  if (tail === 0) return Number.POSITIVE_INFINITY;
  if (centre === 0) return 0;
  const z = -normalQuantile(tail);
  if (df >= nearlyNormal) return corrected(z, df);
  const half = ratioOfGammas(df / 2); // Γ(df/2 + ½) / Γ(df/2)
  // Solve where the function is not the difference of two near numbers.
  const inTail = tail < 0.25;
  const target = inTail ? tail : centre;
  const excess = (t: number): number =>
    inTail ? target - tailShare(t, df, half) : centreShare(t, df, half) - target;
  let low = 0;
  let high = Math.max(1, z);
  while (excess(high) < 0) {
    low = high;
    high *= 2;
  }
  return newton({ low, high, excess, density: (t) => density(t, df, half) });
}

/** The normal value z turned into Student's for many degrees of freedom. */
function corrected(z: number, df: number): number {
  const q = z * z;
  const first = (q + 1) / 4;
  const second = ((5 * q + 16) * q + 3) / 96;
  const third = (((3 * q + 19) * q + 17) * q - 15) / 384;
  return z * (1 + (first + (second + third / df) / df) / df);
}

/** The root of a rising function between `low` and `high`: Newton's step where it stays inside, halves otherwise. */
function newton(search: {
  low: number;
  high: number;
  excess: (t: number) => number;
  density: (t: number) => number;
}): number {
  let { low, high } = search;
  let t = (low + high) / 2;
  for (let i = 0; i < 200; i++) {
    const over = search.excess(t);
    if (over === 0) return t;
    if (over > 0) high = t;
    else low = t;
    const step = t - over / search.density(t);
    const next = step > low && step < high ? step : (low + high) / 2;
    if (Math.abs(next - t) <= 2e-16 * next) return next;
    t = next;
  }
  return t;
}

const rootPi = 1.772453850905516;

function density(t: number, df: number, half: number): number {
  return (half / (rootPi * Math.sqrt(df))) * exp((-(df + 1) / 2) * lnOnePlus((t * t) / df));
}

/** P(T > t): half of I_x(df/2, ½) at x = df / (df + t²), or what the other side leaves. */
function tailShare(t: number, df: number, half: number): number {
  const x = df / (df + t * t);
  if (x > (df / 2 + 1) / (df / 2 + 2.5)) return 0.5 - centreShare(t, df, half);
  return (front(t, df, half) / df) * continued(df / 2, 0.5, x);
}

/** P(0 < T ≤ t). */
function centreShare(t: number, df: number, half: number): number {
  const y = (t * t) / (df + t * t);
  if (y > 1.5 / (df / 2 + 2.5)) return 0.5 - tailShare(t, df, half);
  return front(t, df, half) * continued(0.5, df / 2, y);
}

/** ½ · x^(df/2) · (1 − x)^½ / B(½, df/2) · 2, with x = df / (df + t²). */
function front(t: number, df: number, half: number): number {
  const power = exp((-df / 2) * lnOnePlus((t * t) / df));
  return (power * (t / Math.sqrt(df + t * t)) * half) / rootPi;
}

/** The continued fraction of the incomplete beta function (Lentz's method; DLMF 8.17.22). */
function continued(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    result *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const change = c * d;
    result *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return result;
}

/** Γ(a + ½) / Γ(a): lifted to a ≥ 40 by the recurrence, then the asymptotic series. */
function ratioOfGammas(a: number): number {
  let factor = 1;
  let n = a;
  for (; n < 40; n++) factor *= n / (n + 0.5);
  const v = 1 / n;
  const series =
    1 +
    v *
      (-1 / 8 +
        v *
          (1 / 128 +
            v * (5 / 1024 + v * (-21 / 32768 + v * (-399 / 262144 + (v * 869) / 4194304)))));
  return Math.sqrt(n) * series * factor;
}
