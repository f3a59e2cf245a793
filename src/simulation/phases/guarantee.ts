import { roundHalfEven } from "../../base/index.ts";
import type { CustomerState } from "../customer-state.ts";
import { owedIn, several } from "../pool-books.ts";
import { postings } from "../postings.ts";
import { postIn, type World } from "../world.ts";

/** The guarantor is paid on what is owed in each pool that it stands behind. */
export function payGuarantors(w: World, s: CustomerState): void {
  const { count, guaranteeBps } = w.pools;
  for (let pool = 0; pool < count; pool++) {
    const bps = guaranteeBps[pool] ?? 0;
    if (bps === 0 || (s.pool !== pool && s.pool !== several)) continue;
    const { principalFen, feesFen } = owedIn(s, pool);
    postIn(w, s, { posting: postings.guarantee, pool, amountFen: roundHalfEven(((principalFen + feesFen) * bps) / 10_000) });
  }
}
