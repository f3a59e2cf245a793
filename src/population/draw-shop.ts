import { exp, ln, logistic } from "../base/index.ts";
import { column, settle, type Draft, type Step } from "./draft.ts";
import { poisson } from "./poisson.ts";
import { normalAt, uniformAt } from "./lanes.ts";
import { purposes } from "./purposes.ts";

/** Tenure, orders, average order and spend; orders × average = spend, whichever of them a file gives. */
export const shopping: Step = {
  facts: [
    "shop.tenureMonths",
    "shop.ordersLast12m",
    "shop.averageOrderFen",
    "shop.spendLast12mFen",
  ],
  draw: (draft) => {
    drawTenure(draft);
    drawOrders(draft);
    drawSpend(draft);
  },
};

/** Returns, last order, addresses and membership, given the orders. */
export const shopHabits: Step = {
  facts: [
    "shop.returnShareBps",
    "shop.daysSinceLastOrder",
    "shop.addressChanges12m",
    "shop.memberTier",
  ],
  draw: (draft) => {
    drawReturns(draft);
    drawRecency(draft);
    drawMembership(draft);
  },
};

const mostOrders = 2_000;
const mostOrderFen = 100_000_000;
const mostSpendFen = 10_000_000_000;

function drawTenure(draft: Draft): void {
  const { count, profile } = draft;
  const tenureLane = draft.lanes.of(purposes.tenure);
  const { newCustomersBps, tenureMeanMonths, tenureMaxMonths } = profile.source.shop;
  const fresh = newCustomersBps / 10_000;
  const age = column(draft, "customer.age");
  const tenure = column(draft, "shop.tenureMonths");
  for (let i = 0; i < count; i++) {
    const uniform = uniformAt(tenureLane, i);
    const months =
      uniform < fresh
        ? Math.floor((3 * uniform) / fresh)
        : 3 + Math.floor(-(tenureMeanMonths - 3) * ln((1 - uniform) / (1 - fresh)));
    const since14 = ((age[i] ?? 0) - 14) * 12 + 11;
    tenure[i] = Math.max(0, Math.min(months, since14, tenureMaxMonths));
  }
  settle(draft, "shop.tenureMonths");
}

/** Orders follow demand and the months that the customer was there. */
function drawOrders(draft: Draft): void {
  const { count, latent, profile } = draft;
  const ordersLane = draft.lanes.of(purposes.orders);
  const ordersRoundingLane = draft.lanes.of(purposes.ordersRounding);
  const { ordersMedian, ordersSpread } = profile.source.shop;
  const tenure = column(draft, "shop.tenureMonths");
  const orders = column(draft, "shop.ordersLast12m");
  const average = draft.given.get("shop.averageOrderFen");
  const spend = draft.given.get("shop.spendLast12mFen");
  for (let i = 0; i < count; i++) {
    const noise = normalAt(ordersLane, i);
    const presence = Math.min(12, (tenure[i] ?? 0) + 0.5) / 12;
    const expected = ordersMedian * (latent.demand[i] ?? 1) * exp(ordersSpread * noise) * presence;
    const drawn = Math.floor(expected + uniformAt(ordersRoundingLane, i));
    const implied = Math.floor((spend?.[i] ?? Number.NaN) / (average?.[i] ?? Number.NaN) + 0.5);
    orders[i] = Math.min(mostOrders, implied >= 0 ? implied : drawn);
  }
  settle(draft, "shop.ordersLast12m");
}

