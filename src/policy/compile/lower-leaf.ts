import type { Text } from "../../base/index.ts";
import { quote } from "../findings.ts";
import { readOperator } from "../operators.ts";
import type { BaseOperator, Decorator } from "../operators.ts";
import { always, isConstant, join, negate, never, leftOpen } from "./node.ts";
import type { ConstantSide, Node, Side, Term, TypedFact } from "./node.ts";
import { makeOperation } from "./operation.ts";

/** Why a leaf cannot be compiled. */
export interface Refused {
  readonly kind: "refused";
  readonly why: Text;
}

/** A leaf's operator over its two sides, as a node. Typed facts are worked out here; others are left to run time. */
export function lowerLeaf(operator: string, left: Side, right: Side): Node | Refused {
  const read = readOperator(operator);
  if (read.kind !== "known") return refuse(`unknown operator ${quote(operator)}`, `未知运算符 ${quote(operator)}`);
  const { base, decorators } = read;
  if (left.kind === "outside" || right.kind === "outside") {
    if (alwaysThrows(decorators, base, left, right)) return unfit(base, right);
    return { kind: "apply", operation: makeOperation(base, decorators), left, right };
  }
  const node = unfold(decorators, base, left, right);
  if (node.kind === "refused" || node.kind === "constant") return node;
  return isAbsent(left) || isAbsent(right) ? leftOpen : node;
}

function isAbsent(side: Side): boolean {
  return side.kind === "typed" && side.absent === true;
}

function refuse(en: string, zh: string): Refused {
  return { kind: "refused", why: { en, zh } };
}

function unfit(base: BaseOperator, right: Side): Refused {
  const word = right.kind === "constant" ? right.value : right.name;
  return refuse(
    `${quote(base)} cannot be applied to ${quote(word)}, and json-rules-engine would throw`,
    `${quote(base)} 无法用于 ${quote(word)}，json-rules-engine 会抛出错误`,
  );
}

/** Whether json-rules-engine throws here for every value that is not known yet. */
function alwaysThrows(decorators: readonly Decorator[], base: BaseOperator, left: Side, right: Side): boolean {
  const [decorator, ...rest] = decorators;
  if (decorator === undefined) return (base === "in" || base === "notIn") && !mayHaveIndexOf(right);
  switch (decorator) {
    case "swap":
      return alwaysThrows(rest, base, right, left);
    case "not":
      return alwaysThrows(rest, base, left, right);
    case "someFact":
    case "everyFact": {
      const first = left.kind === "constant" && Array.isArray(left.value) ? left.value.slice(0, 1) : [];
      return first.some((value) => alwaysThrows(rest, base, { kind: "constant", value }, right));
    }
    case "someValue":
    case "everyValue": {
      if (right.kind !== "constant") return right.kind === "typed";
      if (!Array.isArray(right.value)) return true;
      return right.value.slice(0, 1).some((value) => alwaysThrows(rest, base, left, { kind: "constant", value }));
    }
  }
}

function mayHaveIndexOf(side: Side): boolean {
  if (side.kind === "typed") return isEnum(side);
  return side.kind === "outside" || hasIndexOf(side.value);
}

function hasIndexOf(value: unknown): boolean {
  return typeof value === "string" || Array.isArray(value);
}

type KnownSide = TypedFact | ConstantSide;

/** Takes the decorators off, the first one outermost: lists are constants, since no typed fact is a list. */
function unfold(decorators: readonly Decorator[], base: BaseOperator, left: KnownSide, right: KnownSide): Node | Refused {
  const [decorator, ...rest] = decorators;
  if (decorator === undefined) return compare(base, left, right);
  switch (decorator) {
    case "swap":
      return unfold(rest, base, right, left);
    case "not":
      return opposite(unfold(rest, base, left, right));
    case "someFact":
    case "everyFact":
      if (left.kind === "typed" || !Array.isArray(left.value)) return never;
      return over(left.value, decorator === "someFact" ? "any" : "all", (item) => unfold(rest, base, item, right));
    case "someValue":
    case "everyValue":
      if (right.kind === "typed" || !Array.isArray(right.value)) return unfit(base, right);
      return over(right.value, decorator === "someValue" ? "any" : "all", (item) => unfold(rest, base, left, item));
  }
}

function opposite(node: Node | Refused): Node | Refused {
  return node.kind === "refused" ? node : negate(node);
}

/** `some` or `every` over a list of constants: unlike the package's `any`, `some` of nothing is false. */
function over(list: readonly unknown[], kind: "all" | "any", each: (item: ConstantSide) => Node | Refused): Node | Refused {
  const decisive = kind === "all" ? 0 : 1;
  const nodes: Node[] = [];
  for (const value of list) {
    const node = each({ kind: "constant", value });
    if (node.kind === "refused") return node;
    nodes.push(node);
    if (isConstant(node, decisive)) break;
  }
  return join(kind, [nodes]);
}

function compare(base: BaseOperator, left: KnownSide, right: KnownSide): Node | Refused {
  if (isCountable(left) && isCountable(right)) return tabulate(base, left, right);
  if (left.kind === "typed" && right.kind === "typed") return compareFacts(base, left, right);
  if (left.kind === "typed" && right.kind === "constant") return compareNumber(base, left, right);
  if (left.kind === "constant" && right.kind === "typed") return compareToNumber(base, left, right);
  throw new Error("two constants are countable");
}

/** Whether a side has finitely many values; a number has not. */
function isCountable(side: KnownSide): boolean {
  return side.kind === "constant" || side.values !== undefined;
}

