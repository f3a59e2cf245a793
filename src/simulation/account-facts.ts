import { consentSources } from "../facts/index.ts";
import type { CustomerState } from "./customer-state.ts";
import { arrearsFen, balanceFen, daysPastDue, hasAccount, never, standing } from "./customer-state.ts";
import type { PreparedDecision } from "./decisions.ts";
import { changed, type World } from "./world.ts";

const longest = 600;
const purchasesBit = 1 << consentSources.indexOf("purchases");

/** Writes what a decision reads of the account into the row, as of now; with a recorder, everything. */
export function writeFactsFor(w: World, s: CustomerState, decision: PreparedDecision): void {
  const all = w.hand.recorder !== undefined;
  if (all || decision.readsAccount) writeAccountFacts(w, s);
  if (all || decision.readsWindows) writeWindows(w, s);
}

/** Writes all that the lender sees of the account into the row, as of now. */
export function writeAllAccountFacts(w: World, s: CustomerState): void {
  writeAccountFacts(w, s);
  if (hasAccount(s)) writeWindows(w, s);
}

/** Writes what the lender sees of the account into the row, as of now, windows on its past apart. */
export function writeAccountFacts(w: World, s: CustomerState): void {
  const has = hasAccount(s);
  const blank = has ? -1 : blankOf(s);
  if (!has && blank === s.blankWritten) return;
  s.blankWritten = blank;
  s.accountChanged = changed(w);
  if (!has) writeWindows(w, s);
  const { row } = w;
  const at = w.slots.of;
  const balance = balanceFen(s);
  const age = has ? Math.min(s.month - s.openedAt, longest) : 0;
  row[at["account.status"]] = s.status;
  row[at["account.openedAt"]] = s.openedBy;
  row[at["account.monthsOnBook"]] = age;
  row[at["account.daysSinceOpen"]] = age * 30;
  row[at["account.limitFen"]] = s.limitFen;
  row[at["account.balanceFen"]] = balance;
  row[at["account.instalmentsOutstandingFen"]] = s.scheduledFen;
  row[at["account.overdueFen"]] = s.missed > 0 ? arrearsFen(s) : 0;
  row[at["account.daysPastDue"]] = daysPastDue(s.missed);
  row[at["account.monthsSinceLimitChange"]] = has ? Math.min(s.month - s.limitChangedAt, longest) : 0;
  row[at["account.closed"]] = s.status === standing.closed ? 1 : 0;
  row[at["account.previouslyClosed"]] = s.timesOpened > 0 && (s.status === standing.closed || s.timesOpened > 1) ? 1 : 0;
  row[at["account.previouslyRefused"]] = s.refusedOffer ? 1 : 0;
  row[at["account.invited"]] = s.invitedUntil >= s.month ? 1 : 0;
  row[at["account.disputeOpen"]] = s.disputeUntil >= s.month ? 1 : 0;
  row[at["account.fraudHold"]] = s.fraudHoldUntil >= s.month ? 1 : 0;
  row[at["account.onPlan"]] = s.planUntil >= s.month ? 1 : 0;
  row[at["account.creditInUse"]] = balance > 0 ? 1 : 0;
}

/** All that can change about somebody without an account, as bits; her age on book does not count. */
function blankOf(s: CustomerState): number {
  return (
    s.status * 16 +
    (s.timesOpened > 0 ? 8 : 0) +
    (s.refusedOffer ? 4 : 0) +
    (s.invitedUntil >= s.month ? 2 : 0) +
    (s.disputeUntil >= s.month ? 1 : 0)
  );
}

/** Facts over a window of the past. */
function writeWindows(w: World, s: CustomerState): void {
  const { row } = w;
  const at = w.slots.of;
  const use = utilisationBps(balanceFen(s), s.limitFen);
  const due = bits(s.dueBits & 63);
  const missed = bits(s.missBits & 63);
  row[at["account.utilisationBps"]] = use;
  row[at["account.utilisationChange3m"]] = use - (s.utilisation[(s.month + 1) & 3] ?? 0);
  row[at["account.missedPayments6m"]] = missed;
  row[at["account.onTimeShare6m"]] = due === 0 ? 10_000 : Math.floor(((due - missed) * 10_000) / due);
  row[at["account.spend3mFen"]] = spendOf(s);
  row[at["account.maxDaysPastDue12m"]] = s.everMissed === 0 ? 0 : daysPastDue(worstOfYear(s));
  // Her purchases are the shop's data: withheld, they are not read.
  row[at["shop.creditPurchases12m"]] = (s.withheld & purchasesBit) === 0 ? bits(s.creditBits & 4095) : Number.NaN;
}

/** Balance over limit in basis points, at most 20,000; 0 without a limit. */
export function utilisationBps(balance: number, limitFen: number): number {
  return limitFen > 0 ? Math.min(Math.floor((balance * 10_000) / limitFen), 20_000) : 0;
}

/** Credit purchases of the month so far and the three before. */
function spendOf(s: CustomerState): number {
  const { spend } = s;
  return (spend[0] ?? 0) + (spend[1] ?? 0) + (spend[2] ?? 0) + (spend[3] ?? 0);
}

function worstOfYear(s: CustomerState): number {
  for (let missed = s.everMissed; missed > 0; missed--) {
    if ((s.missedAt[missed] ?? never) > s.month - 12) return missed;
  }
  return 0;
}

/** How many of the bits are set; for whole numbers below 2^12. */
function bits(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24);
}
