import type { Tally } from "../simulation/index.ts";
import { sumsAt } from "./sums.ts";

/** Days of a month of the model. */
const daysAMonth = 30;

/** The lender's money in a month, in fen. */
export interface LiquidityMonth {
  readonly inFen: number;
  /** Lent, and paid for funds, accounts, guarantees and debts bought back. */
  readonly outFen: number;
  /** At hand at the end; null where nobody said what there was at the beginning. */
  readonly cashFen: number | null;
  /** Days that what is at hand would pay the month's outflow without any inflow; null where it is not known. */
  readonly daysOfFunding: number | null;
}

/** The lender's cash month by month. */
export function liquidityOf(tally: Tally): readonly LiquidityMonth[] {
  let cash = tally.openingCashFen;
  return Array.from({ length: tally.months }, (_, month) => {
    const book = sumsAt(tally, month).bearers().find(({ role }) => role === "lender");
    const flow = book?.cashFen ?? 0;
    const spent = book === undefined ? 0 : book.originatedFen + book.fundingCostFen + book.ownCostFen + Math.max(0, -book.guaranteeFeeFen) + Math.max(0, book.boughtBackFen);
    if (cash !== null) cash += flow;
    return { inFen: flow + spent, outFen: spent, cashFen: cash, daysOfFunding: cash === null || spent <= 0 ? null : (Math.max(0, cash) * daysAMonth) / spent };
  });
}
