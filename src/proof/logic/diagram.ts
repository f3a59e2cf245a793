import { reachable } from "./formula.ts";
import type { Formula, Formulas, Variable } from "./formula.ts";
import { always, makeNodes, never } from "./diagram-nodes.ts";
import type { Diagram } from "./diagram-nodes.ts";

export { always, never, TooLarge } from "./diagram-nodes.ts";
export type { Diagram } from "./diagram-nodes.ts";

/** Diagrams of statements. */
export interface Diagrams {
  /** The diagram of a statement. Throws `TooLarge`. */
  of(formula: Formula): Diagram;
  and(a: Diagram, b: Diagram): Diagram;
  not(a: Diagram): Diagram;
  /** What is left of a statement where a variable has this value. */
  given(of: Diagram, variable: Variable, whole: number): Diagram;
  /** Place of the variable in the order, its cut and both branches; for `never` and `always` the place is past all. */
  place(of: Diagram): number;
  cut(of: Diagram): number;
  low(of: Diagram): Diagram;
  high(of: Diagram): Diagram;
  readonly order: readonly Variable[];
  /** Nodes made so far. */
  readonly size: number;
}

/** An empty store of diagrams over variables in this order; variables met later come last. */
export function makeDiagrams(formulas: Formulas, order: readonly Variable[], nodesMax: number): Diagrams {
  const places = new Map(order.map((variable, place) => [variable.index, place]));
  const ordered = [...order];
  const placeOf = (variable: Variable): number => {
    const found = places.get(variable.index);
    if (found !== undefined) return found;
    places.set(variable.index, ordered.length);
    return ordered.push(variable) - 1;
  };
  const nodes = makeNodes(nodesMax);
  const { and, make, place, cut, low, high } = nodes;
  /** By statement, one more than its diagram. */
  const made: number[] = [];
  const known = (formula: Formula): Diagram => (made[formula] ?? 1) - 1;
  const build = (formula: Formula): Diagram => {
    const node = formulas.node(formula);
    switch (node.kind) {
      case "constant":
        return Number(node.truth);
      case "atLeast":
        return make(placeOf(node.variable), node.cut, never, always);
      case "not":
        return known(node.of) ^ 1;
      case "all":
        return conjoin(node.parts.map(known), nodes);
      case "any":
        return conjoin(node.parts.map((part) => known(part) ^ 1), nodes) ^ 1;
      case "less":
        throw new Error("orders of facts are put into cells before a diagram is made");
    }
  };
  return {
    of(formula) {
      if (made[formula] === undefined) for (const each of reachable(formulas, [formula])) made[each] ??= build(each) + 1;
      return known(formula);
    },
    and,
    not: (a) => a ^ 1,
    given: (of, variable, whole) => {
      const at = places.get(variable.index);
      return at === undefined ? of : nodes.given(of, at, whole);
    },
    place,
    cut,
    low,
    high,
    order: ordered,
    get size() {
      return nodes.size();
    },
  };
}

/** Pairs of neighbours first, those alike in place beside each other: the operands stay small for longer. */
function conjoin(parts: readonly Diagram[], { and, place }: Pick<ReturnType<typeof makeNodes>, "and" | "place">): Diagram {
  if (parts.length === 2) return and(parts[0] ?? 0, parts[1] ?? 0);
  if (parts.includes(never)) return never;
  let now = parts.toSorted((a, b) => place(b) - place(a) || b - a);
  while (now.length > 1) {
    const next: Diagram[] = [];
    for (let at = 0; at < now.length; at += 2) {
      const joined = at + 1 < now.length ? and(now[at] ?? 0, now[at + 1] ?? 0) : (now[at] ?? 0);
      if (joined === never) return never;
      next.push(joined);
    }
    now = next;
  }
  return now[0] ?? always;
}
