import { balanceFen, type CustomerState } from "../customer-state.ts";
import { movePool } from "../pool-books.ts";
import { purposes } from "../purposes.ts";
import type { World } from "../world.ts";

/** At month-end the lender sells what it owns alone and nobody is late with, of a share of the customers. */
export function sellReceivables(w: World, s: CustomerState): void {
  if (s.missed > 0 || balanceFen(s) === 0) return;
  for (const sale of w.pools.sales) {
    if (sale.month !== s.month) continue;
    if (w.draws.uniform(s.customer, s.month, purposes.poolSale) >= sale.share) continue;
    for (let pool = 0; pool < w.pools.count; pool++) {
      if (w.pools.ownBook[pool] === 1) movePool(w, s, pool, sale.pool);
    }
  }
}
