import { writeFactsFor } from "../account-facts.ts";
import { annualRate } from "../../base/index.ts";
import type { CustomerState } from "../customer-state.ts";
import { paramOf } from "../decisions.ts";
import { decide, type PricingDecision, type World } from "../world.ts";

/**
 * Asks for a price and writes what laws judge about it; false where no credit is offered. `decision.outcome` holds
 * the price.
 */
export function priceFrom(w: World, s: CustomerState, pricing: PricingDecision): boolean {
  const { decision } = pricing;
  writeFactsFor(w, s, decision);
  decide(w, s, decision);
  if (decision.outcome.code !== pricing.price) return false;
  w.row[w.slots.of["price.arrangement"]] = pricing.arrangements[paramOf(decision, pricing.arrangement)] ?? 0;
  w.row[w.slots.of["price.allInApr"]] = dearest(pricing, paramOf(decision, pricing.feeMonthlyBps));
  return true;
}

/** Puts the price just decided into force. */
export function takePrice(s: CustomerState, pricing: PricingDecision): void {
  const { decision } = pricing;
  const days = paramOf(decision, pricing.freeDays);
  s.freeMonths = days > 30 ? 2 : days > 0 ? 1 : 0;
  s.feeBps = paramOf(decision, pricing.feeMonthlyBps);
  s.lateBps = paramOf(decision, pricing.lateDailyBps);
  s.offer = pricing.offers[paramOf(decision, pricing.terms)];
  s.arrangement = pricing.pools[paramOf(decision, pricing.arrangement)] ?? 0;
}

/** The all-in annual rate of the dearest plan on offer; without plans, of one month. Worked out once a price. */
function dearest({ decision, terms, offers, rates }: PricingDecision, feeMonthlyBps: number): number {
  const offered = paramOf(decision, terms);
  const at = feeMonthlyBps * offers.length + offered;
  const known = rates[at];
  if (known !== undefined && known === known) return known;
  const plans = offers[offered]?.terms ?? [1];
  let rate = 0;
  for (const term of plans) rate = Math.max(rate, annualRate(feeMonthlyBps, term));
  if (known !== undefined) rates[at] = rate;
  return rate;
}
