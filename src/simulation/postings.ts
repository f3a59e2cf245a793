import { counterAt } from "./counter-at.ts";
import { lifeAt } from "./customer-state.ts";
import { flowAt } from "./pools.ts";

/** Accounts of the ledger. The first three are what the customer owes. */
export const ledgerAccounts = [
  "principal",
  "instalment-fees",
  "late-fees",
  "cash",
  "merchants",
  "fee-income",
  "late-fee-income",
  "merchant-fee-income",
  "credit-losses",
  "recoveries",
  "fraud-losses",
  "waivers",
  "funding-cost",
  "operating-cost",
  "acquisition-cost",
  "guarantee-cost",
  "settlement-clearing",
  "settlement-fee-income",
] as const;
export type LedgerAccount = (typeof ledgerAccounts)[number];

/** A kind of posting: what is debited, what is credited, and the counter that adds it up. */
export interface PostingKind {
  readonly name: string;
  readonly debit: LedgerAccount;
  readonly credit: LedgerAccount;
  readonly counter: number;
  /** The flow of the pool that it is; −1: the lender's own, of no pool. */
  readonly flow: number;
  /** Where it counts of what the customer brought (`lifeAt`), with its sign: given up, and got back, count against; −1: nowhere. */
  readonly life: number;
  readonly sign: 1 | -1;
}

const kind = (name: string, debit: LedgerAccount, credit: LedgerAccount, counter: number, flow = -1): PostingKind => ({
  name, debit, credit, counter, flow, ...meaningOf(debit, credit),
});

const meanings: Readonly<Partial<Record<LedgerAccount, keyof typeof lifeAt>>> = {
  "fee-income": "revenue", "late-fee-income": "revenue", "merchant-fee-income": "revenue", waivers: "revenue",
  "credit-losses": "loss", recoveries: "loss", "fraud-losses": "loss",
  "funding-cost": "cost", "operating-cost": "cost", "acquisition-cost": "cost", "guarantee-cost": "cost",
};

/** Income stands in credit, losses and costs in debit; a waiver gives income up, a recovery gets a loss back. */
function meaningOf(debit: LedgerAccount, credit: LedgerAccount): Pick<PostingKind, "life" | "sign"> {
  const spent = meanings[debit];
  if (spent !== undefined) return { life: lifeAt[spent], sign: spent === "revenue" ? -1 : 1 };
  const earned = meanings[credit];
  return { life: earned === undefined ? -1 : lifeAt[earned], sign: earned === "loss" ? -1 : 1 };
}

/** Every movement of money, in fen. */
export const postings = {
  purchase: kind("credit-purchase", "principal", "merchants", counterAt.creditSalesFen, flowAt.originatedFen),
  merchantFee: kind("merchant-fee", "merchants", "merchant-fee-income", counterAt.merchantFeeFen, flowAt.merchantFeeFen),
  instalmentFee: kind("instalment-fee", "instalment-fees", "fee-income", counterAt.instalmentFeeFen, flowAt.instalmentFeeFen),
  lateFee: kind("late-fee", "late-fees", "late-fee-income", counterAt.lateFeeFen, flowAt.lateFeeFen),
  repaidPrincipal: kind("repayment-principal", "cash", "principal", counterAt.repaidFen, flowAt.repaidPrincipalFen),
  repaidFee: kind("repayment-instalment-fee", "cash", "instalment-fees", counterAt.repaidFen, flowAt.repaidFeeFen),
  repaidLateFee: kind("repayment-late-fee", "cash", "late-fees", counterAt.repaidFen, flowAt.repaidFeeFen),
  lostPrincipal: kind("charge-off-principal", "credit-losses", "principal", counterAt.chargedOffFen, flowAt.lostPrincipalFen),
  lostFee: kind("charge-off-instalment-fee", "credit-losses", "instalment-fees", counterAt.chargedOffFen, flowAt.lostFeeFen),
  lostLateFee: kind("charge-off-late-fee", "credit-losses", "late-fees", counterAt.chargedOffFen, flowAt.lostFeeFen),
  recovery: kind("recovery", "cash", "recoveries", counterAt.recoveredFen, flowAt.recoveredFen),
  fraud: kind("fraud-loss", "fraud-losses", "merchants", counterAt.fraudLossFen),
  waiver: kind("waiver", "waivers", "late-fees", counterAt.waivedFen, flowAt.waivedFen),
  funding: kind("funding-cost", "funding-cost", "cash", counterAt.fundingCostFen, flowAt.fundingCostFen),
  operating: kind("operating-cost", "operating-cost", "cash", counterAt.operatingCostFen),
  acquisition: kind("acquisition-cost", "acquisition-cost", "cash", counterAt.acquisitionCostFen),
  guarantee: kind("guarantee-fee", "guarantee-cost", "cash", counterAt.guaranteeFeeFen, flowAt.guaranteeFeeFen),
  settledPrincipal: kind("settlement-principal", "settlement-clearing", "principal", counterAt.repaidFen, flowAt.repaidPrincipalFen),
  settledFee: kind("settlement-instalment-fee", "settlement-clearing", "instalment-fees", counterAt.repaidFen, flowAt.repaidFeeFen),
  settledLateFee: kind("settlement-late-fee", "settlement-clearing", "late-fees", counterAt.repaidFen, flowAt.repaidFeeFen),
  cleared: kind("settlement-cleared", "cash", "settlement-clearing", counterAt.settledFen),
  settlementFee: kind("settlement-fee", "cash", "settlement-fee-income", counterAt.settlementFeeFen),
  refund: kind("refund", "merchants", "principal", counterAt.refundedFen, flowAt.repaidPrincipalFen),
  refundForwarded: kind("refund-forwarded", "merchants", "cash", counterAt.refundForwardedFen),
} as const satisfies Record<string, PostingKind>;

/** What movements of money are called in a life. */
export const postingNames: readonly string[] = Object.freeze(Object.values(postings).map(({ name }) => name));
