import type { CustomerState } from "../customer-state.ts";
import { laidOff } from "./layoffs.ts";
import { keepScore } from "../scores/index.ts";
import type { World } from "../world.ts";

/** A month begins: income is hit or recovers, and the windows on the past move on. */
export function turnMonth(w: World, s: CustomerState): void {
  const { values } = w.luck.month;
  const at = w.luck.month.at(s.customer, s.month);
  s.purchaseLuck = values[at + 1] ?? 0;
  s.leaveLuck = values[at + 2] ?? 0;
  s.applyLuck = values[at + 3] ?? 0;
  const entry = w.tables.shockEntry[s.month + w.warmUp] ?? 0;
  const before = s.shocked;
  s.shocked = (values[at] ?? 0) < (before ? 1 - w.assumed.shockExit : s.layoffs === 0 ? entry : laidOff(w, s, entry));
  if (s.shocked && !before) w.hand.recorder?.event(s.month, "income-lost", {});
  s.dueBits = (s.dueBits << 1) & 0xfff;
  s.missBits = (s.missBits << 1) & 0xfff;
  s.creditBits = (s.creditBits << 1) & 0xfff;
  s.spend[s.month & 3] = 0;
  if (w.scoring !== undefined) keepScore(w, s, w.scoring);
}

/** The luck of an account's month: drawn together, because they cost one block together. */
export function drawAccountLuck(w: World, s: CustomerState): void {
  const { values } = w.luck.account;
  const at = w.luck.account.at(s.customer, s.month);
  s.strengthLuck = values[at] ?? 0;
  s.memoryLuck = values[at + 1] ?? 0;
  s.closeLuck = values[at + 2] ?? 0;
  s.takeoverLuck = values[at + 3] ?? 0;
}

/** The luck of a purchase. */
export function drawPurchaseLuck(w: World, s: CustomerState): void {
  const { values } = w.luck.purchase;
  const at = w.luck.purchase.at(s.customer, s.month);
  s.amountLuck = values[at] ?? 0;
  s.creditLuck = values[at + 1] ?? 0;
  s.instalmentLuck = values[at + 2] ?? 0;
  s.termLuck = values[at + 3] ?? 0;
}
