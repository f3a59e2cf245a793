import { arrearsFen, balanceFen, type CustomerState } from "./customer-state.ts";
import { flowAt, poolFlowCount } from "./pools.ts";
import type { World } from "./world.ts";

/** What stands in `CustomerState.pool` where the debt lies in more than one. */
export const several = -1;

const { originatedFen, instalmentFeeFen, lateFeeFen, waivedFen, repaidPrincipalFen, repaidFeeFen, lostPrincipalFen, lostFeeFen, recoveredFen } = flowAt;

/** Adds to a flow of one pool in the month in hand. */
export function addToPool(w: World, s: CustomerState, pool: number, flow: number, amountFen: number): void {
  const { scratch, count } = w.pools;
  const at = (s.row * count + pool) * poolFlowCount + flow;
  scratch[at] = (scratch[at] ?? 0) + amountFen;
}

/** Before a purchase: its debt goes to the pool of the price in force, which may make it the second that she owes in. */
export function enterPool(w: World, s: CustomerState, amountFen: number): void {
  const to = s.arrangement;
  if (w.pools.count === 1) return;
  if (s.pool === several) gather(w, s);
  if (balanceFen(s) === 0) s.pool = to;
  if (s.pool === to) return;
  if (s.pool !== several) {
    s.poolPrincipal.fill(0);
    s.poolFees.fill(0);
    s.poolPrincipal[s.pool] = s.arrearsPrincipalFen + s.scheduledFen;
    s.poolFees[s.pool] = s.arrearsFeeFen + s.arrearsLateFen;
    s.pool = several;
  }
  s.poolPrincipal[to] = (s.poolPrincipal[to] ?? 0) + amountFen;
}

/** Where all but one of the pools are paid, she is in one again. */
function gather(w: World, s: CustomerState): void {
  let only = -1;
  for (let pool = 0; pool < w.pools.count; pool++) {
    if ((s.poolPrincipal[pool] ?? 0) === 0 && (s.poolFees[pool] ?? 0) === 0) continue;
    if (only >= 0) return;
    only = pool;
  }
  if (only >= 0) s.pool = only;
}

/**
 * An amount of a flow of a debt that lies in several pools: by what she owes in each, whole fen, nothing left over.
 * Fees are charged, and costs of funds borne, by principal; fees are paid, waived and lost by fees; recoveries follow
 * the loss. Purchases go to the pool of their price.
 */
export function spreadOverPools(w: World, s: CustomerState, flow: number, amountFen: number, write: (pool: number, fen: number) => void): void {
  if (flow === originatedFen || flow === flowAt.merchantFeeFen) return write(s.arrangement, amountFen);
  const { count, lost } = w.pools;
  const basis = flow === recoveredFen ? lost : ofFees(flow) ? s.poolFees : s.poolPrincipal;
  let total = 0;
  for (let pool = 0; pool < count; pool++) total += basis[pool] ?? 0;
  if (total === 0) return write(s.arrangement, amountFen);
  let left = amountFen;
  if (flow === lostPrincipalFen) lost.fill(0);
  for (let pool = 0; pool < count; pool++) {
    const owed = basis[pool] ?? 0;
    if (owed === 0) continue;
    const part = owed === total ? left : Math.min(left, Math.floor((left * owed) / total));
    total -= owed;
    left -= part;
    settle(w, s, { pool, flow, part });
    if (part > 0) write(pool, part);
  }
}

const ofFees = (flow: number): boolean => flow === repaidFeeFen || flow === waivedFen || flow === lostFeeFen;

/** What a part does to what she owes in a pool. */
function settle(w: World, s: CustomerState, { pool, flow, part }: { readonly pool: number; readonly flow: number; readonly part: number }): void {
  if (ofFees(flow)) s.poolFees[pool] = (s.poolFees[pool] ?? 0) - part;
  else if (flow === instalmentFeeFen || flow === lateFeeFen) s.poolFees[pool] = (s.poolFees[pool] ?? 0) + part;
  else if (flow === repaidPrincipalFen || flow === lostPrincipalFen) s.poolPrincipal[pool] = (s.poolPrincipal[pool] ?? 0) - part;
  if (flow === lostPrincipalFen) w.pools.lost[pool] = part;
}

/** What she owes in a pool, principal and fees apart. */
export function owedIn(s: CustomerState, pool: number): { readonly principalFen: number; readonly feesFen: number } {
  if (s.pool === pool) return { principalFen: balanceFen(s) - s.arrearsFeeFen - s.arrearsLateFen, feesFen: s.arrearsFeeFen + s.arrearsLateFen };
  if (s.pool !== several) return { principalFen: 0, feesFen: 0 };
  return { principalFen: s.poolPrincipal[pool] ?? 0, feesFen: s.poolFees[pool] ?? 0 };
}

/** All that she owes in one pool goes to another. */
export function movePool(w: World, s: CustomerState, from: number, to: number): void {
  const { principalFen, feesFen } = owedIn(s, from);
  if (principalFen + feesFen === 0) return;
  addToPool(w, s, from, flowAt.givenPrincipalFen, principalFen);
  addToPool(w, s, from, flowAt.givenFeeFen, feesFen);
  addToPool(w, s, to, flowAt.takenPrincipalFen, principalFen);
  addToPool(w, s, to, flowAt.takenFeeFen, feesFen);
  w.hand.recorder?.moved(s.month, { from: w.pools.names[from] ?? "", to: w.pools.names[to] ?? "", principalFen, feesFen });
  if (s.pool === from) {
    s.pool = to;
    return;
  }
  s.poolPrincipal[to] = (s.poolPrincipal[to] ?? 0) + principalFen;
  s.poolFees[to] = (s.poolFees[to] ?? 0) + feesFen;
  s.poolPrincipal[from] = 0;
  s.poolFees[from] = 0;
}

/** Adds all that she owes to a flow of the pools that it lies in. */
export function addOwed(w: World, s: CustomerState, flow: number): void {
  if (s.pool !== several) return addToPool(w, s, s.pool, flow, balanceFen(s));
  for (let pool = 0; pool < w.pools.count; pool++) {
    addToPool(w, s, pool, flow, (s.poolPrincipal[pool] ?? 0) + (s.poolFees[pool] ?? 0));
  }
}

/** Debts that are late enough are bought back out of their pool. */
export function buyBack(w: World, s: CustomerState): void {
  const { count, buyBackCycles, buyBackPool } = w.pools;
  for (let pool = 0; pool < count; pool++) {
    if (s.missed < (buyBackCycles[pool] ?? 0) || arrearsFen(s) === 0) continue;
    movePool(w, s, pool, buyBackPool[pool] ?? pool);
  }
}
