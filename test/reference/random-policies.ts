// Random complete decision files over typed facts, parameters and derived facts.
import * as fc from "fast-check";
import { extendDictionary, layoutFacts, type FactDefinition, type FactLayout } from "../../src/facts/index.ts";
import {
  combiners,
  moments,
  type Combiner,
  type Condition,
  type Constant,
  type DecisionName,
  type DerivedFact,
  type Moment,
  type ParamValue,
  type Policy,
  type Rule,
  type RuleEvent,
  type RuleFile,
} from "../../src/policy/index.ts";
import { typedFacts } from "./random-rules.ts";

/** A decision of a random policy at one moment, and rows of plain facts; null is missing. */
export interface RandomDecision {
  readonly policy: Policy;
  readonly layout: FactLayout;
  readonly decision: DecisionName;
  readonly moment: Moment;
  readonly rows: readonly Readonly<Record<string, Constant | null>>[];
  /** Values for whatever is missing in a row. */
  readonly completions: readonly Readonly<Record<string, Constant>>[];
}

const common = {
  title: { en: "", zh: "" },
  description: { en: "", zh: "" },
  producedBy: "policy",
  level: 1,
  sensitive: false,
  riskFactor: true,
} as const;

function amountFact(name: string, nullable: boolean): FactDefinition {
  return { ...common, name, nullable, type: "decimal", min: -1e9, max: 1e9, decimals: 4, unit: "fen", typical: 0 };
}

const momentFact: FactDefinition = { ...common, name: "request.moment", nullable: false, type: "enum", values: [...new Set(Object.values(moments).flat())], typical: "booking" };
const parameters = ["param.low", "param.high", "param.amount"];
const derivedNames = ["derived.one", "derived.two", "derived.three"];
const numbers = typedFacts.filter((fact) => fact.type === "decimal").map((fact) => fact.name);
const dictionary = extendDictionary({ facts: new Map([...typedFacts, momentFact].map((fact) => [fact.name, fact])) }, [
  ...parameters.map((name) => amountFact(name, false)),
  ...derivedNames.map((name) => amountFact(name, true)),
]);
const layout = layoutFacts(dictionary);

const small = fc.integer({ min: 0, max: 12 });
const numeric = fc.constantFrom("lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive", "equal", "notEqual");
const anyNumber = fc.constantFrom(...numbers, ...numbers, ...derivedNames);

/** Leaves that an author would write. */
const plainLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ fact: anyNumber, operator: numeric, value: small }),
  fc.record({ fact: anyNumber, operator: numeric, value: fc.record({ fact: fc.constantFrom(...numbers, ...parameters, ...derivedNames) }) }),
  fc.record({ fact: fc.constantFrom("typed.flag", "typed.open"), operator: fc.constantFrom("equal", "notEqual"), value: fc.boolean() }),
  fc.record({ fact: fc.constant("typed.tier"), operator: fc.constantFrom("in", "notIn", "not:in"), value: fc.subarray(["low", "mid", "high"]) }),
  fc.record({ fact: fc.constant("typed.word"), operator: fc.constantFrom("equal", "notEqual"), value: fc.constantFrom("x", "y", "none") }),
  fc.record({ fact: fc.constant("request.moment"), operator: fc.constantFrom("in", "notIn"), value: fc.subarray([...momentFact.values]) }),
);

function plainNode(depth: number): fc.Arbitrary<Condition> {
  if (depth === 0) return plainLeaf;
  const children = fc.array(plainNode(depth - 1), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 2, arbitrary: plainLeaf },
    { weight: 1, arbitrary: fc.record({ all: children }) },
    { weight: 1, arbitrary: fc.record({ any: children }) },
    { weight: 1, arbitrary: fc.record({ not: plainNode(depth - 1) }) },
  );
}
const root: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ all: fc.array(plainNode(2), { minLength: 1, maxLength: 3 }) }),
  fc.record({ any: fc.array(plainNode(2), { minLength: 1, maxLength: 3 }) }),
  fc.record({ condition: fc.constant("shared") }),
);

const amount: fc.Arbitrary<ParamValue> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }).map((n) => n * 100) },
  { weight: 1, arbitrary: fc.record({ fact: fc.constantFrom("typed.plain", "typed.score", "derived.one", "param.amount") }) },
);
const reason = fc.constantFrom("young", "poor");
const optionalMonths = fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(3, 6) });
const factors = fc.subarray(["sms", "password", "identity", "face"], { minLength: 1 });
const none = fc.constant(undefined);

