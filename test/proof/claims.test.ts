import { expect, test } from "vitest";
import { readPolicy, readReasons, type Constant, type DecisionName, type Moment, type Policy } from "../../src/policy/index.ts";
import { findingKinds, findInRules, makeProver, readClaims, readExceptions, statementsOf, type Claim, type ClaimResult, type FindingKind, type RuleFinding } from "../../src/proof/index.ts";
import { decideOne } from "../../src/workbench/decide-one.ts";
import { askReference } from "../../src/workbench/reference.ts";
import { replayed, replayedFinding } from "../../src/workbench/replay-proof.ts";
import { patch } from "../policy/fixtures.ts";
import { dictionary, filesOf, readText, shipped } from "../rules/written.ts";

const reasons = readReasons({ file: "rules/reasons.json", text: readText("rules/reasons.json") }).reasons;

/** A shipped policy with one file changed: by JSON pointer, what stands there. */
function changed(name: string, file: string, changes: Readonly<Record<string, unknown>>): Policy {
  const files = filesOf(name).map((source) => (source.file.endsWith(`/${file}`) ? { ...source, text: patch(source.text, changes) } : source));
  const { policy } = readPolicy({ files, dictionary, reasons });
  if (policy === undefined) throw new Error("the fault keeps the policy readable");
  return policy;
}

function claimsOf(policy: Policy): readonly Claim[] {
  return ["rules/invariants.json", `rules/policies/${policy.name}/invariants.json`].flatMap((file) => {
    const { claims, diagnostics } = readClaims({ file, text: readText(file) }, policy);
    expect(diagnostics).toEqual([]);
    return claims;
  });
}

function proveOne(policy: Policy, name: string): ClaimResult {
  const claims = claimsOf(policy).filter((claim) => claim.name === name);
  const [claim] = claims;
  if (claim === undefined) throw new Error(`no claim ${name}`);
  return makeProver({ policy, claims }).prove(claim);
}

function findings(policy: Policy): readonly RuleFinding[] {
  const prover = makeProver({ policy, claims: [] });
  return findInRules(prover, statementsOf(prover.model));
}

/** A rule's place in a file of a shipped policy. */
function place(name: string, file: string, rule: string): number {
  const written = JSON.parse(filesOf(name).find((source) => source.file.endsWith(`/${file}`))?.text ?? "") as { readonly rules: readonly { readonly name: string }[] };
  return written.rules.findIndex((each) => each.name === rule);
}

test("every shipped claim is decided, at least 25 of them, safety and liveness", () => {
  const names = new Set<string>();
  for (const name of shipped) {
    const policy = changed(name, "policy.json", {});
    const claims = claimsOf(policy);
    for (const claim of claims) names.add(claim.name);
    const prover = makeProver({ policy, claims });
    const undecided = claims.map((claim) => prover.prove(claim)).filter(({ verdict }) => verdict === "undecided");
    expect(undecided.map(({ claim, why }) => `${name} ${claim.name}: ${why?.en}`)).toEqual([]);
  }
  expect(names.size).toBeGreaterThanOrEqual(25);
});

const enr = (rule: string): number => place("consent-first", "enrolment.json", rule);
const lim = (policy: string, rule: string): number => place(policy, "limit.json", rule);

/** One fault for each kind of claim, planted into a policy that keeps it. */
const broken: readonly (readonly [string, string, string, string, () => Readonly<Record<string, unknown>>])[] = [
  ["never", "INV-101", "consent-first", "enrolment.json", () => ({ [`/rules/${enr("ENR-20")}/conditions/all/1/any/1/value`]: ["bundled", "separate", "written"] })],
  ["never", "INV-104", "consent-first", "enrolment.json", () => ({ [`/rules/${enr("ENR-10")}/conditions/all/1/value`]: 17 })],
  ["always", "INV-201", "invited", "policy.json", () => ({ "/parameters/maxLimitFen/value": 30_000_000, "/parameters/maxLimitFen/max": 40_000_000, "/parameters/tierALimitFen/value": 25_000_000, "/parameters/tierALimitFen/max": 40_000_000 })],
  ["monotone", "INV-202", "invited", "policy.json", () => ({ "/parameters/tierALimitFen/value": 600_000 })],
  ["independent", "INV-111", "consent-first", "enrolment.json", () => ({ [`/rules/${enr("ENR-30")}/conditions/all/1`]: { fact: "customer.gender", operator: "equal", value: "male" } })],
  ["exhaustive", "INV-404", "consent-first", "closure.json", () => ({ [`/rules/${place("consent-first", "closure.json", "CLO-20")}/conditions/all/0`]: { fact: "account.closed", operator: "equal", value: false } })],
];

