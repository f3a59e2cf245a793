import { roundHalfEven } from "../../base/index.ts";
import { counterAt } from "../counter-at.ts";
import { balanceFen, type CustomerState } from "../customer-state.ts";
import { textOf } from "../decisions.ts";
import { postings } from "../postings.ts";
import { purposes } from "../purposes.ts";
import { settlementFigures } from "../tally-data.ts";
import { act, happened, post, type World } from "../world.ts";
import { payThrough, refund } from "./money.ts";

/** A working day and a half: calendar days for working days, as parts of a month. */
const monthsOf = (workingDays: number): number => (workingDays * 7) / 5 / 30;

/** The channels that the plan just decided allows, of those the procedures describe; empty where it is paid at once. */
export function waysOf(w: World): readonly number[] {
  const { channels } = w.policy.closing;
  if (channels.length === 0) return [];
  const { decision, channels: at } = w.decisions.closure;
  const named = textOf(decision, at);
  return channels.flatMap(({ name }, index) => (typeof named === "object" && !named.includes(name) ? [] : [index]));
}

/**
 * She pays all that is owed through one of the channels. `under way`: the money comes next month, of an amount that
 * may not be enough by then; `failed`: it comes back, and she does not know.
 */
export function settle(w: World, s: CustomerState, ways: readonly number[]): "done" | "under way" | "failed" {
  const by = ways[Math.floor(w.draws.uniform(s.customer, s.month, purposes.settlementWay) * ways.length)] ?? 0;
  const channel = w.policy.closing.channels[by];
  if (channel === undefined) throw new Error("no such channel of settlement");
  happened(w, s, counterAt.settlements);
  add(w, s, by, "settlements", 1);
  if (w.draws.uniform(s.customer, s.month, purposes.settlementFails) * 10_000 < channel.failsBps) {
    happened(w, s, counterAt.settlementsFailed);
    add(w, s, by, "failed", 1);
    s.thinksClosed = true;
    return "failed";
  }
  if (w.draws.uniform(s.customer, s.month, purposes.settlementDay) >= monthsOf(channel.workingDays)) {
    receive(w, s, by, balanceFen(s));
    return "done";
  }
  happened(w, s, counterAt.settlementsLate);
  add(w, s, by, "late", 1);
  s.closing.paidFen = balanceFen(s);
  s.closingBy = by;
  s.thinksClosed = true;
  return "under way";
}

/** Money paid last month arrives; true where it is enough. What was billed since is left over, and she does not know of it. */
export function receiveLate(w: World, s: CustomerState): boolean {
  receive(w, s, s.closingBy, s.closing.paidFen);
  s.closing.paidFen = 0;
  if (balanceFen(s) === 0) return true;
  happened(w, s, counterAt.settlementsShort);
  add(w, s, s.closingBy, "short", 1);
  return false;
}

function receive(w: World, s: CustomerState, by: number, amountFen: number): void {
  const { channels, feesDisclosed } = w.policy.closing;
  const { name = "", feeFen = 0 } = channels[by] ?? {};
  const paid = payThrough(w, s, amountFen);
  add(w, s, by, "settledFen", paid);
  if (feeFen > 0) {
    post(w, s, postings.settlementFee, feeFen);
    add(w, s, by, "feeFen", feeFen);
    w.row[w.slots.of["bill.undisclosedFeeFen"]] = feesDisclosed ? 0 : feeFen;
    w.row[w.slots.of["account.balanceFen"]] = balanceFen(s);
    act(w, s, w.acts.billing, "billing");
  }
  w.hand.recorder?.event(s.month, "settled", { channel: name, paidFen: paid, feeFen });
}

/** A refund that is still to come when she closes: off what is owed where closing waits for it, else paid out afterwards. */
export function refundAtClosing(w: World, s: CustomerState): "wait" | "none" {
  const { refunds } = w.policy.closing;
  if (refunds === undefined) return "none";
  const spent = (s.spend[s.month & 3] ?? 0) + (s.spend[(s.month - 1) & 3] ?? 0);
  if (spent === 0 || w.draws.uniform(s.customer, s.month, purposes.refund) >= w.assumed.refundPending) return "none";
  const amountFen = roundHalfEven(spent * w.assumed.refundShare);
  if (amountFen === 0) return "none";
  happened(w, s, counterAt.refundsAtClosing);
  if (refunds === "wait") {
    s.closing.refundFen = amountFen;
    return "wait";
  }
  post(w, s, postings.refundForwarded, amountFen);
  return "none";
}

/** The refund that a closing waited for comes in; what is more than she owes is paid out. */
export function takeRefund(w: World, s: CustomerState): void {
  const left = refund(w, s, s.closing.refundFen);
  post(w, s, postings.refundForwarded, left);
  s.closing.refundFen = 0;
}

function add(w: World, s: CustomerState, channel: number, figure: (typeof settlementFigures)[number], amount: number): void {
  if (s.month < 0) return;
  const { settlements } = w.hand.part;
  const place = w.channelOf[channel];
  if (place === undefined) return;
  const at = place * settlementFigures.length + settlementFigures.indexOf(figure);
  settlements[at] = (settlements[at] ?? 0) + amount;
}
