import { exp, ln, logistic } from "../base/index.ts";
import { column, settle, type Draft, type Step } from "./draft.ts";
import { poisson } from "./poisson.ts";
import { normalAt, uniformAt } from "./lanes.ts";
import { purposes } from "./purposes.ts";

/** Payment habits, cards, wallet, and what a linked bank account would show. */
export const payments: Step = {
  facts: [
    "payment.onTimeShareBps",
    "payment.failedLast6m",
    "payment.cardsBound",
    "payment.autopayEnabled",
    "payment.walletBalanceFen",
    "payment.bankInflowMonthlyFen",
    "payment.bankOverdrafts6m",
  ],
  draw: (draft) => {
    drawHabits(draft);
    drawMeans(draft);
    drawBankAccount(draft);
  },
};

const mostFen = 1_000_000_000;

/** Late shares and failed payments stand on one habit, which is quality with noise. */
function drawHabits(draft: Draft): void {
  const { count, latent, profile } = draft;
  const onTimeShareLane = draft.lanes.of(purposes.onTimeShare);
  const failedPaymentsLane = draft.lanes.of(purposes.failedPayments);
  const { lateShareMedianBps, lateSpread, lateNoise, failedMean } = profile.source.payments;
  const scale = 1 / Math.sqrt(1 + lateNoise * lateNoise);
  const orders = column(draft, "shop.ordersLast12m");
  const onTime = column(draft, "payment.onTimeShareBps");
  const failed = column(draft, "payment.failedLast6m");
  for (let i = 0; i < count; i++) {
    const noise = normalAt(onTimeShareLane, i);
    const habit = scale * ((latent.quality[i] ?? 0) + lateNoise * noise);
    const late = Math.floor(lateShareMedianBps * exp(-lateSpread * habit) + 0.5);
    onTime[i] = orders[i] === 0 ? 10_000 : 10_000 - Math.min(10_000, late);
    const mean = Math.min(30, failedMean * exp(-0.7 * habit - 0.245));
    failed[i] = poisson(uniformAt(failedPaymentsLane, i), mean, 200);
  }
  settle(draft, "payment.onTimeShareBps");
  settle(draft, "payment.failedLast6m");
}

function drawMeans(draft: Draft): void {
  const { count, latent, profile } = draft;
  const cardsBoundLane = draft.lanes.of(purposes.cardsBound);
  const autopayLane = draft.lanes.of(purposes.autopay);
  const walletBalanceLane = draft.lanes.of(purposes.walletBalance);
  const { cardsMean, walletMedianFen, walletSpread } = profile.source.payments;
  const lnWallet = ln(walletMedianFen) - 0.8 * profile.lnMedianIncome;
  const age = column(draft, "customer.age");
  const cards = column(draft, "payment.cardsBound");
  const autopay = column(draft, "payment.autopayEnabled");
  const wallet = column(draft, "payment.walletBalanceFen");
  for (let i = 0; i < count; i++) {
    const lnIncome = ln(latent.incomeFen[i] ?? 1);
    const mean =
      cardsMean * Math.min(3, Math.max(0.4, 1 + 0.4 * (lnIncome - profile.lnMedianIncome)));
    const extra = poisson(uniformAt(cardsBoundLane, i), mean, 19);
    cards[i] = (age[i] ?? 0) < 18 ? Math.min(1, extra) : extra;
    const willing = logistic(profile.logits.autopay + 0.3 * (latent.quality[i] ?? 0));
    const possible = (cards[i] ?? 0) > 0;
    autopay[i] = possible && uniformAt(autopayLane, i) < willing ? 1 : 0;
    const noise = normalAt(walletBalanceLane, i);
    wallet[i] = Math.min(
      mostFen,
      Math.floor(exp(lnWallet + 0.8 * lnIncome + walletSpread * noise)),
    );
  }
  settle(draft, "payment.cardsBound");
  settle(draft, "payment.autopayEnabled");
  settle(draft, "payment.walletBalanceFen");
}

/** Missing together where there is no bank account to read. */
function drawBankAccount(draft: Draft): void {
  const { count, latent, profile } = draft;
  const bankLinkedLane = draft.lanes.of(purposes.bankLinked);
  const bankInflowLane = draft.lanes.of(purposes.bankInflow);
  const bankOverdraftsLane = draft.lanes.of(purposes.bankOverdrafts);
  const { bankLinkedBps, inflowSpread, overdraftsMean } = profile.source.payments;
  const age = column(draft, "customer.age");
  const onFile = column(draft, "customer.incomeMonthlyFen");
  const inflow = column(draft, "payment.bankInflowMonthlyFen");
  const overdrafts = column(draft, "payment.bankOverdrafts6m");
  for (let i = 0; i < count; i++) {
    const readable = (age[i] ?? 0) < 18 ? 0.1 : (onFile[i] ?? 0) > 0 ? 1 : 0.5;
    if (uniformAt(bankLinkedLane, i) * 10_000 >= bankLinkedBps * readable) {
      inflow[i] = Number.NaN;
      overdrafts[i] = Number.NaN;
      continue;
    }
    const noise = normalAt(bankInflowLane, i);
    inflow[i] = Math.min(
      mostFen,
      Math.floor((latent.incomeFen[i] ?? 0) * exp(0.03 + inflowSpread * noise) + 0.5),
    );
    const strain = -0.6 * (latent.quality[i] ?? 0) + 0.4 * (latent.overborrowing[i] ?? 0) - 0.3;
    const mean = Math.min(30, overdraftsMean * exp(strain));
    overdrafts[i] = poisson(uniformAt(bankOverdraftsLane, i), mean, 100);
  }
  settle(draft, "payment.bankInflowMonthlyFen");
  settle(draft, "payment.bankOverdrafts6m");
}
