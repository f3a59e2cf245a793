import { expect, test } from "vitest";
import type { LeakProcedure, Policy, Procedures } from "../../src/policy/index.ts";
import { viewTally, type Environment, type Tally } from "../../src/simulation/index.ts";
import { assuming, environment, policy, run, withProcedures, type Trial } from "./world.ts";

const customers = 600;
const leaking = (levels: readonly number[], share = 0.5, month = 14): Environment => ({ ...environment("steady"), leaks: [{ month, levels, share }] });
const tallyOf = (trial: Trial): Tally => viewTally(run({ customers, months: 18, ...trial }).block(0, customers));
const silent = policy("silent-auto-enrolment");
const changed = (change: (procedures: Procedures) => Procedures): Policy => withProcedures(silent, change);
const findingOf = (tally: Tally, rule = "CN-DAT-010") => tally.laws.find((law) => law.rule === rule);

test("a leak exposes in its month, at its levels, and never more than its share of all", () => {
  const tally = tallyOf({ environment: leaking([3]) });
  expect(tally.at("leaked", 14)).toBe(tally.total("leaked"));
  expect(tally.total("leaked")).toBeGreaterThan(0);
  expect(tally.total("leakedLevel3")).toBe(tally.total("leaked"));
  expect(tally.total("leakedLevel2")).toBe(0);
  // Half of 600, five standard deviations up.
  expect(tally.total("leaked")).toBeLessThan(300 + 5 * Math.sqrt(150));
  const both = tallyOf({ environment: leaking([2, 3]) });
  expect(both.total("leakedLevel3")).toBe(tally.total("leakedLevel3"));
  expect(both.total("leakedLevel2")).toBeGreaterThan(0);
});

test("nothing leaks at a level that no decision reads, and nothing of whom nobody decided about", () => {
  expect(tallyOf({ environment: leaking([4, 5], 1) }).total("leaked")).toBe(0);
  const scanned = tallyOf({ environment: leaking([2, 3], 1) });
  const asked = tallyOf({ environment: leaking([2, 3], 1), policy: "consent-first" });
  expect(asked.total("leaked")).toBeLessThan(scanned.total("leaked"));
  expect(asked.total("leaked")).toBeLessThanOrEqual(asked.total("booked"));
});

test("who erases when an account is closed exposes fewer than who keeps", () => {
  const trial: Trial = { environment: leaking([3], 1), assumptions: assuming({ closeBase: 0.05 }) };
  const after = (afterClosing: "keep" | "delete", retentionMonthsAfterEnd: number) =>
    tallyOf({ ...trial, policy: changed((procedures) => ({ ...procedures, closure: { ...procedures.closure, afterClosing }, data: { ...procedures.data, retentionMonthsAfterEnd }, enrolment: withoutScan(procedures) })) });
  expect(after("delete", 0).total("leaked")).toBeLessThan(after("keep", 36).total("leaked"));
});

function withoutScan({ enrolment }: Procedures): Procedures["enrolment"] {
  const { "monthly-scan": _, ...others } = enrolment;
  return others;
}

test("the law on leaks is open where nothing is provided, and judges the notice that is", () => {
  const told = (leak?: LeakProcedure) => tallyOf({ environment: leaking([3]), ...(leak === undefined ? {} : { policy: changed((procedures) => ({ ...procedures, leak })) }) });
  const nothing = findingOf(told());
  expect([nothing?.persons, (nothing?.inconclusivePersons ?? 0) > 0]).toEqual([0, true]);
  const good: LeakProcedure = { authorityNotified: true, personsNotified: true, daysToNotice: 2 };
  const inTime = told(good);
  expect(findingOf(inTime)?.persons).toBe(0);
  expect(inTime.total("leakNotices")).toBe(inTime.total("leaked"));
  expect(inTime.total("complaintsLeak")).toBeGreaterThan(0);
  const late = told({ ...good, daysToNotice: 9 });
  expect(findingOf(late)?.persons).toBe(late.total("leaked"));
  expect(findingOf(told({ ...good, authorityNotified: false }))?.persons).toBe(late.total("leaked"));
});

test("without a leak nothing of it is there", () => {
  const [off, never] = [tallyOf({}), tallyOf({ environment: { ...environment("steady"), leaks: [{ month: 14, levels: [3], share: 0 }] } })];
  expect(never.total("leaked")).toBe(0);
  for (const counter of ["booked", "balanceFen", "salesFen", "complaints", "leftShop"] as const) expect(never.total(counter), counter).toBe(off.total(counter));
});
