import { normalCdf, normalQuantile } from "../base/index.ts";

/** Correlation of qualifying revolving retail exposures (Basel CRE31): a line that a shopper draws and repays. */
export const revolvingCorrelation = 0.04;

/** The confidence that capital is held for. */
const soundness = 0.999;

/**
 * The share of debtors who default in the economy that is worse in only 1 − α of years: Vasicek's
 * Φ((Φ⁻¹(PD) + √ρ Φ⁻¹(α)) / √(1 − ρ)). 0 and 1 for nobody and everybody.
 */
export function defaultQuantile(probabilityOfDefault: number, correlation: number, alpha: number): number {
  if (probabilityOfDefault <= 0) return 0;
  if (probabilityOfDefault >= 1) return 1;
  const stressed = normalQuantile(probabilityOfDefault) + Math.sqrt(correlation) * normalQuantile(alpha);
  return normalCdf(stressed / Math.sqrt(1 - correlation));
}

/** Capital a unit of exposure by the Basel formula for revolving retail: the loss at 99.9 % less the expected one. */
export function baselCapital(probabilityOfDefault: number, lossGivenDefault: number, correlation = revolvingCorrelation): number {
  return lossGivenDefault * (defaultQuantile(probabilityOfDefault, correlation, soundness) - probabilityOfDefault);
}
