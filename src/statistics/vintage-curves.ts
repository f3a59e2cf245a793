import { wilson } from "../base/index.ts";
import { vintageMonths, type Tally } from "../simulation/index.ts";

/** `ever30`, `ever90`, `chargedOff`: by account; `balance90`: first 90+ balance over what the vintage bought on credit. */
export type VintageKind = "ever30" | "ever90" | "chargedOff" | "balance90";

/** One point of a curve. `value` and its Wilson interval are null where no vintage is that old; balances have no interval. */
export interface VintagePoint {
  readonly monthsOnBook: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Accounts of the vintages that reached this many months on book. */
  readonly accounts: number;
}

/** One cumulative curve: share of a policy's accounts by months on book, all vintages that got so far pooled. */
export interface VintageCurve {
  readonly kind: VintageKind;
  readonly points: readonly VintagePoint[];
}

const kinds: readonly VintageKind[] = ["ever30", "ever90", "chargedOff", "balance90"];

/**
 * Cumulative curves by months on book. A vintage enters a point only if the run lasted long enough for all of it
 * to get there, so that the unfinished months of young accounts never look like good behaviour. The mix of
 * vintages changes from point to point: a pooled curve may dip where a bad vintage drops out.
 * Several tallies are replications and are pooled too.
 */
export function vintageCurves(tallies: readonly Tally[]): readonly VintageCurve[] {
  const length = Math.min(vintageMonths, Math.max(0, ...tallies.map((tally) => tally.months)));
  return kinds.map((kind) => ({
    kind,
    points: Array.from({ length }, (_, monthsOnBook) => point(kind, tallies, monthsOnBook)),
  }));
}

function point(kind: VintageKind, tallies: readonly Tally[], monthsOnBook: number): VintagePoint {
  let [hit, among, accounts] = [0, 0, 0];
  for (const tally of tallies) {
    for (let vintage = 0; vintage + monthsOnBook < tally.months; vintage++) {
      const booked = tally.vintageBooked(vintage);
      accounts += booked;
      hit += kind === "balance90" ? tally.vintageBalance90(vintage, monthsOnBook) : tally.vintage(kind, vintage, monthsOnBook);
      among += kind === "balance90" ? tally.vintageOriginated(vintage) : booked;
    }
  }
  const bounds = kind === "balance90" || hit > among ? null : wilson(hit, among);
  return {
    monthsOnBook,
    value: among > 0 ? hit / among : null,
    low: bounds?.low ?? null,
    high: bounds?.high ?? null,
    accounts,
  };
}
