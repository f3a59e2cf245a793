import type { RuleTree } from "./rule-tree.ts";
import { markDeciding, truthOf } from "./truth.ts";
import type { Truth } from "./truth.ts";

/** How a condition was shown to decide: by a pair that differs in it alone, by a pair in which all else is masked, or not. */
export type Shown = "unique" | "masking" | "none";

/** What cases have shown of one comparison of a rule. */
export interface LeafRecord {
  readonly isTrue: number;
  readonly isFalse: number;
  readonly missing: number;
  readonly shown: Shown;
  /** The cases that show it: where it is true, and where it is false. */
  readonly pair?: readonly [string, string];
}

/** What cases have shown of one rule. */
export interface RuleRecord {
  readonly fired: number;
  readonly notFired: number;
  readonly open: number;
  readonly leaves: readonly LeafRecord[];
}

/** Collects cases of one rule. Equal combinations of truths are kept once, under the first case that had them. */
export interface RuleCollector {
  add(name: string, truths: Uint8Array): void;
  record(): RuleRecord;
  /** The record of one comparison. */
  leaf(leaf: number): LeafRecord;
  /** Whether the rule fired in some case, and did not in another. */
  outcomes(): { readonly fired: boolean; readonly notFired: boolean };
  /** What a comparison came to in some case in which it decides the rule. */
  decidingSide(leaf: number): 0 | 1 | undefined;
}

interface Seen {
  readonly truths: Uint8Array;
  /** The comparisons that decide the rule in this case. */
  readonly deciding: Uint8Array;
  readonly outcome: Truth;
  readonly name: string;
  count: number;
}

/** A collector for the tree of one rule. */
export function collectRule({ tree, leaves }: RuleTree): RuleCollector {
  const seen = makeCases(leaves.length);
  return {
    add(name, truths) {
      const key = seen.keyOf(truths);
      const known = seen.find(key, truths);
      if (known !== undefined) {
        known.count += 1;
        return;
      }
      const deciding = new Uint8Array(leaves.length);
      markDeciding(tree, truths, deciding);
      seen.add(key, { truths: truths.slice(), deciding, outcome: truthOf(tree, truths), name, count: 1 });
    },
    record() {
      const count = (outcome: Truth): number => total(seen.all.filter((one) => one.outcome === outcome));
      return { fired: count(1), notFired: count(0), open: count(2), leaves: leaves.map((_, leaf) => leafRecord(leaf, seen)) };
    },
    leaf: (leaf) => leafRecord(leaf, seen),
    outcomes: () => ({ fired: seen.all.some((one) => one.outcome === 1), notFired: seen.all.some((one) => one.outcome === 0) }),
    decidingSide(leaf) {
      const found = seen.all.find((one) => one.deciding[leaf] === 1 && one.truths[leaf] !== 2);
      return found === undefined ? undefined : found.truths[leaf] === 1 ? 1 : 0;
    },
  };
}

/** Combinations of truths, found again by a key of which a turned comparison changes one summand. */
interface Cases {
  readonly all: readonly Seen[];
  keyOf(truths: Uint8Array): number;
  find(key: number, truths: Uint8Array): Seen | undefined;
  /** The case that differs from this one in one comparison alone. */
  partner(one: Seen, leaf: number): Seen | undefined;
  add(key: number, one: Seen): void;
}

function makeCases(leaves: number): Cases {
  // Below 2^38 each, so that the sum over the 10,000 parts a condition may have is exact. Keys may collide; cases are compared.
  const weights = Float64Array.from({ length: leaves }, (_, leaf) => (Math.imul(leaf + 1, 0x9e3779b1) >>> 0) * 64 + (Math.imul(leaf + 1, 0x85ebca6b) & 63));
  const all: Seen[] = [];
  const byKey = new Map<number, Seen[]>();
  const keyOf = (truths: Uint8Array): number => truths.reduce((sum, truth, leaf) => sum + truth * (weights[leaf] ?? 0), 0);
  const find = (key: number, truths: Uint8Array): Seen | undefined => byKey.get(key)?.find((one) => one.truths.every((truth, leaf) => truth === truths[leaf]));
  return {
    all,
    keyOf,
    find,
    partner(one, leaf) {
      const flipped = one.truths.slice();
      flipped[leaf] = one.truths[leaf] === 1 ? 0 : 1;
      const key = keyOf(one.truths) + (flipped[leaf] === 1 ? 1 : -1) * (weights[leaf] ?? 0);
      return find(key, flipped);
    },
    add(key, one) {
      all.push(one);
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [one]);
      else list.push(one);
    },
  };
}

function leafRecord(leaf: number, seen: Cases): LeafRecord {
  const having = (truth: Truth): readonly Seen[] => seen.all.filter((one) => one.truths[leaf] === truth);
  const [isFalse, isTrue, missing] = [having(0), having(1), having(2)];
  const counts = { isTrue: total(isTrue), isFalse: total(isFalse), missing: total(missing) };
  const [holds, fails] = [isTrue, isFalse].map((some) => some.filter((one) => one.deciding[leaf] === 1));
  for (const one of holds ?? []) {
    const other = fails?.length === 0 ? undefined : seen.partner(one, leaf);
    if (other !== undefined) return { ...counts, shown: "unique", pair: [one.name, other.name] };
  }
  const [first, second] = [holds?.[0], fails?.[0]];
  if (first === undefined || second === undefined) return { ...counts, shown: "none" };
  return { ...counts, shown: "masking", pair: [first.name, second.name] };
}

function total(some: readonly Seen[]): number {
  return some.reduce((sum, { count }) => sum + count, 0);
}
