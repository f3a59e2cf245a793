import type { Sums } from "./sums.ts";

/** Late fees charged less those waived by a plan, in fen. */
export const lateFeesKeptFen = (sums: Sums): number => sums.of("lateFeeFen") - sums.of("waivedFen");

/** What the credit line earns, in fen: merchant, instalment and late fees charged, less waived. */
export const revenueFen = (sums: Sums): number =>
  sums.of("merchantFeeFen") + sums.of("instalmentFeeFen") + lateFeesKeptFen(sums);

/** What is lost, in fen: charged off, and bought by whoever took an account over, less recovered. */
export const lossFen = (sums: Sums): number =>
  sums.of("chargedOffFen") + sums.of("fraudLossFen") - sums.of("recoveredFen");

/** Revenue less every cost of the line, in fen; the profit on the goods is not in it. */
export const marginFen = (sums: Sums): number =>
  revenueFen(sums) -
  sums.of("fundingCostFen") -
  lossFen(sums) -
  sums.of("operatingCostFen") -
  sums.of("acquisitionCostFen") -
  sums.of("guaranteeFeeFen");

/** What was bought beyond what the same customers with the same luck would have bought without credit, in fen. */
export const incrementalFen = (sums: Sums): number => sums.of("salesFen") - sums.of("salesWithoutCreditFen");
