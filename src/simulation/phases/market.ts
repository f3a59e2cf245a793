import { counterAt } from "../counter-at.ts";
import { hasAccount, standing, type CustomerState } from "../customer-state.ts";
import { act, count, type World } from "../world.ts";

/**
 * The lender advertises its credit. Where opting out is honoured, only those who agreed and did not opt out are
 * contacted; else everybody is. Contacts of one month are one act.
 */
export function market(w: World, s: CustomerState): void {
  s.contactedThisMonth = false;
  if (s.gone || !s.metTerms || s.status === standing.chargedOff) return;
  const { marketing } = w.procedures;
  const { row, slots } = w;
  if (marketing.excludesStudents && row[slots.student] === 1) return;
  if (marketing.optOutHonoured && (s.marketingOptOut || !agreed(w))) return;
  s.contactedThisMonth = !hasAccount(s);
  count(w, s, counterAt.marketingContacts, marketing.contactsPerMonth);
  row[slots.of["account.previouslyRefused"]] = s.refusedOffer ? 1 : 0;
  act(w, s, w.acts.marketing, "marketing");
}

function agreed(w: World): boolean {
  const slots = w.slots.consents[w.policy.marketingSource];
  return slots !== undefined && (w.row[slots.kind] ?? 0) > 0 && w.row[slots.withdrawn] !== 1;
}
