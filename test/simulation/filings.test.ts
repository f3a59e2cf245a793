// Papers with dates: they count from their day on, until they are too old, and the law is put to them month by month.
import { expect, test } from "vitest";
import type { Procedures } from "../../src/policy/index.ts";
import { filingCalendar, viewTally, type Tally } from "../../src/simulation/index.ts";
import { policy, run, withProcedures, type Trial } from "./world.ts";

const customers = 300;
const filed = (filings: NonNullable<Procedures["filings"]>, declared: Partial<Procedures["declared"]> = {}, base = "silent-auto-enrolment"): Trial => ({
  customers, months: 12, startDate: "2026-11-01",
  policy: withProcedures(policy(base), (procedures) => ({ ...procedures, filings, declared: { ...procedures.declared, ...declared } })),
});
const tallied = (trial: Trial): Tally => viewTally(run(trial).block(0, customers));
const finding = (tally: Tally, rule: string) => tally.laws.find((law) => law.rule === rule);

test("an impact assessment counts from its day on: the rule matches before, in the month it is made no more, and again once it is too old", () => {
  const without = tallied({ ...filed({}) });
  const made = tallied(filed({ "impact-assessment": { on: "2027-02-15", validMonths: 5 } }));
  // Acts are dated the first of a month: March is the first on or after the day, and from the middle of July on it is too old.
  const months = (tally: Tally): boolean[] => Array.from({ length: 12 }, (_, month) => (finding(tally, "CN-DAT-009")?.personsByMonth[month] ?? 0) > 0);
  expect(months(without)).toEqual(Array.from({ length: 12 }, () => true));
  expect(months(made)).toEqual([true, true, true, true, false, false, false, false, false, true, true, true]);
  for (const month of [0, 3, 11]) expect(finding(made, "CN-DAT-009")?.personsByMonth[month]).toBe(finding(without, "CN-DAT-009")?.personsByMonth[month]);
  for (const counter of ["booked", "balanceFen", "complaints"] as const) expect(made.total(counter)).toBe(without.total(counter));
});

test("months since the last compliance audit follow from its date, and from each that is made again", () => {
  const over = (filings: NonNullable<Procedures["filings"]>): number | undefined => finding(tallied(filed(filings)), "CN-GOV-001")?.violations;
  // On 2026-11-01 the audit of 2024-12-20 is 22 months old: 25 months in February 2027, ten months of the run left from 1 February.
  expect(over({ "compliance-audit": { on: "2024-12-20" } })).toBe(9);
  expect(over({ "compliance-audit": { on: "2024-12-20", everyMonths: 24 } })).toBe(0);
  expect(over({ "compliance-audit": { on: 3 } })).toBe(0);
});

test("an algorithm that has to be filed, and partners that have to be listed, are papers of their own", () => {
  const due = tallied(filed({ "algorithm-filing": { on: 5 } }, { publicOpinionService: true }));
  expect(finding(due, "CN-GOV-002")).toMatchObject({ violations: 5, judged: 12, firstMonth: 0 });
  expect(finding(tallied(filed({ "algorithm-filing": { on: 5 } })), "CN-GOV-002")?.violations).toBe(0);
  const unknown = withProcedures(policy("silent-auto-enrolment"), (procedures) => {
    const { publicOpinionService: _, ...declared } = procedures.declared;
    return { ...procedures, declared };
  });
  expect(finding(tallied({ customers, months: 12, policy: unknown }), "CN-GOV-002")).toMatchObject({ violations: 0, inconclusiveActs: 12 });
  const joint = tallied(filed({ "partner-list": { on: "2027-01-01" } }, {}, "invited"));
  expect(finding(joint, "CN-GOV-003")).toMatchObject({ violations: 2, judged: 12 });
});

test("the calendar of papers has every day and every month without one; a customer's life tells of each change", () => {
  const trial = filed({ "impact-assessment": { on: "2026-06-30", everyMonths: 6, validMonths: 4 }, "partner-list": { on: 40 } });
  const { procedures } = trial.policy as Exclude<Trial["policy"], string | undefined>;
  expect(filingCalendar(procedures, { startDate: "2026-11-01", months: 12 })).toEqual([
    // In force to the end of October, and from 30 December to the end of April.
    { name: "impact-assessment", made: ["2026-06-30", "2026-12-30", "2027-06-30"], missing: [0, 1, 6, 7] },
    { name: "partner-list", made: [], missing: Array.from({ length: 12 }, (_, month) => month) },
  ]);
  const told = run(trial).history(1).entries.filter(({ name }) => name.startsWith("filing-"));
  expect(told.map(({ month, name, figures }) => `${month} ${name} ${figures["filing"]}`)).toEqual(["2 filing-made impact-assessment", "6 filing-lapsed impact-assessment", "8 filing-made impact-assessment"]);
});
