// An independent judge: the same questions, put to z3 by an encoding that shares nothing with ours but the rule files.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { extendDictionary, type FactDefinition } from "../../src/facts/index.ts";
import { decisionNames, moments, type Condition, type Policy, type RuleEvent } from "../../src/policy/index.ts";
import { makeProver, type Claim, type ClaimKind } from "../../src/proof/index.ts";
import { askZ3 } from "./z3-judge.ts";

const title = { en: "", zh: "" };
const common = { title, description: title, producedBy: "population", level: 1, sensitive: false, riskFactor: true } as const;
const numberFact = (name: string, nullable: boolean): FactDefinition => ({ ...common, name, nullable, type: "integer", min: 0, max: 30, decimals: 0, unit: "points", typical: 10 });
const facts: readonly FactDefinition[] = [
  numberFact("f.a", false),
  numberFact("f.b", false),
  numberFact("f.c", true),
  { ...common, name: "f.flag", nullable: false, type: "boolean", typical: true },
  { ...common, name: "f.word", nullable: true, type: "enum", values: ["x", "y", "z"], typical: "x" },
  { ...common, name: "request.moment", nullable: false, type: "enum", values: [...new Set(Object.values(moments).flat())], typical: "application" },
];
const dictionary = extendDictionary({ facts: new Map(facts.map((fact) => [fact.name, fact])) }, []);

const events: readonly RuleEvent[] = [
  { type: "decline", params: { reason: "one" } },
  { type: "decline", params: { reason: "two" } },
  { type: "review", params: { queue: "q" } },
  { type: "invite", params: { offerDays: 10 } },
  { type: "enrol" },
];
const order = ["decline", "review", "invite", "enrol"];

interface Rule {
  readonly priority: number;
  readonly conditions: Condition;
  readonly event: number;
}

