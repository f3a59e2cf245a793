import { counterAt } from "../counter-at.ts";
import { never, standing, type CustomerState } from "../customer-state.ts";
import { count, happened, type World } from "../world.ts";

/** Months in which what was warned of must happen. */
const window = 6;
const late61 = 3;
const late91 = 4;
const daysAMonth = 30;

/** Monitoring warns of an account: an alert, a stricter review, a freeze or a cut. Of one that is 61 days late it cannot warn any more. */
export function warn(w: World, s: CustomerState): void {
  if (s.warnedAt !== never || s.missed >= late61) return;
  s.warnedAt = s.month;
  s.warned61 = false;
  s.warned91At = never;
  happened(w, s, counterAt.warnings);
}

/** A cycle more is missed: what was warned of may have come true. */
export function checkWarning(w: World, s: CustomerState): void {
  if (s.missed >= late61) s.warned61 = true;
  if (s.missed !== late91 || s.warned91At !== never) return;
  s.warned91At = s.month;
  if (s.everMissed < late91) happened(w, s, counterAt.newly90Warned);
}

/** Six months after a warning it was right or a false alarm; an account closed before that says nothing. */
export function settleWarning(w: World, s: CustomerState): void {
  if (s.status === standing.closed && !s.warned61) {
    happened(w, s, counterAt.warningsCensored);
    s.warnedAt = never;
    return;
  }
  if (s.month - s.warnedAt < window) return;
  happened(w, s, counterAt.warningsDecided);
  if (s.warned61) happened(w, s, counterAt.warningHits61);
  if (s.warned91At !== never) {
    happened(w, s, counterAt.warningHits91);
    count(w, s, counterAt.warningLeadDays, (s.warned91At - s.warnedAt) * daysAMonth);
  }
  s.warnedAt = never;
}
