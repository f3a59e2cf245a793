import { exp, logistic, roundHalfEven } from "../../base/index.ts";
import { counterAt } from "../counter-at.ts";
import { balanceFen, closingStep, standing, lifeAt, type CustomerState } from "../customer-state.ts";
import { addToHistogram, histogramAt } from "../histogram.ts";
import { chooseTerm } from "../offers.ts";
import { enterPool } from "../pool-books.ts";
import { postings } from "../postings.ts";
import { amountAt, cellOf } from "../tables.ts";
import { writeAmount } from "../request-facts.ts";
import { purposes } from "../purposes.ts";
import { act, count, happened, post, type World } from "../world.ts";
import { leftAlone, mayOpen, offer } from "./join.ts";
import { priceFrom, takePrice } from "./price.ts";
import { schedulePrincipal } from "./schedule.ts";
import { drawPurchaseLuck } from "./turn-month.ts";

/** Below this a purchase is not put on credit: 10 yuan. */
const leastCreditFen = 1000;

/** She stays or leaves, buys or not, pays on credit or not; beside it, what she would have bought without credit. */
export function shop(w: World, s: CustomerState): void {
  const atHand = creditAtHand(s);
  const leaves = s.leaveLuck;
  if (!s.goneWithoutCredit && leaves < w.assumed.leaveShop) s.goneWithoutCredit = true;
  if (!s.gone && leaves < w.assumed.leaveShop * (atHand ? 1 - w.assumed.creditLoyalty : 1)) leave(w, s);
  if (s.gone && s.goneWithoutCredit) return;
  const u = s.purchaseLuck;
  const factor = w.tables.purchaseFactor[s.month + w.warmUp] ?? 1;
  const withoutCredit = !s.goneWithoutCredit && u < chance(w, s, factor, false);
  const buys = !s.gone && u < chance(w, s, factor, atHand) * otherLimits(w, s);
  if (!withoutCredit && !buys) return;
  drawPurchaseLuck(w, s);
  const cashFen = roundHalfEven(w.assumed.purchaseMedianFen * amountAt(w.tables.amount, s.amountLuck) * s.purchaseScale);
  if (withoutCredit) count(w, s, counterAt.salesWithoutCreditFen, cashFen);
  if (withoutCredit && s.leftOverDiscovery) count(w, s, counterAt.salesLostDiscoveryFen, cashFen);
  if (buys) buy(w, s, cashFen);
}

/** Credit that she knows of and can use. */
const creditAtHand = (s: CustomerState): boolean => usable(s) && s.aware;

const usable = (s: CustomerState): boolean => s.status === standing.open && s.missed === 0 && s.closingStep === closingStep.none && !s.thinksClosed;

function leave(w: World, s: CustomerState): void {
  s.gone = true;
  happened(w, s, counterAt.leftShop);
}

function chance(w: World, s: CustomerState, factor: number, atHand: boolean): number {
  if (factor === 1) return atHand ? s.buysWithCredit : s.buys;
  const rate = w.assumed.purchaseRate * s.demand * factor * (atHand ? 1 + w.assumed.uplift : 1);
  return 1 - exp(-rate);
}

/** Closing cuts other limits on the platform, and with them what is spent here. */
const otherLimits = (w: World, s: CustomerState): number =>
  s.status === standing.closed ? 1 - w.assumed.spillOver * w.assumed.spillOverSpend : 1;

function buy(w: World, s: CustomerState, cashFen: number): void {
  const { checkout } = w.policy.screens;
  if (checkout !== undefined && s.metTerms && mayOpen(s) && !leftAlone(w, s)) {
    offer(w, s, checkout);
    if (checkout.requiredForShopping && mayOpen(s)) return;
  }
  const creditFen = usable(s) ? buyOnCredit(w, s, cashFen) : 0;
  if (creditFen < 0) return;
  const saleFen = Math.max(cashFen, creditFen);
  count(w, s, counterAt.purchases);
  count(w, s, counterAt.salesFen, saleFen);
  w.hand.recorder?.event(s.month, "purchase", { amountFen: saleFen, onCreditFen: creditFen });
}

/** The factors that a purchase on credit asks for. */
function provesHerself(w: World, s: CustomerState): boolean {
  count(w, s, counterAt.verificationsSpending);
  if (w.draws.uniform(s.customer, s.month, purposes.verifySpending) < w.policy.verification.spending.honest) return true;
  happened(w, s, counterAt.purchasesUnverified);
  return false;
}

