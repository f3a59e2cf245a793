import { exp, normalCdf } from "../base/index.ts";
import type { Draft, Step } from "./draft.ts";
import { purposes, staticMonth } from "./purposes.ts";

/** Quality, income standing, demand, over-borrowing, attention, appetite and the propensity to each consent. */
export const traits: Step = { facts: [], draw: drawTraits };

function drawTraits(draft: Draft): void {
  const { first, count, draws, latent, profile } = draft;
  const { demandSpread } = profile.source.behaviour;
  const link = profile.source.quality.overborrowingCorrelation;
  const own = Math.sqrt(1 - link * link);
  for (let i = 0; i < count; i++) {
    const customer = first + i;
    const quality = draws.normal(customer, staticMonth, purposes.quality);
    latent.quality[i] = quality;
    latent.status[i] = draws.normal(customer, staticMonth, purposes.status);
    latent.demand[i] = exp(demandSpread * draws.normal(customer, staticMonth, purposes.demand));
    latent.overborrowing[i] = link * quality + own * draws.normal(customer, staticMonth, purposes.overborrowing);
  }
  drawPropensities(draft);
}

/** One common leaning towards privacy and one answer a source, each uniform by itself (Gaussian copula). */
function drawPropensities({ first, count, draws, latent, profile }: Draft): void {
  const { consentCorrelation } = profile.source.behaviour;
  const common = Math.sqrt(consentCorrelation);
  const own = Math.sqrt(1 - consentCorrelation);
  const leaning = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const customer = first + i;
    latent.attention[i] = draws.uniform(customer, staticMonth, purposes.attention);
    latent.creditAppetite[i] = draws.uniform(customer, staticMonth, purposes.creditAppetite);
    leaning[i] = common * draws.normal(customer, staticMonth, purposes.privacy);
  }
  latent.consent.forEach((propensity, source) => {
    const purpose = purposes.consentFirst + source;
    for (let i = 0; i < count; i++) {
      const answer = (leaning[i] ?? 0) + own * draws.normal(first + i, staticMonth, purpose);
      propensity[i] = inside(normalCdf(answer));
    }
  });
}

/** Half the step of a uniform. */
const edge = 1 / 8589934592;

/** Strictly between 0 and 1. */
function inside(share: number): number {
  return Math.min(1 - edge, Math.max(edge, share));
}
