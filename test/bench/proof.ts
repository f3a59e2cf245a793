// What proofs cost: shipped policies, and decision tables of 500 and 2,000 rules. `node test/bench/proof.ts`
import { extendDictionary, type FactDefinition } from "../../src/facts/index.ts";
import { decisionNames, moments, type Condition, type Policy } from "../../src/policy/index.ts";
import { findInRules, makeProver, questionsOf, readClaims, statementsOf, type Claim } from "../../src/proof/index.ts";
import { readText, shipped } from "../rules/written.ts";
import { readWhole } from "../rules/read-policies.ts";

const title = { en: "", zh: "" };
const common = { title, description: title, producedBy: "population", level: 1, sensitive: false, riskFactor: true } as const;
const facts: readonly FactDefinition[] = [
  ...Array.from({ length: 12 }, (_, index): FactDefinition => ({ ...common, name: `f.n${index}`, nullable: index % 4 === 0, type: "integer", min: 0, max: 1000, decimals: 0, unit: "points", typical: 500 })),
  { ...common, name: "request.moment", nullable: false, type: "enum", values: [...new Set(Object.values(moments).flat())], typical: "application" },
];
const dictionary = extendDictionary({ facts: new Map(facts.map((fact) => [fact.name, fact])) }, []);

/** A small generator of numbers, the same on every machine (Park and Miller). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Like a decision table: bands of three facts. */
function banded(count: number, next: (below: number) => number): readonly Condition[] {
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
function chaotic(count: number, next: (below: number) => number): readonly Condition[] {
  const leaf = (): Condition => {
    const operator = ["lessThan", "greaterThanInclusive", "notEqual"][next(3)] ?? "lessThan";
    if (next(12) === 0) return { fact: "f.n1", operator, value: { fact: "f.n2" } };
    return { fact: `f.n${next(12)}`, operator, value: next(1000) };
  };
  const node = (depth: number): Condition => (depth === 0 || next(3) === 0 ? leaf() : next(2) === 0 ? { all: [node(depth - 1), node(depth - 1)] } : { any: [node(depth - 1), node(depth - 1)] });
  return Array.from({ length: count }, () => ({ all: [leaf(), node(2), node(2)] }));
}

function policyOf(conditions: readonly Condition[]): Policy {
  const nothing = { type: "no-action" };
  const files = decisionNames.map((name) => [name, { decision: name, combine: {}, exclusive: [], otherwise: {}, onMissing: nothing, conditions: {}, rules: [], examples: [], file: name }]);
  const events = [{ type: "decline", params: { reason: "one" } }, { type: "review", params: { queue: "q" } }, { type: "enrol" }];
  const rules = conditions.map((each, index) => ({ name: `R-${index}`, title, serves: [], priority: 1 + ((index * 7) % 50), conditions: each, event: events[index % 3] }));
  const enrolment = { decision: "enrolment", combine: {}, exclusive: [], otherwise: {}, onMissing: nothing, conditions: {}, rules, examples: [], file: "enrolment.json" };
  const reasons = new Map([["one", { code: "one", file: title, customer: title }]]);
  return { name: "bench", title, version: "1", parameters: [], derived: [], arrangements: {}, reasons, decisions: { ...Object.fromEntries(files), enrolment }, dictionary } as unknown as Policy;
}

const base = { title, level: "error", serves: [], at: { enrolment: ["application"] }, decisions: ["enrolment"] } as const;
const claims: readonly Claim[] = [
  { ...base, name: "never", kind: "never", that: { all: [{ fact: "outcome.enrolment.type", operator: "equal", value: "enrol" }, { fact: "f.n0", operator: "lessThan", value: 18 }] } },
  { ...base, name: "exhaustive", kind: "exhaustive" },
  { ...base, name: "monotone", kind: "monotone", fact: "f.n5", outcome: "outcome.enrolment.type", never: "falls", order: ["decline", "review", "enrol"] },
  { ...base, name: "independent", kind: "independent", of: ["f.n5"], outcomes: ["outcome.enrolment.type"] },
];

function time(name: string, policy: Policy, all: readonly Claim[], withFindings: boolean): void {
  const cpu = (): number => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
  const performance = { now: cpu };
  const start = performance.now();
  const prover = makeProver({ policy, claims: all });
  const verdicts = all.map((claim) => prover.prove(claim).verdict);
  const proved = performance.now();
  let count = 0;
  if (withFindings) {
    let statements: ReturnType<typeof statementsOf> = [];
    const finder = makeProver({
      policy,
      claims: [],
      about: (model) => {
        statements = statementsOf(model);
        return questionsOf(statements);
      },
    });
    count = findInRules(finder, statements).length;
  }
  const done = performance.now();
  const undecided = verdicts.filter((verdict) => verdict === "undecided").length;
  console.log(`${name.padEnd(24)} claims ${String(all.length).padStart(3)} ${(proved - start).toFixed(0).padStart(7)} ms  undecided ${undecided}${withFindings ? `  findings ${count} ${(done - proved).toFixed(0)} ms` : ""}`);
}

const only = process.argv[2];
for (const name of shipped) {
  if (only !== undefined && only !== name) continue;
  const policy = readWhole(name);
  const all = ["rules/invariants.json", `rules/policies/${name}/invariants.json`].flatMap((file) => readClaims({ file, text: readText(file) }, policy).claims);
  time(name, policy, all, true);
}
if (only === undefined || only === "100 banded") time("100 banded", policyOf(banded(100, numbers(7))), claims, true);
if (only === undefined || only === "500 banded") time("500 banded", policyOf(banded(500, numbers(7))), claims, true);
if (only === undefined || only === "2000 banded") time("2000 banded", policyOf(banded(2000, numbers(7))), claims, true);
if (only === undefined || only === "100 chaotic") time("100 chaotic", policyOf(chaotic(100, numbers(9))), claims, true);
if (only === undefined || only === "500 chaotic") time("500 chaotic", policyOf(chaotic(500, numbers(9))), claims, true);
