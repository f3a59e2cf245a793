// Claims about limits that rules compute from facts: what is proved of all pairs is tried on the compiled decision.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { encodeFact, layoutFacts } from "../../src/facts/index.ts";
import { decisionNames, deriveFacts, type Constant, type Policy } from "../../src/policy/index.ts";
import { makeProver, type Claim } from "../../src/proof/index.ts";
import { randomDecision, type RandomDecision } from "../reference/random-policies.ts";

const title = { en: "", zh: "" };
const amounts = ["typed.plain", "typed.score"];

function wholePolicy({ policy }: RandomDecision): Policy {
  const nothing = { type: "no-action" };
  const empty = decisionNames.map((name) => [name, { decision: name, combine: {}, exclusive: [], otherwise: {}, onMissing: nothing, conditions: {}, rules: [], examples: [], file: name }]);
  const reasons = ["young", "poor", "none", "no-tier"].map((code) => [code, { code, file: title, customer: title }] as const);
  return { ...policy, decisions: { ...Object.fromEntries(empty), ...policy.decisions }, reasons: new Map(reasons), arrangements: {} };
}

/** Both directions of every amount, that it alone changes nothing, and that the limit stays within numbers and other amounts. */
function claimsAt({ moment }: RandomDecision): readonly Claim[] {
  const base = { title, level: "error", serves: [], at: { limit: [moment] }, decisions: ["limit"] } as const;
  const outcome = "outcome.limit.limitFen";
  return [
    ...amounts.flatMap((fact) => (["falls", "rises"] as const).map((never): Claim => ({ ...base, name: `${fact} ${never}`, kind: "monotone", fact, outcome, never }))),
    ...amounts.map((fact): Claim => ({ ...base, name: `${fact} alone`, kind: "independent", of: [fact], outcomes: [outcome] })),
    ...[300, 600, { fact: "typed.plain" }, { fact: "derived.one" }].map((value): Claim => ({ ...base, name: `within ${JSON.stringify(value)}`, kind: "always", that: { all: [{ fact: outcome, operator: "lessThanInclusive", value }] } })),
  ];
}

test("what is proved of computed limits is never broken by an applicant or a pair", () => {
  const count = { held: 0, heldAtOnce: 0, broken: 0 };
  fc.assert(
    fc.property(randomDecision("limit"), (made) => {
      const policy = wholePolicy(made);
      const layout = layoutFacts(policy.dictionary);
      const row = (facts: Readonly<Record<string, Constant | null>>): Float64Array => {
        const all = deriveFacts(policy, { ...facts, "request.moment": made.moment });
        return Float64Array.from(policy.dictionary.facts.values(), (definition) => encodeFact(definition, all[definition.name]));
      };
      expect(row({}).length).toBe(layout.size);
      const claims = claimsAt(made);
      const prover = makeProver({ policy, claims });
      for (const claim of claims) {
        const { verdict } = prover.prove(claim);
        const violations = prover.violations(claim);
        if (verdict === "broken") count.broken += 1;
        if (verdict !== "held") continue;
        count.held += 1;
        if (violations.some(({ enough }) => enough !== undefined)) count.heldAtOnce += 1;
        for (const { asked, differs } of violations) {
          const trial = prover.trial(claim, asked);
          for (const facts of made.rows) {
            const first = row(facts);
            const values = differs === undefined ? [undefined] : [0, 1, 2, 3, 4, 6, 8, 11, 12, 100, 101, 300];
            for (const value of values) {
              const applicants = value === undefined || differs === undefined ? { first } : { first, second: row({ ...facts, [differs]: value }) };
              expect(trial.breaks(applicants), `${claim.name} ${JSON.stringify(facts)} ${value}`).toBe(false);
            }
          }
        }
      }
    }),
    { numRuns: 100, seed: 303 },
  );
  expect(count.held).toBeGreaterThan(300);
  expect(count.heldAtOnce).toBeGreaterThan(30);
  expect(count.broken).toBeGreaterThan(100);
});
