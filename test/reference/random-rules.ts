// Random rules and random facts, ordinary and hostile, for the agreement of the compiler with json-rules-engine.
import * as fc from "fast-check";
import { layoutFacts, type FactDefinition } from "../../src/facts/index.ts";
import { decorators, operators, type Condition } from "../../src/policy/index.ts";

/** One rule as json-rules-engine takes it. */
export interface RandomRule {
  readonly name: string;
  readonly priority: number;
  readonly conditions: Condition;
}

/** Facts by name; a name that is absent is a missing fact. */
export type RandomFacts = Readonly<Record<string, unknown>>;

/** Rules, their named conditions, and several sets of facts to judge them by. */
export interface RandomCase {
  readonly rules: readonly RandomRule[];
  readonly named: Readonly<Record<string, Condition>>;
  readonly rows: readonly RandomRow[];
}

export interface RandomRow {
  readonly facts: RandomFacts;
  /** Names taken out of `facts` to make them missing. */
  readonly missing: readonly string[];
  /** Other values for them. */
  readonly completions: readonly RandomFacts[];
}

const common = {
  title: { en: "", zh: "" },
  description: { en: "", zh: "" },
  producedBy: "population",
  level: 1,
  sensitive: false,
  riskFactor: true,
} as const;

function number(name: string, nullable: boolean): FactDefinition {
  return { ...common, name, nullable, type: "decimal", min: -100, max: 1000, decimals: 2, unit: "points", typical: 5 };
}

function boolean(name: string, nullable: boolean): FactDefinition {
  return { ...common, name, nullable, type: "boolean", typical: true };
}

function enumeration(name: string, nullable: boolean, values: readonly string[]): FactDefinition {
  return { ...common, name, nullable, type: "enum", values, typical: values[0] ?? "" };
}

/** Facts that live as numbers in a row, hostile words among those of the enums. */
export const typedFacts: readonly FactDefinition[] = [
  number("typed.plain", false),
  number("typed.score", true),
  number("typed.amount", true),
  boolean("typed.flag", true),
  boolean("typed.open", false),
  enumeration("typed.word", true, ["x", "y", "10", "5abc", "", "true"]),
  enumeration("typed.tier", false, ["low", "mid", "high"]),
  enumeration("typed.code", true, ["10", "9", "1e3", "0x10", "2024-01-01", "x", "y", "z", "u", "v", "w", "t"]),
];

export const typedLayout = layoutFacts({ facts: new Map(typedFacts.map((fact) => [fact.name, fact])) });

/** Facts outside the dictionary, which hold anything. */
export const outsideFacts = ["any.a", "any.b", "any.c", "any.list", "any.items", "any.object"] as const;

const ordinary = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 10 }) },
  { weight: 2, arbitrary: fc.constantFrom("x", "y", "z") },
  { weight: 1, arbitrary: fc.boolean() },
);

const hostileScalars: readonly unknown[] = [
  null, undefined, NaN, "", "5abc", "10", "9", "0x10", " 7 ", "1e3", "2024-01-01", "2024-06-01", "undefined", Infinity, -Infinity,
  -0, 1e308, 2 ** 53, -1.5, 5e-324, "NaN", "Infinity", "true",
];
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...hostileScalars) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>({}, { a: 1 }, { a: { b: [1, 2] } }, { length: 2 }, { indexOf: 1 }) },
  { weight: 1, arbitrary: fc.constant({ toString: 1 }) },
  { weight: 4, arbitrary: fc.constantFrom<unknown>([], [5], ["10"], [[1], [2, 3]], [null], [undefined, NaN], [[]], [1, [2, [3]]]) },
);

const scalar = fc.oneof({ weight: 2, arbitrary: ordinary }, { weight: 1, arbitrary: hostile });
const list = fc.oneof(
  { weight: 5, arbitrary: fc.array(ordinary, { maxLength: 5 }) },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(fc.array(ordinary, { maxLength: 3 }), { maxLength: 3 }) },
);
const anything = fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 2, arbitrary: list });
const object = fc.oneof(
  { weight: 3, arbitrary: fc.record({ a: anything, b: fc.record({ c: scalar, d: list }, { noNullPrototype: true }) }, { noNullPrototype: true }) },
  { weight: 1, arbitrary: anything },
);

function typedValue(fact: FactDefinition): fc.Arbitrary<unknown> {
  switch (fact.type) {
    case "boolean":
      return fc.boolean();
    case "enum":
      return fc.constantFrom(...fact.values);
    case "integer":
    case "decimal":
      return fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom(-1.5, 0, 5, 10, 16, 999));
  }
}

