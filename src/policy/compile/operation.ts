import type { BaseOperator, Decorator } from "../operators.ts";
import { makeFunction } from "./make-function.ts";

/** What a leaf does with the fact's value and the condition's value, as json-rules-engine does it: it may throw a TypeError. */
export type Operation = (fact: unknown, value: unknown) => boolean;

/** json-rules-engine checks the fact's side first: what fails is false, for negative operators too. */
const isNumeric = `Number.parseFloat(a).toString() !== "NaN"`;

// JavaScript compares any two values; TypeScript does not, hence text.
const texts: Readonly<Record<BaseOperator, string>> = {
  equal: "a === b",
  notEqual: "a !== b",
  in: "b.indexOf(a) > -1",
  notIn: "b.indexOf(a) === -1",
  contains: "Array.isArray(a) && a.indexOf(b) > -1",
  doesNotContain: "Array.isArray(a) && a.indexOf(b) === -1",
  lessThan: `${isNumeric} && a < b`,
  lessThanInclusive: `${isNumeric} && a <= b`,
  greaterThan: `${isNumeric} && a > b`,
  greaterThanInclusive: `${isNumeric} && a >= b`,
};

const decorations: Readonly<Record<Decorator, (next: Operation) => Operation>> = {
  someFact: (next) => (fact, value) => Array.isArray(fact) && fact.some((item) => next(item, value)),
  everyFact: (next) => (fact, value) => Array.isArray(fact) && fact.every((item) => next(item, value)),
  someValue: (next) => (fact, value) => listOf(value).some((item) => next(fact, item)),
  everyValue: (next) => (fact, value) => listOf(value).every((item) => next(fact, item)),
  swap: (next) => (fact, value) => next(value, fact),
  not: (next) => (fact, value) => !next(fact, value),
};

/** The operator with its decorators, the last of them nearest to it. */
export function makeOperation(base: BaseOperator, decorators: readonly Decorator[]): Operation {
  return decorators.reduceRight((next, decorator) => decorations[decorator](next), bareOperation(base));
}

const made = new Map<BaseOperator, Operation>();

/** One function an operator: thousands of leaves ask for the same ten. */
function bareOperation(base: BaseOperator): Operation {
  const known = made.get(base);
  if (known !== undefined) return known;
  const bare: Operation = makeFunction(["a", "b"], `return ${texts[base]};`);
  made.set(base, bare);
  return bare;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError("the value is no list");
  return value;
}
