import type { Dictionary, FactDefinition, FactName } from "../../facts/index.ts";
import { isObject } from "../json.ts";
import { readOperator } from "../operators.ts";
import { moments } from "../policy.ts";
import type { Condition, DecisionName, Leaf } from "../policy.ts";
import { isLeaf, type PlacedNode } from "./conjuncts.ts";
import { complement, intersect, union, type Spans } from "./spans.ts";

/** What truth is judged by. */
export interface Ground {
  readonly dictionary: Dictionary;
  readonly constants: ReadonlyMap<FactName, number>;
  readonly decision: DecisionName;
  /** What was found out before, by node. */
  readonly known: WeakMap<Condition, { readonly truth: Truth | undefined }>;
}

/** The values of a fact at which a comparison holds, as positions in its domain. */
export interface Truth {
  readonly fact: FactDefinition;
  readonly holds: Spans;
  readonly domain: Spans;
}

/** Where a comparison with constants holds; undefined for other comparisons. Parameters count with their present value. */
export function truthOf(node: Condition, ground: Ground): Truth | undefined {
  const before = ground.known.get(node);
  if (before !== undefined) return before.truth;
  const truth = judged(node, ground);
  ground.known.set(node, { truth });
  return truth;
}

function judged(node: Condition, ground: Ground): Truth | undefined {
  if ("not" in node) {
    const inner = truthOf(node.not, ground);
    return inner === undefined ? undefined : { ...inner, holds: complement(inner.holds, inner.domain) };
  }
  if (!isLeaf(node)) return undefined;
  const fact = ground.dictionary.facts.get(node.fact);
  if (fact === undefined || ground.constants.has(node.fact)) return undefined;
  const read = readOperator(node.operator);
  if (read.kind !== "known" || read.decorators.some((decorator) => decorator !== "not")) return undefined;
  const domain = domainOf(fact, ground.decision);
  const holds = holdsAt(read.base, node, fact, ground);
  if (holds === undefined) return undefined;
  const inside = intersect(holds, domain);
  return { fact, domain, holds: read.decorators.length % 2 === 1 ? complement(inside, domain) : inside };
}

/** All values of a fact, as positions; the moments are those of the decision. */
export function domainOf(fact: FactDefinition, decision: DecisionName): Spans {
  if (fact.type === "boolean") return [[0, 1]];
  if (fact.type === "enum") {
    const own: readonly string[] = moments[decision];
    const possible = fact.name === "request.moment" ? fact.values.filter((value) => own.includes(value)) : fact.values;
    return possible.reduce<Spans>((spans, value) => union(spans, at(fact.values.indexOf(value))), []);
  }
  return [[upper(fact.min, fact), lower(fact.max, fact)]];
}

/** A position as the author would write it. */
export function valueAtPosition(fact: FactDefinition, position: number): number | string | boolean {
  if (fact.type === "boolean") return position === 1;
  if (fact.type === "enum") return fact.values[position] ?? "";
  return position / scale(fact);
}

type Base = Extract<ReturnType<typeof readOperator>, { readonly kind: "known" }>["base"];

function holdsAt(base: Base, { value }: Leaf, fact: FactDefinition, ground: Ground): Spans | undefined {
  const domain = domainOf(fact, ground.decision);
  switch (base) {
    case "equal":
    case "notEqual": {
      const set = positionOf(constantOf(value, ground), fact);
      return set === undefined || base === "equal" ? set : complement(set, domain);
    }
    case "in":
    case "notIn": {
      if (!Array.isArray(value)) return undefined;
      const sets = value.map((item: unknown) => positionOf(item, fact) ?? []);
      const set = sets.reduce<Spans>((all, one) => union(all, one), []);
      return base === "in" ? set : complement(set, domain);
    }
    case "contains":
    case "doesNotContain":
      return undefined;
    case "lessThan":
    case "lessThanInclusive":
    case "greaterThan":
    case "greaterThanInclusive":
      return ordered(base, constantOf(value, ground), fact);
  }
}

function ordered(base: Base, limit: unknown, fact: FactDefinition): Spans | undefined {
  if (typeof limit !== "number" || (fact.type !== "integer" && fact.type !== "decimal")) return undefined;
  const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (base === "lessThan") return [[low, upper(limit, fact) - 1]];
  if (base === "lessThanInclusive") return [[low, lower(limit, fact)]];
  if (base === "greaterThan") return [[lower(limit, fact) + 1, high]];
  return [[upper(limit, fact), high]];
}

function constantOf(value: unknown, { constants }: Ground): unknown {
  return isObject(value) ? constants.get(String(value["fact"])) : value;
}

function positionOf(value: unknown, fact: FactDefinition): Spans | undefined {
  if (typeof value === "boolean" && fact.type === "boolean") return at(Number(value));
  if (typeof value === "string" && fact.type === "enum") return fact.values.includes(value) ? at(fact.values.indexOf(value)) : [];
  if (typeof value !== "number" || fact.type === "boolean" || fact.type === "enum") return undefined;
  return upper(value, fact) === lower(value, fact) ? at(upper(value, fact)) : [];
}

function at(position: number): Spans {
  return [[position, position]];
}

type Scaled = Extract<FactDefinition, { readonly decimals: number }>;

// Ten to the decimals, without a power: facts have nine at most.
function scale({ decimals }: Scaled): number {
  return [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9][decimals] ?? 1;
}

function upper(value: number, fact: Scaled): number {
  return Math.ceil(Number((value * scale(fact)).toFixed(3)));
}

function lower(value: number, fact: Scaled): number {
  return Math.floor(Number((value * scale(fact)).toFixed(3)));
}

/** What a conjunction leaves of every fact that it compares with constants. */
export function boundsOf(needs: readonly PlacedNode[], ground: Ground): ReadonlyMap<FactName, Truth> {
  const before = boundsByNeeds.get(needs);
  if (before !== undefined) return before;
  const bounds = boundsFrom(needs, ground);
  boundsByNeeds.set(needs, bounds);
  return bounds;
}

// A rule's needs belong to one rule, and so to one ground.
const boundsByNeeds = new WeakMap<readonly PlacedNode[], ReadonlyMap<FactName, Truth>>();

function boundsFrom(needs: readonly PlacedNode[], ground: Ground): ReadonlyMap<FactName, Truth> {
  const bounds = new Map<FactName, Truth>();
  for (const { node } of needs) {
    const truth = truthOf(node, ground);
    if (truth === undefined) continue;
    const known = bounds.get(truth.fact.name);
    bounds.set(truth.fact.name, known === undefined ? truth : { ...truth, holds: intersect(known.holds, truth.holds) });
  }
  return bounds;
}
