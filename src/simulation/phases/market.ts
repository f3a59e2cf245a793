import { counterAt } from "../counter-at.ts";
import { hasAccount, standing, type CustomerState } from "../customer-state.ts";
import { purposes } from "../purposes.ts";
import { act, count, happened, type World } from "../world.ts";
import { leftAlone } from "./join.ts";
import { complain, complaints } from "./react.ts";

/**
 * The lender advertises its credit. Where opting out is honoured, only those who agreed and did not opt out are
 * contacted; else everybody is. Who said no is left alone for as long as the procedure says, and some of those who are
 * not complain or opt out. Contacts of one month are one act.
 */
export function market(w: World, s: CustomerState): void {
  s.contactedThisMonth = false;
  if (s.gone || !s.metTerms || s.status === standing.chargedOff) return;
  const { marketing, afterRefusal } = w.procedures;
  const { row, slots } = w;
  if (marketing.excludesStudents && row[slots.student] === 1) return;
  if (marketing.optOutHonoured && (s.marketingOptOut || !agreed(w))) return;
  if (afterRefusal !== undefined && leftAlone(w, s)) return;
  const contacts = s.refusedOffer && afterRefusal !== undefined ? afterRefusal.contactsPerMonth : marketing.contactsPerMonth;
  if (contacts === 0) return;
  s.contactedThisMonth = !hasAccount(s);
  count(w, s, counterAt.marketingContacts, contacts);
  row[slots.of["account.previouslyRefused"]] = s.refusedOffer ? 1 : 0;
  act(w, s, w.acts.marketing, "marketing");
  if (s.refusedOffer) nag(w, s, contacts);
}

/** Contacted in spite of a refusal: she may complain of it, and opt out for good. */
function nag(w: World, s: CustomerState, contacts: number): void {
  happened(w, s, counterAt.contactsAfterRefusal, contacts);
  const { complaintNagging, optOutNagging } = w.assumed;
  if (complaintNagging > 0 && w.draws.uniform(s.customer, s.month, purposes.naggedComplaint) < complaintNagging) complain(w, s, complaints.nagging);
  if (optOutNagging > 0 && w.draws.uniform(s.customer, s.month, purposes.naggedOptOut) < optOutNagging) s.marketingOptOut = true;
}

function agreed(w: World): boolean {
  const slots = w.slots.consents[w.policy.marketingSource];
  return slots !== undefined && (w.row[slots.kind] ?? 0) > 0 && w.row[slots.withdrawn] !== 1;
}