/** What she puts on credit of a purchase, in fen; 0 where she pays cash, −1 where she does not buy at all. */
function buyOnCredit(w: World, s: CustomerState, cashFen: number): number {
  const headroom = s.limitFen - balanceFen(s);
  if (headroom < leastCreditFen) return 0;
  const wanted = roundHalfEven(cashFen * s.limitScale * s.overborrowing * (w.tables.creditFactor[s.month + w.warmUp] ?? 1));
  const amount = Math.min(wanted, headroom);
  if (amount < leastCreditFen) return 0;
  const u = s.creditLuck;
  const { creditUse, creditUseAware } = w.assumed;
  if (creditUse > -20 && u >= mostCreditUse(creditUse + creditUseAware)) return 0;
  writeAmount(w, s, amount);
  const { purchase } = w.decisions.pricing;
  if (priceFrom(w, s, purchase)) takePrice(s, purchase);
  else if (purchase.decision.outcome.code !== purchase.noAction) return 0; // no rule speaks: the price in force stays
  if (u >= creditChance(w, s)) return 0;
  if (w.policy.verification.asksAtSpending && amount > w.policy.verification.spendingAboveFen && !provesHerself(w, s)) {
    return w.draws.uniform(s.customer, s.month, purposes.purchaseLost) < w.assumed.purchaseLostUnverified ? -1 : 0;
  }
  act(w, s, w.acts.price.purchase, "pricing");
  charge(w, s, amount);
  return amount;
}

let cachedAt = Number.NaN;
let cachedMost = 0;

/** The chance at a fee of nothing: no fee makes it higher. */
function mostCreditUse(x: number): number {
  if (x !== cachedAt) {
    cachedAt = x;
    cachedMost = logistic(x);
  }
  return cachedMost;
}

/** Chance to pay on credit at the price in force; computed anew when the fee or her knowledge changes. */
function creditChance(w: World, s: CustomerState): number {
  if (s.creditChanceFee === s.feeBps && s.creditChanceAware === s.aware) return s.creditChance;
  const { creditUse, creditUseAware, creditUseFee, creditUseFeeUnaware } = w.assumed;
  const fee = (s.feeBps / 10_000) * creditUseFee * (s.aware ? 1 : creditUseFeeUnaware);
  s.creditChance = logistic(creditUse + (s.aware ? creditUseAware : 0) - fee);
  s.creditChanceFee = s.feeBps;
  s.creditChanceAware = s.aware;
  return s.creditChance;
}

/** Puts a purchase on the account: in instalments, or due in full after the free days. */
function charge(w: World, s: CustomerState, amountFen: number): void {
  enterPool(w, s, amountFen);
  const inParts = s.instalmentLuck < (w.tables.instalment[cellOf(s.amountLuck)] ?? 0);
  const term = inParts ? chooseTerm(s.offer, s.termLuck) : 0;
  if (term > 0) schedulePrincipal(s, amountFen, { first: 1, parts: term, feeMonthlyBps: s.feeBps });
  else {
    const feeMonthlyBps = s.freeMonths === 0 ? s.feeBps : 0;
    schedulePrincipal(s, amountFen, { first: Math.max(1, s.freeMonths), parts: 1, feeMonthlyBps });
  }
  noteCost(w, s, term > 0 ? term : s.freeMonths === 0 ? 1 : 0);
  s.hadBalance = true;
  s.creditBits |= 1;
  s.spend[s.month & 3] = amountFen;
  count(w, s, counterAt.creditPurchases);
  post(w, s, postings.purchase, amountFen);
  post(w, s, postings.merchantFee, roundHalfEven((amountFen * w.costs.merchantFeeBps) / 10_000));
  w.hand.recorder?.event(s.month, "credit-purchase", { amountFen, termMonths: term, feeMonthlyBps: s.feeBps });
  if (!s.activated) {
    s.activated = true;
    happened(w, s, counterAt.activated);
  }
  if (s.month < 0) return;
  const { part } = w.hand;
  if (s.openedAt >= 0) part.vintageOriginated[s.openedAt] = (part.vintageOriginated[s.openedAt] ?? 0) + amountFen;
}

/** What the credit of a purchase costs all in, a year; `term` 0: nothing, it lies inside the free period. */
function noteCost(w: World, s: CustomerState, term: number): void {
  if (term === 0) {
    s.life[lifeAt.boughtFree] = 1;
    count(w, s, counterAt.freePurchases);
    return;
  }
  s.life[s.feeBps > 0 ? lifeAt.boughtAtFee : lifeAt.boughtFree] = 1;
  const rate = w.rates.of(s.feeBps, term);
  count(w, s, counterAt.plansBought);
  count(w, s, counterAt.planRatesBps, roundHalfEven(rate * 10_000));
  if (s.month < 0) return;
  addToHistogram(w.hand, histogramAt.allInRate, rate);
  if (rate > (w.rates.caps[s.month] ?? Number.POSITIVE_INFINITY)) happened(w, s, counterAt.plansAboveCap);
}
