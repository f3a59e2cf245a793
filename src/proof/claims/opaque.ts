import { reachable } from "../logic/formula.ts";
import type { Formula, FormulaNode, Variable } from "../logic/formula.ts";
import { isSmall } from "../logic/parts.ts";
import { rewrite } from "../logic/rewrite.ts";
import { makeSolver } from "../logic/solver.ts";
import type { Space } from "../logic/space.ts";
import { isLess } from "../terms/compare.ts";

/** Of more comparisons than these nothing is known. */
const comparisonsMax = 16;

/** A statement without comparisons of two numbers. */
export interface Opaque {
  /** Each comparison is something that is either true or false. */
  readonly statement: Formula;
  /** What follows for these from each other. */
  readonly known: readonly Formula[];
}

/**
 * A statement with nothing known about its comparisons of two numbers but what follows where two of them share a number: who is
 * not below it is not below what is less. If it is true of nobody, neither is the statement itself. What depends on `unless`
 * is left out of what is known.
 */
export function makeOpaque(space: Space, asked: Formula, unless?: Variable): Opaque {
  const { formulas } = space;
  const open = (of: Formula): Formula => formulas.atLeast(space.openNumber(`opaque ${of}`, 0, 1), 1);
  const statement = rewrite(formulas, [asked], (node, of) => (node.kind === "less" ? open(of) : of))(asked);
  const comparisons = reachable(formulas, [asked]).flatMap((of): Comparison[] => {
    const node = formulas.node(of);
    return node.kind === "less" && node.left.variable !== unless && node.right.variable !== unless ? [{ node, is: open(of) }] : [];
  });
  if (comparisons.length > comparisonsMax) return { statement, known: [] };
  return { statement, known: comparisons.flatMap((one) => comparisons.flatMap((other) => (one === other ? [] : follows(space, one, other)))) };
}

/** Nodes of the diagrams of a question that is asked so. */
const nodesMost = 20_000;

/**
 * Whether a statement of so many parts at most, with comparisons of two numbers, is true of nobody, whatever these come to. That
 * it is not says nothing.
 */
export function isNobodyAnyhow(space: Space, question: Formula, { nodes, parts }: { readonly nodes: number; readonly parts: number }): boolean {
  const { formulas } = space;
  if (nodes <= 0 || !formulas.compares(question) || !isSmall(formulas, question, parts)) return false;
  const { statement, known } = makeOpaque(space, question);
  const whole = formulas.all([statement, ...known]);
  return makeSolver(space, [whole], { nodes: Math.min(nodesMost, nodes), conflicts: 0 }).somebody(whole) === false;
}

interface Comparison {
  readonly node: Extract<FormulaNode, { readonly kind: "less" }>;
  readonly is: Formula;
}

/** What the one comparison says about the other. */
function follows(space: Space, one: Comparison, other: Comparison): readonly Formula[] {
  const { formulas } = space;
  const [a, b] = [one.node, other.node];
  const unless = (less: Formula): Formula => formulas.any([less, formulas.not(one.is), other.is]);
  const isOne = (x: typeof a.left, y: typeof a.left): boolean => x.key === y.key && x.variable === y.variable;
  // Functions of one fact are there together.
  if (isOne(a.right, b.right) && a.left.variable === b.left.variable) return [unless(isLess(space, a.left, b.left))];
  if (isOne(a.left, b.left) && a.right.variable === b.right.variable) return [unless(isLess(space, b.right, a.right))];
  return isOne(a.left, b.right) && isOne(a.right, b.left) ? [formulas.not(formulas.all([one.is, other.is]))] : [];
}
