import type { CustomerState } from "./customer-state.ts";
import { withhold } from "./phases/withhold.ts";
import { purposes } from "./purposes.ts";
import { beginScore } from "./scores/index.ts";
import { changed, type World } from "./world.ts";

/** A world that takes over from another in a month, for a share of the customers. */
export interface Successor {
  readonly world: World;
  readonly month: number;
  /** Below 1: those whose draw lies below it. */
  readonly share: number;
  /** Slots of the facts that both policies know: what stands in one row stands in the other. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Bits of the readings of the new policy, by those of the one before; 0 where it reads nothing then. */
  readonly readings: readonly number[];
  readonly name: string;
}

/** Whether a customer is one of those whom the new policy reaches. */
export function isReached(w: World, s: CustomerState, { share }: Successor): boolean {
  return share >= 1 || w.draws.uniform(s.customer, -1, purposes.rollOut) < share;
}

/**
 * The customer goes over to another policy with all that she has: her account, its price and limit, her debts, what
 * she agreed to and was told. What the new policy asks on its own screens it asks anew.
 */
export function handOver(w: World, s: CustomerState, { world, from, to, readings, name }: Successor): World {
  world.row.set(world.blankRow);
  for (let i = 0; i < from.length; i++) world.row[to[i] ?? 0] = w.row[from[i] ?? 0] ?? Number.NaN;
  world.judges.takeOver(w.judges.handOver(), world.row);
  s.factsChanged = s.requestChanged = s.accountChanged = changed(world);
  s.blankWritten = s.requestBits = -1;
  s.passed = 0;
  s.read = readings.reduce((bits, bit, index) => ((s.read >>> index) & 1 ? bits | bit : bits), 0);
  s.overborrowing = 1 + ((s.overborrowing - 1) * world.policy.overborrowing) / (w.policy.overborrowing === 0 ? 1 : w.policy.overborrowing);
  s.closingBy = channelAfter(w, world, s.closingBy);
  withhold(world, s);
  if (world.scoring !== undefined) {
    // From the score she came with: one that a fault has changed already would be changed twice.
    world.row[world.score.slot] = observed(world, world.score.slot);
    beginScore(world, s, world.scoring);
  } else if (w.scoring !== undefined) world.row[world.slots.score] = observed(world, world.slots.score);
  w.hand.recorder?.event(s.month, "policy-switched", { policy: name });
  return world;
}

/** The channel of the same name through which money is under way; −1 where the new policy has none. */
function channelAfter(w: World, world: World, by: number): number {
  const name = w.policy.closing.channels[by]?.name;
  return world.policy.closing.channels.findIndex((channel) => channel.name === name);
}

/** What the population says of the fact in a slot. */
function observed({ hand, place }: World, slot: number): number {
  const column = place.ofColumns.indexOf(slot);
  return hand.columns[column]?.[hand.index] ?? Number.NaN;
}
