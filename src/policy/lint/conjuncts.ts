import { below } from "../../base/index.ts";
import type { Condition, Leaf, RuleFile } from "../policy.ts";

/** A condition with its place; `via` is the named condition it came by, whose reference then is the place. */
export interface PlacedNode {
  readonly node: Condition;
  readonly pointer: string;
  readonly via?: string;
}

type Named = RuleFile["conditions"];

/** What a condition needs: its `all`s taken apart and its named conditions put in; an `any` of one is that one. */
export function conjuncts(condition: Condition, pointer: string, named: Named): readonly PlacedNode[] {
  const found: PlacedNode[] = [];
  const visit = ({ node, ...place }: PlacedNode): void => {
    const inner = (key: "all" | "any", index: number): string => (place.via === undefined ? below(place.pointer, key, index) : place.pointer);
    if ("all" in node) node.all.forEach((child, index) => visit({ ...place, node: child, pointer: inner("all", index) }));
    else if ("any" in node && node.any.length === 1) node.any.forEach((child, index) => visit({ ...place, node: child, pointer: inner("any", index) }));
    else if ("condition" in node && named[node.condition] !== undefined) visit({ via: place.via ?? node.condition, node: named[node.condition] ?? node, pointer: place.pointer });
    else found.push({ node, ...place });
  };
  visit({ node: condition, pointer });
  return found;
}

/** A node as a walk meets it. */
export interface Step {
  readonly node: Condition;
  readonly pointer: string;
  /** How many `not`s stand above it. */
  readonly nots: number;
  /** The `all`s that it stands in, outermost first. */
  readonly within: readonly Condition[];
}

/** Walks a condition as written, from the outside in; named conditions are not followed. */
export function* steps(node: Condition, pointer: string, nots = 0, within: readonly Condition[] = []): Generator<Step> {
  yield { node, pointer, nots, within };
  if ("all" in node) for (const [index, child] of node.all.entries()) yield* steps(child, below(pointer, "all", index), nots, [...within, node]);
  else if ("any" in node) for (const [index, child] of node.any.entries()) yield* steps(child, below(pointer, "any", index), nots, within);
  else if ("not" in node) yield* steps(node.not, below(pointer, "not"), nots + 1, within);
}

/** Every comparison of a condition, named conditions put in. */
export function* leavesOf(node: Condition, named: Named): Generator<Leaf> {
  if ("all" in node) for (const child of node.all) yield* leavesOf(child, named);
  else if ("any" in node) for (const child of node.any) yield* leavesOf(child, named);
  else if ("not" in node) yield* leavesOf(node.not, named);
  else if ("condition" in node) yield* ofNamed(node.condition, named);
  else yield node;
}

function* ofNamed(name: string, named: Named): Generator<Leaf> {
  const target = named[name];
  if (target !== undefined) yield* leavesOf(target, named);
}

/** Whether a node is a comparison. */
export function isLeaf(node: Condition): node is Leaf {
  return "fact" in node;
}

/** One text for conditions that say the same: the order of conditions, of keys and of a list of values does not count. */
export function canonical(node: Condition): string {
  if ("all" in node) return `all(${node.all.map(canonical).toSorted().join()})`;
  if ("any" in node) return `any(${node.any.map(canonical).toSorted().join()})`;
  if ("not" in node) return `not(${canonical(node.not)})`;
  if ("condition" in node) return `named(${JSON.stringify(node.condition)})`;
  const value = Array.isArray(node.value) ? node.value.map((item: unknown) => JSON.stringify(item)).toSorted().join() : JSON.stringify(node.value);
  return `${node.fact} ${node.operator} ${value}`;
}
