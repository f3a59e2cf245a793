import { purposes } from "../purposes.ts";
import type { CustomerState } from "../customer-state.ts";
import { keepScore } from "../scores/index.ts";
import type { World } from "../world.ts";

/** A month begins: income is hit or recovers, and the windows on the past move on. */
export function turnMonth(w: World, s: CustomerState): void {
  const { four } = w.luck;
  w.luck.draw(s.customer, s.month, purposes.shock);
  s.purchaseLuck = four[1] ?? 0;
  s.leaveLuck = four[2] ?? 0;
  s.applyLuck = four[3] ?? 0;
  s.shocked = (four[0] ?? 0) < (s.shocked ? 1 - w.assumed.shockExit : (w.tables.shockEntry[s.month + w.warmUp] ?? 0));
  s.dueBits = (s.dueBits << 1) & 0xfff;
  s.missBits = (s.missBits << 1) & 0xfff;
  s.creditBits = (s.creditBits << 1) & 0xfff;
  s.spend[s.month & 3] = 0;
  if (w.scoring !== undefined) keepScore(w, s, w.scoring);
}

/** The luck of an account's month: drawn together, because they cost one block together. */
export function drawAccountLuck(w: World, s: CustomerState): void {
  const { four } = w.luck;
  w.luck.draw(s.customer, s.month, purposes.strength);
  s.strengthLuck = four[0] ?? 0;
  s.memoryLuck = four[1] ?? 0;
  s.closeLuck = four[2] ?? 0;
  s.takeoverLuck = four[3] ?? 0;
}

/** The luck of a purchase. */
export function drawPurchaseLuck(w: World, s: CustomerState): void {
  const { four } = w.luck;
  w.luck.draw(s.customer, s.month, purposes.amount);
  s.amountLuck = four[0] ?? 0;
  s.creditLuck = four[1] ?? 0;
  s.instalmentLuck = four[2] ?? 0;
  s.termLuck = four[3] ?? 0;
}