type Params = fc.Arbitrary<Readonly<Record<string, ParamValue | undefined>> | undefined>;

/** What rules may say, by decision and type. */
const events: Readonly<Record<DecisionName, Readonly<Record<string, Params>>>> = {
  enrolment: { enrol: none, invite: fc.record({ offerDays: amount }), review: fc.record({ queue: fc.constantFrom("a", "b") }), decline: fc.record({ reason }) },
  limit: {
    tier: fc.record({ limitFen: amount, untilMonths: optionalMonths }),
    floor: fc.record({ limitFen: amount }),
    cap: fc.record({ limitFen: amount, untilMonths: optionalMonths }),
  },
  pricing: { price: fc.record({ freeDays: amount, terms: fc.constantFrom([3], [3, 6]), subsidisedBy: fc.constantFrom("lender", "merchant") }), "no-offer": fc.record({ reason }) },
  closure: { refuse: fc.record({ reason }), verify: fc.record({ factors }), settle: fc.record({ channels: fc.constantFrom(["app"], ["app", "phone"]), withinDays: amount }) },
  monitoring: {
    remind: fc.record({ channel: fc.constantFrom("app", "letter") }),
    freeze: none,
    unfreeze: none,
    reduce: fc.record({ toFen: amount, asOffer: fc.option(fc.boolean(), { nil: undefined }) }),
    raise: fc.record({ toFen: amount }),
    alert: fc.record({ level: fc.constantFrom("low", "high") }),
  },
};

const combinersOf: Readonly<Record<string, readonly Combiner[]>> = {
  enrol: ["first", "unique"],
  tier: combiners.filter((combiner) => combiner !== "set"),
  floor: ["max", "min", "first"],
  cap: ["min", "max", "first", "sum"],
  price: ["first", "unique"],
  refuse: ["first", "unique"],
  verify: ["set", "first"],
  reduce: ["set", "first", "min", "max"],
  raise: ["set", "unique"],
};

/** What speaks where no rule does. */
const fallbacks: Readonly<Record<DecisionName, readonly RuleEvent[]>> = {
  enrolment: [{ type: "decline", params: { reason: "none" } }, { type: "no-action" }, { type: "enrol" }],
  limit: [{ type: "no-line", params: { reason: "no-tier" } }],
  pricing: [{ type: "no-offer", params: { reason: "none" } }],
  closure: [{ type: "verify", params: { factors: ["sms"] } }, { type: "refuse", params: { reason: "none" } }],
  monitoring: [{ type: "no-action" }, { type: "alert", params: { level: "low" } }],
};

function eventOf(decision: DecisionName): fc.Arbitrary<RuleEvent> {
  return fc.oneof(
    ...Object.entries(events[decision]).map(([type, params]) =>
      params.map((made): RuleEvent => {
        const said = Object.fromEntries(Object.entries(made ?? {}).filter((entry): entry is [string, ParamValue] => entry[1] !== undefined));
        return made === undefined ? { type } : { type, params: said };
      }),
    ),
  );
}

function ruleOf(decision: DecisionName): fc.Arbitrary<Omit<Rule, "name">> {
  return fc.record({ title: fc.constant({ en: "", zh: "" }), serves: fc.constant([]), priority: fc.constantFrom(1, 2, 3, 10), conditions: root, event: eventOf(decision) });
}

function fileOf(decision: DecisionName, rules: { readonly minLength: number; readonly maxLength: number }): fc.Arbitrary<RuleFile> {
  const types = Object.keys(events[decision]);
  const fallback = fc.constantFrom(...fallbacks[decision]);
  return fc.record({
    decision: fc.constant(decision),
    combine: fc.record(Object.fromEntries(types.map((type) => [type, fc.constantFrom(...(combinersOf[type] ?? ["first"]))]))),
    exclusive: fc.constantFrom<RuleFile["exclusive"]>([], [["freeze", "unfreeze"], ["reduce", "raise"]]),
    otherwise: fc.record(Object.fromEntries(moments[decision].map((moment) => [moment, fallback]))),
    onMissing: fallback,
    conditions: fc.record({ shared: fc.record({ all: fc.array(plainNode(1), { minLength: 1, maxLength: 2 }) }) }),
    rules: fc.array(ruleOf(decision), rules).map((rules) => rules.map((rule, index) => ({ ...rule, name: `R-${index}` }))),
    examples: fc.constant([]),
    file: fc.constant(`${decision}.json`),
  });
}

