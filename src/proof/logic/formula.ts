import type { Text } from "../../base/index.ts";

/** A variable: one fact of the applicant, a copy of one, or something left open. */
export interface Variable {
  readonly index: number;
  /** The fact's name; for what is no fact, a name for messages. */
  readonly name: string;
  /**
   * `fact`: the applicant's; `copy`: the same fact of a second applicant; `open`: what the prover does not know, either of
   * two values or any number, so that what holds for all of them is proved and a counterexample may be spurious.
   */
  readonly kind: "fact" | "copy" | "open";
  /** Whole numbers lowest … highest stand for the values of the domain; the number below lowest for a missing fact. */
  readonly lowest: number;
  readonly highest: number;
  readonly nullable: boolean;
  /** Values are k / scale. */
  readonly scale: number;
  /** The value of the typical applicant, as a whole number of the domain. */
  readonly typical: number;
  /** Why it is left open. */
  readonly why?: Text;
  /** Of what is left open: the facts it depends on; absent: it may depend on any. */
  readonly restsOn?: readonly Variable[];
  /** The variable this one is a copy of. */
  readonly original?: Variable;
}

/** A number that rises or falls with one fact: `at` is what the rules compute from the fact's value. */
export interface Monotone {
  readonly kind: "monotone";
  /** Two terms of one key and variable are the same function. */
  readonly key: string;
  readonly variable: Variable;
  readonly rising: boolean;
  readonly at: (value: number) => number;
}

/** A statement about applicants: an index into the store that made it. Equal statements built alike have one index. */
export type Formula = number;

export type FormulaNode =
  | { readonly kind: "constant"; readonly truth: boolean }
  /** The variable is not missing and at least the cut. */
  | { readonly kind: "atLeast"; readonly variable: Variable; readonly cut: number }
  /** One number is below another one that depends on another variable. */
  | { readonly kind: "less"; readonly left: Monotone; readonly right: Monotone }
  | { readonly kind: "all" | "any"; readonly parts: readonly Formula[] }
  | { readonly kind: "not"; readonly of: Formula };

/** Makes statements, each once. */
export interface Formulas {
  readonly yes: Formula;
  readonly no: Formula;
  atLeast(variable: Variable, cut: number): Formula;
  less(left: Monotone, right: Monotone): Formula;
  all(parts: readonly Formula[]): Formula;
  any(parts: readonly Formula[]): Formula;
  not(of: Formula): Formula;
  node(of: Formula): FormulaNode;
  /** Every statement reachable from some, each once, parts before what they are part of. */
  reachable(roots: readonly Formula[]): readonly Formula[];
  /** Whether facts are compared in it; how many parts it has, counted once for each place they stand in, up to a thousand. */
  compares(of: Formula): boolean;
  weight(of: Formula): number;
  readonly size: number;
}

