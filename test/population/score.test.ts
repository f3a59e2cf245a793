import fc from "fast-check";
import { expect, test } from "vitest";
import { createDraws, logit, normalCdf, normalQuantile, streamKey } from "../../src/base/index.ts";
import { highestKs, noiseForKs } from "../../src/population/index.ts";
import { studentHeavy, people, separation, urban } from "./setup.ts";

test("the noise of a score gives back the KS it was made for (binormal closed form)", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.3, max: 4, noNaN: true }),
      fc.double({ min: 0.02, max: 0.99, noNaN: true }),
      (slope, share) => {
        const ks = share * highestKs(slope);
        const sigma = noiseForKs(ks, slope);
        const separationOfScores = slope / Math.sqrt(1 + sigma * sigma);
        expect(2 * normalCdf(separationOfScores / 2) - 1).toBeCloseTo(ks, 10);
      },
    ),
  );
});

test("a separation of one standard deviation is KS .382925 and AUC .760250", () => {
  expect(highestKs(1)).toBeCloseTo(0.382925, 6);
  expect(noiseForKs(highestKs(1), 1)).toBeCloseTo(0, 6);
  expect(normalCdf(1 / Math.SQRT2)).toBeCloseTo(0.76025, 5);
  expect(noiseForKs(0.382925, 2)).toBeCloseTo(Math.sqrt(3), 4);
});

test("a KS that quality itself does not reach has no noise", () => {
  expect(noiseForKs(0.5, 1)).toBeNaN();
  expect(noiseForKs(0, 1)).toBeNaN();
});

/** Customers whose latent index −slope·q plus logistic luck crosses a threshold. */
function defaults(quality: Float64Array, slope: number, threshold: number): Uint8Array {
  const draws = createDraws(streamKey("luck", 0));
  return Uint8Array.from(quality, (q, i) =>
    logit(draws.uniform(i, 0, 200)) > threshold + slope * q ? 1 : 0,
  );
}

test.each([
  ["urban-shoppers", urban],
  ["student-heavy", studentHeavy],
])(
  "the scores of %s separate latent-threshold defaults as stated: KS in .30 … .45 for the shop's and the bureau's",
  (_, profile) => {
    const n = 100_000;
    const { observed, latent } = people(n, { profile }).block(0, n);
    const bad = defaults(latent.quality, profile.quality.slope, 4.5);
    for (const [fact, score] of [
      ["score.points", profile.scores.shop],
      ["bureau.score", profile.scores.bureau],
      ["score.thirdPartyPoints", profile.scores.thirdParty],
    ] as const) {
      const { auc, ks } = separation(observed.get(fact) ?? [], bad);
      const d = 2 * normalQuantile((1 + score.targetKs) / 2);
      expect(Math.abs(ks - score.targetKs), fact).toBeLessThan(0.045);
      expect(Math.abs(auc - normalCdf(d / Math.SQRT2)), fact).toBeLessThan(0.025);
      if (fact !== "score.thirdPartyPoints") {
        expect(ks).toBeGreaterThan(0.3);
        expect(ks).toBeLessThan(0.45);
      }
    }
  },
);

test("a score ranks a plain threshold of quality better still: what is left is its own noise", () => {
  const n = 50_000;
  const { observed, latent } = people(n).block(0, n);
  const lowest = normalQuantile(0.05);
  const bad = Uint8Array.from(latent.quality, (q) => (q < lowest ? 1 : 0));
  expect(separation(observed.get("bureau.score") ?? [], bad).ks).toBeGreaterThan(0.5);
  expect(separation(latent.quality, bad).ks).toBeCloseTo(1, 10);
});

test("points keep the mean and the spread of the profile", () => {
  const scores = (
    people(50_000).block(0, 50_000).observed.get("bureau.score") ?? new Float64Array(0)
  ).filter((value) => !Number.isNaN(value));
  const mean = scores.reduce((sum, value) => sum + value, 0) / scores.length;
  const spread = Math.sqrt(
    scores.reduce((sum, value) => sum + (value - mean) ** 2, 0) / scores.length,
  );
  expect(Math.abs(mean - urban.scores.bureau.mean)).toBeLessThan(1.5);
  expect(Math.abs(spread - urban.scores.bureau.spread)).toBeLessThan(1.5);
});