function drawSpend(draft: Draft): void {
  const { count, latent, profile } = draft;
  const averageOrderLane = draft.lanes.of(purposes.averageOrder);
  const { averageOrderMedianFen, averageOrderSpread } = profile.source.shop;
  const { medianFen } = profile.source.income;
  const orders = column(draft, "shop.ordersLast12m");
  const average = column(draft, "shop.averageOrderFen");
  const spend = column(draft, "shop.spendLast12mFen");
  const given = draft.given.get("shop.spendLast12mFen");
  for (let i = 0; i < count; i++) {
    const noise = normalAt(averageOrderLane, i);
    const standing = Math.sqrt((latent.incomeFen[i] ?? 0) / medianFen);
    const drawn = Math.floor(
      averageOrderMedianFen * standing * exp(averageOrderSpread * noise) + 0.5,
    );
    const number = orders[i] ?? 0;
    const imported = given?.[i] ?? Number.NaN;
    const most = Math.min(mostOrderFen, Math.floor(mostSpendFen / Math.max(1, number)));
    const fen =
      imported >= 0 && number > 0 ? Math.floor(imported / number + 0.5) : Math.max(100, drawn);
    average[i] = number === 0 ? 0 : Math.min(most, fen);
  }
  settle(draft, "shop.averageOrderFen");
  for (let i = 0; i < count; i++)
    spend[i] = Math.min(mostSpendFen, (orders[i] ?? 0) * (average[i] ?? 0));
  settle(draft, "shop.spendLast12mFen");
}

/** Whole orders are returned, so the share is one of n ÷ orders. */
function drawReturns(draft: Draft): void {
  const { count, profile } = draft;
  const returnShareLane = draft.lanes.of(purposes.returnShare);
  const returnsRoundingLane = draft.lanes.of(purposes.returnsRounding);
  const { returnSpread } = profile.source.shop;
  const orders = column(draft, "shop.ordersLast12m");
  const returned = column(draft, "shop.returnShareBps");
  for (let i = 0; i < count; i++) {
    const number = orders[i] ?? 0;
    const share = logistic(profile.logits.returns + returnSpread * normalAt(returnShareLane, i));
    const whole = Math.floor(share * number + uniformAt(returnsRoundingLane, i));
    returned[i] = number === 0 ? 0 : Math.floor((10_000 * Math.min(whole, number)) / number + 0.5);
  }
  settle(draft, "shop.returnShareBps");
}

/** Those without an order in twelve months ordered longer ago, or never since they registered. */
function drawRecency(draft: Draft): void {
  const { count } = draft;
  const daysSinceLastOrderLane = draft.lanes.of(purposes.daysSinceLastOrder);
  const tenure = column(draft, "shop.tenureMonths");
  const orders = column(draft, "shop.ordersLast12m");
  const days = column(draft, "shop.daysSinceLastOrder");
  for (let i = 0; i < count; i++) {
    const uniform = uniformAt(daysSinceLastOrderLane, i);
    const registered = Math.floor((tenure[i] ?? 0) * 30.4 + 29);
    const number = orders[i] ?? 0;
    const since =
      number > 0
        ? Math.floor((-365 / (number + 1)) * ln(uniform))
        : 365 + Math.floor(uniform * 700);
    days[i] = Math.min(since, registered, number > 0 ? 364 : 7_300);
  }
  settle(draft, "shop.daysSinceLastOrder");
}

function drawMembership(draft: Draft): void {
  const { count, profile } = draft;
  const addressChangesLane = draft.lanes.of(purposes.addressChanges);
  const memberTierLane = draft.lanes.of(purposes.memberTier);
  const { addressChangesMean, averageOrderMedianFen, ordersMedian } = profile.source.shop;
  const usual = ln(averageOrderMedianFen * ordersMedian);
  const age = column(draft, "customer.age");
  const tenure = column(draft, "shop.tenureMonths");
  const spend = column(draft, "shop.spendLast12mFen");
  const changes = column(draft, "shop.addressChanges12m");
  const tier = column(draft, "shop.memberTier");
  const [none = 0, plus = 0, gold = 0] = profile.codes.memberTiers;
  for (let i = 0; i < count; i++) {
    const years = age[i] ?? 0;
    const moving = addressChangesMean * (years < 30 ? 1.5 : years < 45 ? 0.9 : 0.5);
    changes[i] = poisson(uniformAt(addressChangesLane, i), moving, 50);
    const loyalty = 0.8 * (ln(10_000 + (spend[i] ?? 0)) - usual) + 0.012 * ((tenure[i] ?? 0) - 30);
    const uniform = uniformAt(memberTierLane, i);
    const isGold = uniform < logistic(profile.logits.gold + 1.3 * loyalty);
    tier[i] = isGold ? gold : uniform < logistic(profile.logits.plus + loyalty) ? plus : none;
  }
  settle(draft, "shop.addressChanges12m");
  settle(draft, "shop.memberTier");
}