/** An empty store. Statements are found again by hashes of numbers: no text is built for one. */
export function makeFormulas(): Formulas {
  const nodes: FormulaNode[] = [
    { kind: "constant", truth: false },
    { kind: "constant", truth: true },
  ];
  /** By statement: its opposite, 0 where none was made; the number of the last look that met it. */
  const opposites: number[] = [1, 0];
  /** By statement: its weight, and a half more where facts are compared. */
  const weights: number[] = [1, 1];
  const seen: number[] = [0, 0];
  let looks = 0;
  const cuts: Map<number, Formula>[] = [];
  const orders = new Map<string, Formula>();
  const joins = makeTable(nodes);
  const add = (node: FormulaNode): Formula => {
    opposites.push(0);
    seen.push(0);
    weights.push(weighed(node, weights));
    return nodes.push(node) - 1;
  };
  const nodeOf = (of: Formula): FormulaNode => {
    const found = nodes[of];
    if (found === undefined) throw new Error("a formula belongs to its store");
    return found;
  };
  const not = (of: Formula): Formula => {
    if (of < 2) return 1 - of;
    const known = opposites[of] ?? 0;
    if (known !== 0) return known;
    const made = add({ kind: "not", of });
    opposites[of] = made;
    opposites[made] = of;
    return made;
  };
  /** Whether a part of a part, joined in the same way, is the opposite of what was met before. */
  const clashes = (kind: "all" | "any", part: Formula): boolean => {
    const node = nodeOf(part);
    if (node.kind !== kind) return false;
    for (const inner of node.parts) {
      const opposite = opposites[inner] ?? 0;
      if (opposite > 1 && seen[opposite] === looks) return true;
      seen[inner] = looks;
    }
    return false;
  };
  const join = (kind: "all" | "any", parts: readonly Formula[]): Formula => {
    const [decisive, neutral] = kind === "all" ? [0, 1] : [1, 0];
    looks += 1;
    const kept: Formula[] = [];
    for (const part of parts) {
      if (part === decisive) return decisive;
      if (part === neutral || seen[part] === looks) continue;
      const opposite = opposites[part] ?? 0;
      if (opposite > 1 && seen[opposite] === looks) return decisive;
      seen[part] = looks;
      kept.push(part);
    }
    if (kept.some((part) => clashes(kind, part))) return decisive;
    const [only] = kept;
    if (only === undefined) return neutral;
    if (kept.length === 1) return only;
    kept.sort((a, b) => a - b);
    return joins.find(kind, kept) ?? joins.add(add({ kind, parts: kept }));
  };
  return {
    no: 0,
    yes: 1,
    atLeast(variable, cut) {
      if (cut > variable.highest) return 0;
      if (cut <= variable.lowest && !variable.nullable) return 1;
      const from = Math.max(cut, variable.lowest);
      const own = (cuts[variable.index] ??= new Map());
      const found = own.get(from) ?? add({ kind: "atLeast", variable, cut: from });
      own.set(from, found);
      return found;
    },
    less(left, right) {
      const key = `${left.key}@${left.variable.index}<${right.key}@${right.variable.index}`;
      const found = orders.get(key) ?? add({ kind: "less", left, right });
      orders.set(key, found);
      return found;
    },
    all: (parts) => join("all", parts),
    any: (parts) => join("any", parts),
    not,
    node: nodeOf,
    reachable(roots) {
      looks += 1;
      const order: Formula[] = [];
      // Negative: all its parts are there.
      const stack = roots.map((root) => root + 1);
      for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
        if (top < 0) {
          order.push(-top - 1);
          continue;
        }
        const of = top - 1;
        if (seen[of] === looks) continue;
        seen[of] = looks;
        stack.push(-top);
        for (const part of partsOf(nodeOf(of))) if (seen[part] !== looks) stack.push(part + 1);
      }
      return order;
    },
    compares: (of) => (weights[of] ?? 0) % 1 !== 0,
    weight: (of) => Math.floor(weights[of] ?? 0),
    get size() {
      return nodes.length;
    },
  };
}

/** Heavier statements all weigh as much. */
export const weightMax = 1_000;

/** One more than the weights of its parts. */
function weighed(node: FormulaNode, weights: readonly number[]): number {
  if (node.kind === "less") return 1.5;
  let [sum, half] = [1, 0];
  for (const part of partsOf(node)) {
    const own = weights[part] ?? 0;
    sum += Math.floor(own);
    if (own % 1 !== 0) half = 0.5;
  }
  return Math.min(weightMax, sum) + half;
}

/** Finds joined statements by their parts. */
function makeTable(nodes: readonly FormulaNode[]) {
  let table = new Int32Array(1 << 10);
  let count = 0;
  const place = (kind: "all" | "any", parts: readonly Formula[]): number => {
    const mask = table.length - 1;
    let slot = mixed(kind, parts) & mask;
    for (let id = table[slot] ?? 0; id !== 0; id = table[slot] ?? 0) {
      const node = nodes[id];
      if (node?.kind === kind && isSame(node.parts, parts)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  return {
    find(kind: "all" | "any", parts: readonly Formula[]): Formula | undefined {
      const id = table[place(kind, parts)] ?? 0;
      return id === 0 ? undefined : id;
    },
    add(id: Formula): Formula {
      count += 1;
      if (count * 2 > table.length) {
        const old = table;
        table = new Int32Array(old.length * 4);
        for (const each of old) if (each !== 0) put(each);
      }
      put(id);
      return id;
    },
  };

  function put(id: Formula): void {
    const node = nodes[id];
    if (node?.kind === "all" || node?.kind === "any") table[place(node.kind, node.parts)] = id;
  }
}

function isSame(a: readonly Formula[], b: readonly Formula[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

function mixed(kind: "all" | "any", parts: readonly Formula[]): number {
  let hash = kind === "all" ? 17 : 71;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

/** If `test` then `one` else `other`. */
export function choose(formulas: Formulas, test: Formula, one: Formula, other: Formula): Formula {
  if (one === other) return one;
  return formulas.any([formulas.all([test, one]), formulas.all([formulas.not(test), other])]);
}

/** Every statement reachable from some, each once, parts before what they are part of. */
export function reachable(formulas: Formulas, roots: readonly Formula[]): readonly Formula[] {
  return formulas.reachable(roots);
}

/** The statements directly inside one. */
export function partsOf(node: FormulaNode): readonly Formula[] {
  if (node.kind === "not") return [node.of];
  return node.kind === "all" || node.kind === "any" ? node.parts : [];
}
