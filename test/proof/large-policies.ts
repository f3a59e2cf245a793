// Decisions of hundreds and thousands of rules: banded like a decision table, or nested at random.
import { extendDictionary, type FactDefinition } from "../../src/facts/index.ts";
import { decisionNames, moments, type Condition, type Policy } from "../../src/policy/index.ts";
import type { Claim } from "../../src/proof/index.ts";

const title = { en: "", zh: "" };
const common = { title, description: title, producedBy: "population", level: 1, sensitive: false, riskFactor: true } as const;

/** The numeric facts of the policies, some of which may be missing. */
export const numericFacts = Array.from({ length: 12 }, (_, index) => ({ ...common, name: `f.n${index}`, nullable: index % 4 === 0, type: "integer" as const, min: 0, max: 1000, decimals: 0, unit: "points" as const, typical: 500 }));
const facts: readonly FactDefinition[] = [
  ...numericFacts,
  { ...common, name: "request.moment", nullable: false, type: "enum", values: [...new Set(Object.values(moments).flat())], typical: "application" },
];
const dictionary = extendDictionary({ facts: new Map(facts.map((fact) => [fact.name, fact])) }, []);

/** What the rules say, one after the other. */
export const events = [{ type: "decline", params: { reason: "one" } }, { type: "review", params: { queue: "q" } }, { type: "enrol" }] as const;

/** A small generator of numbers, the same on every machine (Park and Miller). */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Like a decision table: bands of three facts. */
export function banded(count: number, next: (below: number) => number): readonly Condition[] {
  return Array.from({ length: count }, (_, index) => ({
    all: [index % 3, 3 + (index % 2), 5].flatMap((fact): Condition[] => {
      const from = next(18) * 50;
      return [
        { fact: `f.n${fact}`, operator: "greaterThanInclusive", value: from },
        { fact: `f.n${fact}`, operator: "lessThan", value: from + 50 * (1 + next(4)) },
      ];
    }),
  }));
}

/** Nested at random over all facts, some compared with each other. */
export function chaotic(count: number, next: (below: number) => number): readonly Condition[] {
  const leaf = (): Condition => {
    const operator = ["lessThan", "greaterThanInclusive", "notEqual"][next(3)] ?? "lessThan";
    if (next(12) === 0) return { fact: "f.n1", operator, value: { fact: "f.n2" } };
    return { fact: `f.n${next(12)}`, operator, value: next(1000) };
  };
  const node = (depth: number): Condition => (depth === 0 || next(3) === 0 ? leaf() : next(2) === 0 ? { all: [node(depth - 1), node(depth - 1)] } : { any: [node(depth - 1), node(depth - 1)] });
  return Array.from({ length: count }, () => ({ all: [leaf(), node(2), node(2)] }));
}

/** A policy whose enrolment has a rule for each condition. */
export function policyOf(conditions: readonly Condition[]): Policy {
  const nothing = { type: "no-action" };
  const files = decisionNames.map((name) => [name, { decision: name, combine: {}, exclusive: [], otherwise: {}, onMissing: nothing, conditions: {}, rules: [], examples: [], file: name }]);
  const rules = conditions.map((each, index) => ({ name: `R-${index}`, title, serves: [], priority: 1 + ((index * 7) % 50), conditions: each, event: events[index % 3] }));
  const enrolment = { decision: "enrolment", combine: {}, exclusive: [], otherwise: {}, onMissing: nothing, conditions: {}, rules, examples: [], file: "enrolment.json" };
  const reasons = new Map([["one", { code: "one", file: title, customer: title }]]);
  return { name: "bench", title, version: "1", parameters: [], derived: [], arrangements: {}, reasons, decisions: { ...Object.fromEntries(files), enrolment }, dictionary } as unknown as Policy;
}

/** The outcomes from the worst to the best. */
export const worstFirst = ["decline", "review", "enrol"];
const base = { title, level: "error", serves: [], at: { enrolment: ["application"] }, decisions: ["enrolment"] } as const;

/** One claim of each kind that speaks of one policy. */
export const largeClaims: readonly Claim[] = [
  { ...base, name: "never", kind: "never", that: { all: [{ fact: "outcome.enrolment.type", operator: "equal", value: "enrol" }, { fact: "f.n0", operator: "lessThan", value: 18 }] } },
  { ...base, name: "exhaustive", kind: "exhaustive" },
  { ...base, name: "monotone", kind: "monotone", fact: "f.n5", outcome: "outcome.enrolment.type", never: "falls", order: worstFirst },
  { ...base, name: "independent", kind: "independent", of: ["f.n5"], outcomes: ["outcome.enrolment.type"] },
];
