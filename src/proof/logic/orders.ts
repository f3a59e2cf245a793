import { reachable } from "./formula.ts";
import type { Formula, Monotone, Variable } from "./formula.ts";
import { rewrite } from "./rewrite.ts";
import { valueAt } from "./space.ts";
import type { Space } from "./space.ts";
import { edgeOf, numberAtLeast } from "./thresholds.ts";

/**
 * Puts comparisons of two facts into cells: the numbers at which either is cut divide both alike. In different cells
 * the cells tell which is less; within one, a variable of its own says so, where all orders are possible. Exact for
 * pairs; for three facts compared in a circle more is allowed than can be, so that what is proved stays proved.
 */
export function putIntoCells(space: Space, roots: readonly Formula[]): (of: Formula) => Formula {
  if (roots.length === 0) return (of) => of;
  // Functions of facts first: they cut their facts, and what compares the facts themselves needs all the cuts.
  const derived = putSome(space, roots, ({ left, right }) => !isFact(left) || !isFact(right));
  const between = roots.map(derived);
  const plain = putSome(space, between, () => true);
  return (of) => plain(derived(of));
}

function isFact({ key, variable }: Monotone): boolean {
  return key === variable.name;
}

function putSome(space: Space, roots: readonly Formula[], which: (compared: { readonly left: Monotone; readonly right: Monotone }) => boolean): (of: Formula) => Formula {
  const { formulas } = space;
  const leaves = reachable(formulas, roots).map((of) => formulas.node(of));
  if (!leaves.some((leaf) => leaf.kind === "less" && which(leaf))) return (of) => of;
  const cuts = new Map<Variable, Set<number>>();
  for (const leaf of leaves) {
    if (leaf.kind === "atLeast") cuts.set(leaf.variable, (cuts.get(leaf.variable) ?? new Set()).add(leaf.cut));
  }
  return rewrite(formulas, roots, (node, of) => (node.kind === "less" && which(node) ? inCells(space, node.left, node.right, cuts) : of));
}

function inCells(space: Space, left: Monotone, right: Monotone, cuts: ReadonlyMap<Variable, ReadonlySet<number>>): Formula {
  const { formulas } = space;
  const edges = edgesOf(left, right, cuts);
  const cases = edges.map((edge) => formulas.all([formulas.not(numberAtLeast(space, left, edge)), numberAtLeast(space, right, edge)]));
  const within = [undefined, ...edges].map((edge, index) => inOneCell(space, left, right, { from: edge, to: edges[index] }));
  const there = [left, right].map(({ variable }) => formulas.atLeast(variable, variable.lowest));
  return formulas.all([...there, formulas.any([...cases, ...within])]);
}

/** The numbers that divide: images of the cuts of both, the ends of both, in order. */
function edgesOf(left: Monotone, right: Monotone, cuts: ReadonlyMap<Variable, ReadonlySet<number>>): readonly number[] {
  const images = [left, right].flatMap((term) => {
    const { variable, at } = term;
    const places = [...(cuts.get(variable) ?? []), variable.lowest, variable.highest];
    return places.flatMap((cut) => (cut >= variable.lowest && cut <= variable.highest ? [at(valueAt(variable, cut))] : []));
  });
  return [...new Set(images)].toSorted((a, b) => a - b);
}

interface Cell {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Where both lie in one cell: decided where only one order is possible there. */
function inOneCell(space: Space, left: Monotone, right: Monotone, { from, to }: Cell): Formula {
  const { formulas } = space;
  const [a, b] = [valuesWithin(left, { from, to }), valuesWithin(right, { from, to })];
  if (a === undefined || b === undefined || !(a.least < b.most)) return formulas.no;
  const inside = [left, right].flatMap((term) => [
    ...(from === undefined ? [] : [numberAtLeast(space, term, from)]),
    ...(to === undefined ? [] : [formulas.not(numberAtLeast(space, term, to))]),
  ]);
  if (a.most < b.least) return formulas.all(inside);
  return formulas.all([...inside, isLessHere(space, left, right, b.least < a.most)]);
}

/** Less within a cell: one variable for a pair, whichever way round it is asked; 0 less, 1 equal, 2 greater. */
function isLessHere(space: Space, left: Monotone, right: Monotone, mayBeGreater: boolean): Formula {
  const { formulas } = space;
  const [a, b] = [nameOf(left), nameOf(right)];
  const swapped = a > b;
  const order = space.openNumber(`${swapped ? `${b}|${a}` : `${a}|${b}`}`, 0, 2);
  if (!mayBeGreater) return swapped ? formulas.atLeast(order, 1) : formulas.not(formulas.atLeast(order, 2));
  return swapped ? formulas.atLeast(order, 2) : formulas.not(formulas.atLeast(order, 1));
}

function nameOf({ key, variable }: Monotone): string {
  return `${key}@${variable.index}`;
}

/** The least and the most a term comes to within a cell; undefined where it never lies in it. */
function valuesWithin(term: Monotone, { from, to }: Cell): { readonly least: number; readonly most: number } | undefined {
  const { variable, rising, at } = term;
  const { lowest, highest } = variable;
  if (variable.kind === "open") return { least: from ?? lowest, most: to ?? highest };
  const start = from === undefined ? undefined : wholeFrom(term, from);
  const end = to === undefined ? undefined : wholeFrom(term, to);
  const low = rising ? (start ?? lowest) : (end ?? lowest - 1) + 1;
  const high = rising ? (end ?? highest + 1) - 1 : (start ?? highest);
  if (low > high || low > highest || high < lowest) return undefined;
  const ends = [at(valueAt(variable, low)), at(valueAt(variable, high))] as const;
  return { least: Math.min(...ends), most: Math.max(...ends) };
}

/** The first whole number at which a rising term reaches a number, the last at which a falling one does. */
function wholeFrom(term: Monotone, number: number): number {
  return edgeOf(term, (value) => value >= number);
}
