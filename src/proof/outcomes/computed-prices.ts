import { annualRate, roundHalfEven } from "../../base/index.ts";
import type { Constant, Policy } from "../../policy/index.ts";

/** What follows from a price; undefined where the outcome is none, or a part of it is read from a fact. */
export interface ComputedPrices {
  readonly allInBps?: number;
  readonly longestTerm?: number;
  readonly fundingBps?: number;
  readonly lossBps?: number;
  readonly revenueBps?: number;
}

/** Computes it from the params of one outcome. */
export function computedPrices(policy: Policy, said: (param: string) => Constant | readonly Constant[] | undefined): ComputedPrices {
  const [fee, terms, arrangement] = [said("feeMonthlyBps"), said("terms"), said("arrangement")];
  const months = Array.isArray(terms) ? terms.filter((term) => typeof term === "number") : [];
  const shares = typeof arrangement === "string" ? policy.arrangements[arrangement] : undefined;
  const rest = shares?.losses.find((layer) => "rest" in layer);
  return {
    ...(months.length === 0 ? {} : { longestTerm: Math.max(...months) }),
    ...(typeof fee !== "number" || months.length === 0 ? {} : { allInBps: Math.max(...months.map((term) => roundHalfEven(annualRate(fee, term) * 10_000))) }),
    ...(shares === undefined ? {} : { fundingBps: sum(shares.funding), revenueBps: sum(shares.revenue) }),
    ...(rest === undefined || !("rest" in rest) ? {} : { lossBps: sum(rest.rest) }),
  };
}

function sum(shares: Readonly<Record<string, number>>): number {
  return Object.values(shares).reduce((total, share) => total + share, 0);
}
