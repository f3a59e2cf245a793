import type { Sums } from "./sums.ts";

/** Late fees charged less those waived by a plan, in fen. */
export const lateFeesKeptFen = (sums: Pick<Sums, "of">): number => sums.of("lateFeeFen") - sums.of("waivedFen");

/** What the credit line earns, in fen: merchant, instalment, late and settlement fees charged, less waived. */
export const revenueFen = (sums: Pick<Sums, "of">): number =>
  sums.of("merchantFeeFen") + sums.of("instalmentFeeFen") + sums.of("settlementFeeFen") + lateFeesKeptFen(sums);

/** What is lost, in fen: charged off, and bought by whoever took an account over, less recovered. */
export const lossFen = (sums: Pick<Sums, "of">): number =>
  sums.of("chargedOffFen") + sums.of("fraudLossFen") - sums.of("recoveredFen");

/** Revenue less every cost of the line, in fen; the profit on the goods is not in it. */
export const marginFen = (sums: Pick<Sums, "of">): number =>
  revenueFen(sums) -
  sums.of("fundingCostFen") -
  lossFen(sums) -
  sums.of("operatingCostFen") -
  sums.of("acquisitionCostFen") -
  sums.of("guaranteeFeeFen");

/** What was bought beyond what the same customers with the same luck would have bought without credit, in fen. */
export const incrementalFen = (sums: Pick<Sums, "of">): number => sums.of("salesFen") - sums.of("salesWithoutCreditFen");

/**
 * Accounts that existed at some time of the run, those of a seasoned book included: what is open at the end,
 * charged off or closed on the way. An account closed and opened again counts twice.
 */
export const accountsHeld = (sums: Pick<Sums, "of">): number =>
  sums.of("openAccounts") + sums.of("chargedOff") + sums.of("closuresGranted") + sums.of("takeoversClosing");
