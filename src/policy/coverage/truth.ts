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

/**
 * Marks the comparisons of which each, all others as they are, turns the tree from true to false or back: those beside
 * which everything is neutral all the way up, true within `all` and false within `any`. One walk for all of them.
 */
export function markDeciding(tree: Tree, truths: ArrayLike<number>, marks: Uint8Array): void {
  marks.fill(0);
  const walk = (node: Tree): void => {
    if (node.kind === "leaf") {
      marks[node.leaf] = 1;
      return;
    }
    if (node.kind === "not") {
      walk(node.part);
      return;
    }
    const neutral = node.kind === "all" ? 1 : 0;
    const others = node.parts.filter((part) => truthOf(part, truths) !== neutral);
    const [only, ...more] = others;
    if (only === undefined) node.parts.forEach(walk);
    else if (more.length === 0) walk(only);
  };
  walk(tree);
}

function asTruth(value: number | undefined): Truth {
  return value === 1 ? 1 : value === 0 ? 0 : 2;
}
