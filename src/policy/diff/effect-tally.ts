import type { ReadOutcome } from "../compile/read-outcome.ts";
import type { DecisionName } from "../policy.ts";
import { summarise } from "./amount-change.ts";
import type { AmountChange } from "./amount-change.ts";

/** From which outcome to which, and in how many cases. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly cases: number;
}

/** What a change of policy does, added up over customers. */
export interface EffectSums {
  readonly customers: number;
  readonly cases: number;
  /** Customers decided differently in at least one situation; deciding rules alone do not count. */
  readonly differing: number;
  readonly differingCases: number;
  /** Customers approved in some situation by the one and not by the other; absent where nothing is approved. */
  readonly swapIn?: number;
  readonly swapOut?: number;
  /** Cases with the same outcome for other reasons: by other rules. */
  readonly otherRules: number;
  /** From which outcome to which, by cases, the most frequent first. */
  readonly moves: readonly Move[];
  /** Numbers of outcomes of one type: limits, prices. */
  readonly amounts: readonly AmountChange[];
}

/** Adds up cases that two policies decide. Customers come in order. */
export interface EffectTally {
  /** A case decided alike; `params`: the names of the numbers in its outcome. */
  alike(customer: number, params: readonly string[], byOtherRules: boolean): void;
  differing(customer: number, outcomes: readonly [ReadOutcome, ReadOutcome]): void;
  sums(): EffectSums;
}

/** Outcomes that give the customer what she asks for; monitoring has none. */
const approvals: Readonly<Record<DecisionName, readonly string[]>> = {
  enrolment: ["enrol", "invite"],
  limit: ["grant"],
  pricing: ["price"],
  closure: ["plan"],
  monitoring: [],
};

/** An empty tally of one decision. */
export function makeEffectTally(decision: DecisionName): EffectTally {
  const customers = countDistinct();
  const [differing, swapIn, swapOut] = [countDistinct(), countDistinct(), countDistinct()];
  const counts = { cases: 0, differingCases: 0, otherRules: 0 };
  const moves = new Map<string, Move>();
  const changes = new Map<string, number[]>();
  const steady = new Map<string, number>();
  const approves = ({ types }: ReadOutcome): boolean => types.some((type) => approvals[decision].includes(type));
  return {
    alike(customer, params, byOtherRules) {
      counts.cases += 1;
      customers.add(customer);
      if (byOtherRules) counts.otherRules += 1;
      for (const param of params) steady.set(param, (steady.get(param) ?? 0) + 1);
    },
    differing(customer, [before, after]) {
      counts.cases += 1;
      counts.differingCases += 1;
      customers.add(customer);
      differing.add(customer);
      if (approves(after) && !approves(before)) swapIn.add(customer);
      if (approves(before) && !approves(after)) swapOut.add(customer);
      addMove(moves, before, after);
      addChanges(changes, before, after);
    },
    sums: () => ({
      customers: customers.count(),
      ...counts,
      differing: differing.count(),
      ...(approvals[decision].length === 0 ? {} : { swapIn: swapIn.count(), swapOut: swapOut.count() }),
      moves: [...moves.values()].toSorted((p, q) => q.cases - p.cases || (p.from + p.to < q.from + q.to ? -1 : 1)),
      amounts: [...changes].flatMap(([param, differences]) => summarise(param, differences, steady.get(param) ?? 0)),
    }),
  };
}

/** Counts numbers that come in order. */
function countDistinct(): { readonly add: (value: number) => void; readonly count: () => number } {
  let [last, count] = [-1, 0];
  return {
    add: (value) => {
      if (value !== last) count += 1;
      last = value;
    },
    count: () => count,
  };
}

function addMove(moves: Map<string, Move>, before: ReadOutcome, after: ReadOutcome): void {
  const [from, to] = [labelOf(before), labelOf(after)];
  const key = JSON.stringify([from, to]);
  moves.set(key, { from, to, cases: (moves.get(key)?.cases ?? 0) + 1 });
}

/** An outcome with its reason; a question mark where a missing fact left it open. */
function labelOf({ type, undecided, params }: ReadOutcome): string {
  const reason = params["reason"];
  return `${type}${typeof reason === "string" ? ` (${reason})` : ""}${undecided ? " ?" : ""}`;
}

function addChanges(changes: Map<string, number[]>, before: ReadOutcome, after: ReadOutcome): void {
  for (const [param, a] of Object.entries(before.params)) {
    const b = after.params[param];
    if (typeof a !== "number" || typeof b !== "number") continue;
    const list = changes.get(param);
    if (list === undefined) changes.set(param, [b - a]);
    else list.push(b - a);
  }
}
