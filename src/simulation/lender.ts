import { z } from "zod";
import { roundHalfEven } from "../base/index.ts";
import type { AssumptionValues } from "./assumptions.ts";

/** Licences of those who lend: the values of the fact `lender.type`. */
export const lenderTypes = ["bank", "cfc", "microlender", "merchant"] as const;
export type LenderType = (typeof lenderTypes)[number];

/** The lender of a scenario: who lends, with whom, and at what cost. Absent costs are taken from the assumptions. */
export const lenderSchema = z.strictObject({
  type: z.enum(lenderTypes).default("microlender"),
  /** Funding and guarantee partners, by the names that arrangements use. */
  partners: z
    .record(
      z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/u),
      z.strictObject({
        type: z.enum(["bank", "cfc", "microlender", "merchant", "guarantor", "trust"]),
        /** Exposure to this partner over the lender's tier-1 capital, where that capital is not stated. */
        exposureToTier1Bps: z.int().min(0).max(100_000).optional(),
      }),
    )
    .optional(),
  /** Cases that the lender's desks answer a month, per 1,000 customers, where the policy does not say; absent: as many as come. */
  capacityPer1000: z
    .strictObject({ complaints: z.number().min(0).max(1000).optional(), closing: z.number().min(0).max(1000).optional() })
    .optional(),
  /** The people who look at what rules send to review; absent: they approve a share of cases at random, at once and at no cost. */
  review: z
    .strictObject({
      /** Cases decided a month, per 1,000 customers; absent: as many as come. */
      capacityPer1000: z.number().min(0).max(1000).optional(),
      costFen: z.int().min(0).max(1_000_000).default(0),
      /** Chance to approve somebody who should be declined. */
      errorApprove: z.number().min(0).max(1).default(0),
      /** Chance to decline somebody who should be approved. */
      errorDecline: z.number().min(0).max(1).default(0),
    })
    .optional(),
  /** Of a bank: what it lends beside this product, per 1,000 customers of the run; with it, its share of joint loans is that of the run. */
  otherLoansPer1000Fen: z.int().min(0).max(1_000_000_000_000).optional(),
  /** Of a bank: its net tier-1 capital, per 1,000 customers of the run; with it, its exposure to each partner is that of the run. */
  tier1CapitalPer1000Fen: z.int().min(1).max(1_000_000_000_000).optional(),
  /** Joint loans over all loans of the lender, where what else it lends is not stated; absent too: the run is all that it lends. */
  jointLoansToTotalLoansBps: z.int().min(0).max(10_000).optional(),
  /** Money at hand when the run begins, for the customers of the run; absent: the flow of cash is shown, and not how long it lasts. */
  liquidity: z.strictObject({ cashFen: z.int().min(-9_000_000_000_000_000).max(9_000_000_000_000_000) }).optional(),
  /** Receivables sold to investors at the end of a month: those that the lender owns alone and nobody is late with. */
  pools: z
    .array(
      z.strictObject({
        month: z.int().min(0).max(239),
        shareBps: z.int().min(0).max(10_000),
        /** Price in basis points of what is owed. */
        priceBps: z.int().min(1).max(20_000).default(10_000),
        /** First losses that stay with the lender, in basis points of what was sold. */
        firstLossBps: z.int().min(0).max(10_000).default(0),
      }),
    )
    .max(50)
    .optional(),
  fundingRateAnnualBps: z.int().min(0).max(10_000).optional(),
  merchantFeeBps: z.int().min(0).max(10_000).optional(),
  operatingCostMonthlyFen: z.int().min(0).max(1_000_000).optional(),
  acquisitionCostFen: z.int().min(0).max(10_000_000).optional(),
});
export type Lender = z.infer<typeof lenderSchema>;

/** What lending costs and earns beside the customer's fees. */
export interface LenderCosts {
  readonly fundingRateAnnualBps: number;
  readonly merchantFeeBps: number;
  readonly operatingCostMonthlyFen: number;
  readonly acquisitionCostFen: number;
  /** For an account that nobody asked for: nobody had to be won over. */
  readonly acquisitionUnaskedFen: number;
}

/** The lender's own figures where the scenario states them, else those of the assumptions. */
export function lenderCosts(lender: Lender, assumed: AssumptionValues): LenderCosts {
  const acquisitionCostFen = lender.acquisitionCostFen ?? assumed.acquisitionCostFen;
  return {
    fundingRateAnnualBps: lender.fundingRateAnnualBps ?? assumed.fundingRateAnnualBps,
    merchantFeeBps: lender.merchantFeeBps ?? assumed.merchantFeeBps,
    operatingCostMonthlyFen: lender.operatingCostMonthlyFen ?? assumed.operatingCostMonthlyFen,
    acquisitionCostFen,
    acquisitionUnaskedFen: roundHalfEven(acquisitionCostFen * assumed.acquisitionUnaskedShare),
  };
}
