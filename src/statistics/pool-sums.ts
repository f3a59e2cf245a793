import type { PoolDefinition, PoolFlow, Tally } from "../simulation/index.ts";
import type { PoolSums } from "./bearers.ts";
import { throughMonth, type Sums } from "./sums.ts";

/** What was lent in a pool since the start of the book, or taken over from another, in fen. */
export const lentFen = (pool: PoolSums): number => pool.through("originatedFen") + pool.through("takenPrincipalFen") + pool.through("takenFeeFen");

/** Owed in a pool at the end, in fen. */
export function owedFen(pool: PoolSums): number {
  const of = (flow: PoolFlow): number => pool.through(flow);
  const made = of("originatedFen") + of("instalmentFeeFen") + of("lateFeeFen") - of("waivedFen");
  const gone = of("repaidPrincipalFen") + of("repaidFeeFen") + of("lostPrincipalFen") + of("lostFeeFen");
  return made - gone + of("takenPrincipalFen") + of("takenFeeFen") - of("givenPrincipalFen") - of("givenFeeFen");
}

/** Sold to investors in the slice, in fen. */
export const soldFen = (sums: Sums): number => takenBy(sums, "sold");

/** Bought back out of pools in the slice, in fen. */
export const boughtBackFen = (sums: Sums): number => takenBy(sums, "bought-back");

/** Of what was sold, first 91 days past due in the slice, in fen. */
export const sold90Fen = (sums: Sums): number => inPools(sums, "sold", ["newly90Fen"]);

const takenBy = (sums: Sums, kind: PoolDefinition["kind"]): number => inPools(sums, kind, ["takenPrincipalFen", "takenFeeFen"]);

function inPools(sums: Sums, kind: PoolDefinition["kind"], flows: readonly PoolFlow[]): number {
  const pools = sums.pools().filter(({ definition }) => definition.kind === kind);
  return pools.reduce((total, pool) => total + flows.reduce((sum, flow) => sum + pool.through(flow) - pool.before(flow), 0), 0);
}

/** One pool over a run. Both rates are always there: the static one is of all that was lent, the dynamic one of what is owed. */
export interface PoolReport {
  readonly name: string;
  readonly kind: PoolDefinition["kind"];
  readonly lentFen: number;
  readonly owedFen: number;
  readonly lossFen: number;
  /** First 91 days past due ÷ lent; null where nothing was. */
  readonly staticRate: number | null;
  /** 91 days and more past due at the end ÷ owed at the end; null where nothing is owed. */
  readonly dynamicRate: number | null;
}

/** The pools of a run since the start of its book. */
export function poolReports(tally: Tally): readonly PoolReport[] {
  return throughMonth(tally, tally.months - 1, -1).map((pool, index) => {
    const [lent, owed] = [lentFen(pool), owedFen(pool)];
    const late = tally.pools[index]?.at("balance90Fen", tally.months - 1) ?? 0;
    return {
      name: pool.definition.name,
      kind: pool.definition.kind,
      lentFen: lent,
      owedFen: owed,
      lossFen: pool.through("lostPrincipalFen") + pool.through("lostFeeFen") - pool.through("recoveredFen"),
      staticRate: lent > 0 ? pool.through("newly90Fen") / lent : null,
      dynamicRate: owed > 0 ? late / owed : null,
    };
  });
}
