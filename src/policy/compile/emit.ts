import { mayBeOpen, mayThrow } from "./node.ts";
import type { Node, OutsideFact, Side, Term, TypedFact } from "./node.ts";
import type { Operation } from "./operation.ts";
import { follow } from "./path.ts";

/** A fact that a list of outside facts does not hold; `undefined` is a value. */
export const missing: unique symbol = Symbol("missing");

/** What the code being made refers to: facts by the name of their variable, all else by index. */
export interface Scope {
  /** The variable that holds a typed fact; asking for it is reading it. */
  variable(fact: TypedFact): string;
  /** The variable that holds the value of an outside fact. */
  outside(index: number): string;
  /** The expression of a constant, kept in the table `K`. */
  constant(value: unknown): string;
}

/**
 * An expression that is true (or 1) exactly where the node is certainly true. Nodes that may throw have none.
 * Parts are joined by `&` and `|`: all of them are evaluated, which costs less than a branch that is guessed wrongly.
 */
export function whenTrue(node: Node, scope: Scope): string {
  switch (node.kind) {
    case "constant":
      return String(node.truth === 1);
    case "compare":
      return `${term(node.left, scope)}${node.operator}${term(node.right, scope)}`;
    case "among":
      return isAmong(node.fact, node.codes, scope);
    case "pair":
      return pairOf(node, 1, scope);
    case "apply":
      return conjoin([...present(node.left, scope), ...present(node.right, scope), applied(node, scope)], "&&");
    case "all":
      return conjoin(node.sets.flat().map((child) => whenTrue(child, scope)), "&");
    case "any":
      return conjoin(node.sets.flat().map((child) => whenTrue(child, scope)), "|");
    case "not":
      return whenFalse(node.of, scope);
  }
}

/** An expression that is true (or 1) exactly where the node is certainly false. */
export function whenFalse(node: Node, scope: Scope): string {
  switch (node.kind) {
    case "constant":
      return String(node.truth === 0);
    case "compare":
      return differs(node, scope);
    case "among":
      return isNotAmong(node.fact, node.codes, scope);
    case "pair":
      return pairOf(node, 0, scope);
    case "apply":
      return conjoin([...present(node.left, scope), ...present(node.right, scope), `!${applied(node, scope)}`], "&&");
    case "all":
      return conjoin(node.sets.flat().map((child) => whenFalse(child, scope)), "|");
    case "any":
      return conjoin(node.sets.flat().map((child) => whenFalse(child, scope)), "&");
    case "not":
      return whenTrue(node.of, scope);
  }
}

/** An expression of 0 false, 1 true, 2 open, 3 throws: for nodes that may throw, in the order of json-rules-engine. */
export function status(node: Node, scope: Scope): string {
  if (!mayThrow(node)) {
    const otherwise = mayBeOpen(node) ? `(${whenFalse(node, scope)})?0:2` : "0";
    return `((${whenTrue(node, scope)})?1:${otherwise})`;
  }
  switch (node.kind) {
    case "apply":
      return `${scope.constant(attempt(node.operation))}(${plain(node.left, scope)},${plain(node.right, scope)})`;
    case "not":
      return `${scope.constant(opposite)}(${status(node.of, scope)})`;
    case "all":
    case "any": {
      const combine = scope.constant(node.kind === "all" ? allOf : anyOf);
      const sets = node.sets.map((set) => `()=>[${set.map((child) => status(child, scope)).join(",")}]`);
      return `${combine}([${sets.join(",")}])`;
    }
    case "constant":
    case "compare":
    case "among":
    case "pair":
      throw new Error(`a ${node.kind} never throws`);
  }
}

function conjoin(parts: readonly string[], operator: "&" | "|" | "&&"): string {
  return parts.length === 1 ? parts.join("") : parts.map((part) => `(${part})`).join(operator);
}

function term(of: Term, scope: Scope): string {
  return typeof of === "number" ? numeral(of) : scope.variable(of);
}

/** A number as text; negative ones in brackets. Nothing but a number ever becomes text: see `makeFunction`. */
export function numeral(value: number): string {
  if (typeof value !== "number") throw new Error("only numbers are written into code");
  return value < 0 ? `(${value})` : String(value);
}

const opposites = { "<": ">=", "<=": ">", "===": "!==" } as const;

/** NaN compares false either way; only `!==` needs care. */
function differs({ operator, left, right }: Extract<Node, { kind: "compare" }>, scope: Scope): string {
  const [a, b] = [term(left, scope), term(right, scope)];
  const open = [left, right].some((side) => typeof side !== "number" && side.nullable);
  return operator === "===" && open ? `(${a}<${b})|(${a}>${b})` : `${a}${opposites[operator]}${b}`;
}

/** Longer lists than this are looked up. */
const chainMax = 8;

