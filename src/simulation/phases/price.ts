import { writeAccountFacts } from "../account-facts.ts";
import { annualRate } from "../annual-rate.ts";
import type { CustomerState } from "../customer-state.ts";
import { paramOf } from "../decisions.ts";
import { decide, type PricingDecision, type World } from "../world.ts";

/**
 * Asks for a price and writes what laws judge about it; false where no credit is offered. `decision.outcome` holds
 * the price.
 */
export function priceFrom(w: World, s: CustomerState, decision: PricingDecision): boolean {
  if (decision.readsAccount || w.hand.recorder !== undefined) writeAccountFacts(w, s);
  decide(w, s, decision);
  if (decision.outcome.code !== decision.price) return false;
  w.row[w.slots.of["price.allInApr"]] = dearest(decision, paramOf(decision, decision.feeMonthlyBps));
  return true;
}

/** Puts the price just decided into force. */
export function takePrice(s: CustomerState, decision: PricingDecision): void {
  const days = paramOf(decision, decision.freeDays);
  s.freeMonths = days > 30 ? 2 : days > 0 ? 1 : 0;
  s.feeBps = paramOf(decision, decision.feeMonthlyBps);
  s.lateBps = paramOf(decision, decision.lateDailyBps);
  s.offer = decision.offers[paramOf(decision, decision.terms)];
  s.arrangement = decision.arrangements[paramOf(decision, decision.arrangement)] ?? 0;
}

/** The all-in annual rate of the dearest plan on offer; without plans, of one month. Cached: there are few prices. */
function dearest(decision: PricingDecision, feeMonthlyBps: number): number {
  const terms = decision.offers[paramOf(decision, decision.terms)]?.terms ?? [];
  let rate = terms.length === 0 ? cachedRate(feeMonthlyBps, 1) : 0;
  for (const term of terms) rate = Math.max(rate, cachedRate(feeMonthlyBps, term));
  return rate;
}

const rates = new Map<number, number>();

function cachedRate(feeMonthlyBps: number, term: number): number {
  const key = feeMonthlyBps * 128 + term;
  const known = rates.get(key);
  if (known !== undefined) return known;
  const rate = annualRate(feeMonthlyBps, term);
  if (rates.size < 10_000) rates.set(key, rate);
  return rate;
}
