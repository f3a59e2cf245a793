import { expect, test } from "vitest";
import { layoutFacts } from "../../src/facts/index.ts";
import { compileDecision, decisionNames, knownFacts, moments, type Policy } from "../../src/policy/index.ts";
import { closureOutcomes, complaintKinds, deriveActFacts, limitChangeWays, writtenFacts, type Act } from "../../src/simulation/index.ts";
import { dictionary, policy, population } from "./world.ts";

function acts(): Act[] {
  return [
    ...moments.enrolment.map((moment): Act => ({ kind: "enrolment", moment })),
    ...decisionNames.flatMap((decision) => moments[decision].map((moment): Act => ({ kind: "data-access", decision, moment }))),
    ...limitChangeWays.map((way): Act => ({ kind: "limit-change", way })),
    ...moments.pricing.map((moment): Act => ({ kind: "pricing", moment })),
    ...closureOutcomes.map((outcome): Act => ({ kind: "closure-decision", outcome })),
    ...complaintKinds.map((about): Act => ({ kind: "complaint", about })),
    ...(["credit-report-query", "billing", "negative-report", "collection", "closure-request", "marketing", "month-end"] as const).map(
      (kind): Act => ({ kind }),
    ),
  ];
}

/** Every fact that some act under the policy has, derived or taken from the row. */
function factsOfActs(of: Policy): Set<string> {
  const layout = layoutFacts(of.dictionary);
  const asked = decisionNames.flatMap((decision) =>
    moments[decision]
      .filter((moment) => decision !== "enrolment" || moment in of.procedures.enrolment)
      .map((moment) => compileDecision({ policy: of, decision, moment, layout, known: knownFacts(of) })),
  );
  const context = {
    procedures: of.procedures, enrolment: of.decisions.enrolment, lenderType: "microlender", dictionary: of.dictionary, decisions: asked,
  };
  return new Set(
    acts().flatMap((act) => {
      const { facts, row } = deriveActFacts(context, act);
      return [...facts.keys(), ...row];
    }),
  );
}

const consents = [...dictionary.facts.keys()].filter((name) => name.startsWith("consent."));
const byMonth = new Set<string>([...writtenFacts, ...consents]);
const byActs = new Set(["silent-auto-enrolment", "consent-first", "invited"].flatMap((name) => [...factsOfActs(policy(name))]));
const byPopulation = new Set(population(1).facts);

test("every fact that the dictionary gives to the simulation is written by the month or by its acts", () => {
  const promised = [...dictionary.facts.values()].filter(({ producedBy }) => producedBy === "simulation").map(({ name }) => name);
  expect(promised.filter((name) => !byMonth.has(name) && !byActs.has(name))).toEqual([]);
});

test("the month writes nothing that belongs to somebody else", () => {
  for (const name of byMonth) expect(dictionary.facts.get(name)?.producedBy, name).toBe("simulation");
});

test("acts derive no fact of the population, of a policy's parameters or of a law", () => {
  const copies = new Set(["customer.age", "customer.isCollegeStudent"]);
  for (const name of byActs) {
    if (copies.has(name)) continue;
    expect(["simulation", "procedures", "declared", "policy", "lender"], name).toContain(dictionary.facts.get(name)?.producedBy);
  }
});

test("every fact has exactly one producer in code", () => {
  for (const { name, producedBy } of dictionary.facts.values()) {
    if (producedBy === "population") expect(byPopulation.has(name) && !byMonth.has(name), name).toBe(true);
    if (producedBy === "procedures" || producedBy === "declared") expect(!byMonth.has(name) && !byPopulation.has(name), name).toBe(true);
    if (producedBy === "simulation") expect(byPopulation.has(name), name).toBe(false);
  }
});
