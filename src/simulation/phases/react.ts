import { counterAt } from "../counter-at.ts";
import { balanceFen, type CustomerState } from "../customer-state.ts";
import { purposes } from "../purposes.ts";
import { act, count, happened, type World } from "../world.ts";
import { withdrawAll } from "./withdraw.ts";

/** What a complaint is about, as `CustomerState.complainedAbout`. */
export const complaints = { fees: 0, unwanted: 1, closure: 2, objection: 3, spill: 4, nagging: 5, leak: 6, takeover: 7 } as const;

/** Holders who do not know of their account may find out; those with a reason complain. */
export function react(w: World, s: CustomerState): void {
  if (!s.aware) notice(w, s);
  const chance = complaintChance(w, s);
  if (chance > 0 && w.draws.uniform(s.customer, s.month, purposes.complaint) < chance) {
    complain(w, s, s.discovered ? complaints.unwanted : overdueComplaint(w, s));
  }
}

function notice(w: World, s: CustomerState): void {
  const a = w.assumed;
  let hazard = w.policy.drift + (balanceFen(s) > 0 ? a.noticeStatement : 0);
  if (s.firstStatementAt === s.month) hazard += w.policy.firstStatementNotice;
  if (s.reminded) hazard += a.noticeReminder;
  if (s.missed > 0) hazard += a.noticeOverdue * (1 - hazard);
  if (w.draws.uniform(s.customer, s.month, purposes.notice) < hazard) discover(w, s);
}

/** She finds an account that she did not know of: trust goes before anything else does. */
export function discover(w: World, s: CustomerState): void {
  const { assumed, draws } = w;
  s.aware = true;
  s.discovered = true;
  s.autopay = draws.uniform(s.customer, -1, purposes.autopay) < s.autopayPropensity;
  happened(w, s, counterAt.discovered);
  if (s.asked) return;
  if (!s.gone && draws.uniform(s.customer, s.month, purposes.leaveAfterDiscovery) < assumed.leaveDiscovery) {
    s.gone = s.leftOverDiscovery = true;
    happened(w, s, counterAt.leftShop);
    happened(w, s, counterAt.leftAfterDiscovery);
  }
  const u = draws.uniform(s.customer, s.month, purposes.optOut);
  if (u < assumed.optOutDiscovery) s.marketingOptOut = true;
  if (u < assumed.withdrawDiscovery) withdrawAll(w, s);
}

function complaintChance(w: World, s: CustomerState): number {
  if (s.discovered && !s.asked) return w.assumed.complaintDiscovery;
  if (s.missed === 0 || !s.aware) return 0;
  return Math.min(1, w.assumed.complaintOverdue * w.policy.collection.complaints * (s.repairUntil >= s.month ? 1 - w.assumed.repairComplaint : 1));
}

function overdueComplaint(w: World, s: CustomerState): number {
  if (!s.reported) return complaints.fees;
  const objects = w.draws.uniform(s.customer, s.month, purposes.complaintKind) < w.assumed.complaintObjection;
  return objects ? complaints.objection : complaints.fees;
}

/** A complaint is made and handled; while it is, the account is in dispute. */
export function complain(w: World, s: CustomerState, about: number): void {
  if (w.policy.complaints.reach < 1 && !findsChannel(w, s)) return;
  const { complaint } = w.acts;
  s.complainedAbout = about;
  const wait = w.waits.complaints?.[s.month] ?? 0;
  const days = w.procedures.complaints.daysToResolve + wait;
  s.disputeUntil = s.month + Math.floor(days / 30);
  count(w, s, counterAt.complaints);
  count(w, s, counterAt.complaintDays, days);
  w.row[w.slots.of["complaint.daysToResolve"]] = days;
  if (wait > 0) w.hand.recorder?.event(s.month, "complaint-waits", { waitDays: wait, daysToAnswer: days });
  if (about === complaints.unwanted) happened(w, s, counterAt.complaintsUnwanted);
  else if (about === complaints.spill) happened(w, s, counterAt.complaintsSpill);
  else if (about === complaints.closure) happened(w, s, counterAt.complaintsClosure);
  else if (about === complaints.nagging) happened(w, s, counterAt.complaintsNagging);
  else if (about === complaints.leak) happened(w, s, counterAt.complaintsLeak);
  else if (about === complaints.takeover) happened(w, s, counterAt.complaintsTakeover);
  else happened(w, s, counterAt.complaintsOverdue);
  const acts = [complaint.fees, complaint.unwanted, complaint.closure, complaint.objection, complaint.service, complaint.service, complaint.service, complaint.fraud];
  const handle = acts[about];
  if (handle !== undefined) act(w, s, handle, "complaint");
  if (days <= w.assumed.complaintPatience) return;
  if (w.draws.uniform(s.customer, s.month, purposes.complaintEscalation) < w.assumed.complaintEscalation) happened(w, s, counterAt.complaintsEscalated);
}

/** Who finds no way to complain may go straight to the regulator. */
function findsChannel(w: World, s: CustomerState): boolean {
  if (w.draws.uniform(s.customer, s.month, purposes.complaintReach) < w.policy.complaints.reach) return true;
  happened(w, s, counterAt.complaintsUnheard);
  if (w.draws.uniform(s.customer, s.month, purposes.complaintEscalation) < w.assumed.complaintEscalation) happened(w, s, counterAt.complaintsOutside);
  return false;
}
