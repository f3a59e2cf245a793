import type { CustomerState } from "../customer-state.ts";
import { rescore } from "../scores/index.ts";
import { changed, type World } from "../world.ts";

/**
 * After her consents changed: facts that the lender may no longer have, or never got, are missing from the row, and
 * those it got now are there.
 */
export function withhold(w: World, s: CustomerState): void {
  s.factsChanged = changed(w);
  w.judges.consentsChanged();
  const before = s.withheld;
  const after = w.judges.withheld();
  s.withheld = after;
  for (let source = 0, changed = before ^ after; changed !== 0; source++, changed >>>= 1) {
    if ((changed & 1) === 0) continue;
    if ((after >>> source) & 1) hide(w, w.judges.factsOf(source));
    else showAgain(w, w.judges.factsOf(source));
  }
  if (w.scoring !== undefined && before !== after) rescore(w, s, w.scoring);
}

function hide(w: World, slots: readonly number[]): void {
  for (const slot of slots) w.row[slot] = Number.NaN;
}

function showAgain(w: World, slots: readonly number[]): void {
  const { columns, index } = w.hand;
  const { ofColumns: columnSlots } = w.place;
  for (const slot of slots) {
    const column = columnSlots.indexOf(slot);
    w.row[slot] = column < 0 ? w.slots.of["shop.creditPurchases12m"] === slot ? 0 : Number.NaN : (columns[column]?.[index] ?? Number.NaN);
  }
}
