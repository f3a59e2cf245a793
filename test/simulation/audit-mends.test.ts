import { describe, expect, test } from "vitest";
import { auditFaultNames, auditFaults, type AuditProcedure, type Policy, type Procedures } from "../../src/policy/index.ts";
import { auditLedger, viewTally, type Tally } from "../../src/simulation/index.ts";
import { policy, run, withProcedures, type Trial } from "./world.ts";

const customers = 500;
const silent = policy("silent-auto-enrolment");
const tallyOf = (trial: Trial): Tally => viewTally(run({ customers, months: 18, ...trial }).block(0, customers));
const audited = (audit: Partial<AuditProcedure>, declared: Procedures["declared"] = silent.procedures.declared): Policy =>
  withProcedures(silent, (procedures) => ({ ...procedures, declared, audit: { everyMonths: 6, mendsAfterMonths: 2, mends: auditFaultNames, ...audit } }));
const personsIn = (tally: Tally, rule: string, month: number): number => tally.laws.find((law) => law.rule === rule)?.personsByMonth[month] ?? 0;

test("every fault can be in a policy, is gone once mended, and mending it twice changes nothing", () => {
  for (const name of auditFaultNames) {
    const { isIn, mend } = auditFaults[name];
    expect(isIn(silent.procedures), name).toBe(true);
    const mended = mend(silent.procedures);
    expect(isIn(mended), name).toBe(false);
    expect(mend(mended), name).toEqual(mended);
    expect(isIn(policy("consent-first").procedures), name).toBe(false);
  }
});

describe("an audit in month 4 of which the findings are mended two months later", () => {
  // The last audit was two months before the run began.
  const declared = { ...silent.procedures.declared, monthsSinceAudit: 2 };
  const [before, after] = [tallyOf({}), tallyOf({ policy: audited({}, declared) })];

  test("changes nothing before, to the last person", () => {
    for (let month = 0; month < 6; month++) {
      for (const { rule } of before.laws) if (rule !== "CN-GOV-001") expect(personsIn(after, rule, month), `${rule} in ${month}`).toBe(personsIn(before, rule, month));
      expect(after.at("booked", month)).toBe(before.at("booked", month));
    }
  });

  test("ends the openings that nobody asked for, and the reading beyond the purposes told", () => {
    expect(before.at("bookedUnasked", 10)).toBeGreaterThan(0);
    expect(after.at("bookedMonthlyScan", 10)).toBe(0);
    for (const rule of ["CN-DAT-004", "CN-DAT-006", "CN-DAT-009", "CN-ENR-001"]) {
      expect(personsIn(after, rule, 5), rule).toBe(personsIn(before, rule, 5));
      expect(personsIn(after, rule, 12), rule).toBe(0);
    }
    // Consents given before stay what they were.
    expect(personsIn(after, "CN-DAT-001", 12)).toBeGreaterThan(0);
  });
});

test("only what the lender mends is mended", () => {
  const tally = tallyOf({ policy: audited({ mends: ["purposes"] }) });
  expect(personsIn(tally, "CN-DAT-006", 10)).toBe(0);
  expect(personsIn(tally, "CN-DAT-009", 10)).toBeGreaterThan(0);
});

test("what no law speaks of yet is found by a later audit", () => {
  // The rule on the cost table begins on 2026-08-01: the audits of June 2026 miss it, those of December do not.
  const declared = { ...silent.procedures.declared, monthsSinceAudit: 6 };
  const made = run({ customers, startDate: "2026-06-01", months: 18, policy: audited({ mends: ["silent-opening", "cost-table"], mendsAfterMonths: 0 }, declared) });
  const mended = made.history(1).entries.filter(({ name }) => name === "procedures-mended");
  expect(mended.map(({ month, figures }) => [month, figures["mended"]])).toEqual([[0, "silent-opening"], [6, "cost-table"]]);
  const tally = viewTally(made.block(0, customers));
  expect(personsIn(tally, "CN-ENR-008", 4)).toBeGreaterThan(0);
  expect(personsIn(tally, "CN-ENR-008", 10)).toBe(0);
});

test("months since the last audit follow from the audits", () => {
  const neglected = { ...silent.procedures.declared, monthsSinceAudit: 20 };
  const months = (audit: Partial<AuditProcedure>) => tallyOf({ policy: audited(audit, neglected), months: 18 }).laws.find(({ rule }) => rule === "CN-GOV-001")?.violations;
  // Every 30 months: the next is due in ten; above 24 months from the sixth month on, five months long.
  expect(months({ everyMonths: 30 })).toBe(5);
  expect(months({ everyMonths: 12 })).toBe(0);
});

test("customers lived one by one and in a block are the same, and no fen is lost, where procedures change on the way", () => {
  const made = run({ customers: 120, months: 12, policy: audited({}), book: "seasoned" });
  const histories = Array.from({ length: 120 }, (_, customer) => made.history(customer));
  expect(auditLedger(histories, viewTally(made.block(0, 120)))).toEqual([]);
});
