/** The operators of json-rules-engine 7.3.1 that need no code of ours. */
export const operators = [
  "equal",
  "notEqual",
  "in",
  "notIn",
  "contains",
  "doesNotContain",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
] as const;
export type BaseOperator = (typeof operators)[number];

/** Its decorators, written before the operator: `not:everyFact:equal`. The last one applies first. */
export const decorators = ["someFact", "everyFact", "someValue", "everyValue", "swap", "not"] as const;
export type Decorator = (typeof decorators)[number];

/** What an operator takes: how many lists deep each side is, and whether both are put in order. */
export interface OperatorShape {
  /** 0: a single value; 1: a list of them. */
  readonly fact: number;
  readonly value: number;
  readonly ordered: boolean;
}

/** An operator as written, taken apart; or the word that is not known. */
export type ReadOperator =
  | { readonly kind: "known"; readonly base: BaseOperator; readonly decorators: readonly Decorator[]; readonly shape: OperatorShape }
  | { readonly kind: "unknown-operator"; readonly word: string }
  | { readonly kind: "unknown-decorator"; readonly word: string };

/** Takes an operator name apart as json-rules-engine does: split at colons, decorators applied from right to left. */
export function readOperator(name: string): ReadOperator {
  const words = name.split(":");
  const base = words.pop() ?? "";
  const applied: Decorator[] = [];
  if (!isOperator(base)) return { kind: "unknown-operator", word: base };
  for (const word of words) {
    if (!isDecorator(word)) return { kind: "unknown-decorator", word };
    applied.push(word);
  }
  return { kind: "known", base, decorators: applied, shape: applied.reduceRight(decorate, baseShape(base)) };
}

function isOperator(word: string): word is BaseOperator {
  return operators.some((operator) => operator === word);
}

function isDecorator(word: string): word is Decorator {
  return decorators.some((decorator) => decorator === word);
}

function baseShape(base: BaseOperator): OperatorShape {
  switch (base) {
    case "equal":
    case "notEqual":
      return { fact: 0, value: 0, ordered: false };
    case "in":
    case "notIn":
      return { fact: 0, value: 1, ordered: false };
    case "contains":
    case "doesNotContain":
      return { fact: 1, value: 0, ordered: false };
    case "lessThan":
    case "lessThanInclusive":
    case "greaterThan":
    case "greaterThanInclusive":
      return { fact: 0, value: 0, ordered: true };
  }
}

function decorate(shape: OperatorShape, decorator: Decorator): OperatorShape {
  switch (decorator) {
    case "someFact":
    case "everyFact":
      return { ...shape, fact: shape.fact + 1 };
    case "someValue":
    case "everyValue":
      return { ...shape, value: shape.value + 1 };
    case "swap":
      return { ...shape, fact: shape.value, value: shape.fact };
    case "not":
      return shape;
  }
}
