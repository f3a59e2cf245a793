import { decisionNames, type DecisionName, type Moment, type Policy } from "../policy/index.ts";
import { useCells } from "./acts/index.ts";
import { readingsOf } from "./decisions.ts";
import { poolsOf, type PoolDefinition } from "./pools.ts";
import type { TallyFrame } from "./tally-data.ts";

/** Where a policy's rules, readings and pools stand in the tally of its run. */
export interface Places {
  /** Of the first rule of a decision, in `TallyPart.fired`. */
  readonly firedAt: Readonly<Record<DecisionName, number>>;
  /** Of the counts of a reading, in `TallyPart.uses`. */
  usesAt(decision: DecisionName, moment: Moment): number;
  /** Of each arrangement, in its order: the pool that its debts go to. */
  readonly poolOf: readonly number[];
  /** Of each channel of settlement, in its order. */
  readonly channelOf: readonly number[];
}

/** What a tally of a run counts of its policies: one, or one that another takes over from. */
export type Counted = Pick<TallyFrame, "rules" | "readings" | "pools" | "channels">;

/** Rules, readings and pools of a run; those of a policy that takes over stand behind, its rules under its name. */
export function countedOf(policy: Policy, to: Policy | undefined): Counted {
  const rules = decisionNames.map((decision) => [decision, [...rulesOf(policy, decision), ...(to === undefined ? [] : rulesOf(to, decision).map((rule) => `${to.name}/${rule}`))]] as const);
  const own = readingsOf(policy);
  const others = to === undefined ? [] : readingsOf(to).filter((one) => !own.some((other) => other.decision === one.decision && other.moment === one.moment));
  return {
    rules: Object.fromEntries(rules),
    readings: [...own, ...others],
    pools: to === undefined ? poolsOf(policy) : joinPools(policy, to).pools,
    channels: [...new Set([...channelsOf(policy), ...(to === undefined ? [] : channelsOf(to))])],
  };
}

/** Places of the policy that a run begins with. */
export function firstPlaces(policy: Policy, counted: Counted): Places {
  return { ...sharedPlaces(policy, counted), firedAt: startsOf(counted, () => 0), poolOf: Object.keys(policy.arrangements).map((_, index) => index) };
}

/** Places of the policy that takes over. */
export function laterPlaces(policy: Policy, to: Policy, counted: Counted): Places {
  return { ...sharedPlaces(to, counted), firedAt: startsOf(counted, (decision) => rulesOf(policy, decision).length), poolOf: joinPools(policy, to).places };
}

const rulesOf = (policy: Policy, decision: DecisionName): readonly string[] => policy.decisions[decision].rules.map(({ name }) => name);

const channelsOf = (policy: Policy): readonly string[] => Object.keys(policy.procedures.closure.settlement ?? {});

function sharedPlaces(policy: Policy, { readings, channels }: Counted): Pick<Places, "usesAt" | "channelOf"> {
  return {
    usesAt: (decision, moment) => readings.findIndex((one) => one.decision === decision && one.moment === moment) * useCells,
    channelOf: channelsOf(policy).map((name) => channels.indexOf(name)),
  };
}

function startsOf({ rules }: Counted, skipped: (decision: DecisionName) => number): Places["firedAt"] {
  let next = 0;
  const starts = { enrolment: 0, limit: 0, pricing: 0, closure: 0, monitoring: 0 };
  for (const decision of decisionNames) {
    starts[decision] = next + skipped(decision);
    next += rules[decision]?.length ?? 0;
  }
  return starts;
}

/** Pools of both policies: an arrangement that is the same in both has one, others of one name are told apart. */
function joinPools(policy: Policy, to: Policy): { readonly pools: readonly PoolDefinition[]; readonly places: readonly number[] } {
  const first = poolsOf(policy);
  const later = poolsOf(to);
  const same = (pool: PoolDefinition): number => first.findIndex((other) => JSON.stringify(unplaced(other, first)) === JSON.stringify(unplaced(pool, later)));
  const added = later.filter((pool) => same(pool) < 0);
  const place = (index: number): number => {
    const pool = later[index];
    if (pool === undefined) throw new Error("no such pool");
    const known = same(pool);
    return known >= 0 ? known : first.length + added.indexOf(pool);
  };
  const renamed = added.map((pool): PoolDefinition => {
    const taken = first.some(({ name }) => name === pool.name);
    const buyBack = pool.buyBack === null ? null : { ...pool.buyBack, pool: place(pool.buyBack.pool) };
    return taken ? { ...pool, name: `${to.name}/${pool.name}`, arrangement: `${to.name}/${pool.arrangement}`, buyBack } : { ...pool, buyBack };
  });
  return { pools: [...first, ...renamed], places: Object.keys(to.arrangements).map((_, index) => place(index)) };
}

/** A pool without the numbers of others. */
const unplaced = (pool: PoolDefinition, all: readonly PoolDefinition[]): unknown => ({ ...pool, buyBack: pool.buyBack === null ? null : { cycles: pool.buyBack.cycles, buyer: all[pool.buyBack.pool]?.funding } });
