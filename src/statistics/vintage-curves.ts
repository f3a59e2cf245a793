import { wilson } from "../base/index.ts";
import { vintageMonths, type Tally } from "../simulation/index.ts";

/** `ever30`, `ever90`, `chargedOff`: by account; `balance90`: first 90+ balance over what the vintage bought on credit. */
export type VintageKind = "ever30" | "ever90" | "chargedOff" | "balance90";

/** One point of a curve. `value` and its interval are null where no vintage is that old; balances have no interval. */
export interface VintagePoint {
  readonly monthsOnBook: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Accounts of the vintages that reached this many months on book. */
  readonly accounts: number;
}

/** One cumulative curve: share of a policy's accounts by months on book, over all its vintages. */
export interface VintageCurve {
  readonly kind: VintageKind;
  readonly points: readonly VintagePoint[];
}

const kinds: readonly VintageKind[] = ["ever30", "ever90", "chargedOff", "balance90"];

/**
 * Cumulative curves by months on book. A vintage counts in a month on book only if the run lasted long enough for all
 * of it to get there, so that the unfinished months of young accounts never look like good behaviour. By account the
 * curve is the product-limit estimate (Kaplan and Meier 1958): month by month, those newly hit over those not hit
 * before, so that it never falls where a bad vintage drops out. By balance it is the plain quotient of the vintages
 * that got so far. Several tallies are replications and are pooled.
 */
export function vintageCurves(tallies: readonly Tally[]): readonly VintageCurve[] {
  const length = Math.min(vintageMonths, Math.max(0, ...tallies.map((tally) => tally.months)));
  return kinds.map((kind) => ({ kind, points: kind === "balance90" ? balancePoints(tallies, length) : accountPoints(kind, tallies, length) }));
}

function accountPoints(kind: Exclude<VintageKind, "balance90">, tallies: readonly Tally[], length: number): readonly VintagePoint[] {
  let value = 0;
  /** Greenwood's sum: of newly hit ÷ (at risk × not hit). */
  let greenwood = 0;
  return Array.from({ length }, (_, monthsOnBook) => {
    const { atRisk, newlyHit, accounts } = monthOf(kind, tallies, monthsOnBook);
    if (accounts === 0) return { monthsOnBook, value: null, low: null, high: null, accounts };
    if (newlyHit > 0) {
      value += (1 - value) * (newlyHit / atRisk);
      greenwood += newlyHit / (atRisk * Math.max(1, atRisk - newlyHit));
    }
    return { monthsOnBook, accounts, value, ...boundsOf(value, greenwood, accounts) };
  });
}

function monthOf(kind: Exclude<VintageKind, "balance90">, tallies: readonly Tally[], monthsOnBook: number) {
  let [atRisk, newlyHit, accounts] = [0, 0, 0];
  for (const tally of tallies) {
    for (let vintage = 0; vintage + monthsOnBook < tally.months; vintage++) {
      const booked = tally.vintageBooked(vintage);
      const before = monthsOnBook === 0 ? 0 : tally.vintage(kind, vintage, monthsOnBook - 1);
      accounts += booked;
      atRisk += booked - before;
      newlyHit += tally.vintage(kind, vintage, monthsOnBook) - before;
    }
  }
  return { atRisk, newlyHit, accounts };
}

/** Wilson's interval over as many accounts as would give Greenwood's variance; over all of them where nobody was hit. */
function boundsOf(value: number, greenwood: number, accounts: number): { low: number | null; high: number | null } {
  const surviving = 1 - value;
  const variance = surviving * surviving * greenwood;
  const effective = variance > 0 ? (value * surviving) / variance : accounts;
  const bounds = wilson(Math.min(effective, value * effective), effective);
  return { low: bounds?.low ?? null, high: bounds?.high ?? null };
}

function balancePoints(tallies: readonly Tally[], length: number): readonly VintagePoint[] {
  return Array.from({ length }, (_, monthsOnBook) => {
    let [hit, among, accounts] = [0, 0, 0];
    for (const tally of tallies) {
      for (let vintage = 0; vintage + monthsOnBook < tally.months; vintage++) {
        accounts += tally.vintageBooked(vintage);
        hit += tally.vintageBalance90(vintage, monthsOnBook);
        among += tally.vintageOriginated(vintage);
      }
    }
    return { monthsOnBook, value: among > 0 ? hit / among : null, low: null, high: null, accounts };
  });
}
