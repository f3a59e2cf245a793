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
  readonly size: number;
}

/** An empty store. */
export function makeFormulas(): Formulas {
  const nodes: FormulaNode[] = [
    { kind: "constant", truth: false },
    { kind: "constant", truth: true },
  ];
  const known = new Map<string, Formula>();
  const intern = (key: string, make: () => FormulaNode): Formula => {
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, nodes.length);
    return nodes.push(make()) - 1;
  };
  const node = (of: Formula): FormulaNode => {
    const found = nodes[of];
    if (found === undefined) throw new Error("a formula belongs to its store");
    return found;
  };
  const not = (of: Formula): Formula => {
    if (of < 2) return 1 - of;
    const inner = node(of);
    return inner.kind === "not" ? inner.of : intern(`!${of}`, () => ({ kind: "not", of }));
  };
  const join = (kind: "all" | "any", parts: readonly Formula[]): Formula => {
    const [decisive, neutral] = kind === "all" ? [0, 1] : [1, 0];
    const kept = new Set<Formula>();
    for (const part of parts) {
      if (part === decisive || kept.has(not(part))) return decisive;
      if (part !== neutral) kept.add(part);
    }
    const [only, ...more] = kept;
    if (only === undefined) return neutral;
    if (more.length === 0) return only;
    const sorted = [...kept].toSorted((a, b) => a - b);
    return intern(`${kind}${sorted.join()}`, () => ({ kind, parts: sorted }));
  };
  return {
    no: 0,
    yes: 1,
    atLeast(variable, cut) {
      if (cut > variable.highest) return 0;
      if (cut <= variable.lowest && !variable.nullable) return 1;
      const from = Math.max(cut, variable.lowest);
      return intern(`${variable.index}>${from}`, () => ({ kind: "atLeast", variable, cut: from }));
    },
    less(left, right) {
      return intern(`${left.key}@${left.variable.index}<${right.key}@${right.variable.index}`, () => ({ kind: "less", left, right }));
    },
    all: (parts) => join("all", parts),
    any: (parts) => join("any", parts),
    not,
    node,
    get size() {
      return nodes.length;
    },
  };
}

/** If `test` then `one` else `other`. */
export function choose(formulas: Formulas, test: Formula, one: Formula, other: Formula): Formula {
  if (one === other) return one;
  return formulas.any([formulas.all([test, one]), formulas.all([formulas.not(test), other])]);
}

/** Every statement reachable from some, each once, parts before what they are part of. */
export function reachable(formulas: Formulas, roots: readonly Formula[]): readonly Formula[] {
  const seen = new Set<Formula>();
  const order: Formula[] = [];
  const stack: { readonly of: Formula; readonly done: boolean }[] = roots.map((of) => ({ of, done: false }));
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.done) {
      order.push(top.of);
      continue;
    }
    if (seen.has(top.of)) continue;
    seen.add(top.of);
    stack.push({ of: top.of, done: true });
    for (const of of partsOf(formulas.node(top.of))) if (!seen.has(of)) stack.push({ of, done: false });
  }
  return order;
}

/** The statements directly inside one. */
export function partsOf(node: FormulaNode): readonly Formula[] {
  if (node.kind === "not") return [node.of];
  return node.kind === "all" || node.kind === "any" ? node.parts : [];
}

/** Statements with their leaves replaced; `keep` leaves one as it is. */
export function rewrite(
  formulas: Formulas,
  roots: readonly Formula[],
  leaf: (node: Extract<FormulaNode, { readonly kind: "atLeast" | "less" }>, of: Formula) => Formula,
): (of: Formula) => Formula {
  const made = new Map<Formula, Formula>();
  for (const of of reachable(formulas, roots)) made.set(of, rewritten(formulas, of, made, leaf));
  return (of) => {
    const found = made.get(of);
    if (found === undefined) throw new Error("only what was rewritten can be looked up");
    return found;
  };
}

function rewritten(formulas: Formulas, of: Formula, made: ReadonlyMap<Formula, Formula>, leaf: Parameters<typeof rewrite>[2]): Formula {
  const node = formulas.node(of);
  const part = (inner: Formula): Formula => made.get(inner) ?? inner;
  switch (node.kind) {
    case "constant":
      return of;
    case "atLeast":
    case "less":
      return leaf(node, of);
    case "not":
      return formulas.not(part(node.of));
    case "all":
    case "any":
      return node.kind === "all" ? formulas.all(node.parts.map(part)) : formulas.any(node.parts.map(part));
  }
}

/** The same statement about another applicant: every variable of the map replaced. */
export function aboutOther(formulas: Formulas, of: Formula, copies: ReadonlyMap<Variable, Variable>): Formula {
  const other = (variable: Variable): Variable => copies.get(variable) ?? variable;
  return rewrite(formulas, [of], (node) => {
    if (node.kind === "atLeast") return formulas.atLeast(other(node.variable), node.cut);
    const { left, right } = node;
    return formulas.less({ ...left, variable: other(left.variable) }, { ...right, variable: other(right.variable) });
  })(of);
}
