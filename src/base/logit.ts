import { ln } from "./ln.ts";

/** The log-odds ln(p / (1 − p)) of a share; ∓Infinity at 0 and 1, NaN outside. Exact near one half too. */
export function logit(p: number): number {
  const s = 2 * p - 1;
  if (s > -0.1 && s < 0.1) return 2 * s * atanhOverX(s * s);
  return p > 0.5 ? -ln((1 - p) / p) : ln(p / (1 - p));
}

/** artanh(s) / s as a series in s² ≤ 0.01: the first term left out is below 10^−17. */
function atanhOverX(q: number): number {
  return (
    1 + q * (1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q * (1 / 13 + q / 15))))))
  );
}