test.each(broken)("a fault in %s claim %s of %s is found with a counterexample that json-rules-engine confirms", async (kind, claim, name, file, changes) => {
  expect(proveOne(changed(name, "policy.json", {}), claim).verdict).toBe("held");
  const policy = changed(name, file, changes());
  const result = proveOne(policy, claim);
  expect(result.claim.kind).toBe(kind);
  expect(result.verdict).toBe("broken");
  const [counterexample] = result.counterexamples;
  if (counterexample === undefined) throw new Error("a broken claim has a counterexample");
  expect(await replayed(policy, counterexample)).toBe("confirmed");
  expect(counterexample.region).toBeDefined();
});

/** One fault for each kind of finding. */
const flaws: readonly (readonly [FindingKind, string, string, string, () => Readonly<Record<string, unknown>>])[] = [
  ["impossible", "ENR-10", "consent-first", "enrolment.json", () => ({ [`/rules/${enr("ENR-10")}/conditions/all/2`]: { fact: "customer.age", operator: "greaterThan", value: 30 } })],
  ["shadowed", "ENR-12", "consent-first", "enrolment.json", () => ({ [`/rules/${enr("ENR-12")}/conditions/all/2`]: { fact: "customer.age", operator: "lessThan", value: 18 } })],
  ["redundant", "ENR-41", "consent-first", "enrolment.json", () => ({ [`/rules/${enr("ENR-41")}/event`]: { type: "decline", params: { reason: "score-too-low" } } })],
  ["idle-cap", "LIM-81", "invited", "limit.json", () => ({ [`/rules/${lim("invited", "LIM-81")}/event/params/limitFen`]: 900_000_000 })],
  ["conflict", "ENR-31", "consent-first", "enrolment.json", () => ({ [`/rules/${enr("ENR-31")}/priority`]: 100 })],
  ["exclusive", "", "consent-first", "monitoring.json", () => ({ [`/rules/${place("consent-first", "monitoring.json", "MON-21")}/event`]: { type: "freeze" } })],
  ["idle-condition", "ENR-10", "consent-first", "enrolment.json", () => ({ [`/rules/${enr("ENR-10")}/conditions/all/2`]: { fact: "customer.age", operator: "lessThan", value: 40 } })],
];

const tier = (rule: string, from: number, to: number) => ({ [`/rules/${lim("consent-first", rule)}/conditions/all/2`]: { all: [{ fact: "bureau.debtToIncomeBps", operator: "greaterThanInclusive", value: from }, { fact: "bureau.debtToIncomeBps", operator: "lessThan", value: to }] } });
const bands: typeof flaws = [
  ["tiers-overlap", "LIM-12", "consent-first", "limit.json", () => ({ ...tier("LIM-11", 0, 3000), ...tier("LIM-12", 2800, 5500) })],
  ["tier-hole", "LIM-13", "consent-first", "limit.json", () => ({ ...tier("LIM-11", 0, 3000), ...tier("LIM-12", 3000, 4000), ...tier("LIM-13", 4500, 5500) })],
  ["gap", "", "consent-first", "closure.json", () => ({ [`/rules/${place("consent-first", "closure.json", "CLO-20")}/conditions/all/0`]: { fact: "account.closed", operator: "equal", value: false } })],
];

/** Which rules json-rules-engine fires for the typical applicant of these facts. */
async function fires(policy: Policy, decision: DecisionName, moment: Moment, facts: Readonly<Record<string, Constant | null>>): Promise<readonly string[]> {
  const traced = await askReference(policy.decisions[decision], decideOne(policy, { decision, moment, facts }).facts);
  return traced.filter((one) => one.fired).map(({ name }) => name);
}

const ages = [14, 17, 18, 19, 30, 31, 39, 40, 41, 90];
/** What is proved of everybody has no counterexample: json-rules-engine is asked about both sides of every threshold near it. */
const everybody: Readonly<Record<string, (planted: Policy, sound: Policy) => Promise<void>>> = {
  impossible: async (planted) => {
    for (const age of ages) expect(await fires(planted, "enrolment", "application", { "customer.age": age })).not.toContain("ENR-10");
  },
  "idle-condition": async (planted, sound) => {
    for (const age of ages) expect((await fires(planted, "enrolment", "application", { "customer.age": age })).includes("ENR-10")).toBe((await fires(sound, "enrolment", "application", { "customer.age": age })).includes("ENR-10"));
  },
  "idle-cap": async (planted) => {
    const { limit } = planted.decisions;
    const without: Policy = { ...planted, decisions: { ...planted.decisions, limit: { ...limit, rules: limit.rules.filter(({ name }) => name !== "LIM-81") } } };
    for (const example of limit.examples) {
      const said = [planted, without].map((policy) => decideOne(policy, { decision: "limit", moment: example.moment, facts: example.facts }).outcome.params["limitFen"]);
      expect(said[0]).toBe(said[1]);
    }
    await Promise.resolve();
  },
};

