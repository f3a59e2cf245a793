import { scoreBands, type ClassFigure, type CreditUser, type ScoreBand } from "../simulation/index.ts";
import { baselCapital, defaultQuantile, revolvingCorrelation } from "./basel.ts";
import type { Sums } from "./sums.ts";

/** Lowest probability of default that capital may be worked out with: revolving lines, Basel CRE32. */
const lowestProbability = 0.001;

/** Months of a year. */
const year = 12;

/** A set of account holders with what they brought over a slice of a run. */
export interface Holders {
  readonly months: number;
  readonly lossGivenDefault: number;
  of(figure: ClassFigure): number;
}

/** All account holders. */
export const allHolders = (sums: Sums): Holders => holdersIn(sums, scoreBands);

/** Those whose account was opened at a score of the band. */
export const holdersOf = (sums: Sums, band: ScoreBand): Holders => holdersIn(sums, [band]);

/** Those who use the credit so. */
export const usersOf = (sums: Sums, use: CreditUser): Holders => holdersIn(sums, [use]);

function holdersIn(sums: Sums, names: readonly (ScoreBand | CreditUser)[]): Holders {
  return {
    months: sums.months,
    lossGivenDefault: sums.lossGivenDefault,
    of: (figure) => names.reduce((total, name) => total + sums.inClass(name, figure), 0),
  };
}

/** Revenue less costs and losses, in fen. */
export const marginOfHolders = (holders: Holders): number => holders.of("revenueFen") - holders.of("costFen") - holders.of("lossFen");

/** First defaults a year by account with a balance. NaN where there never was a balance. */
export const defaultRate = (holders: Holders): number => Math.min(1, (year * holders.of("defaults")) / holders.of("balanceMonths"));

/** Mean balance over the run, in fen. */
export const exposureFen = (holders: Holders): number => (holders.of("balanceYuanMonths") * 100) / holders.months;

/** Capital that the Basel formula asks for the mean balance, in fen; 0 without a balance, or where nobody defaulted: no rate can be told. */
export function capitalFen(holders: Holders): number {
  const rate = defaultRate(holders);
  if (rate !== rate || rate === 0) return 0;
  return baselCapital(Math.max(lowestProbability, rate), holders.lossGivenDefault) * exposureFen(holders);
}

/** Earned a year over the cost of funds, of running the accounts and of the losses to be expected, in fen. */
export function riskAdjustedReturnFen(holders: Holders): number {
  const rate = defaultRate(holders);
  const expected = rate === rate ? rate * holders.lossGivenDefault * exposureFen(holders) : 0;
  return ((holders.of("revenueFen") - holders.of("costFen")) * year) / holders.months - expected;
}

/** Loss of the year that is worse only once in a thousand, in fen. */
export function worstLossFen(holders: Holders): number {
  const rate = defaultRate(holders);
  return rate === rate ? defaultQuantile(rate, revolvingCorrelation, 0.999) * holders.lossGivenDefault * exposureFen(holders) : 0;
}

/**
 * Margin moved between score bands, in fen: what bands bring above the mean margin of a balance like theirs, which
 * others fall short of by as much.
 */
export function crossSubsidyFen(sums: Sums): number {
  const all = allHolders(sums);
  const mean = exposureFen(all) > 0 ? marginOfHolders(all) / exposureFen(all) : 0;
  return scoreBands.reduce((total, band) => {
    const holders = holdersOf(sums, band);
    return total + Math.max(0, marginOfHolders(holders) - mean * exposureFen(holders));
  }, 0);
}
