import { exp } from "../base/index.ts";
import type { Draft, Step } from "./draft.ts";
import { normalAt, uniformAt } from "./lanes.ts";
import { purposes } from "./purposes.ts";

/** Quality, income standing, demand, over-borrowing, attention, appetite and the propensity to each consent. */
export const traits: Step = { facts: [], draw: drawTraits };

function drawTraits(draft: Draft): void {
  const { count, latent, profile } = draft;
  const qualityLane = draft.lanes.of(purposes.quality);
  const statusLane = draft.lanes.of(purposes.status);
  const demandLane = draft.lanes.of(purposes.demand);
  const overborrowingLane = draft.lanes.of(purposes.overborrowing);
  const { demandSpread } = profile.source.behaviour;
  const link = profile.source.quality.overborrowingCorrelation;
  const own = Math.sqrt(1 - link * link);
  for (let i = 0; i < count; i++) {
    const quality = normalAt(qualityLane, i);
    latent.quality[i] = quality;
    latent.status[i] = normalAt(statusLane, i);
    const demand = normalAt(demandLane, i);
    latent.demandNormal[i] = demand;
    latent.demand[i] = exp(demandSpread * demand);
    latent.overborrowing[i] = link * quality + own * normalAt(overborrowingLane, i);
  }
  drawPropensities(draft);
}

/**
 * One leaning of the customer's and one answer a source: each propensity is the rank of
 * a·leaning + b·answer, so uniform by itself, and any two correlate as a² to a² + b².
 */
function drawPropensities(draft: Draft): void {
  const { count, latent, profile } = draft;
  const { consentCorrelation } = profile.source.behaviour;
  const leaningLane = draft.lanes.of(purposes.privacy);
  const common = Math.sqrt(consentCorrelation);
  const own = Math.sqrt(1 - consentCorrelation);
  latent.attention.set(draft.lanes.of(purposes.attention).subarray(0, count));
  latent.creditAppetite.set(draft.lanes.of(purposes.creditAppetite).subarray(0, count));
  latent.consent.forEach((propensity, source) => {
    const answerLane = draft.lanes.of(purposes.consentFirst + source);
    for (let i = 0; i < count; i++) {
      propensity[i] = rankOfSum(
        common * uniformAt(leaningLane, i) + own * uniformAt(answerLane, i),
        common,
        own,
      );
    }
  });
}

/** The share of a·U + b·V below a sum, for independent uniforms U and V. */
function rankOfSum(sum: number, a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (small === 0) return sum / large;
  if (sum < small) return (sum * sum) / (2 * small * large);
  if (sum <= large) return (sum - small / 2) / large;
  const rest = small + large - sum;
  return 1 - (rest * rest) / (2 * small * large);
}
