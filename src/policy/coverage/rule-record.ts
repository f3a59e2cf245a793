import type { RuleTree, Tree } from "./rule-tree.ts";
import { decides, truthOf } from "./truth.ts";
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
  /** Cases in which a comparison decides the rule, with what it came to there. */
  deciding(leaf: number): readonly { readonly name: string; readonly truth: 0 | 1 }[];
}

interface Seen {
  readonly truths: Uint8Array;
  readonly outcome: Truth;
  readonly name: string;
  count: number;
}

/** A collector for the tree of one rule. */
export function collectRule({ tree, leaves }: RuleTree): RuleCollector {
  const seen = new Map<number | string, Seen>();
  return {
    add(name, truths) {
      const key = keyOf(truths);
      const known = seen.get(key);
      if (known === undefined) seen.set(key, { truths: truths.slice(), outcome: truthOf(tree, truths), name, count: 1 });
      else known.count += 1;
    },
    record() {
      const all = [...seen.values()];
      const count = (outcome: Truth): number => total(all.filter((one) => one.outcome === outcome));
      return {
        fired: count(1),
        notFired: count(0),
        open: count(2),
        leaves: leaves.map((_, leaf) => leafRecord(leaf, { tree, seen, all })),
      };
    },
    deciding: (leaf) =>
      [...seen.values()].flatMap(({ name, truths }) => {
        const truth = truths[leaf];
        return (truth === 0 || truth === 1) && decides(tree, truths, leaf) ? [{ name, truth }] : [];
      }),
  };
}

interface Records {
  readonly tree: Tree;
  readonly seen: ReadonlyMap<number | string, Seen>;
  readonly all: readonly Seen[];
}

function leafRecord(leaf: number, records: Records): LeafRecord {
  const { all } = records;
  const having = (truth: Truth): readonly Seen[] => all.filter((one) => one.truths[leaf] === truth);
  const [isFalse, isTrue, missing] = [having(0), having(1), having(2)];
  const counts = { isTrue: total(isTrue), isFalse: total(isFalse), missing: total(missing) };
  const unique = uniquePair(leaf, isTrue, records);
  if (unique !== undefined) return { ...counts, shown: "unique", pair: unique };
  const masking = [isTrue, isFalse].map((some) => some.find((one) => decides(records.tree, one.truths, leaf))?.name);
  const [first, second] = masking;
  if (first === undefined || second === undefined) return { ...counts, shown: "none" };
  return { ...counts, shown: "masking", pair: [first, second] };
}

/** Two cases that differ in this comparison alone and in what comes of the rule. */
function uniquePair(leaf: number, isTrue: readonly Seen[], { seen }: Records): readonly [string, string] | undefined {
  for (const one of isTrue) {
    if (one.outcome === 2) continue;
    const flipped = one.truths.slice();
    flipped[leaf] = 0;
    const other = seen.get(keyOf(flipped));
    if (other !== undefined && other.outcome !== 2 && other.outcome !== one.outcome) return [one.name, other.name];
  }
  return undefined;
}

function total(some: readonly Seen[]): number {
  return some.reduce((sum, { count }) => sum + count, 0);
}

/** Digits of base 3 as long as they fit into a number exactly, else as text. */
function keyOf(truths: Uint8Array): number | string {
  if (truths.length > 33) return truths.join("");
  let key = 0;
  for (const truth of truths) key = key * 3 + truth;
  return key;
}
