import { ln } from "../../base/index.ts";

/** What an empty band counts as, so that it has a logarithm. */
const leastShare = 0.0001;

/** Population stability index Σ (a − e) · ln (a ÷ e) over bands; null where either side is empty. */
export function stabilityIndex(actual: readonly number[], expected: readonly number[]): number | null {
  const [sumA, sumE] = [sum(actual), sum(expected)];
  if (!(sumA > 0) || !(sumE > 0)) return null;
  return actual.reduce((psi, count, band) => {
    const a = count / sumA || leastShare;
    const e = (expected[band] ?? 0) / sumE || leastShare;
    // A band that is empty on both sides says nothing.
    if (count === 0 && (expected[band] ?? 0) === 0) return psi;
    return psi + (a - e) * ln(a / e);
  }, 0);
}

/**
 * Joins bins of rising score into bands that hold about a tenth of `expected` each; the last bin, of those without a
 * score, stays alone. Gives the band of each bin.
 */
export function tenths(expected: readonly number[]): readonly number[] {
  const scored = expected.slice(0, -1);
  const each = sum(scored) / 10;
  let below = 0;
  const bands = scored.map((count) => {
    const band = each > 0 ? Math.min(9, Math.floor((below + count / 2) / each)) : 0;
    below += count;
    return band;
  });
  return [...bands, 10];
}

/** Counts by band. */
export function joinBins(counts: readonly number[], bands: readonly number[]): readonly number[] {
  const joined = Array.from({ length: 11 }, () => 0);
  counts.forEach((count, bin) => {
    const band = bands[bin] ?? 0;
    joined[band] = (joined[band] ?? 0) + count;
  });
  return joined;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
