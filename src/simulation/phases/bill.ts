import { counterAt } from "../counter-at.ts";
import { balanceFen, never, type CustomerState } from "../customer-state.ts";
import { postings } from "../postings.ts";
import { act, happened, post, type World } from "../world.ts";
import { cellOfMonth } from "./schedule.ts";

/** What falls due this month is billed: principal moves from the schedule to the bill, fees are charged. */
export function bill(w: World, s: CustomerState): void {
  if (s.lastDueAt < s.month) return;
  const cell = cellOfMonth(s.month);
  const principal = s.duePrincipal[cell] ?? 0;
  const fee = s.dueFee[cell] ?? 0;
  if (principal === 0 && fee === 0) return;
  s.duePrincipal[cell] = 0;
  s.dueFee[cell] = 0;
  s.scheduledFen -= principal;
  s.arrearsPrincipalFen += principal;
  s.arrearsFeeFen += fee;
  post(w, s, postings.instalmentFee, fee);
  s.dueBits |= 1;
  if (s.firstStatementAt === never) {
    s.firstStatementAt = s.month;
    happened(w, s, counterAt.firstStatements);
  }
  w.row[w.slots.of["bill.undisclosedFeeFen"]] = w.judges.undisclosedFeeFen(fee, s.arrearsLateFen);
  w.row[w.slots.of["account.balanceFen"]] = balanceFen(s);
  act(w, s, w.acts.billing, "billing");
}
