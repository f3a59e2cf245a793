import { ln } from "../base/index.ts";
import { column, settle, type Draft, type Step } from "./draft.ts";
import { normalAt, uniformAt } from "./lanes.ts";
import { purposes } from "./purposes.ts";

/** The three scores: each is quality with its own noise, on its own scale. */
export const scores: Step = {
  facts: ["bureau.score", "score.points", "score.ageMonths", "score.thirdPartyPoints"],
  draw: (draft) => {
    drawBureauScore(draft);
    drawShopScore(draft);
    drawThirdPartyScore(draft);
  },
};

const missing = Number.NaN;

interface Scale {
  readonly mean: number;
  readonly spread: number;
}

/** s = a + b(q + σε), scaled to the mean and spread; whole points within 300 … 850. */
function points({ mean, spread }: Scale, quality: number, sigma: number, noise: number): number {
  const z = (quality + sigma * noise) / Math.sqrt(1 + sigma * sigma);
  return Math.max(300, Math.min(850, Math.floor(mean + spread * z + 0.5)));
}

function drawBureauScore(draft: Draft): void {
  const { count, latent, profile } = draft;
  const bureauScoreLane = draft.lanes.of(purposes.bureauScore);
  const scale = profile.source.scores.bureau;
  const sigma = profile.noise.bureau;
  const hasFile = column(draft, "bureau.hasFile");
  const score = column(draft, "bureau.score");
  for (let i = 0; i < count; i++) {
    const noise = normalAt(bureauScoreLane, i);
    score[i] = hasFile[i] === 1 ? points(scale, latent.quality[i] ?? 0, sigma, noise) : missing;
  }
  settle(draft, "bureau.score");
}

/** Never computed for customers of little history; refreshed every month or so for the rest. */
function drawShopScore(draft: Draft): void {
  const { count, latent, profile } = draft;
  const scoreMissingLane = draft.lanes.of(purposes.scoreMissing);
  const scoreLane = draft.lanes.of(purposes.score);
  const scoreAgeLane = draft.lanes.of(purposes.scoreAge);
  const scale = profile.source.scores.shop;
  const sigma = profile.noise.shop;
  const tenure = column(draft, "shop.tenureMonths");
  const orders = column(draft, "shop.ordersLast12m");
  const score = column(draft, "score.points");
  const age = column(draft, "score.ageMonths");
  for (let i = 0; i < count; i++) {
    const gap = uniformAt(scoreMissingLane, i) * 10_000 < scale.missingBps;
    const known =
      !gap && (tenure[i] ?? 0) >= scale.minTenureMonths && (orders[i] ?? 0) >= scale.minOrders;
    const noise = normalAt(scoreLane, i);
    score[i] = known ? points(scale, latent.quality[i] ?? 0, sigma, noise) : missing;
  }
  settle(draft, "score.points");
  for (let i = 0; i < count; i++) {
    const months = Math.floor(-scale.ageMeanMonths * ln(uniformAt(scoreAgeLane, i)));
    const known = score[i] === score[i];
    age[i] = known ? Math.min(months, tenure[i] ?? 0, 240) : missing;
  }
  settle(draft, "score.ageMonths");
}

function drawThirdPartyScore(draft: Draft): void {
  const { count, latent, profile } = draft;
  const thirdPartyMissingLane = draft.lanes.of(purposes.thirdPartyMissing);
  const thirdPartyScoreLane = draft.lanes.of(purposes.thirdPartyScore);
  const scale = profile.source.scores.thirdParty;
  const sigma = profile.noise.thirdParty;
  const hasFile = column(draft, "bureau.hasFile");
  const score = column(draft, "score.thirdPartyPoints");
  for (let i = 0; i < count; i++) {
    const missingBps = hasFile[i] === 1 ? scale.missingBps : scale.missingThinFileBps;
    const known = uniformAt(thirdPartyMissingLane, i) * 10_000 >= missingBps;
    const noise = normalAt(thirdPartyScoreLane, i);
    score[i] = known ? points(scale, latent.quality[i] ?? 0, sigma, noise) : missing;
  }
  settle(draft, "score.thirdPartyPoints");
}
