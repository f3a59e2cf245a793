import type { FactName } from "../../facts/index.ts";
import { below, isObject } from "../json.ts";
import type { Condition, Leaf } from "../policy.ts";

/** A condition with its named ones put in and its comparisons numbered. */
export type Tree =
  | { readonly kind: "leaf"; readonly leaf: number }
  | { readonly kind: "all" | "any"; readonly parts: readonly Tree[] }
  | { readonly kind: "not"; readonly part: Tree };

/** One comparison as it occurs in a rule. */
export interface TreeLeaf {
  readonly leaf: Leaf;
  /** JSON pointer in the decision file: into the rule, or into the named condition it comes from. */
  readonly pointer: string;
  /** The named condition it stands in. */
  readonly named?: string;
}

/** A rule's conditions as a tree, and its comparisons in the order written. */
export interface RuleTree {
  readonly tree: Tree;
  readonly leaves: readonly TreeLeaf[];
}

type Named = Readonly<Record<string, Condition>>;

/** Lays a condition out at a JSON pointer; a comparison in a named condition occurs once for each reference to it. */
export function ruleTree(condition: Condition, pointer: string, named: Named): RuleTree {
  const leaves: TreeLeaf[] = [];
  const walk = (node: Condition, at: string, within: string | undefined): Tree => {
    if ("all" in node) return { kind: "all", parts: node.all.map((part, index) => walk(part, below(at, "all", index), within)) };
    if ("any" in node) return { kind: "any", parts: node.any.map((part, index) => walk(part, below(at, "any", index), within)) };
    if ("not" in node) return { kind: "not", part: walk(node.not, below(at, "not"), within) };
    if ("condition" in node) {
      const inner = named[node.condition];
      if (inner === undefined) throw new Error(`no condition is named ${node.condition}`);
      return walk(inner, below("/conditions", node.condition), node.condition);
    }
    leaves.push({ leaf: node, pointer: at, ...(within === undefined ? {} : { named: within }) });
    return { kind: "leaf", leaf: leaves.length - 1 };
  };
  return { tree: walk(condition, pointer, undefined), leaves };
}

/** The facts that a comparison names, on either side. */
export function factsOf({ fact, value }: Leaf): readonly FactName[] {
  return isObject(value) && typeof value["fact"] === "string" ? [fact, value["fact"]] : [fact];
}
