import type { Variable } from "./formula.ts";
import { always, never } from "./diagram.ts";
import type { Diagram, Diagrams } from "./diagram.ts";

/** Whole numbers of a variable's domain, both ends included; the number below `lowest` is the missing fact. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a counterexample needs of each variable; variables it does not name may be anything. */
export type Assignment = ReadonlyMap<Variable, Range>;

/** The whole domain, the missing fact included. */
export function domainOf(variable: Variable): Range {
  return { from: variable.nullable ? variable.lowest - 1 : variable.lowest, to: variable.highest };
}

/** How far from ordinary it is that a variable lies in a range: 0 where the typical value does. */
export function departure(variable: Variable, { from, to }: Range): number {
  const { typical, lowest, highest } = variable;
  if (variable.kind === "open") return 0;
  if (from <= typical && typical <= to) return 0;
  // What is missing is stranger than any value, since json-rules-engine cannot judge it.
  if (to < lowest) return 40;
  // Among applicants who depart in as many facts, the one who departs least.
  const distance = typical < from ? from - typical : typical - to;
  return 10 + distance / (1 + highest - lowest);
}

/** The applicant of whom the statement is true with the fewest departures from the typical one; undefined where nobody is. */
export function mostOrdinary(diagrams: Diagrams, root: Diagram): Assignment | undefined {
  if (root === never) return undefined;
  const best = new Map<Diagram, { readonly cost: number; readonly range?: Range; readonly next: Diagram }>([
    [never, { cost: Infinity, next: never }],
    [always, { cost: 0, next: always }],
  ]);
  /** The cheapest way on from a node whose variable has not been asked before. */
  const visit = (of: Diagram): number => {
    const found = best.get(of);
    if (found !== undefined) return found.cost;
    let cheapest: { cost: number; range: Range; next: Diagram } | undefined;
    for (const { range, next, variable } of runsOf(diagrams, of)) {
      const cost = departure(variable, range) + visit(next);
      if (cheapest === undefined || cost < cheapest.cost) cheapest = { cost, range, next };
    }
    if (cheapest === undefined) throw new Error("a node has runs");
    best.set(of, cheapest);
    return cheapest.cost;
  };
  visit(root);
  const found = new Map<Variable, Range>();
  for (let at = root; at !== always; ) {
    const step = best.get(at);
    const variable = diagrams.order[diagrams.place(at)];
    if (step?.range === undefined || variable === undefined) return undefined;
    found.set(variable, step.range);
    at = step.next;
  }
  return found;
}

/** What a node's variable may be, range by range, and where each leads. */
export function runsOf(diagrams: Diagrams, of: Diagram): readonly { readonly variable: Variable; readonly range: Range; readonly next: Diagram }[] {
  const place = diagrams.place(of);
  const variable = diagrams.order[place];
  if (variable === undefined) return [];
  const runs: { variable: Variable; range: Range; next: Diagram }[] = [];
  let { from } = domainOf(variable);
  let at = of;
  while (diagrams.place(at) === place) {
    const cut = diagrams.cut(at);
    runs.push({ variable, range: { from, to: cut - 1 }, next: diagrams.low(at) });
    from = cut;
    at = diagrams.high(at);
  }
  runs.push({ variable, range: { from, to: variable.highest }, next: at });
  return runs;
}
