import type { FactName } from "../../facts/index.ts";
import type { Operation } from "./operation.ts";

/** A fact that lives as a number in a row: booleans are 0 or 1, enums an index into `values`, missing is NaN. */
export interface TypedFact {
  readonly kind: "typed";
  readonly name: FactName;
  /** The plain value of each code, where there are finitely many; absent for numbers. */
  readonly values?: readonly (string | boolean)[];
  /** A row may miss it. */
  readonly nullable: boolean;
  /** Known to be missing in every row. */
  readonly absent?: boolean;
}

/** A fact outside the dictionary: any JavaScript value, or `missing`, at an index of a list. */
export interface OutsideFact {
  readonly kind: "outside";
  readonly name: FactName;
  readonly index: number;
  /** Own keys to follow, each only where the value so far is an object or list. */
  readonly path: readonly string[];
}

/** A value fixed before the code is made. */
export interface ConstantSide {
  readonly kind: "constant";
  readonly value: unknown;
}

/** One side of a comparison. */
export type Side = TypedFact | OutsideFact | ConstantSide;

/** False, true, or open: a missing fact decides. */
export type Truth = 0 | 1 | 2;

/** Conditions after lowering: what the code is made of. Numbers stand for themselves, NaN on either side leaves it open. */
export type Node =
  | { readonly kind: "constant"; readonly truth: Truth }
  | { readonly kind: "compare"; readonly operator: "<" | "<=" | "==="; readonly left: Term; readonly right: Term }
  | { readonly kind: "among"; readonly fact: TypedFact; readonly codes: readonly number[] }
  | { readonly kind: "pair"; readonly left: TypedFact; readonly right: TypedFact; readonly truths: Uint8Array }
  | { readonly kind: "apply"; readonly operation: Operation; readonly left: Side; readonly right: Side }
  | { readonly kind: "all" | "any"; readonly sets: readonly (readonly Node[])[] }
  | { readonly kind: "not"; readonly of: Node };

/** A fact or a number. */
export type Term = TypedFact | number;

export const never: Node = { kind: "constant", truth: 0 };
export const always: Node = { kind: "constant", truth: 1 };
export const leftOpen: Node = { kind: "constant", truth: 2 };

/** The opposite; open stays open. */
export function negate(node: Node): Node {
  if (node.kind === "not") return node.of;
  if (node.kind !== "constant") return { kind: "not", of: node };
  return node.truth === 2 ? node : node.truth === 1 ? never : always;
}

/**
 * `all` or `any` over sets of one priority, the highest first. A set is evaluated whole; the next one only
 * where those before it left the matter open. Constants are folded away, except beside what may throw.
 */
export function join(kind: "all" | "any", sets: readonly (readonly Node[])[]): Node {
  const decisive = kind === "all" ? 0 : 1;
  const kept: (readonly Node[])[] = [];
  for (const set of sets) {
    const decided = set.some((node) => isConstant(node, decisive));
    if (decided && !kept.flat().some(mayThrow) && !set.some(mayThrow)) return { kind: "constant", truth: decisive };
    const open = decided ? set : set.filter((node) => !isConstant(node, 1 - decisive));
    if (open.length > 0) kept.push(open);
    if (decided) break;
  }
  const [only, ...more] = kept.flat();
  if (only === undefined) return { kind: "constant", truth: decisive === 0 ? 1 : 0 };
  if (more.length === 0) return only;
  if ([only, ...more].some(mayThrow)) return { kind, sets: kept };
  return { kind, sets: [[only, ...more].flatMap((node) => (node.kind === kind ? node.sets.flat() : [node]))] };
}

/** Whether a node is that constant. */
export function isConstant(node: Node, truth: number): boolean {
  return node.kind === "constant" && node.truth === truth;
}

/** Whether evaluating may throw: only comparisons with facts outside the dictionary do. */
export function mayThrow(node: Node): boolean {
  switch (node.kind) {
    case "apply":
      return node.left.kind === "outside" || node.right.kind === "outside";
    case "all":
    case "any":
      return node.sets.some((set) => set.some(mayThrow));
    case "not":
      return mayThrow(node.of);
    case "constant":
    case "compare":
    case "among":
    case "pair":
      return false;
  }
}

/** Whether a missing fact may leave it open. */
export function mayBeOpen(node: Node): boolean {
  switch (node.kind) {
    case "constant":
      return node.truth === 2;
    case "compare":
    case "pair":
    case "apply":
      return isNullable(node.left) || isNullable(node.right);
    case "among":
      return node.fact.nullable;
    case "all":
    case "any":
      return node.sets.some((set) => set.some(mayBeOpen));
    case "not":
      return mayBeOpen(node.of);
  }
}

function isNullable(term: Term | Side): boolean {
  if (typeof term === "number" || term.kind === "constant") return false;
  return term.kind === "outside" || term.nullable;
}