const numbers = ["f.a", "f.b", "f.c"];
const compare = fc.constantFrom("lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive", "equal", "notEqual");
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ fact: fc.constantFrom(...numbers), operator: compare, value: fc.integer({ min: 0, max: 30 }) }) },
  { weight: 1, arbitrary: fc.constantFrom(["f.a", "f.b"], ["f.b", "f.c"]).chain(([fact = "", other = ""]) => compare.map((operator) => ({ fact, operator, value: { fact: other } }))) },
  { weight: 1, arbitrary: fc.boolean().map((value) => ({ fact: "f.flag", operator: "equal", value })) },
  { weight: 1, arbitrary: fc.subarray(["x", "y", "z"], { minLength: 1, maxLength: 2 }).chain((value) => fc.constantFrom("in", "notIn").map((operator) => ({ fact: "f.word", operator, value }))) },
);
const node = (depth: number): fc.Arbitrary<Condition> =>
  depth === 0
    ? leaf
    : fc.oneof(
        { weight: 3, arbitrary: leaf },
        { weight: 1, arbitrary: fc.array(node(depth - 1), { minLength: 1, maxLength: 3 }).map((all) => ({ all })) },
        { weight: 1, arbitrary: fc.array(node(depth - 1), { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
        { weight: 1, arbitrary: node(depth - 1).map((not) => ({ not })) },
      );
const root: fc.Arbitrary<Condition> = fc.array(node(2), { minLength: 1, maxLength: 3 }).map((all) => ({ all }));
const rule: fc.Arbitrary<Rule> = fc.record({ priority: fc.integer({ min: 1, max: 4 }), conditions: root, event: fc.integer({ min: 0, max: events.length - 1 }) });

function policyOf(rules: readonly Rule[]): Policy {
  const nothing = { type: "no-action" };
  const files = decisionNames.map((name) => [name, { decision: name, combine: {}, exclusive: [], otherwise: {}, onMissing: nothing, conditions: {}, rules: [], examples: [], file: name }]);
  const enrolment = {
    decision: "enrolment",
    combine: {},
    exclusive: [],
    otherwise: { application: events[0] },
    onMissing: events[2],
    conditions: {},
    rules: rules.map(({ priority, conditions, event }, index) => ({ name: `R-${index}`, title, serves: [], priority, conditions, event: events[event] })),
    examples: [],
    file: "enrolment.json",
  };
  const reasons = new Map(["one", "two"].map((code) => [code, { code, file: title, customer: title }]));
  return { name: "random", title, version: "1", parameters: [], derived: [], arrangements: {}, reasons, decisions: { ...Object.fromEntries(files), enrolment }, dictionary } as unknown as Policy;
}

/** Where a condition is certainly true, and where certainly false, in SMT-LIB. `who` names the applicant. */
function smt(condition: Condition, who: string): readonly [string, string] {
  if ("all" in condition) return joined(condition.all, "and", "or", who);
  if ("any" in condition) return joined(condition.any, "or", "and", who);
  if ("not" in condition) {
    const [yes, no] = smt(condition.not, who);
    return [no, yes];
  }
  if ("condition" in condition) throw new Error("no named conditions here");
  const { fact, operator, value } = condition;
  const name = variable(fact, who);
  const other = typeof value === "object" && value !== null && "fact" in value ? String(value.fact) : undefined;
  const present = ["f.c", "f.word"].flatMap((nullable) => (nullable === fact || nullable === other ? [`${variable(nullable, who)}p`] : []));
  const right = other === undefined ? constant(value) : variable(other, who);
  const plain: Readonly<Record<string, string>> = {
    lessThan: `(< ${name} ${right})`,
    lessThanInclusive: `(<= ${name} ${right})`,
    greaterThan: `(> ${name} ${right})`,
    greaterThanInclusive: `(>= ${name} ${right})`,
    equal: `(= ${name} ${right})`,
    notEqual: `(not (= ${name} ${right}))`,
  };
  const list = Array.isArray(value) ? `(or false ${value.map((word) => `(= ${name} ${constant(word)})`).join(" ")})` : "";
  const holds = operator === "in" ? list : operator === "notIn" ? `(not ${list})` : (plain[operator] ?? "");
  return [`(and true ${present.join(" ")} ${holds})`, `(and true ${present.join(" ")} (not ${holds}))`];
}

function joined(parts: readonly Condition[], yes: "and" | "or", no: "and" | "or", who: string): readonly [string, string] {
  const all = parts.map((part) => smt(part, who));
  const neutral = { and: "true", or: "false" };
  return [`(${yes} ${neutral[yes]} ${all.map(([one]) => one).join(" ")})`, `(${no} ${neutral[no]} ${all.map(([, one]) => one).join(" ")})`];
}

function variable(fact: string, who: string): string {
  return `${fact.replace("f.", "")}${who}`;
}

function constant(value: unknown): string {
  if (typeof value === "boolean") return value ? "1" : "0";
  return typeof value === "string" ? String(["x", "y", "z"].indexOf(value)) : String(value);
}

const undecided = 100;

/** What is said, as a number: the event's place, 100 where a missing fact leaves it open, 200 where no rule speaks. */
function said(rules: readonly Rule[], who: string): string {
  const ranked = rules.map((each, index) => ({ ...each, index })).toSorted((a, b) => b.priority - a.priority || a.index - b.index);
  return ranked.reduceRight((below, { conditions, event }) => {
    const [yes, no] = smt(conditions, who);
    // `otherwise` says what event 0 says.
    const same = event === 0 ? `(or (= rest 0) (= rest 200))` : `(= rest ${event})`;
    return `(let ((rest ${below})) (ite ${yes} ${event} (ite ${no} rest (ite ${same} rest ${undecided}))))`;
  }, "200");
}

function declare(who: string): string {
  const ints = ["a", "b", "c"].map((name) => `(declare-const ${name}${who} Int)(assert (and (<= 0 ${name}${who}) (<= ${name}${who} 30)))`);
  return `${ints.join("")}(declare-const flag${who} Int)(assert (and (<= 0 flag${who}) (<= flag${who} 1)))(declare-const word${who} Int)(assert (and (<= 0 word${who}) (<= word${who} 2)))(declare-const c${who}p Bool)(declare-const word${who}p Bool)`;
}

const typeNames = [["decline", [0, 1, 200]], ["review", [2, undecided]], ["invite", [3]], ["enrol", [4]]] as const;
const isType = (type: string, what: string): string => `(or false ${typeNames.flatMap(([name, codes]) => (name === type ? codes.map((code) => `(= ${what} ${code})`) : [])).join(" ")})`;
const rank = (what: string): string => `(ite ${isType("decline", what)} 0 (ite ${isType("review", what)} 1 (ite ${isType("invite", what)} 2 3)))`;

interface Asked {
  readonly rules: readonly Rule[];
  readonly claim: Claim;
  /** Satisfiable where the claim breaks; and where anybody is concerned. */
  readonly breaks: string;
  readonly premise: string;
}

const kinds = ["always", "never", "monotone", "independent", "exhaustive"] as const;

function ask(kind: (typeof kinds)[number], rules: readonly Rule[], when: Condition, type: string, fact: string): Asked {
  const base = { name: "C", title, level: "error", serves: [], at: { enrolment: ["application"] }, decisions: ["enrolment"], when } as const;
  const [concerned] = smt(when, "1");
  const [also] = smt(when, "2");
  const one = `${declare("1")}(define-fun s1 () Int ${said(rules, "1")})`;
  const equal = ["a", "b", "c", "flag", "word"].filter((name) => `f.${name}` !== fact).map((name) => `(assert (= ${name}1 ${name}2))`);
  const present = ["c", "word"].map((name) => (`f.${name}` === fact ? "" : `(assert (= ${name}1p ${name}2p))`));
  const two = `${one}${declare("2")}(define-fun s2 () Int ${said(rules, "2")})${equal.join("")}${present.join("")}(assert ${concerned})(assert ${also})`;
  const there = fact === "f.c" ? "(assert (and c1p c2p))" : "";
  const premise = `${declare("1")}(assert ${concerned})`;
  const that: Condition = { all: [{ fact: "outcome.enrolment.type", operator: kind === "always" ? "notEqual" : "equal", value: type }] };
  switch (kind) {
    case "always":
    case "never":
      return { rules, premise, claim: { ...base, kind, that }, breaks: `${one}(assert ${concerned})(assert ${isType(type, "s1")})` };
    case "exhaustive":
      return { rules, premise, claim: { ...base, kind }, breaks: `${one}(assert ${concerned})(assert (= s1 200))(assert (not (or false ${rules.map(({ conditions }) => `(not ${smt(conditions, "1")[1]})`).join(" ")})))` };
    case "monotone": {
      const name = fact.replace("f.", "");
      const claim: Claim = { ...base, kind, fact, outcome: "outcome.enrolment.type", never: "falls", order };
      return { rules, premise, claim, breaks: `${two}${there}(assert (< ${name}1 ${name}2))(assert (> ${rank("s1")} ${rank("s2")}))` };
    }
    case "independent": {
      const claim: Claim = { ...base, kind, of: [fact], outcomes: ["outcome.enrolment.type"] };
      return { rules, premise, claim, breaks: `${two}(assert (not (= ${rank("s1")} ${rank("s2")})))` };
    }
  }
}

const isLong = process.env["POLICY_BENCH_LONG"] !== undefined;
const count = isLong ? 5600 : 550;

test("z3 agrees with every verdict on random policies and claims, of each kind", { timeout: 3_600_000 }, async () => {
  const questions = fc.record({
    rules: fc.array(rule, { minLength: 1, maxLength: 6 }),
    when: fc.oneof(fc.constant<Condition>({ all: [] }), root),
    type: fc.constantFrom(...order),
    fact: fc.constantFrom("f.a", "f.b", "f.c"),
  });
  const made = fc.sample(questions, { numRuns: count, seed: 11 }).map(({ rules, when, type, fact }, index) => {
    const { claim, breaks, premise } = ask(kinds[index % kinds.length] ?? "never", rules, when, type, fact);
    // Every third by the search alone.
    const prover = makeProver({ policy: policyOf(rules), claims: [claim], budget: index % 3 === 0 ? { nodes: 0, conflicts: 20_000 } : { nodes: 100_000, conflicts: 20_000 } });
    const result = prover.prove(claim);
    return { result, question: result.vacuous ? premise : breaks, told: `${JSON.stringify({ rules, claim })}: ${result.why?.en ?? ""}` };
  });
  const answers = await askZ3(made.map(({ question }) => question));
  const stats = new Map<ClaimKind, { held: number; broken: number }>(kinds.map((kind) => [kind, { held: 0, broken: 0 }]));
  let [vacuous, undecided] = [0, 0];
  for (const [index, { result, told }] of made.entries()) {
    const answer = answers[index];
    if (result.vacuous) {
      vacuous += 1;
      expect(answer, told).toBe("unsat");
      continue;
    }
    // What is left undecided is no disagreement, and never taken for proved.
    if (result.verdict === "undecided") {
      undecided += 1;
      continue;
    }
    expect(result.verdict, told).toBe(answer === "sat" ? "broken" : "held");
    expect(["sat", "unsat"]).toContain(answer);
    const counts = stats.get(result.claim.kind);
    if (counts !== undefined) counts[answer === "sat" ? "broken" : "held"] += 1;
  }
  const all = [...stats.values()];
  const [held, broken] = [all.reduce((sum, each) => sum + each.held, 0), all.reduce((sum, each) => sum + each.broken, 0)];
  if (isLong) console.log(`${held + broken} verdicts, ${broken} refuted, ${vacuous} vacuous, ${undecided} undecided; ${[...stats].map(([kind, each]) => `${kind} ${each.held}/${each.broken}`).join(", ")}`);
  expect(held + broken).toBeGreaterThanOrEqual(isLong ? 5000 : 500);
  expect(held + broken + vacuous + undecided).toBe(count);
  expect(undecided).toBeLessThanOrEqual(count / 500);
  expect(broken / (held + broken)).toBeGreaterThan(0.3);
  expect(broken / (held + broken)).toBeLessThan(0.7);
  for (const [kind, each] of stats) expect(each.held + each.broken, kind).toBeGreaterThanOrEqual(50);
});
