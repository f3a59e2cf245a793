import type { Tree } from "./rule-tree.ts";

/** False, true, or open because a fact is missing. */
export type Truth = 0 | 1 | 2;

/**
 * The truth of a tree from the truths of its comparisons, by Kleene's logic and without short-circuiting. An empty
 * list is true, `any` included, as in json-rules-engine.
 */
export function truthOf(tree: Tree, truths: ArrayLike<number>): Truth {
  switch (tree.kind) {
    case "leaf":
      return asTruth(truths[tree.leaf]);
    case "not": {
      const inner = truthOf(tree.part, truths);
      return inner === 2 ? 2 : inner === 1 ? 0 : 1;
    }
    case "all":
    case "any":
      return joined(tree.parts, tree.kind === "all" ? 0 : 1, truths);
  }
}

function joined(parts: readonly Tree[], decisive: 0 | 1, truths: ArrayLike<number>): Truth {
  if (parts.length === 0) return 1;
  let open = false;
  for (const part of parts) {
    const truth = truthOf(part, truths);
    if (truth === decisive) return decisive;
    if (truth === 2) open = true;
  }
  return open ? 2 : decisive === 0 ? 1 : 0;
}

/** Whether one comparison, all others as they are, turns the tree from true to false or back. */
export function decides(tree: Tree, truths: Uint8Array, leaf: number): boolean {
  const kept = truths[leaf] ?? 2;
  truths[leaf] = 0;
  const ifFalse = truthOf(tree, truths);
  truths[leaf] = 1;
  const ifTrue = truthOf(tree, truths);
  truths[leaf] = kept;
  return ifFalse !== 2 && ifTrue !== 2 && ifFalse !== ifTrue;
}

function asTruth(value: number | undefined): Truth {
  return value === 1 ? 1 : value === 0 ? 0 : 2;
}
