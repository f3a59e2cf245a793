// Law in the simulated month: what a whole run of silent auto-enrolment shows, and from which day.
import { expect, test } from "vitest";
import { viewTally } from "../../src/simulation/index.ts";
import { run } from "./world.ts";

const groupA = ["CN-ENR-001", "CN-ENR-002", "CN-ENR-003", "CN-DAT-001", "CN-DAT-004", "CN-DAT-006"];

test("a run of silent auto-enrolment dated 2026-11-01 shows every rule of group A, in persons, accounts and three cases", () => {
  const laws = viewTally(run({ customers: 200, months: 6 }).block(0, 200)).laws;
  for (const rule of groupA) {
    const found = laws.find((law) => law.rule === rule);
    expect(found?.persons, rule).toBeGreaterThan(0);
    expect(found?.accounts, rule).toBeGreaterThan(0);
    expect(found?.cases, rule).toHaveLength(3);
    expect(found?.inconclusivePersons, rule).toBe(0);
  }
});

test("in one run from 2025-06-01 a rule of 2026-08-01 is silent for fourteen months and speaks from then on", () => {
  const tally = viewTally(run({ customers: 300, months: 24, startDate: "2025-06-01" }).block(0, 300));
  const found = tally.laws.find((law) => law.rule === "CN-ENR-008");
  const opened = tally.laws.find((law) => law.rule === "CN-ENR-002");
  expect(opened?.firstMonth).toBeLessThan(14);
  expect(found?.firstMonth).toBeGreaterThanOrEqual(14);
  expect([...(found?.personsByMonth ?? [])].slice(0, 14)).toEqual(Array.from({ length: 14 }, () => 0));
  expect(found?.persons).toBeGreaterThan(0);
});
