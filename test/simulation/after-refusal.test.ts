import { expect, test } from "vitest";
import type { AfterRefusalProcedure } from "../../src/policy/index.ts";
import { viewTally, type Tally } from "../../src/simulation/index.ts";
import { assuming, policy, run, withProcedures } from "./world.ts";

const customers = 500;
const silent = policy("silent-auto-enrolment");
const trial = (afterRefusal?: AfterRefusalProcedure) =>
  run({
    customers,
    months: 18,
    policy: withProcedures(silent, (procedures) => ({
      ...procedures,
      marketing: { ...procedures.marketing, optOutHonoured: false },
      ...(afterRefusal === undefined ? {} : { afterRefusal }),
    })),
    assumptions: assuming({ closeBase: 0.05, complaintNagging: 0.05, optOutNagging: 0.05 }),
  });
const tallyOf = (afterRefusal?: AfterRefusalProcedure): Tally => viewTally(trial(afterRefusal).block(0, customers));
const personsOf = (tally: Tally, rule: string): number => tally.laws.find((law) => law.rule === rule)?.persons ?? 0;

test("whoever said no is left alone for as long as the procedure says, and not a month longer", () => {
  const quietMonths = 5;
  const made = trial({ quietMonths, contactsPerMonth: 2, reopening: "anyhow" });
  let [contacted, afterAll] = [0, 0];
  for (let customer = 0; customer < 150; customer++) {
    const { entries } = made.history(customer);
    const closed = entries.find(({ name }) => name === "closuresGranted")?.month;
    if (closed === undefined) continue;
    const later = entries.filter(({ name, month }) => name === "contactsAfterRefusal" && month > closed);
    contacted += later.filter(({ month }) => month - closed < quietMonths).length;
    afterAll += later.length;
    expect(entries.filter(({ name, month }) => name === "reopenedUnasked" && month >= closed && month - closed < quietMonths)).toEqual([]);
  }
  expect(contacted).toBe(0);
  expect(afterAll).toBeGreaterThan(0);
});

test("contacts after a refusal are those of the law's rule on pressing, once a month or never", () => {
  const [often, once, never] = [undefined, 1, 0].map((contactsPerMonth) =>
    tallyOf(contactsPerMonth === undefined ? undefined : { quietMonths: 0, contactsPerMonth, reopening: "anyhow" }),
  );
  expect(personsOf(often ?? tallyOf(), "CN-MKT-003")).toBeGreaterThan(0);
  expect(once?.total("contactsAfterRefusal")).toBeGreaterThan(0);
  expect(once?.total("complaintsNagging")).toBeGreaterThan(0);
  expect(personsOf(once ?? tallyOf(), "CN-MKT-003")).toBe(0);
  expect(never?.total("contactsAfterRefusal")).toBe(0);
  expect(never?.total("complaintsNagging")).toBe(0);
});

test("a closed account opens again unasked only where the lender does not wait to be asked", () => {
  const [anyhow, onRequest] = (["anyhow", "on-request"] as const).map((reopening) => tallyOf({ quietMonths: 0, contactsPerMonth: 2, reopening }));
  expect(anyhow?.total("reopenedUnasked")).toBeGreaterThan(0);
  expect(personsOf(anyhow ?? tallyOf(), "CN-ENR-009")).toBeGreaterThan(0);
  expect(onRequest?.total("reopenedUnasked")).toBe(0);
});
