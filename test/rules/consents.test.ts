import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeFact, layoutFacts } from "../../src/facts/index.ts";
import type { ConsentSource, Dictionary } from "../../src/facts/index.ts";
import { compileDecision, decisionNames, moments } from "../../src/policy/index.ts";
import type { DecisionName, EnrolmentMoment, Moment, Policy } from "../../src/policy/index.ts";
import { anyCode } from "./any-code.ts";
import { readWhole } from "./read-policies.ts";

const lawful = ["consent-first", "invited"] as const;

function compiled(policy: Policy, decision: DecisionName, moment: Moment) {
  return compileDecision({ policy, decision, moment, layout: layoutFacts(policy.dictionary), known: new Map() });
}

/** Moments of a decision that can occur under the procedures of a policy. */
function occurring(policy: Policy, decision: DecisionName): readonly Moment[] {
  return moments[decision].filter((moment) => decision !== "enrolment" || Object.hasOwn(policy.procedures.enrolment, moment));
}

function sourcesRead(policy: Policy, decision: DecisionName, moment: Moment): ReadonlySet<ConsentSource> {
  const consents = compiled(policy, decision, moment).reads.flatMap((name) => policy.dictionary.facts.get(name)?.consent ?? []);
  return new Set(consents);
}

function sourcesAsked(policy: Policy): ReadonlySet<string> {
  return new Set(Object.values(policy.procedures.enrolment).flatMap((procedure) => Object.keys(procedure.consents)));
}

describe.each(lawful)("%s", (name) => {
  const policy = readWhole(name);

  test("reads no source of data that it does not ask for", () => {
    const asked = sourcesAsked(policy);
    for (const decision of decisionNames)
      for (const moment of occurring(policy, decision))
        expect([...sourcesRead(policy, decision, moment)].filter((source) => !asked.has(source)), `${decision} at ${moment}`).toEqual([]);
  });

  test("prices on nothing but risk and cost, and watches accounts by their own conduct", () => {
    for (const moment of moments.pricing) {
      const reads = compiled(policy, "pricing", moment).reads.flatMap((fact) => policy.dictionary.facts.get(fact) ?? []);
      expect(reads.filter(({ riskFactor, consent }) => !riskFactor || consent !== undefined).map((fact) => fact.name)).toEqual([]);
    }
    for (const moment of moments.monitoring) expect([...sourcesRead(policy, "monitoring", moment)]).toEqual([]);
  });

  test("reads the bureau when it is asked for an account", () => {
    expect([...sourcesRead(policy, "enrolment", "application")]).toContain("bureau");
  });

  test("needs nothing of a source whose consent is not given, for any customer", () => {
    for (const decision of decisionNames)
      for (const moment of occurring(policy, decision))
        for (const source of sourcesRead(policy, decision, moment)) neverNeeds(policy, { decision, moment, source });
  });
});

interface Case {
  readonly decision: DecisionName;
  readonly moment: Moment;
  readonly source: ConsentSource;
}

/** With no consent to the source and all of its facts masked, the decision is the same for every completion. */
function neverNeeds(policy: Policy, { decision, moment, source }: Case): void {
  const layout = layoutFacts(withoutSource(policy, source));
  const decide = compileDecision({ policy, decision, moment, layout, known: new Map() });
  const refused = { kind: "none", ticked: "none", act: false, withdrawn: false };
  const facts = [...policy.dictionary.facts.values()];
  const codes = facts.map((fact) => {
    const [, subject = "", key] = fact.name.split(".");
    if (fact.name === `consent.${subject}.${key}` && subject === source && isKey(refused, key)) return fc.constant(encodeFact(fact, refused[key]));
    return fact.consent === source ? fc.constant(Number.NaN) : anyCode({ ...fact, nullable: false });
  });
  const outcome = decide.newOutcome();
  fc.assert(
    fc.property(fc.tuple(...codes), (values) => {
      const row = new Float64Array(layout.size);
      facts.forEach(({ name }, i) => (row[layout.slot(name)] = values[i] ?? Number.NaN));
      decide.decide(row, outcome);
      expect(outcome.undecided, `${decision} at ${moment} needs ${source}`).toBe(false);
    }),
    { numRuns: 400 },
  );
}

/** The policy's dictionary with every fact of a source as one that may be missing. */
function withoutSource({ dictionary }: Policy, source: ConsentSource): Dictionary {
  return { facts: new Map([...dictionary.facts].map(([name, fact]) => [name, fact.consent === source ? { ...fact, nullable: true } : fact])) };
}

function isKey<T extends object>(of: T, key: string | undefined): key is keyof T & string {
  return key !== undefined && Object.hasOwn(of, key);
}

test.each([
  ["consent-first", "ENR-22", "application", "bureau"],
  ["invited", "ENR-02", "monthly-scan", "purchases"],
] as const)("%s without its guard %s is found out", (name, guard, moment, source) => {
  const policy = readWhole(name);
  const { enrolment } = policy.decisions;
  const unguarded = { ...policy, decisions: { ...policy.decisions, enrolment: { ...enrolment, rules: enrolment.rules.filter((rule) => rule.name !== guard) } } };
  neverNeeds(policy, { decision: "enrolment", moment, source });
  expect(() => neverNeeds(unguarded, { decision: "enrolment", moment, source })).toThrow("Property failed");
});

test("silent auto-enrolment reads what no valid consent covers, at every moment that opens", () => {
  const policy = readWhole("silent-auto-enrolment");
  const opening: readonly EnrolmentMoment[] = ["checkout", "monthly-scan", "application"];
  for (const moment of opening) {
    const read = [...sourcesRead(policy, "enrolment", moment)];
    expect(read).toEqual(expect.arrayContaining(["purchases", "bureau", "thirdPartyScore", "device"]));
    const asked = policy.procedures.enrolment[moment]?.consents ?? {};
    for (const source of read) expect(asked[source]?.kind ?? "none", source).not.toMatch(/separate|written/);
  }
});
