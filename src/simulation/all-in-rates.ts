import { annualRate, dateOfMonth } from "../base/index.ts";
import type { LawPack } from "../policy/index.ts";

const longestTerm = 60;
const highestFeeBps = 1000;

/** All-in annual rates by monthly fee and term, worked out when first asked for. */
export interface AllInRates {
  /** Of an instalment plan, as a share. */
  of(feeMonthlyBps: number, term: number): number;
  /** What the laws in force allow in a month of the run, the strictest of them; Infinity where none sets a cap. */
  readonly caps: Float64Array;
}

/** Rates and caps of a run. */
export function allInRates(packs: readonly LawPack[], startDate: string, months: number): AllInRates {
  const known = new Float64Array((highestFeeBps + 1) * (longestTerm + 1)).fill(Number.NaN);
  return {
    of: (feeMonthlyBps, term) => {
      const at = term <= longestTerm ? feeMonthlyBps * (longestTerm + 1) + term : -1;
      const found = known[at];
      if (found !== undefined && found === found) return found;
      const rate = annualRate(feeMonthlyBps, term);
      if (found !== undefined) known[at] = rate;
      return rate;
    },
    caps: Float64Array.from({ length: months }, (_, month) => capOn(packs, dateOfMonth(startDate, month))),
  };
}

function capOn(packs: readonly LawPack[], date: string): number {
  const caps = packs.flatMap(({ parameters }) => {
    const cap = parameters.find(({ name }) => name === "law.aprCap" || name === "aprCap");
    return cap?.values.findLast(({ from }) => from <= date)?.value ?? [];
  });
  return Math.min(Number.POSITIVE_INFINITY, ...caps);
}
