import { counterAt } from "../counter-at.ts";
import { hasAccount, standing, type CustomerState } from "../customer-state.ts";
import { withoutSource, type Leak, type LeakFigures } from "../leak-figures.ts";
import { purposes } from "../purposes.ts";
import { act, happened, type World } from "../world.ts";
import { complain, complaints } from "./react.ts";

const byLevel = [-1, counterAt.leakedLevel1, counterAt.leakedLevel2, counterAt.leakedLevel3, counterAt.leakedLevel4, counterAt.leakedLevel5];

/**
 * Data leak: of the customers hit, those are exposed of whom the lender holds anything at a level that leaks. It holds
 * what its decisions about her have read, less what she withholds, for as long as it keeps them.
 */
export function leak(w: World, s: CustomerState, leaks: LeakFigures): void {
  const list = leaks.inMonth.get(s.month);
  if (list === undefined || s.read === 0 || !stillHeld(w, s)) return;
  for (const one of list) {
    const exposed = heldLevels(w, s, leaks) & one.levels;
    if (exposed !== 0 && isHit(w, s, one)) expose(w, s, exposed);
  }
}

function isHit(w: World, s: CustomerState, { share }: Leak): boolean {
  return w.draws.uniform(s.customer, s.month, purposes.leakHit) < share;
}

/** Of those without an account, data are held as long after the last reading as the procedure says; a lender that keeps them, for good. */
function stillHeld(w: World, s: CustomerState): boolean {
  if (hasAccount(s) || s.status === standing.chargedOff) return true;
  if (s.status === standing.closed && w.procedures.closure.afterClosing === "keep") return true;
  return s.month - s.readAt <= w.procedures.data.retentionMonthsAfterEnd;
}

/** Levels of what is held of her, as bits. Data locked after a withdrawal are held. */
function heldLevels(w: World, s: CustomerState, { levels }: LeakFigures): number {
  const locks = w.procedures.withdrawal?.data === "lock";
  let held = 0;
  for (let decision = 0; decision < levels.length; decision++) {
    if ((s.read & (1 << decision)) === 0) continue;
    const bySource = levels[decision] ?? [];
    for (let source = 0; source < bySource.length; source++) {
      const withheld = source !== withoutSource && ((s.withheld >>> source) & 1) === 1;
      const slots = w.slots.consents[source];
      const locked = withheld && locks && slots !== undefined && w.row[slots.withdrawn] === 1;
      if (!withheld || locked) held |= bySource[source] ?? 0;
    }
  }
  return held;
}

function expose(w: World, s: CustomerState, levels: number): void {
  happened(w, s, counterAt.leaked);
  for (let level = 1; level < byLevel.length; level++) {
    const counter = byLevel[level];
    if (counter !== undefined && (levels & (1 << level)) !== 0) happened(w, s, counter);
  }
  act(w, s, w.acts.leak, "data-leak");
  if (w.procedures.leak?.personsNotified !== true) return;
  happened(w, s, counterAt.leakNotices);
  const { complaintLeak, leaveLeak } = w.assumed;
  if (w.draws.uniform(s.customer, s.month, purposes.leakComplaint) < complaintLeak) complain(w, s, complaints.leak);
  if (s.gone || w.draws.uniform(s.customer, s.month, purposes.leakLeave) >= leaveLeak) return;
  s.gone = true;
  happened(w, s, counterAt.leftShop);
  happened(w, s, counterAt.leftAfterLeak);
}
