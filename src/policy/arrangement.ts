/** Shares by bearer in basis points; they add up to 10,000. */
export type Shares = Readonly<Record<string, number>>;

/** A layer of the loss of the pool: the first so many bps of what was originated, or all the rest. */
export type LossLayer =
  | { readonly firstBpsOfOriginated: number; readonly bearer: string }
  | { readonly rest: Shares };

/** Who funds, who bears losses, who earns. `lender` is the lender; other names are partners of the scenario. */
export interface Arrangement {
  readonly funding: Shares;
  readonly losses: readonly LossLayer[];
  readonly revenue: Shares;
  readonly guaranteeFeeMonthlyBps: number;
  /** The debt is bought back at so many days past due; absent: never. */
  readonly buyBackAtDaysPastDue?: number;
  /** By whom; absent: by the guarantor, a bearer of first losses who does not fund. */
  readonly buyBackBy?: string;
}
