import { purposes } from "../purposes.ts";
import type { CustomerState } from "../customer-state.ts";
import type { World } from "../world.ts";

/** A month begins: income is hit or recovers, and the windows on the past move on. */
export function turnMonth(w: World, s: CustomerState): void {
  const u = w.draws.uniform(s.customer, s.month, purposes.shock);
  s.shocked = u < (s.shocked ? 1 - w.assumed.shockExit : (w.tables.shockEntry[s.month + w.warmUp] ?? 0));
  s.dueBits = (s.dueBits << 1) & 0xfff;
  s.missBits = (s.missBits << 1) & 0xfff;
  s.creditBits = (s.creditBits << 1) & 0xfff;
  s.spend[s.month & 3] = 0;
}
