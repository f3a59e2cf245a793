import { scoreBands, type ScoreBand, type Tally } from "../simulation/index.ts";
import { capitalFen, defaultRate, exposureFen, holdersOf, marginOfHolders, riskAdjustedReturnFen, allHolders } from "./risk-sums.ts";
import { sumsOf } from "./sums.ts";

/** One score band of a policy's account holders over a run. Quotients are null over nothing. */
export interface BandBook {
  readonly band: ScoreBand;
  readonly holders: number;
  readonly revenueFen: number;
  readonly costFen: number;
  readonly lossFen: number;
  readonly marginFen: number;
  readonly exposureFen: number;
  /** First defaults a year by account with a balance. */
  readonly defaultRate: number | null;
  readonly capitalFen: number;
  readonly raroc: number | null;
  /** Margin above what the band's balance would have earned at the mean margin of all: above 0 it pays for others. */
  readonly subsidyFen: number;
}

/** The bands that hold anybody, from no score upwards. */
export function bandBooks(tally: Tally): readonly BandBook[] {
  const sums = sumsOf(tally);
  const all = allHolders(sums);
  const mean = exposureFen(all) > 0 ? marginOfHolders(all) / exposureFen(all) : 0;
  return scoreBands.flatMap((band) => {
    const holders = holdersOf(sums, band);
    if (holders.of("holders") === 0) return [];
    const [rate, capital, margin] = [defaultRate(holders), capitalFen(holders), marginOfHolders(holders)];
    return [
      {
        band,
        holders: holders.of("holders"),
        revenueFen: holders.of("revenueFen"),
        costFen: holders.of("costFen"),
        lossFen: holders.of("lossFen"),
        marginFen: margin,
        exposureFen: exposureFen(holders),
        defaultRate: rate === rate ? rate : null,
        capitalFen: capital,
        raroc: capital > 0 ? riskAdjustedReturnFen(holders) / capital : null,
        subsidyFen: margin - mean * exposureFen(holders),
      },
    ];
  });
}
