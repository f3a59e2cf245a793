import { reachable } from "./formula.ts";
import type { Formula, Formulas, Variable } from "./formula.ts";

/**
 * Interval decision diagrams: a canonical form of statements. A node asks "is the variable below the cut?"; the branch
 * below asks nothing more of that variable, the branch above only larger cuts. Two statements mean the same exactly
 * where their diagrams are one number.
 * Source: K. Strehl, L. Thiele, "Interval diagrams for efficient symbolic verification" (2000); R. E. Bryant (1986).
 */
export type Diagram = number;

export const never: Diagram = 0;
export const always: Diagram = 1;

/** The place of `never` and `always`: past every variable. */
const end = 0x3fffffff;

/** Thrown where a diagram grows past its budget. */
export class TooLarge extends Error {}

export interface Diagrams {
  /** The diagram of a statement. Throws `TooLarge`. */
  of(formula: Formula): Diagram;
  and(a: Diagram, b: Diagram): Diagram;
  not(a: Diagram): Diagram;
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
  let capacity = 1 << 12;
  let [place, low, high, cut] = [new Int32Array(capacity), new Int32Array(capacity), new Int32Array(capacity), new Float64Array(capacity)];
  place.fill(end, 0, 2);
  let size = 2;
  let table = new Int32Array(1 << 14);
  const grow = (): void => {
    capacity *= 2;
    [place, low, high, cut] = [wider(place, capacity), wider(low, capacity), wider(high, capacity), Float64Array.from({ length: capacity }, (_, at) => cut[at] ?? 0)];
    table = new Int32Array(capacity * 4);
    for (let id = 2; id < size; id += 1) table[slotOf(place[id] ?? 0, cut[id] ?? 0, low[id] ?? 0, high[id] ?? 0)] = id;
  };
  /** Where a node stands in the table, or the free slot where it would. */
  const slotOf = (at: number, from: number, below: Diagram, above: Diagram): number => {
    const mask = table.length - 1;
    let slot = hash(at, from, below, above) & mask;
    for (let id = table[slot] ?? 0; id !== 0; id = table[slot] ?? 0) {
      if (place[id] === at && cut[id] === from && low[id] === below && high[id] === above) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const make = (at: number, from: number, below: Diagram, above: Diagram): Diagram => {
    if (below === above) return below;
    // Both sides of the next cut say the same: this cut divides nothing.
    if (place[above] === at && low[above] === below) return above;
    const slot = slotOf(at, from, below, above);
    const found = table[slot] ?? 0;
    if (found !== 0) return found;
    if (size >= nodesMax) throw new TooLarge();
    const id = size;
    size += 1;
    [place[id], cut[id], low[id], high[id], table[slot]] = [at, from, below, above, id];
    if (size === capacity) grow();
    return id;
  };
  const conjunctions = new Map<number, Diagram>();
  const negations = new Map<Diagram, Diagram>([
    [0, 1],
    [1, 0],
  ]);
  const and = (a: Diagram, b: Diagram): Diagram => {
    if (a === b || b === 1) return a;
    if (a === 1) return b;
    if (a === 0 || b === 0) return 0;
    const key = a < b ? a * 67_108_864 + b : b * 67_108_864 + a;
    const found = conjunctions.get(key);
    if (found !== undefined) return found;
    const [pa, pb] = [place[a] ?? end, place[b] ?? end];
    const at = Math.min(pa, pb);
    const from = Math.min(pa === at ? (cut[a] ?? 0) : Infinity, pb === at ? (cut[b] ?? 0) : Infinity);
    const below = and(pa === at ? (low[a] ?? 0) : a, pb === at ? (low[b] ?? 0) : b);
    const above = and(pa === at && cut[a] === from ? (high[a] ?? 0) : a, pb === at && cut[b] === from ? (high[b] ?? 0) : b);
    const made = make(at, from, below, above);
    conjunctions.set(key, made);
    return made;
  };
  const not = (a: Diagram): Diagram => {
    const found = negations.get(a);
    if (found !== undefined) return found;
    const made = make(place[a] ?? end, cut[a] ?? 0, not(low[a] ?? 0), not(high[a] ?? 0));
    negations.set(a, made);
    negations.set(made, a);
    return made;
  };
  const made = new Map<Formula, Diagram>();
  const build = (formula: Formula): Diagram => {
    const node = formulas.node(formula);
    switch (node.kind) {
      case "constant":
        return Number(node.truth);
      case "atLeast":
        return make(placeOf(node.variable), node.cut, 0, 1);
      case "not":
        return not(made.get(node.of) ?? 0);
      case "all":
        return conjoin(node.parts.map((part) => made.get(part) ?? 0), and);
      case "any":
        return not(conjoin(node.parts.map((part) => not(made.get(part) ?? 0)), and));
      case "less":
        throw new Error("orders of facts are put into cells before a diagram is made");
    }
  };
  return {
    of(formula) {
      if (!made.has(formula)) for (const each of reachable(formulas, [formula])) if (!made.has(each)) made.set(each, build(each));
      return made.get(formula) ?? 0;
    },
    and,
    not,
    place: (of) => place[of] ?? end,
    cut: (of) => cut[of] ?? 0,
    low: (of) => low[of] ?? 0,
    high: (of) => high[of] ?? 0,
    order: ordered,
    get size() {
      return size;
    },
  };
}

/** Pairs of neighbours first: the operands stay small for longer. */
function conjoin(parts: readonly Diagram[], and: (a: Diagram, b: Diagram) => Diagram): Diagram {
  let now = parts.toSorted((a, b) => b - a);
  while (now.length > 1) {
    const next: Diagram[] = [];
    for (let at = 0; at < now.length; at += 2) next.push(at + 1 < now.length ? and(now[at] ?? 0, now[at + 1] ?? 0) : (now[at] ?? 0));
    if (next.includes(0)) return 0;
    now = next;
  }
  return now[0] ?? 1;
}

function wider(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const made = new Int32Array(length);
  made.set(array);
  return made;
}

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);

/** Any mixing does; this one is Knuth's multiplicative hashing over the five words. */
function hash(place: number, cut: number, low: number, high: number): number {
  bits[0] = cut;
  let mixed = Math.imul(place + 1, 0x9e3779b1) ^ (words[0] ?? 0);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ (words[1] ?? 0);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ low;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f) ^ high;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x165667b1);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