/** All cases of two sides of finitely many values, worked out with the operator itself. */
function tabulate(base: BaseOperator, left: KnownSide, right: KnownSide): Node | Refused {
  const operation = makeOperation(base, []);
  const truths: number[] = [];
  try {
    for (const a of plainValues(left)) for (const b of plainValues(right)) truths.push(operation(a, b) ? 1 : 0);
  } catch (error) {
    if (error instanceof TypeError) return unfit(base, right);
    throw error;
  }
  if (!truths.includes(0)) return always;
  if (!truths.includes(1)) return never;
  const codes = truths.flatMap((truth, code) => (truth === 1 ? [code] : []));
  if (left.kind === "typed" && right.kind === "typed") return { kind: "pair", left, right, truths: Uint8Array.from(truths) };
  if (left.kind === "typed") return { kind: "among", fact: left, codes };
  if (right.kind === "typed") return { kind: "among", fact: right, codes };
  throw new Error("two constants have one case");
}

function plainValues(side: KnownSide): readonly unknown[] {
  return side.kind === "constant" ? [side.value] : (side.values ?? []);
}

/** Two facts, at least one of them a number. */
function compareFacts(base: BaseOperator, left: TypedFact, right: TypedFact): Node | Refused {
  const bothNumbers = left.values === undefined && right.values === undefined;
  switch (base) {
    case "equal":
    case "notEqual": {
      const equal: Node = bothNumbers ? { kind: "compare", operator: "===", left, right } : never;
      return base === "equal" ? equal : negate(equal);
    }
    case "contains":
    case "doesNotContain":
      return never;
    case "in":
    case "notIn":
      if (!isEnum(right)) return unfit(base, right);
      return { kind: "apply", operation: makeOperation(base, []), left, right };
    case "lessThan":
    case "lessThanInclusive":
    case "greaterThan":
    case "greaterThanInclusive":
      if (isBoolean(left)) return never;
      if (isEnum(left) || isEnum(right)) return { kind: "apply", operation: makeOperation(base, []), left, right };
      return order(base, left, right);
  }
}

function isEnum(fact: TypedFact): boolean {
  return fact.values !== undefined && !isBoolean(fact);
}

function isBoolean(fact: TypedFact): boolean {
  return typeof fact.values?.[0] === "boolean";
}

/** A number against a constant. */
function compareNumber(base: BaseOperator, fact: TypedFact, { value }: ConstantSide): Node | Refused {
  switch (base) {
    case "equal":
      return among(fact, [value]);
    case "notEqual":
      return negate(among(fact, [value]));
    case "in":
    case "notIn":
      if (!hasIndexOf(value)) return unfit(base, { kind: "constant", value });
      if (!Array.isArray(value)) {
        return { kind: "apply", operation: makeOperation(base, []), left: fact, right: { kind: "constant", value } };
      }
      return base === "in" ? among(fact, value) : negate(among(fact, value));
    case "contains":
    case "doesNotContain":
      return never;
    case "lessThan":
    case "lessThanInclusive":
    case "greaterThan":
    case "greaterThanInclusive":
      return orderWith(value, (number) => order(base, fact, number));
  }
}

/** A constant against a number, as `swap` and lists bring it about. */
function compareToNumber(base: BaseOperator, { value }: ConstantSide, fact: TypedFact): Node | Refused {
  switch (base) {
    case "equal":
      return among(fact, [value]);
    case "notEqual":
      return negate(among(fact, [value]));
    case "in":
    case "notIn":
      return unfit(base, fact);
    case "contains":
      return Array.isArray(value) ? among(fact, value) : never;
    case "doesNotContain":
      return Array.isArray(value) ? negate(among(fact, value)) : never;
    case "lessThan":
    case "lessThanInclusive":
    case "greaterThan":
    case "greaterThanInclusive":
      return orderWith(value, (number) => (passesAsNumber(value) ? order(base, number, fact) : never));
  }
}

/** A number is strictly equal to numbers only, and never to NaN. */
function among(fact: TypedFact, values: readonly unknown[]): Node {
  const codes = [...new Set(values.filter((value): value is number => typeof value === "number" && value === value))];
  return codes.length === 0 ? never : { kind: "among", fact, codes };
}

const isGreaterOrEqual = makeOperation("greaterThanInclusive", []);
const isLess = makeOperation("lessThan", []);

/** Whether json-rules-engine takes a constant for a number on the fact's side. */
function passesAsNumber(value: unknown): boolean {
  return isLess(value, Infinity) || isGreaterOrEqual(value, Infinity);
}

/** Beside a number, JavaScript compares any constant as a number; what has none compares false. */
function orderWith(value: unknown, make: (number: number) => Node): Node | Refused {
  try {
    const number = Number(value);
    return number === number ? make(number) : never;
  } catch {
    return refuse(`${quote(value)} cannot be compared with a number`, `${quote(value)} 无法与数值比较`);
  }
}

type Ordering = "lessThan" | "lessThanInclusive" | "greaterThan" | "greaterThanInclusive";

/** Greater is less with its sides exchanged. */
function order(base: Ordering, left: Term, right: Term): Node {
  switch (base) {
    case "lessThan":
      return { kind: "compare", operator: "<", left, right };
    case "lessThanInclusive":
      return { kind: "compare", operator: "<=", left, right };
    case "greaterThan":
      return { kind: "compare", operator: "<", left: right, right: left };
    case "greaterThanInclusive":
      return { kind: "compare", operator: "<=", left: right, right: left };
  }
}
