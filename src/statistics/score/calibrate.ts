import { ln, logistic } from "../../base/index.ts";

/** What came of the accounts of one expected chance of default. */
export interface ExpectedGroup {
  /** Between 0 and 1. */
  readonly expected: number;
  readonly good: number;
  readonly bad: number;
}

/** The line logit(observed) = intercept + slope · logit(expected), fitted by maximum likelihood. */
export interface CalibrationLine {
  readonly slope: number;
  readonly intercept: number;
}

const steps = 50;
const close = 1e-12;

/** Null where it cannot be fitted: everybody good or everybody bad, or one expectation for all. */
export function calibrationLine(groups: readonly ExpectedGroup[]): CalibrationLine | null {
  const used = groups.filter(({ expected, good, bad }) => expected > 0 && expected < 1 && good + bad > 0);
  const [goods, bads] = [sum(used.map(({ good }) => good)), sum(used.map(({ bad }) => bad))];
  if (goods === 0 || bads === 0 || new Set(used.map(({ expected }) => expected)).size < 2) return null;
  let line: CalibrationLine = { slope: 1, intercept: 0 };
  for (let step = 0; step < steps; step++) {
    const moved = newton(used, line);
    if (moved === null) return null;
    const done = Math.abs(moved.slope - line.slope) + Math.abs(moved.intercept - line.intercept) < close;
    line = moved;
    if (done) break;
  }
  return line;
}

/** One Newton step of the log likelihood; null where the two cannot be told apart. */
function newton(groups: readonly ExpectedGroup[], { slope, intercept }: CalibrationLine): CalibrationLine | null {
  let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
  for (const { expected, good, bad } of groups) {
    const x = ln(expected / (1 - expected));
    const p = logistic(intercept + slope * x);
    const n = good + bad;
    const residual = bad - n * p;
    const weight = n * p * (1 - p);
    g0 += residual;
    g1 += residual * x;
    h00 += weight;
    h01 += weight * x;
    h11 += weight * x * x;
  }
  const determinant = h00 * h11 - h01 * h01;
  if (!(determinant > 1e-12)) return null;
  const moved = { intercept: intercept + (h11 * g0 - h01 * g1) / determinant, slope: slope + (h00 * g1 - h01 * g0) / determinant };
  return Math.abs(moved.slope) > 1e6 || !Number.isFinite(moved.slope) ? null : moved;
}

/** The Brier score Σ (expected − outcome)² over the accounts, and their number. */
export function brier(groups: readonly ExpectedGroup[]): { readonly squares: number; readonly accounts: number } {
  return {
    squares: sum(groups.map(({ expected, good, bad }) => good * expected * expected + bad * (1 - expected) * (1 - expected))),
    accounts: sum(groups.map(({ good, bad }) => good + bad)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
