import type { Formula, Formulas, Variable } from "./formula.ts";
import { domainOf } from "./ordinary.ts";
import type { Range } from "./ordinary.ts";

/** Between which values of each variable a statement can be true. */
export interface Box {
  readonly ranges: ReadonlyMap<Variable, Range>;
  /** It is true of everybody in there. */
  readonly exact: boolean;
}

/** The box around a statement; undefined where it is seen to be true of nobody. */
export function boxAround(formulas: Formulas, of: Formula): Box | undefined {
  return within(formulas, of, true);
}

/** The box around two; undefined where they lie apart. */
export function boxOfBoth(one: Box, other: Box): Box | undefined {
  const ranges = new Map(one.ranges);
  for (const [variable, range] of other.ranges) if (!narrow(ranges, variable, range)) return undefined;
  return { ranges, exact: one.exact && other.exact };
}

/** Whether no one can be in both. */
export function areApart(one: Box, other: Box): boolean {
  for (const [variable, { from, to }] of one.ranges) {
    const range = other.ranges.get(variable);
    if (range !== undefined && (range.from > to || range.to < from)) return true;
  }
  return false;
}

/** Whether two boxes are the same; a variable that may be anything counts for nothing. */
export function areSame(one: Box, other: Box): boolean {
  const variables = new Set([...one.ranges.keys(), ...other.ranges.keys()]);
  return [...variables].every((variable) => {
    const whole = domainOf(variable);
    const [a, b] = [one.ranges.get(variable) ?? whole, other.ranges.get(variable) ?? whole];
    return a.from === b.from && a.to === b.to;
  });
}

function within(formulas: Formulas, of: Formula, isTrue: boolean): Box | undefined {
  const node = formulas.node(of);
  switch (node.kind) {
    case "constant":
      return node.truth === isTrue ? { ranges: new Map(), exact: true } : undefined;
    case "atLeast": {
      const { from, to } = domainOf(node.variable);
      const range = isTrue ? { from: node.cut, to } : { from, to: node.cut - 1 };
      return { ranges: new Map([[node.variable, range]]), exact: true };
    }
    case "not":
      return within(formulas, node.of, !isTrue);
    case "less":
      return { ranges: new Map(), exact: false };
    case "all":
    case "any": {
      if ((node.kind === "all") !== isTrue) return oneOf(node.parts.map((part) => within(formulas, part, isTrue)));
      const ranges = new Map<Variable, Range>();
      let exact = true;
      for (const part of node.parts) {
        const own = within(formulas, part, isTrue);
        if (own === undefined) return undefined;
        exact &&= own.exact;
        for (const [variable, range] of own.ranges) if (!narrow(ranges, variable, range)) return undefined;
      }
      return { ranges, exact };
    }
  }
}

/** Where one at least of some statements is true: told only of one variable and where the ranges are one. */
function oneOf(boxes: readonly (Box | undefined)[]): Box | undefined {
  const all = boxes.flatMap((box) => box ?? []);
  const [first] = all;
  if (first === undefined) return undefined;
  if (all.length === 1) return first;
  const [variable] = first.ranges.keys();
  const ranges = variable === undefined ? [] : all.flatMap((box) => (box.exact && box.ranges.size === 1 ? (box.ranges.get(variable) ?? []) : []));
  if (variable === undefined || ranges.length < all.length) return { ranges: new Map(), exact: false };
  const inOrder = ranges.toSorted((a, b) => a.from - b.from);
  const { from } = inOrder[0] ?? domainOf(variable);
  let [to, exact] = [from, true];
  for (const range of inOrder) {
    exact &&= range.from <= to + 1;
    to = Math.max(to, range.to);
  }
  return { ranges: new Map([[variable, { from, to }]]), exact };
}

/** False where nothing is left. */
function narrow(ranges: Map<Variable, Range>, variable: Variable, { from, to }: Range): boolean {
  const known = ranges.get(variable);
  const [low, high] = known === undefined ? [from, to] : [Math.max(known.from, from), Math.min(known.to, to)];
  ranges.set(variable, { from: low, to: high });
  return low <= high;
}