/** Any value that a fact may have. */
export function valueOf(name: string): fc.Arbitrary<unknown> {
  const typed = typedFacts.find((fact) => fact.name === name);
  if (typed !== undefined) return typedValue(typed);
  if (name === "any.object") return object;
  return name === "any.list" || name === "any.items" ? fc.oneof({ weight: 6, arbitrary: list }, { weight: 1, arbitrary: scalar }) : anything;
}

const paths = ["$.a", "$.b.c", "$.b.d", "$.length", "$.a[0]", "$['b'].d[1]", "a", "b.c", "$.none", "$.toString", "$"];

interface Names {
  readonly facts: readonly string[];
  readonly named: readonly string[];
}

const prefix = fc.oneof(
  { weight: 7, arbitrary: fc.constant<readonly string[]>([]) },
  { weight: 7, arbitrary: fc.constantFrom(...decorators).map((decorator): readonly string[] => [decorator]) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...decorators), { minLength: 2, maxLength: 3 }) },
);
const operator = fc.tuple(prefix, fc.constantFrom(...operators)).map(([words, base]) => [...words, base].join(":"));

const priority = fc.oneof(
  { weight: 6, arbitrary: fc.constant(undefined) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(1, 2, 3) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>("7", 2.5, -5, 0, 10) },
);

/** Whether an operator takes a list on this side, so that most values fit. */
function wantsList(name: string, side: "fact" | "value"): boolean {
  const swapped = name.split(":").filter((word) => word === "swap").length % 2 === 1;
  const words = (side === "fact") !== swapped ? ["someFact", "everyFact", "contains", "doesNotContain"] : ["someValue", "everyValue", "in", "notIn"];
  return name.split(":").some((word) => words.includes(word));
}

function constantFor(name: string): fc.Arbitrary<unknown> {
  const odd = fc.oneof(scalar, fc.constantFrom("x10y", "undefined!", "0123456789"));
  if (wantsList(name, "value")) return fc.oneof({ weight: 24, arbitrary: list }, { weight: 1, arbitrary: odd });
  return fc.oneof({ weight: 12, arbitrary: ordinary }, { weight: 3, arbitrary: hostile });
}

function leaf({ facts }: Names): fc.Arbitrary<unknown> {
  const made = new Map<string, fc.Arbitrary<unknown>>();
  return operator.chain((name) => {
    const known = made.get(name) ?? leafWith(name, facts);
    made.set(name, known);
    return known;
  });
}

function leafWith(name: string, facts: readonly string[]): fc.Arbitrary<unknown> {
  const lists = facts.filter((name) => name === "any.list" || name === "any.items");
  const anyFact = fc.constantFrom(...facts);
  const listFact = lists.length > 0 && wantsList(name, "fact") ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...lists) }, { weight: 1, arbitrary: anyFact }) : anyFact;
  const others = lists.length > 0 && wantsList(name, "value") ? lists : facts;
  const reference = fc.record({ fact: fc.constantFrom(...others) }, { noNullPrototype: true });
  const leaf = fc
    .record(
      {
        fact: listFact,
        operator: fc.constant(name),
        value: fc.oneof({ weight: 3, arbitrary: constantFor(name) }, { weight: 1, arbitrary: reference }),
        priority,
        path: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...paths) }),
      },
      { noNullPrototype: true },
    )
    .map((made) => defined(made.fact === "any.object" && made.path === undefined ? { ...made, path: "$.a" } : made));
  const numbers = typedFacts.filter((fact) => fact.type === "decimal" && facts.includes(fact.name)).map((fact) => fact.name);
  if (numbers.length < 2 || wantsList(name, "fact") || wantsList(name, "value")) return leaf;
  // Numbers beside numbers, which is where a missing one is easily forgotten.
  const pair = fc.record({ fact: fc.constantFrom(...numbers), operator: fc.constant(name), value: fc.record({ fact: fc.constantFrom(...numbers) }) }, { noNullPrototype: true });
  return fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: pair });
}

/** Without the keys that hold nothing; `value` stays, since it may be undefined. */
function defined(of: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(of).filter(([key, value]) => key === "value" || value !== undefined));
}

function node(names: Names, depth: number): fc.Arbitrary<unknown> {
  if (depth <= 0) return leaf(names);
  const references = names.named.length > 0 ? [{ weight: 1, arbitrary: reference(names, depth) }] : [];
  return fc.oneof({ weight: 5, arbitrary: leaf(names) }, { weight: 4, arbitrary: booleanNode(names, depth) }, ...references);
}

