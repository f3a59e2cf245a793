import type { FactName } from "../facts/index.ts";
import type { PreparedProfile } from "./prepare-profile.ts";

/** Latent traits that imported facts tell something about, independent of each other, in this order. */
export const inferredTraits = ["quality", "status", "demand", "overborrowing"] as const;

/**
 * What a fact tells about the latent traits: the correlation of its normal score, which rises with its value,
 * with each of them. They follow from the profile, so what is drawn and what is inferred agree.
 */
export interface Signal {
  readonly fact: FactName;
  readonly loadings: readonly number[];
}

/** All signals in a fixed order: the position is the address of the draw that parts equal values. */
export function signalsOf({ source, noise }: PreparedProfile): readonly Signal[] {
  const { bureau, payments, income, shop, behaviour } = source;
  const habit = clear(payments.lateNoise);
  const { own, throughQuality } = incomeParts(income);
  const limit = norm(throughQuality + bureau.limitQuality, own, bureau.limitSpread);
  const file = norm(throughQuality, own, income.declaredSpread);
  const inflow = norm(throughQuality, own, payments.inflowSpread);
  const order = norm(throughQuality / 2, own / 2, shop.averageOrderSpread);
  const orders = norm(behaviour.demandSpread, shop.ordersSpread);
  const spend = norm(
    throughQuality / 2,
    own / 2,
    behaviour.demandSpread,
    shop.ordersSpread,
    shop.averageOrderSpread,
  );
  return [
    { fact: "score.points", loadings: [clear(noise.shop), 0, 0, 0] },
    { fact: "bureau.score", loadings: [clear(noise.bureau), 0, 0, 0] },
    { fact: "score.thirdPartyPoints", loadings: [clear(noise.thirdParty), 0, 0, 0] },
    {
      fact: "bureau.utilisationBps",
      loadings: [bureau.utilisationQuality, 0, 0, bureau.utilisationOverborrowing],
    },
    { fact: "bureau.maxDaysPastDue24m", loadings: [-clear(bureau.lateNoise), 0, 0, 0] },
    { fact: "payment.onTimeShareBps", loadings: [habit, 0, 0, 0] },
    { fact: "payment.failedLast6m", loadings: [-rare * habit, 0, 0, 0] },
    { fact: "payment.bankOverdrafts6m", loadings: [-rare * 0.6, 0, 0, rare * 0.4] },
    {
      fact: "bureau.limitTotalFen",
      loadings: [(throughQuality + bureau.limitQuality) / limit, own / limit, 0, 0],
    },
    { fact: "customer.incomeMonthlyFen", loadings: [throughQuality / file, own / file, 0, 0] },
    {
      fact: "payment.bankInflowMonthlyFen",
      loadings: [throughQuality / inflow, own / inflow, 0, 0],
    },
    { fact: "customer.education", loadings: [0, income.educationCorrelation, 0, 0] },
    { fact: "customer.cityTier", loadings: [0, -income.cityTierCorrelation, 0, 0] },
    { fact: "shop.averageOrderFen", loadings: [throughQuality / 2 / order, own / 2 / order, 0, 0] },
    { fact: "shop.ordersLast12m", loadings: [0, 0, behaviour.demandSpread / orders, 0] },
    {
      fact: "shop.spendLast12mFen",
      loadings: [throughQuality / 2 / spend, own / 2 / spend, behaviour.demandSpread / spend, 0],
    },
    { fact: "bureau.queries6m", loadings: [0, 0, 0, 0.35] },
    { fact: "bureau.openLoans", loadings: [0, 0, 0, 0.3] },
  ];
}

/** A count of rare events tells about half as much as the habit behind it. */
const rare = 0.5;

/** Correlation of a trait with itself plus noise of this size. */
function clear(sigma: number): number {
  return 1 / Math.sqrt(1 + sigma * sigma);
}

/** ln income = spread·(r·q + √(1−r²)·ε): the two coefficients. */
function incomeParts(income: PreparedProfile["source"]["income"]): {
  readonly own: number;
  readonly throughQuality: number;
} {
  const { spread, qualityCorrelation } = income;
  return {
    own: spread * Math.sqrt(1 - qualityCorrelation * qualityCorrelation),
    throughQuality: spread * qualityCorrelation,
  };
}

function norm(...parts: readonly number[]): number {
  return Math.sqrt(parts.reduce((sum, part) => sum + part * part, 0));
}
