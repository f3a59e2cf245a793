import type { Lender } from "./lender.ts";
import type { PoolDefinition } from "./pools.ts";

/** Who buys receivables in pools. */
const investors = "investors";

/** A sale of receivables: in a month, a share of the customers whose debts are wholly the lender's own and not late. */
export interface PoolSale {
  readonly month: number;
  readonly share: number;
  /** The pool that what is sold goes to. */
  readonly pool: number;
}

/** The pools that a lender sells into, behind the others. */
export function soldPools({ pools = [] }: Lender): readonly PoolDefinition[] {
  return pools.map((sale, index): PoolDefinition => {
    const all = { [investors]: 10_000 };
    const kept = sale.firstLossBps === 0 ? [] : [{ firstBpsOfOriginated: sale.firstLossBps, bearer: "lender" }];
    return {
      name: `sold ${index + 1}`, kind: "sold", arrangement: `sold ${index + 1}`, funding: all, losses: [...kept, { rest: all }], revenue: all,
      guaranteeFeeMonthlyBps: 0, buyBack: null, priceBps: sale.priceBps,
    };
  });
}

/** The sales of a lender; `firstPool` is the number of the first pool sold. */
export const salesOf = ({ pools = [] }: Lender, firstPool: number): readonly PoolSale[] =>
  pools.map(({ month, shareBps }, index) => ({ month, share: shareBps / 10_000, pool: firstPool + index }));