function isAmong(fact: TypedFact, codes: readonly number[], scope: Scope): string {
  const x = scope.variable(fact);
  if (codes.length <= chainMax) return conjoin(codes.map((code) => `${x}===${numeral(code)}`), "|");
  if (fact.values !== undefined) return lookUp(truthTable(fact.values.length, codes), x, scope, 1);
  return `${scope.constant(new Set(codes))}.has(${x})`;
}

function isNotAmong(fact: TypedFact, codes: readonly number[], scope: Scope): string {
  const x = scope.variable(fact);
  if (fact.values !== undefined) {
    const others = fact.values.flatMap((_, code) => (codes.includes(code) ? [] : [code]));
    if (!fact.nullable && codes.length < others.length && codes.length <= chainMax) {
      return conjoin(codes.map((code) => `${x}!==${numeral(code)}`), "&");
    }
    if (others.length <= chainMax) return conjoin(others.map((code) => `${x}===${numeral(code)}`), "|");
    return lookUp(truthTable(fact.values.length, codes), x, scope, 0);
  }
  const inside = fact.nullable ? [`${x}===${x}`] : [];
  if (codes.length <= chainMax) return conjoin([...inside, ...codes.map((code) => `${x}!==${numeral(code)}`)], "&");
  return conjoin([...inside, `!${scope.constant(new Set(codes))}.has(${x})`], "&&");
}

/** Never asks for the entry of NaN, which would leave the fast path of typed arrays. */
function lookUp(table: Uint8Array, index: string, scope: Scope, wanted: 0 | 1): string {
  return `(${index}===${index}?${scope.constant(table)}[${index}]===${wanted}:false)`;
}

function truthTable(size: number, codes: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: size }, (_, code) => (codes.includes(code) ? 1 : 0));
}

/** The truth of a pair of codes: neither where one of them is missing. */
function pairOf({ left, right, truths }: Extract<Node, { kind: "pair" }>, wanted: 0 | 1, scope: Scope): string {
  const width = right.values?.length ?? 0;
  return lookUp(truths, `(${scope.variable(left)}*${width}+${scope.variable(right)})`, scope, wanted);
}

function present(side: Side, scope: Scope): readonly string[] {
  if (side.kind !== "typed" || !side.nullable) return [];
  const x = scope.variable(side);
  return [`${x}===${x}`];
}

function applied(node: Extract<Node, { kind: "apply" }>, scope: Scope): string {
  return `${scope.constant(node.operation)}(${decoded(node.left, scope)},${decoded(node.right, scope)})`;
}

/** The plain value of a side that is not missing. */
function decoded(side: Side, scope: Scope): string {
  if (side.kind === "constant") return scope.constant(side.value);
  if (side.kind === "outside") return outside(side, scope);
  const x = scope.variable(side);
  return side.values === undefined ? x : `${scope.constant(side.values)}[${x}]`;
}

/** The plain value of a side, or `missing`. */
function plain(side: Side, scope: Scope): string {
  if (side.kind === "typed" && side.absent === true) return scope.constant(missing);
  if (side.kind !== "typed" || !side.nullable) return decoded(side, scope);
  const x = scope.variable(side);
  return `(${x}===${x}?${decoded(side, scope)}:${scope.constant(missing)})`;
}

function outside(fact: OutsideFact, scope: Scope): string {
  const value = `${scope.constant(settled)}(${scope.outside(fact.index)})`;
  if (fact.path.length === 0) return value;
  const { path } = fact;
  return `${scope.constant((from: unknown) => (from === missing ? missing : follow(from, path)))}(${value})`;
}

/** A function or a promise would be an asynchronous fact, which is never guessed at. */
function settled(value: unknown): unknown {
  if (typeof value === "function") throw new Error("a fact that is a function cannot be compiled");
  if (typeof value === "object" && value !== null && "then" in value && typeof value.then === "function") {
    throw new Error("a fact that is a promise cannot be compiled");
  }
  return value;
}

type Status = 0 | 1 | 2 | 3;

function attempt(operation: Operation): (left: unknown, right: unknown) => Status {
  return (left, right) => {
    if (left === missing || right === missing) return 2;
    try {
      return operation(left, right) ? 1 : 0;
    } catch (error) {
      if (error instanceof TypeError) return 3;
      throw error;
    }
  };
}

function opposite(of: Status): Status {
  if (of === 0) return 1;
  return of === 1 ? 0 : of;
}

type Sets = readonly (() => readonly Status[])[];

function allOf(sets: Sets): Status {
  return inOrder(sets, 0);
}

function anyOf(sets: Sets): Status {
  return inOrder(sets, 1);
}

/**
 * A set is evaluated whole, so that what throws in it throws; the next set only where those before did not decide.
 * Behind an open set it is not certain that a set is reached: what throws there leaves the matter open.
 */
function inOrder(sets: Sets, decisive: 0 | 1): Status {
  let sofar: Status = decisive === 0 ? 1 : 0;
  for (const set of sets) {
    const found = set();
    if (found.includes(3)) return sofar === 2 ? 2 : 3;
    if (found.includes(decisive)) return decisive;
    if (found.includes(2)) sofar = 2;
  }
  return sofar;
}