test.each([...flaws, ...bands])("a rule that is %s (%s) in %s is found, and json-rules-engine confirms it", async (kind, rule, name, file, changes) => {
  const is = (finding: RuleFinding): boolean => finding.kind === kind && finding.decision === file.replace(".json", "") && (rule === "" || finding.rule === rule);
  const [sound, planted] = [changed(name, "policy.json", {}), changed(name, file, changes())];
  expect(findings(sound).filter(is)).toEqual([]);
  const [found] = findings(planted).filter(is);
  if (found === undefined) throw new Error(`no finding ${kind}`);
  const confirm = everybody[kind];
  if (confirm !== undefined) return await confirm(planted, sound);
  const { decision, moments: [moment], example = {}, others } = found;
  if (moment === undefined) throw new Error("it has a moment");
  expect(await replayedFinding(planted, found)).toBe("confirmed");
  const fired = await fires(planted, decision, moment, { "score.points": 660, ...example });
  if (kind === "tier-hole" || kind === "gap") expect(fired.filter((one) => !one.startsWith("LIM-8") && !one.startsWith("LIM-9"))).toEqual([]);
  else expect(fired).toEqual(expect.arrayContaining([...(found.rule === undefined ? [] : [found.rule]), ...(kind === "shadowed" ? [] : others)]));
  if (kind === "tiers-overlap") expect(found.band).toEqual({ fact: "bureau.debtToIncomeBps", ranges: [{ from: 2800, to: 2999 }] });
  if (kind === "tier-hole") expect(found.band).toEqual({ fact: "bureau.debtToIncomeBps", ranges: [{ from: 4000, to: 4499 }] });
});

test("a fault in a claim that nothing changed since another policy is found with a counterexample that json-rules-engine confirms", async () => {
  const [sound, planted] = [changed("consent-first", "policy.json", {}), changed("consent-first", "enrolment.json", { [`/rules/${enr("ENR-10")}/conditions/all/1/value`]: 21 })];
  const claim: Claim = { name: "U", title: { en: "a", zh: "甲" }, level: "error", serves: [], at: { enrolment: ["application"] }, decisions: ["enrolment"], kind: "unchanged-since", since: "then" };
  const prove = (policy: Policy): ClaimResult => makeProver({ policy, claims: [claim], since: new Map([["then", sound]]) }).prove(claim);
  expect(prove(sound).verdict).toBe("held");
  const [counterexample] = prove(planted).counterexamples;
  if (counterexample === undefined) throw new Error("it is broken");
  expect(counterexample.departures["customer.age"]).toBe(20);
  expect(await replayed(planted, counterexample)).toBe("confirmed");
});

test("there is a seeded fault for every kind of finding and of claim", () => {
  expect(new Set([...broken.map(([kind]) => kind), "unchanged-since"])).toEqual(new Set(["always", "never", "monotone", "independent", "exhaustive", "unchanged-since"]));
  expect(new Set([...flaws, ...bands].map(([kind]) => kind))).toEqual(new Set(findingKinds.filter((kind) => kind !== "unknown")));
});

