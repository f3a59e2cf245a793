import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutFacts } from "../../src/facts/index.ts";
import { compileDecision, decisionNames, moments, readOutcome } from "../../src/policy/index.ts";
import type { DecisionName, EnrolmentMoment, Moment, Policy } from "../../src/policy/index.ts";
import { anyCode } from "./any-code.ts";
import { readWhole } from "./read-policies.ts";
import { folders, shipped } from "./written.ts";

/** Asks a decision about any row of facts; what comes back is for people. */
function asks(policy: Policy, decision: DecisionName, moment: Moment) {
  const compiled = compileDecision({ policy, decision, moment, layout: layoutFacts(policy.dictionary), known: new Map() });
  const outcome = compiled.newOutcome();
  return (row: Float64Array) => {
    compiled.decide(row, outcome);
    return readOutcome(compiled, outcome);
  };
}

function anyRow(policy: Policy): fc.Arbitrary<Float64Array> {
  return fc.tuple(...[...policy.dictionary.facts.values()].map(anyCode)).map((codes) => Float64Array.from(codes));
}

describe.each(Object.keys(folders))("%s", (name) => {
  const policy = readWhole(name);

  test("never says two things that exclude each other", () => {
    for (const decision of decisionNames)
      for (const moment of moments[decision]) {
        const decide = asks(policy, decision, moment);
        fc.assert(fc.property(anyRow(policy), (row) => !decide(row).conflict), { numRuns: 200 });
      }
  });
});

const moment = (one: EnrolmentMoment) => one;
describe.each(shipped)("%s", (name) => {
  const policy = readWhole(name);
  const opening = moments.enrolment.filter((one) => Object.hasOwn(policy.procedures.enrolment, moment(one)));

  test("gives whom it enrols a line of 500 to 50,000 yuan and a price, or no line for want of data", () => {
    const limit = asks(policy, "limit", "booking");
    const price = asks(policy, "pricing", "booking");
    let enrolled = 0;
    for (const one of opening) {
      const enrol = asks(policy, "enrolment", one);
      const sound = (row: Float64Array) => {
        if (enrol(row).type !== "enrol") return;
        enrolled += 1;
        const line = limit(row);
        if (line.type !== "grant") expect(line).toMatchObject({ type: "no-line", params: { reason: "data-missing" } });
        else {
          expect(line.params["limitFen"]).toBeGreaterThanOrEqual(50_000);
          expect(line.params["limitFen"]).toBeLessThanOrEqual(5_000_000);
        }
        expect(price(row).type).toBe("price");
      };
      fc.assert(fc.property(anyRow(policy), sound), { numRuns: 2000 });
    }
    // About 360 of 2,000 are enrolled where one moment opens: far above the bound, so that chance does not decide.
    expect(enrolled).toBeGreaterThan(100);
  });

  test("enrols no minor", () => {
    for (const one of opening) {
      const enrol = asks(policy, "enrolment", one);
      const age = layoutFacts(policy.dictionary).slot("customer.age");
      const minor = fc.tuple(anyRow(policy), fc.integer({ min: 14, max: 17 }));
      fc.assert(fc.property(minor, ([row, years]) => !["enrol", "invite"].includes(enrol(row.with(age, years)).type)), { numRuns: 500 });
    }
  });
});

test.each(["consent-first", "invited"])("%s enrols and invites no student where the lender is a micro-lender", (name) => {
  const policy = readWhole(name);
  const layout = layoutFacts(policy.dictionary);
  const lenders = policy.dictionary.facts.get("lender.type");
  const microlender = lenders?.type === "enum" ? lenders.values.indexOf("microlender") : -1;
  for (const one of moments.enrolment) {
    const enrol = asks(policy, "enrolment", one);
    const student = anyRow(policy).map((row) => row.with(layout.slot("customer.isCollegeStudent"), 1).with(layout.slot("lender.type"), microlender));
    fc.assert(fc.property(student, (row) => !["enrol", "invite", "review"].includes(enrol(row).type)), { numRuns: 500 });
  }
});
