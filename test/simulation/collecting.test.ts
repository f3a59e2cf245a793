import { expect, test } from "vitest";
import { wilson } from "../../src/base/index.ts";
import type { Policy, Procedures } from "../../src/policy/index.ts";
import { viewTally, type AssumptionName, type Tally } from "../../src/simulation/index.ts";
import { assuming, policy, run, withProcedures } from "./world.ts";

const customers = 400;

function checkShare(successes: number, trials: number, share: number): void {
  expect(trials).toBeGreaterThan(80);
  const bounds = wilson(successes, trials, 0.999995);
  expect(share).toBeGreaterThanOrEqual(bounds?.low ?? 1);
  expect(share).toBeLessThanOrEqual(bounds?.high ?? 0);
}

function played(change: (procedures: Procedures) => Procedures, assumed: Partial<Record<AssumptionName, number>>): Tally {
  const changed: Policy = withProcedures(policy("silent-auto-enrolment"), change);
  return viewTally(run({ policy: changed, customers, months: 15, assumptions: assuming(assumed) }).block(0, customers));
}

/** Nobody forgets, and a debt a cycle late is cured with a chance of three tenths. */
const flat = { shockEntry: 0.6, abilityShock: 6, forgetAware: 0, forgetUnaware: 0, cure1: 0.3, cureInShock: 1, cureOutOfShock: 1, cureQuality: 0, planAcceptance: 0, roll1: 1 } as const;

test.each([
  ["by day, three contacts at most", {}, 0.3],
  ["third parties", { thirdParties: true }, 0.3 * 1.1],
  ["nobody is contacted", { contactsPerDay: 0 }, 0.3 * 0.75],
  ["an agency, at night, eight times a day", { channel: "agency", hours: { from: 5, to: 23 }, contactsPerDay: 8 }, 0.3 * 1.1 * 1.03 * 1.1],
] as const)("cures are what the effects of collecting multiply to: %s", (_, collection, share) => {
  const tally = played((p) => ({ ...p, collection: { ...p.collection, ...collection } }), flat);
  checkShare(tally.total("cured1"), tally.total("exposed1to30"), share);
});

test("who finds no channel is unheard; some of them, and of those answered late, go to the regulator", () => {
  const assumed = { complaintDiscovery: 0.9, complaintOverdue: 0.3, noticeDrift: 0.3 };
  const tally = played((p) => ({ ...p, complaints: { ...p.complaints, channels: ["branch", "letter"], daysToResolve: 16 } }), assumed);
  const reach = 1 - 0.85 * 0.9;
  checkShare(tally.total("complaintsUnheard"), tally.total("complaintsUnheard") + tally.total("complaints"), 1 - reach);
  checkShare(tally.total("complaintsOutside"), tally.total("complaintsUnheard"), 0.3);
  const late = played((p) => ({ ...p, complaints: { ...p.complaints, daysToResolve: 16 } }), assumed);
  checkShare(late.total("complaintsEscalated"), late.total("complaints"), 0.3);
  expect(played((p) => p, assumed).total("complaintsEscalated")).toBe(0);
});

test("without a written consent nobody is reported where the lender minds it, and all that it reports are lawful in that", () => {
  const assumed = { ...flat, cure1: 0, cure2: 0, cure3: 0, roll2: 1, roll3: 1 };
  const minds = (reportOnlyWithConsent: boolean): Tally => played((p) => ({ ...p, bureau: { ...p.bureau, reportOnlyWithConsent } }), assumed);
  const persons = (tally: Tally): number => tally.laws.find(({ rule }) => rule === "CN-NEG-002")?.persons ?? -1;
  const [careless, careful] = [minds(false), minds(true)];
  expect(careless.total("negativeReports")).toBeGreaterThan(20);
  expect(persons(careless)).toBeGreaterThan(20);
  expect(persons(careful)).toBe(0);
  expect(careful.total("negativeReports") + careful.total("negativeReportsWithheld")).toBeGreaterThan(20);
});
