import type { Arrangement, LossLayer, Policy, Shares } from "../policy/index.ts";
import type { PoolSale } from "./sales.ts";
import { daysPastDue, longestMissed } from "./customer-state.ts";

/**
 * A set of debts with one owner: those of an arrangement, or those that somebody bought back from it. Customers
 * never look at each other, so that a pool is only added up in the month; who bears what is worked out from the sum.
 */
export interface PoolDefinition {
  readonly name: string;
  readonly kind: "arrangement" | "bought-back" | "sold";
  /** The arrangement that the debts were made under. */
  readonly arrangement: string;
  readonly funding: Shares;
  readonly losses: readonly LossLayer[];
  readonly revenue: Shares;
  readonly guaranteeFeeMonthlyBps: number;
  /** Cycles missed at which a debt is bought back into another pool; null: never. */
  readonly buyBack: { readonly cycles: number; readonly pool: number } | null;
  /** Of debts sold: what was paid, in basis points of what was owed. */
  readonly priceBps?: number;
}

/** What a pool counts, in fen, by month. `taken` came from another pool, `given` went to one; `balance90` is how things stand at month-end. */
export const poolFlows = [
  "originatedFen",
  "merchantFeeFen",
  "instalmentFeeFen",
  "lateFeeFen",
  "waivedFen",
  "repaidPrincipalFen",
  "repaidFeeFen",
  "lostPrincipalFen",
  "lostFeeFen",
  "recoveredFen",
  "fundingCostFen",
  "guaranteeFeeFen",
  "takenPrincipalFen",
  "takenFeeFen",
  "givenPrincipalFen",
  "givenFeeFen",
  "newly90Fen",
  "balance90Fen",
] as const;
export type PoolFlow = (typeof poolFlows)[number];
export const poolFlowCount = poolFlows.length;

/** Where each flow stands in a row of flows. */
export const flowAt = {
  originatedFen: 0, merchantFeeFen: 1, instalmentFeeFen: 2, lateFeeFen: 3, waivedFen: 4, repaidPrincipalFen: 5,
  repaidFeeFen: 6, lostPrincipalFen: 7, lostFeeFen: 8, recoveredFen: 9, fundingCostFen: 10, guaranteeFeeFen: 11,
  takenPrincipalFen: 12, takenFeeFen: 13, givenPrincipalFen: 14, givenFeeFen: 15, newly90Fen: 16,
  balance90Fen: 17,
} as const satisfies Record<PoolFlow, number>;

/** The pools of a policy: one for each arrangement, in its order, then one for each that has debts bought back. */
export function poolsOf(policy: Policy): readonly PoolDefinition[] {
  const arrangements = Object.entries(policy.arrangements);
  const buying = arrangements.filter(([, arrangement]) => arrangement.buyBackAtDaysPastDue !== undefined);
  const own = arrangements.map(([name, arrangement]): PoolDefinition => {
    const at = buying.findIndex(([other]) => other === name);
    const buyBack = at < 0 ? null : { cycles: cyclesAt(arrangement.buyBackAtDaysPastDue ?? 0), pool: arrangements.length + at };
    const { funding, losses, revenue, guaranteeFeeMonthlyBps } = arrangement;
    return { name, kind: "arrangement", arrangement: name, funding, losses, revenue, guaranteeFeeMonthlyBps, buyBack };
  });
  const bought = buying.map(([name, arrangement]): PoolDefinition => {
    const all = { [buyerOf(arrangement)]: 10_000 };
    return {
      name: `${name}: bought back`, kind: "bought-back", arrangement: name, funding: all, losses: [{ rest: all }], revenue: all,
      guaranteeFeeMonthlyBps: 0, buyBack: null,
    };
  });
  return [...own, ...bought];
}

/** Who buys debts back: whom the arrangement names, else its guarantor, a bearer of first losses who does not fund. */
export function buyerOf({ buyBackBy, funding, losses }: Arrangement): string {
  if (buyBackBy !== undefined) return buyBackBy;
  const guarantor = losses.find((layer) => "bearer" in layer && !Object.hasOwn(funding, layer.bearer));
  return guarantor !== undefined && "bearer" in guarantor ? guarantor.bearer : "lender";
}

/** The first number of missed cycles at which a debt is so many days past due at month-end. */
function cyclesAt(days: number): number {
  let cycles = 1;
  while (cycles < longestMissed && daysPastDue(cycles) < days) cycles++;
  return cycles;
}

/** The pools of a run as the month uses them. */
export interface PoolTable {
  readonly count: number;
  readonly names: readonly string[];
  /** [row of the month][pool][flow]; one row more for months before 0. */
  readonly scratch: Float64Array;
  /** Guarantee fee a month by pool. */
  readonly guaranteeBps: Float64Array;
  /** Cycles missed at which the debts of a pool are bought back, and by which pool. */
  readonly buyBackCycles: Float64Array;
  readonly buyBackPool: Float64Array;
  /** The fewest cycles at which any pool is bought back. */
  readonly earliestBuyBack: number;
  /** Whether any pool is guaranteed for a fee. */
  readonly guarantees: boolean;
  /** How the last loss of principal fell upon the pools: recoveries follow it. */
  readonly lost: Float64Array;
  readonly sales: readonly PoolSale[];
  /** 1 for pools that the lender funds alone. */
  readonly ownBook: Uint8Array;
}

/** More cycles than anybody can miss. */
const neverMissed = 1_000_000;

/** Pools made ready for a run. */
export function poolTable(pools: readonly PoolDefinition[], months: number, sales: readonly PoolSale[]): PoolTable {
  const cycles = pools.map(({ buyBack }) => buyBack?.cycles ?? neverMissed);
  return {
    count: pools.length,
    names: pools.map(({ name }) => name),
    scratch: new Float64Array((months + 1) * pools.length * poolFlowCount),
    guaranteeBps: Float64Array.from(pools, ({ guaranteeFeeMonthlyBps }) => guaranteeFeeMonthlyBps),
    buyBackCycles: Float64Array.from(cycles),
    buyBackPool: Float64Array.from(pools, ({ buyBack }) => buyBack?.pool ?? 0),
    earliestBuyBack: Math.min(neverMissed, ...cycles),
    guarantees: pools.some(({ guaranteeFeeMonthlyBps }) => guaranteeFeeMonthlyBps > 0),
    lost: new Float64Array(pools.length),
    sales,
    ownBook: Uint8Array.from(pools, ({ kind, funding }) => (kind === "arrangement" && funding["lender"] === 10_000 ? 1 : 0)),
  };
}
