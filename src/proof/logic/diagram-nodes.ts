/**
 * Interval decision diagrams: a canonical form of statements. A node asks "is the variable below the cut?"; the branch
 * below asks nothing more of that variable, the branch above only larger cuts. Two statements mean the same exactly
 * where their diagrams are one number, and a statement's opposite is its own diagram with the last bit turned.
 * Source: K. Strehl, L. Thiele, "Interval diagrams for efficient symbolic verification" (2000); R. E. Bryant (1986);
 * K. S. Brace et al., "Efficient implementation of a BDD package" (1990) for complemented edges.
 */
export type Diagram = number;

export const never: Diagram = 0;
export const always: Diagram = 1;

/** Thrown where a diagram grows past its budget. */
export class TooLarge extends Error {}

/** The place of `never` and `always`: past every variable. */
const end = 0x3fffffff;

/**
 * The nodes under diagrams, each once, in columns: an edge is twice a node's number, odd where the opposite is meant.
 * Node 0 is `never`; of the two forms of a node the one is kept whose last branch is even.
 */
export function makeNodes(nodesMax: number) {
  let capacity = 1 << 7;
  let [places, lows, highs, cuts] = [new Int32Array(capacity), new Int32Array(capacity), new Int32Array(capacity), new Float64Array(capacity)];
  places[0] = end;
  let size = 1;
  let table = new Int32Array(capacity * 2);
  // Results of `and`, the last one of each slot.
  let [firsts, seconds, results] = [new Int32Array(capacity), new Int32Array(capacity), new Int32Array(capacity)];

  const place = (of: Diagram): number => places[of >> 1] ?? end;
  const cut = (of: Diagram): number => cuts[of >> 1] ?? 0;
  const low = (of: Diagram): Diagram => (lows[of >> 1] ?? 0) ^ (of & 1);
  const high = (of: Diagram): Diagram => (highs[of >> 1] ?? 0) ^ (of & 1);

  const grow = (): void => {
    capacity *= 2;
    [places, lows, highs] = [wider(places, capacity), wider(lows, capacity), wider(highs, capacity)];
    const wide = new Float64Array(capacity);
    wide.set(cuts);
    cuts = wide;
    table = new Int32Array(capacity * 2);
    for (let id = 1; id < size; id += 1) table[slotOf(places[id] ?? 0, cuts[id] ?? 0, lows[id] ?? 0, highs[id] ?? 0)] = id;
    [firsts, seconds, results] = [new Int32Array(capacity), new Int32Array(capacity), new Int32Array(capacity)];
  };

  /** Where a node stands in the table, or the free slot where it would. */
  const slotOf = (at: number, from: number, below: Diagram, above: Diagram): number => {
    const mask = table.length - 1;
    let slot = hash(at, from, below, above) & mask;
    for (let id = table[slot] ?? 0; id !== 0; id = table[slot] ?? 0) {
      if (lows[id] === below && highs[id] === above && cuts[id] === from && places[id] === at) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };

  const make = (at: number, from: number, below: Diagram, above: Diagram): Diagram => {
    if (below === above) return below;
    const turned = above & 1;
    const [lower, upper] = [below ^ turned, above ^ turned];
    // Both sides of the next cut say the same: this cut divides nothing.
    if (places[upper >> 1] === at && lows[upper >> 1] === lower) return above;
    const slot = slotOf(at, from, lower, upper);
    const found = table[slot] ?? 0;
    if (found !== 0) return (found << 1) | turned;
    if (size >= nodesMax) throw new TooLarge();
    const id = size;
    size += 1;
    places[id] = at;
    cuts[id] = from;
    lows[id] = lower;
    highs[id] = upper;
    table[slot] = id;
    if (size === capacity) grow();
    return (id << 1) | turned;
  };

  // The runs of the nodes being joined: a stack of their cuts and what is below them, so that joining goes only as deep
  // as there are variables, whatever the number of cuts.
  const [runCuts, runs]: [number[], Diagram[]] = [[], []];
  const and = (a: Diagram, b: Diagram): Diagram => {
    if (a === b || b === always) return a;
    if (a === always) return b;
    if (a === never || b === never || (a ^ b) === 1) return never;
    const [one, two] = a < b ? [a, b] : [b, a];
    const slot = (Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b)) >>> 7;
    const cached = slot & (capacity - 1);
    if (firsts[cached] === one && seconds[cached] === two) return results[cached] ?? 0;
    const at = Math.min(place(one), place(two));
    const bottom = runs.length;
    let [x, y] = [one, two];
    for (let [px, py] = [place(x), place(y)]; px === at || py === at; px = place(x), py = place(y)) {
      const [cx, cy] = [px === at ? cut(x) : Infinity, py === at ? cut(y) : Infinity];
      const from = cx < cy ? cx : cy;
      const below = and(px === at ? low(x) : x, py === at ? low(y) : y);
      runCuts.push(from);
      runs.push(below);
      if (cx === from) x = high(x);
      if (cy === from) y = high(y);
    }
    let made = and(x, y);
    while (runs.length > bottom) made = make(at, runCuts.pop() ?? 0, runs.pop() ?? 0, made);
    const kept = slot & (capacity - 1);
    firsts[kept] = one;
    seconds[kept] = two;
    results[kept] = made;
    return made;
  };

  const given = (of: Diagram, at: number, whole: number): Diagram => {
    const made = new Map<number, Diagram>();
    const visit = (edge: Diagram): Diagram => {
      const own = place(edge);
      if (own > at) return edge;
      const found = made.get(edge >> 1);
      if (found !== undefined) return found ^ (edge & 1);
      const plain = edge & ~1;
      let result: Diagram;
      if (own === at) {
        let step = plain;
        while (place(step) === at && whole >= cut(step)) step = high(step);
        result = place(step) === at ? low(step) : step;
      } else {
        const [steps, ends]: [number[], Diagram[]] = [[], []];
        let step = plain;
        for (; place(step) === own; step = high(step)) {
          steps.push(cut(step));
          ends.push(visit(low(step)));
        }
        result = visit(step);
        while (steps.length > 0) result = make(own, steps.pop() ?? 0, ends.pop() ?? 0, result);
      }
      made.set(edge >> 1, result);
      return result ^ (edge & 1);
    };
    return visit(of);
  };

  return { make, and, given, place, cut, low, high, size: () => size };
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
