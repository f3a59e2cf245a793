import { cellsOf } from "../claims/region.ts";
import { reachable } from "../logic/formula.ts";
import type { Formula, Formulas, Variable } from "../logic/formula.ts";
import type { Range } from "../logic/ordinary.ts";
import { conjuncts } from "../logic/parts.ts";
import type { Space } from "../logic/space.ts";
import type { DecisionStatements, RuleStatements } from "./rule-statements.ts";

/** A rule as a band of one numeric fact: it matches where the fact lies in the range and everything else of it is true. */
export interface Band {
  readonly rule: RuleStatements;
  /** Its place among the rules, the first to decide having 0. */
  readonly rank: number;
  readonly variable: Variable;
  readonly range: Range;
  /** Everything else: all of these. */
  readonly rest: readonly Formula[];
}

/**
 * Every rule that bounds a numeric fact, once for each such fact. A bound may come from a parameter or a derived fact. What
 * rules say at several moments is looked at once.
 */
export function makeBands(space: Space): (each: DecisionStatements) => readonly Band[] {
  const [bounds, bands] = [new Map<Formula, Bound | undefined>(), new Map<Formula, readonly BandOf[]>()];
  const boundOf = (part: Formula): Bound | undefined => {
    if (!bounds.has(part)) bounds.set(part, boundIn(space, part));
    return bounds.get(part);
  };
  return ({ rules }) =>
    rules.flatMap((rule, rank) => {
      const found = bands.get(rule.fires) ?? bandsIn(conjuncts(space.formulas, rule.fires), boundOf);
      bands.set(rule.fires, found);
      return found.map((band) => ({ rule, rank, ...band }));
    });
}

type BandOf = Omit<Band, "rule" | "rank">;

function bandsIn(parts: readonly Formula[], boundOf: (part: Formula) => Bound | undefined): readonly BandOf[] {
  const ranges = new Map<Variable, Range>();
  for (const part of parts) {
    const bound = boundOf(part);
    if (bound === undefined) continue;
    const { variable, range } = bound;
    const before = ranges.get(variable) ?? { from: variable.lowest, to: variable.highest };
    ranges.set(variable, { from: Math.max(before.from, range.from), to: Math.min(before.to, range.to) });
  }
  return [...ranges].flatMap(([variable, range]): readonly BandOf[] => {
    if (range.from > range.to || (range.from === variable.lowest && range.to === variable.highest)) return [];
    return [{ variable, range, rest: parts.filter((part) => boundOf(part)?.variable !== variable) }];
  });
}

/** Whether the one asks nothing beside its band that the other does not ask too. */
export function isWithin(one: Band, other: Band): boolean {
  const asked = new Set(other.rest);
  return one.rest.length <= other.rest.length && one.rest.every((part) => asked.has(part));
}

/** So many parts of a statement about one fact are looked at. */
const partsMax = 24;

interface Bound {
  readonly variable: Variable;
  readonly range: Range;
}

/** The values of a numeric fact for which a statement about nothing else is true, where they are one range. */
function boundIn(space: Space, of: Formula): Bound | undefined {
  const { formulas } = space;
  if (formulas.weight(of) > partsMax || formulas.compares(of)) return undefined;
  const all = reachable(formulas, [of]);
  const leaves = all.flatMap((each) => {
    const node = formulas.node(each);
    return node.kind === "atLeast" ? [node] : [];
  });
  const [first] = leaves;
  if (first === undefined || first.variable.kind !== "fact" || leaves.some(({ variable }) => variable !== first.variable)) return undefined;
  const { variable } = first;
  const type = space.definition(variable)?.type;
  if (type !== "integer" && type !== "decimal") return undefined;
  const cells = cellsOf(variable, [...new Set([variable.lowest, ...leaves.map(({ cut }) => cut)])].toSorted((a, b) => a - b));
  const holds = cells.filter(({ from }) => from >= variable.lowest && isTrue(formulas, all, from));
  const [start, end] = [holds[0], holds.at(-1)];
  if (start === undefined || end === undefined || holds.length !== cells.indexOf(end) - cells.indexOf(start) + 1) return undefined;
  return { variable, range: { from: start.from, to: end.to } };
}

/** Whether the last of these statements, parts before what they are part of, is true of a value. */
function isTrue(formulas: Formulas, all: readonly Formula[], value: number): boolean {
  const truths = new Map<Formula, boolean>();
  const is = (of: Formula): boolean => truths.get(of) === true;
  for (const of of all) {
    const node = formulas.node(of);
    if (node.kind === "constant") truths.set(of, node.truth);
    else if (node.kind === "atLeast") truths.set(of, value >= node.cut);
    else if (node.kind === "not") truths.set(of, !is(node.of));
    else if (node.kind === "all") truths.set(of, node.parts.every(is));
    else if (node.kind === "any") truths.set(of, node.parts.some(is));
  }
  return is(all.at(-1) ?? 0);
}
