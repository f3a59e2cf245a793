import { writeFactsFor } from "../account-facts.ts";
import { counterAt } from "../counter-at.ts";
import type { CustomerState } from "../customer-state.ts";
import { happened, type EnrolmentDecision, type LimitDecision, type World } from "../world.ts";

/** She was wrongly declined, or wrongly approved, before. */
const wronged = { declined: 1, approved: 2 } as const;

/**
 * Under a fault of the score: the enrolment and the first limit are decided once more with the right score, and what
 * would have come out otherwise is counted. Decides nothing.
 */
export function compareWithRightScore(w: World, s: CustomerState, enrolment: EnrolmentDecision): void {
  const { row, score } = w;
  const inUse = row[score.slot] ?? Number.NaN;
  if (Object.is(s.pointsInUse, s.truePoints) || !Object.is(inUse, s.pointsInUse)) return;
  const { booking } = w.decisions.limit;
  writeFactsFor(w, s, booking.decision);
  const now = approves(w, enrolment, booking);
  const leftOpen = enrolment.decision.spare.undecided;
  row[score.slot] = s.truePoints;
  const rightly = approves(w, enrolment, booking);
  const open = enrolment.decision.spare.undecided;
  row[score.slot] = inUse;
  if (leftOpen && !open) happened(w, s, counterAt.undecidedByFault);
  if (rightly && !now) wrong(w, s, wronged.declined, counterAt.wronglyDeclined);
  if (now && !rightly) wrong(w, s, wronged.approved, counterAt.wronglyApproved);
}

/** Whether an account, or an invitation to one, comes of the row as it stands. */
function approves(w: World, enrolment: EnrolmentDecision, booking: LimitDecision): boolean {
  const { decision } = enrolment;
  w.row[w.slots.of["request.moment"]] = decision.moment;
  decision.compiled.decide(w.row, decision.spare);
  if (decision.spare.code === enrolment.invite) return true;
  if (decision.spare.code !== enrolment.enrol) return false;
  const { decision: limit } = booking;
  w.row[w.slots.of["request.moment"]] = limit.moment;
  limit.compiled.decide(w.row, limit.spare);
  return limit.spare.code === booking.grant && (limit.spare.params[booking.limitFen] ?? 0) > 0;
}

function wrong(w: World, s: CustomerState, how: number, counter: number): void {
  if ((s.wronged & how) !== 0) return;
  s.wronged |= how;
  happened(w, s, counter);
}