test("a claim with a mistake gets a finding each, with what was probably meant, and a vacuous one is never held", () => {
  const policy = changed("consent-first", "policy.json", {});
  const title = { en: "a", zh: "甲" };
  const leaf = (fact: string, operator: string, value: unknown) => ({ all: [{ fact, operator, value }] });
  const said = (name: string, kind: string, that: unknown, when?: unknown) => Object.fromEntries(Object.entries({ name, title, kind, that, when }).map(([key, value]) => [key === "that" ? "then" : key, value]));
  const read = (claims: readonly unknown[]) => readClaims({ file: "rules/invariants.json", text: JSON.stringify({ claims }) }, policy);
  const wrong = read([
    said("A", "nevr", leaf("outcome.enrolment.type", "equal", "enrol")),
    said("B", "never", leaf("outcome.enrolment.typ", "equal", "enrol")),
    said("C", "never", leaf("customer.age", "lessThan", 18)),
    said("D", "never", leaf("outcome.enrolment.type", "equal", "enrol"), leaf("customer.aeg", "lessThan", 18)),
    { name: "E", title, kind: "monotone", fact: "bureau.score", outcome: "outcome.limit.limitFen", never: "sinks" },
    { name: "F", title, kind: "exhaustive", decision: "closing" },
  ]);
  expect(wrong.claims).toEqual([]);
  expect(wrong.diagnostics.map(({ code }) => code)).toEqual(["unknown-claim-kind", "unknown-fact", "claim-without-outcome", "unknown-fact", "malformed-claim", "unknown-decision"]);
  expect(wrong.diagnostics.map(({ message }) => message.en).join("\n")).toMatch(/`never`[\s\S]*`outcome\.enrolment\.type`[\s\S]*`customer\.age`/u);
  const nobody = { all: [...leaf("customer.age", "lessThan", 18).all, ...leaf("customer.age", "greaterThan", 20).all] };
  const [vacuous] = read([said("V", "never", leaf("outcome.enrolment.type", "equal", "enrol"), nobody)]).claims;
  if (vacuous === undefined) throw new Error("it is read");
  const result = makeProver({ policy, claims: [vacuous] }).prove(vacuous);
  expect([result.verdict, result.vacuous]).toEqual(["undecided", true]);
});

test("what is computed from two facts is not taken for the same when one of them changes", () => {
  const title = { en: "a", zh: "甲" };
  const product = { "/derived/busyness": { title, times: ["shop.ordersLast12m", "shop.tenureMonths"] } };
  const rule = { [`/rules/${enr("ENR-30")}/conditions/all/1`]: { fact: "derived.busyness", operator: "greaterThan", value: 500 } };
  const files = filesOf("consent-first").map((source) => (source.file.endsWith("/policy.json") ? { ...source, text: patch(source.text, product) } : source.file.endsWith("/enrolment.json") ? { ...source, text: patch(source.text, rule) } : source));
  const { policy } = readPolicy({ files, dictionary, reasons });
  if (policy === undefined) throw new Error("the policy is readable");
  const claim: Claim = { name: "C", title, level: "error", serves: [], at: { enrolment: ["application"] }, decisions: ["enrolment"], kind: "independent", of: ["shop.ordersLast12m"], outcomes: ["outcome.enrolment.type"] };
  expect(makeProver({ policy, claims: [claim] }).prove(claim).verdict).not.toBe("held");
});

test("a budget of zero leaves every claim that needs a proof undecided, never green", () => {
  const policy = changed("consent-first", "policy.json", {});
  const claims = claimsOf(policy).filter(({ name }) => name === "INV-101");
  const [claim] = claims;
  if (claim === undefined) throw new Error("it is there");
  expect(makeProver({ policy, claims, budget: { nodes: 0, conflicts: 0 } }).prove(claim).verdict).toBe("undecided");
});

test("a limit that is computed from more income where debts are higher breaks the claim that more debt never raises it", () => {
  const policy = changed("consent-first", "limit.json", { "/rules/3/event/params/limitFen/fact": "derived.tightCapacityFen" });
  expect(proveOne(policy, "INV-205").verdict).toBe("broken");
  expect(proveOne(policy, "INV-204").verdict).toBe("held");
});

test("what follows from a broken file of claims is no finding of its own: exceptions to them stay quiet", () => {
  const policy = changed("invited", "policy.json", {});
  const file = "rules/invariants.json";
  const broken = readClaims({ file, text: '[{"name": 1}' }, policy);
  expect([broken.names, broken.diagnostics.map(({ code }) => code)]).toEqual([undefined, ["json-syntax"]]);
  const nameless = readClaims({ file, text: JSON.stringify({ claims: [{ name: "A" }] }) }, policy);
  expect([nameless.names, nameless.diagnostics.map(({ message }) => message.en)]).toEqual([["A"], ["the claim has no `kind`"]]);
  const exceptions = { file, text: JSON.stringify({ exceptions: [{ claim: "A", why: { en: "known", zh: "已知" } }] }) };
  expect(readExceptions(exceptions, undefined).diagnostics).toEqual([]);
  expect(readExceptions(exceptions, nameless.names).diagnostics).toEqual([]);
  expect(readExceptions(exceptions, ["B"]).diagnostics.map(({ code }) => code)).toEqual(["malformed-exception"]);
});