function reference({ named }: Names, depth: number): fc.Arbitrary<unknown> {
  const name = fc.constantFrom(...named);
  const plain = fc.record({ condition: name, priority }, { noNullPrototype: true });
  // Below the root a reference wins over the boolean keys beside it.
  const beside = fc.record({ condition: name, all: fc.constant([]), priority }, { noNullPrototype: true });
  return fc.oneof({ weight: 12, arbitrary: plain }, { weight: depth > 0 ? 1 : 0, arbitrary: beside }).map(defined);
}

function booleanNode(names: Names, depth: number): fc.Arbitrary<unknown> {
  const children = fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 12, arbitrary: fc.array(node(names, depth - 1), { minLength: 1, maxLength: 3 }) },
  );
  return fc
    .oneof(
      { weight: 6, arbitrary: fc.record({ all: children, priority }, { noNullPrototype: true }) },
      { weight: 6, arbitrary: fc.record({ any: children, priority }, { noNullPrototype: true }) },
      { weight: 3, arbitrary: fc.record({ not: node(names, depth - 1), priority }, { noNullPrototype: true }) },
      // Of several boolean keys only one is read: any, else all, else not.
      { weight: 1, arbitrary: fc.record({ not: node(names, 0), all: children, any: children }, { noNullPrototype: true }) },
      { weight: 1, arbitrary: fc.record({ not: node(names, 0), all: children }, { noNullPrototype: true }) },
    )
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)));
}

function condition(names: Names, depth: number): fc.Arbitrary<Condition> {
  const references = names.named.length > 0 ? [{ weight: 1, arbitrary: reference(names, 0) }] : [];
  return fc.oneof({ weight: 8, arbitrary: booleanNode(names, depth) }, ...references).map((made) => made as Condition);
}

function row(names: Names): fc.Arbitrary<RandomRow> {
  const all = fc.record(Object.fromEntries(names.facts.map((name) => [name, valueOf(name)])), { noNullPrototype: true });
  const missable = names.facts.filter((name) => typedFacts.every((fact) => fact.name !== name || fact.nullable));
  const missing = fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, { weight: 2, arbitrary: fc.subarray(missable, { minLength: 1, maxLength: 3 }) });
  return fc.tuple(all, missing, all, all).map(([facts, absent, first, second]) => ({
    facts: Object.fromEntries(Object.entries(facts).filter(([name]) => !absent.includes(name))),
    missing: absent,
    completions: absent.length === 0 ? [] : [first, second].map((other) => ({ ...facts, ...Object.fromEntries(absent.map((name) => [name, other[name]])) })),
  }));
}

function caseOver(facts: readonly string[]): fc.Arbitrary<RandomCase> {
  const named = ["first", "second"];
  const rule = fc.tuple(fc.constantFrom(1, 1, 2, 5), condition({ facts, named }, 3));
  return fc.record(
    {
      rules: fc
        .array(rule, { minLength: 1, maxLength: 4 })
        .map((rules) => rules.map(([rank, conditions], index) => ({ name: `rule ${index}`, priority: rank, conditions }))),
      named: fc.record({ first: condition({ facts, named: [] }, 1), second: condition({ facts, named: ["first"] }, 2) }, { noNullPrototype: true }),
      rows: fc.array(row({ facts, named }), { minLength: 4, maxLength: 4 }),
    },
    { noNullPrototype: true },
  );
}

/** Cases over typed facts, over outside facts, and over both; conditions nested up to four levels. */
export const randomCase: fc.Arbitrary<RandomCase> = fc.oneof(
  caseOver(typedFacts.map((fact) => fact.name)),
  caseOver(outsideFacts),
  caseOver([...outsideFacts, "typed.score", "typed.word", "typed.flag"]),
);

/** One leaf over outside facts, with values for all of them. */
export const outsideLeaf: fc.Arbitrary<RandomCase> = fc
  .tuple(leaf({ facts: outsideFacts, named: [] }), fc.array(row({ facts: outsideFacts, named: [] }), { minLength: 1, maxLength: 4 }))
  .map(([only, rows]) => ({ rules: [{ name: "rule 0", priority: 1, conditions: { all: [only] } as Condition }], named: {}, rows }));

/** Whether a value is one that no author expects in a fact. */
export function isHostile(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value) || Object.is(value, -0) || Math.abs(value) > 1e6;
  if (typeof value === "string") return !/^[a-z]$/u.test(value);
  if (Array.isArray(value)) return value.length === 0 || value.some((item) => typeof item === "object" || isHostile(item));
  return typeof value !== "boolean";
}
