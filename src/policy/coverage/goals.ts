import type { Goal } from "./search.ts";
import type { RuleTree, Tree } from "./rule-tree.ts";

/** What all else must come to so that one comparison decides the tree: beside it all true in `all`, all false in `any`. */
export function unmasked(tree: Tree, leaf: number): Goal {
  if (tree.kind === "leaf") return [];
  if (tree.kind === "not") return unmasked(tree.part, leaf);
  const inside = tree.parts.find((part) => holds(part, leaf));
  if (inside === undefined) return [];
  const want = tree.kind === "all" ? 1 : 0;
  return [...tree.parts.filter((part) => part !== inside).map((part) => ({ part, want }) as const), ...unmasked(inside, leaf)];
}

/** One comparison comes to this. */
export function leafGoal(leaf: number, want: 0 | 1): Goal {
  return [{ part: { kind: "leaf", leaf }, want }];
}

/** One comparison turns, every other one stays: the strictest partner of a case. */
export function partnerGoal({ leaves }: RuleTree, truths: ArrayLike<number>, leaf: number): Goal | undefined {
  const goal = leaves.map((_, index) => {
    const truth = truths[index];
    if (truth !== 0 && truth !== 1) return undefined;
    const want = index === leaf ? (truth === 1 ? 0 : 1) : truth;
    return { part: { kind: "leaf", leaf: index }, want } as const;
  });
  const known = goal.filter((one) => one !== undefined);
  return known.length === goal.length ? known : undefined;
}

function holds(tree: Tree, leaf: number): boolean {
  if (tree.kind === "leaf") return tree.leaf === leaf;
  return tree.kind === "not" ? holds(tree.part, leaf) : tree.parts.some((part) => holds(part, leaf));
}
