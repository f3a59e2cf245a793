import { normalCdf, normalQuantile } from "../base/index.ts";

/**
 * A score is s = a + b(q + σε); a default is a latent threshold crossed with log odds −slope·q. For rare
 * defaults the quality of those who default is normal about −slope, so their scores stand
 * d′ = slope ÷ √(1 + σ²) lower and KS = 2Φ(d′/2) − 1 (binormal; simulation.md §2). This is the σ for a KS.
 * NaN where the KS is out of reach: even quality itself would not separate so well.
 */
export function noiseForKs(targetKs: number, slope: number): number {
  const separation = 2 * normalQuantile((1 + targetKs) / 2);
  if (!(separation > 0 && separation <= slope)) return Number.NaN;
  const ratio = slope / separation;
  return Math.sqrt(ratio * ratio - 1);
}

/** The KS that a score reaches at most: that of quality itself. */
export function highestKs(slope: number): number {
  return 2 * normalCdf(slope / 2) - 1;
}
