import { expect, test } from "vitest";
import { readJson, type Diagnostic } from "../../src/base/index.ts";
import { checkShape } from "../../src/base/index.ts";
import { checkExpectationPolicies, expectationSchema, factsOfExpectations, type Expectation } from "../../src/verdict/index.ts";
import { expectation, reportOf, request } from "./report-of.ts";
import { tallyOf } from "../statistics/tally-of.ts";

function verdictOf(claim: Partial<Expectation>): string {
  const [result] = reportOf({ expectations: [expectation(claim)] }).expectations;
  return `${result?.verdict}: ${result?.evidence.en}`;
}

test("a count is compared exactly", () => {
  expect(verdictOf({ equals: 0 })).toBe("held: 0; asked: exactly 0");
  expect(verdictOf({ policy: "silent", equals: 0 })).toBe("broken: 650; asked: exactly 0");
  expect(verdictOf({ policy: "silent", atMost: 650 })).toMatch(/^held/u);
  expect(verdictOf({ policy: "silent", atMost: 649 })).toMatch(/^broken/u);
});

test("a share is held only when its whole interval is, broken only when none of it is", () => {
  const about = { policy: "silent", measure: "ever90PlusAtMonth12" }; // 12 of 300: 0.040 (0.023 … 0.069)
  expect(verdictOf({ ...about, atMost: 0.08 })).toBe("held: 4.00% (2.30% … 6.86% at 95%, n = 300); asked: at most 8.00%");
  expect(verdictOf({ ...about, atMost: 0.05 })).toMatch(/^undecided/u);
  expect(verdictOf({ ...about, atMost: 0.02 })).toMatch(/^broken/u);
  expect(verdictOf({ ...about, atLeast: 0.02 })).toMatch(/^held/u);
  expect(verdictOf({ ...about, atLeast: 0.03 })).toMatch(/^undecided/u);
  expect(verdictOf({ ...about, between: [0.02, 0.07] })).toMatch(/^held/u);
  expect(verdictOf({ ...about, between: [0.1, 0.2] })).toMatch(/^broken/u);
  expect(verdictOf({ ...about, atMost: 0.06, confidence: 0.8 })).toMatch(/^held.*at 80%/u);
});

test("no data decides nothing", () => {
  expect(verdictOf({ measure: "realBadRateEnrolled", atMost: 1 })).toBe("undecided: no data");
});

test("an expectation switched off is not judged, and a warning stays a warning", () => {
  expect(reportOf({ expectations: [expectation({ equals: 0, level: "off" })] }).expectations).toEqual([]);
  expect(reportOf({ expectations: [expectation({ equals: 1, level: "warning" })] }).expectations[0]?.level).toBe("warning");
});

test("a claim about a group is judged on the customers of that group, over all groups that fit", () => {
  const group = (booked: number) => [tallyOf({ counters: { considered: 100, booked } })];
  const groups = new Map([["1 / female", group(10)], ["1 / male", group(30)], ["2 / male", group(90)]]);
  const runs = request().runs.map((run) => ({ ...run, groups }));
  const about = { measure: "bookingRate", equals: 0.2 };
  const judge = (where: Expectation["where"]) =>
    reportOf({ runs, groupBy: ["customer.cityTier", "customer.gender"], expectations: [expectation({ ...about, where })] }).expectations[0];
  expect(judge({ "customer.cityTier": 1 })?.verdict).toBe("held");
  expect(judge({ "customer.cityTier": 2, "customer.gender": "male" })?.verdict).toBe("broken");
  expect(judge({ "customer.cityTier": 5 })?.verdict).toBe("undecided");
  expect(factsOfExpectations([expectation({ where: { a: 1 } }), expectation({ where: { b: 1, a: 2 } })])).toEqual(["a", "b"]);
});

function findings(text: string): readonly Diagnostic[] {
  return checkShape(expectationSchema, readJson(text, "s.json")).diagnostics;
}

test("an unknown measure is named, with the one that was meant", () => {
  const [finding, ...others] = findings(`{ "name": "x", "policy": "p", "measure": "violationCritical", "equals": 0 }`);
  expect(others).toEqual([]);
  expect(finding?.code).toBe("unknown-measure");
  expect(finding?.message.en).toBe("unknown measure `violationCritical`; did you mean `violationsCritical`?");
  expect(finding?.place?.pointer).toBe("/measure");
});

test("no bound, two bounds, a range turned around and a wrong key are one finding each", () => {
  const codes = (text: string): readonly string[] => findings(text).map(({ code }) => code);
  expect(codes(`{ "name": "x", "policy": "p", "measure": "bookingRate" }`)).toEqual(["expectation-bound"]);
  expect(codes(`{ "name": "x", "policy": "p", "measure": "bookingRate", "atMost": 1, "equals": 1 }`)).toEqual(["expectation-bound"]);
  expect(codes(`{ "name": "x", "policy": "p", "measure": "bookingRate", "between": [2, 1] }`)).toEqual(["expectation-bound"]);
  const mistyped = findings(`{ "name": "x", "policy": "p", "measure": "bookingRate", "atmost": 1 }`);
  expect(mistyped).toHaveLength(1);
  expect(mistyped[0]?.message.en).toContain("`atMost`");
});

test("a policy that the scenario does not run is named, with the one that was meant", () => {
  const document = readJson(`{ "expectations": [ { "policy": "consent-frist" } ] }`, "s.json");
  const [finding] = checkExpectationPolicies([expectation({ policy: "consent-frist" })], ["consent-first"], { document, pointer: "/expectations" });
  expect(finding?.message.en).toContain("did you mean `consent-first`");
  expect(finding?.place?.pointer).toBe("/expectations/0/policy");
});
