import type { PoolDefinition, PoolFlow } from "../simulation/index.ts";
import { split } from "./split.ts";

/** A pool at one time: what it counted since the start of the book. */
export interface PoolStanding {
  readonly definition: PoolDefinition;
  of(flow: PoolFlow): number;
}

const lossOf = (pool: PoolStanding): number => pool.of("lostPrincipalFen") + pool.of("lostFeeFen") - pool.of("recoveredFen");

/**
 * On whom the losses of each pool fall, in fen. Layers are filled in their order, each up to its share of all that the
 * pool originated so far: a cover is a matter of the pool, never of one customer. Losses of debts bought back fall on
 * the buyer; one who bears a first loss buys within it, so that they count towards his cover and what exceeds it falls
 * back upon the rest.
 */
export function lossByBearer(pools: readonly PoolStanding[]): readonly ReadonlyMap<string, number>[] {
  return pools.map((pool) => {
    const { definition } = pool;
    if (definition.kind === "bought-back") return boughtBack(pool, sourceOf(pool, pools));
    const bought = pools.find((other) => other.definition.kind === "bought-back" && other.definition.arrangement === definition.arrangement);
    return bought !== undefined && withinCover(bought, pool) ? throughLayers(pool, lossOf(pool) + lossOf(bought)) : throughLayers(pool, lossOf(pool));
  });
}

function sourceOf(pool: PoolStanding, pools: readonly PoolStanding[]): PoolStanding | undefined {
  return pools.find(({ definition }) => definition.kind === "arrangement" && definition.arrangement === pool.definition.arrangement);
}

const buyerOf = ({ definition }: PoolStanding): string => Object.keys(definition.funding)[0] ?? "lender";

/** Whether the buyer of a pool's debts stands for its first losses. */
function withinCover(bought: PoolStanding, source: PoolStanding): boolean {
  return source.definition.losses.some((layer) => "bearer" in layer && layer.bearer === buyerOf(bought));
}

/** The buyer's own pool: all falls on it, or, where it buys within its cover, goes through the layers of the pool that the debts came from. */
function boughtBack(pool: PoolStanding, source: PoolStanding | undefined): ReadonlyMap<string, number> {
  if (source === undefined || !withinCover(pool, source)) return new Map([[buyerOf(pool), lossOf(pool)]]);
  return new Map();
}

function throughLayers(pool: PoolStanding, lossFen: number): ReadonlyMap<string, number> {
  const borne = new Map<string, number>();
  const add = (bearer: string, fen: number): void => void borne.set(bearer, (borne.get(bearer) ?? 0) + fen);
  // A pool that was sold made no loans: its cover is of what it took over.
  const originated = pool.definition.kind === "sold" ? pool.of("takenPrincipalFen") + pool.of("takenFeeFen") : pool.of("originatedFen");
  let left = lossFen;
  for (const layer of pool.definition.losses) {
    if ("rest" in layer) {
      for (const [bearer, fen] of split(left, layer.rest)) add(bearer, fen);
      return borne;
    }
    const cover = Math.floor(originated / 10_000) * layer.firstBpsOfOriginated + Math.floor(((originated % 10_000) * layer.firstBpsOfOriginated) / 10_000);
    const part = Math.max(0, Math.min(left, cover));
    add(layer.bearer, part);
    left -= part;
  }
  return borne;
}