const operand = fc.oneof(fc.constantFrom(...numbers, ...parameters), fc.integer({ min: -3, max: 9 }));
function derivationOver(earlier: readonly string[]): fc.Arbitrary<DerivedFact["derivation"]> {
  const any = earlier.length === 0 ? operand : fc.oneof(operand, fc.constantFrom(...earlier));
  const pair = fc.tuple(any, any);
  const list = fc.array(any, { minLength: 1, maxLength: 3 });
  const rounding = fc.constantFrom<{ roundDownTo?: number }>({}, { roundDownTo: 10 }, { roundDownTo: 0.5 });
  const steps = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 }).map((froms) => froms.toSorted((a, b) => a - b).map((from, index) => ({ from, to: index * 100 })));
  return fc.oneof(
    fc.tuple(pair, rounding).map(([times, more]) => ({ times, ...more })),
    fc.tuple(pair, rounding).map(([plus, more]) => ({ plus, ...more })),
    fc.tuple(pair, rounding).map(([minus, more]) => ({ minus, ...more })),
    fc.tuple(pair, rounding).map(([dividedBy, more]) => ({ dividedBy, ...more })),
    fc.tuple(list, rounding).map(([min, more]) => ({ min, ...more })),
    fc.tuple(list, rounding).map(([max, more]) => ({ max, ...more })),
    fc.record({ band: fc.constantFrom(...numbers), steps }),
  );
}

/** Three derived facts, each of which may read those before it. */
export const derivedFacts: fc.Arbitrary<readonly DerivedFact[]> = fc
  .tuple(derivationOver([]), derivationOver(derivedNames.slice(0, 1)), derivationOver(derivedNames.slice(0, 2)))
  .map((derivations) => derivations.map((derivation, index) => ({ name: derivedNames[index] ?? "", title: { en: "", zh: "" }, derivation })));

/** A policy that has one decision file and nothing that the compiler does not read. */
export function policyWith(files: readonly RuleFile[], derived: readonly DerivedFact[], values: readonly number[]): Policy {
  const named = parameters.map((name, index) => ({ name, value: values[index] ?? 0, min: 0, max: 1000, step: 1, unit: "points", title: { en: "", zh: "" } }));
  const decisions = Object.fromEntries(files.map((file) => [file.decision, file]));
  return { name: "random", title: { en: "", zh: "" }, version: "1", parameters: named, derived, decisions, dictionary } as unknown as Policy;
}

function plainValue(fact: FactDefinition): fc.Arbitrary<Constant> {
  if (fact.type === "boolean") return fc.boolean();
  return fact.type === "enum" ? fc.constantFrom(...fact.values) : fc.oneof(small, fc.constantFrom(-1.5, 2.5));
}

const fact = (definition: FactDefinition): fc.Arbitrary<Constant | null> =>
  definition.nullable ? fc.oneof({ weight: 3, arbitrary: plainValue(definition) }, { weight: 1, arbitrary: fc.constant(null) }) : plainValue(definition);

/** Rows of the observed facts. */
export const plainRow = fc.record(Object.fromEntries(typedFacts.map((definition) => [definition.name, fact(definition)])), { noNullPrototype: true });

const completion = fc.record(Object.fromEntries(typedFacts.map((definition) => [definition.name, plainValue(definition)])), { noNullPrototype: true });

/** One decision of a random policy. */
export function randomDecision(decision: DecisionName): fc.Arbitrary<RandomDecision> {
  return decisionOf(decision, fileOf(decision, { minLength: 1, maxLength: 8 }), plainRow);
}

/** One decision of more rules than fit in two words, on rows without missing facts. */
export function largeDecision(decision: DecisionName): fc.Arbitrary<RandomDecision> {
  return decisionOf(decision, fileOf(decision, { minLength: 60, maxLength: 100 }), completion);
}

function decisionOf(decision: DecisionName, file: fc.Arbitrary<RuleFile>, row: fc.Arbitrary<RandomDecision["rows"][number]>): fc.Arbitrary<RandomDecision> {
  return fc
    .record({
      file,
      derived: derivedFacts,
      values: fc.tuple(small, small, small),
      moment: fc.constantFrom<Moment>(...moments[decision]),
      rows: fc.array(row, { minLength: 4, maxLength: 4 }),
      completions: fc.array(completion, { minLength: 2, maxLength: 2 }),
    })
    .map(({ file: made, derived, values, ...more }) => ({ policy: policyWith([made], derived, values), layout, decision, ...more }));
}
