import type { Arrangement } from "../policy/index.ts";
import type { PoolFlow } from "./pools.ts";
import type { PoolBook, Tally } from "./tally.ts";

/** What is owed in one pool at each month-end, and who lends it. */
export interface PoolBalance {
  /** Those who fund it with the lender; nobody where it lends alone. */
  readonly partners: ReadonlySet<string>;
  /** What the lender itself funds. */
  readonly lenderBps: number;
  readonly owedFen: readonly number[];
}

/** Whether others fund a part of what is lent under an arrangement. */
export function isJoint({ funding }: Pick<Arrangement, "funding">): boolean {
  return Object.entries(funding).some(([bearer, share]) => bearer !== "lender" && share > 0);
}

/** Pools of loans at each month-end: those lent under arrangements, not what was bought back or sold out of them. */
export function owedAtEnds({ pools, months }: Pick<Tally, "pools" | "months">): readonly PoolBalance[] {
  return pools
    .filter(({ definition }) => definition.kind === "arrangement")
    .map((pool) => {
      const { funding } = pool.definition;
      const partners = new Set(Object.entries(funding).flatMap(([bearer, share]) => (bearer !== "lender" && share > 0 ? [bearer] : [])));
      let owed = changeIn(pool, -1);
      return { partners, lenderBps: funding["lender"] ?? 0, owedFen: Array.from({ length: months }, (_, month) => (owed += changeIn(pool, month))) };
    });
}

const adds: readonly PoolFlow[] = ["originatedFen", "instalmentFeeFen", "lateFeeFen", "takenPrincipalFen", "takenFeeFen"];
const takes: readonly PoolFlow[] = ["waivedFen", "repaidPrincipalFen", "repaidFeeFen", "lostPrincipalFen", "lostFeeFen", "givenPrincipalFen", "givenFeeFen"];

function changeIn(pool: PoolBook, month: number): number {
  const sum = (flows: readonly PoolFlow[]): number => flows.reduce((total, flow) => total + pool.at(flow, month), 0);
  return sum(adds) - sum(takes);
}
