import { roundHalfEven } from "../../base/index.ts";
import { utilisationBps } from "../account-facts.ts";
import { counterAt } from "../counter-at.ts";
import { arrearsFen, balanceFen, daysPastDue, hasAccount, never, standing, lifeAt, type CustomerState } from "../customer-state.ts";
import { addToHistogram, histogramAt } from "../histogram.ts";
import { addOwed } from "../pool-books.ts";
import { flowAt } from "../pools.ts";
import { postings } from "../postings.ts";
import { settleWarning } from "./warn.ts";
import { countBase, countEarly, countMature } from "../scores/index.ts";
import { count, happened, post, type World } from "../world.ts";
import { payGuarantors } from "./guarantee.ts";
import { sellReceivables } from "./sell.ts";

const maturity = 12;
const earlySigns = 6;
const defaultCycles = 4;
/** 3,000 yuan: a published figure tells what share of receivables lies below. */
const smallFen = 300_000;

const buckets = [counterAt.current, counterAt.dpd1to30, counterAt.dpd31to60, counterAt.dpd61to90, counterAt.dpd91plus];
const bucketBalances = [
  counterAt.currentBalanceFen,
  counterAt.dpd1to30BalanceFen,
  counterAt.dpd31to60BalanceFen,
  counterAt.dpd61to90BalanceFen,
  counterAt.dpd91plusBalanceFen,
];

/** How things stand at the end of the month, and what the month cost the lender. */
export function endMonth(w: World, s: CustomerState): void {
  if (!s.gone) count(w, s, counterAt.customersActive);
  if (s.month === maturity - 1) endYear(w, s);
  if (s.warnedAt !== never) settleWarning(w, s);
  const age = s.month - s.openedAt;
  if (age === maturity && s.hadBalance) mature(w, s);
  else if (age === earlySigns && s.hadBalance) countEarly(w, s);
  if (w.scoring?.rechecks === true && !s.gone) countBase(w, s);
  if (!hasAccount(s)) return;
  const balance = balanceFen(s);
  count(w, s, counterAt.openAccounts);
  count(w, s, counterAt.limitFen, s.limitFen);
  if (s.status === standing.frozen) count(w, s, counterAt.frozenAccounts);
  if (!s.asked) count(w, s, counterAt.openUnasked);
  if (!s.aware) {
    count(w, s, counterAt.openUnaware);
    count(w, s, counterAt.unawareMonths);
  }
  if (balance > 0) countBalance(w, s, balance);
  s.utilisation[s.month & 3] = utilisationBps(balance, s.limitFen);
  post(w, s, postings.operating, w.costs.operatingCostMonthlyFen);
  if (s.month === w.months - 1) addToHistogram(w.hand, histogramAt.limitAtEnd, s.limitFen);
}

function endYear(w: World, s: CustomerState): void {
  count(w, s, counterAt.reachedMonth12);
  if (!s.gone) count(w, s, counterAt.activeAtMonth12);
}

function mature(w: World, s: CustomerState): void {
  happened(w, s, counterAt.matured12);
  countMature(w, s);
  if (s.everMissed >= defaultCycles) happened(w, s, counterAt.ever90At12);
}

function countBalance(w: World, s: CustomerState, balance: number): void {
  const bucket = Math.min(s.missed, buckets.length - 1);
  count(w, s, counterAt.accountsWithBalance);
  count(w, s, counterAt.balanceFen, balance);
  if (balance < smallFen) count(w, s, counterAt.smallBalanceFen, balance);
  s.life[lifeAt.balanceMonths] = (s.life[lifeAt.balanceMonths] ?? 0) + 1;
  s.life[lifeAt.balanceYuanMonths] = (s.life[lifeAt.balanceYuanMonths] ?? 0) + Math.floor(balance / 100);
  count(w, s, buckets[bucket] ?? counterAt.current);
  count(w, s, bucketBalances[bucket] ?? counterAt.currentBalanceFen, balance);
  post(w, s, postings.funding, roundHalfEven((balance * w.costs.fundingRateAnnualBps) / 120_000));
  if (w.pools.guarantees) payGuarantors(w, s);
  if (bucket === buckets.length - 1) addOwed(w, s, flowAt.balance90Fen);
  if (w.pools.sales.length > 0) sellReceivables(w, s);
}

/** Writes the month's end into the history. */
export function recordMonthEnd(w: World, s: CustomerState): void {
  w.hand.recorder?.monthEnd(s.month, {
    shops: !s.gone,
    status: ["none", "open", "frozen", "closed", "charged-off"][s.status] ?? "none",
    limitFen: s.limitFen,
    balanceFen: balanceFen(s),
    billedUnpaidFen: arrearsFen(s),
    scheduledFen: s.scheduledFen,
    daysPastDue: daysPastDue(s.missed),
    knows: hasAccount(s) && s.aware,
    incomeShock: s.shocked,
  });
}
