import { expect, test } from "vitest";
import { wilson } from "../../src/base/index.ts";
import type { FactorName, Policy } from "../../src/policy/index.ts";
import { viewTally, type AssumptionName, type Environment, type Tally } from "../../src/simulation/index.ts";
import { assuming, environment, policy, run, withProcedures, type Trial } from "./world.ts";

const customers = 400;

function checkShare(successes: number, trials: number, share: number): void {
  expect(trials).toBeGreaterThan(150);
  const bounds = wilson(successes, trials, 0.999995);
  expect(share).toBeGreaterThanOrEqual(bounds?.low ?? 1);
  expect(share).toBeLessThanOrEqual(bounds?.high ?? 0);
}

/** Closing rules that say nothing: the factors of the procedures are asked for. */
function openRules(factors: readonly FactorName[]): Policy {
  const base = withProcedures(policy("silent-auto-enrolment"), (p) => ({ ...p, closure: { ...p.closure, factors, entrance: ["credit"] } }));
  return { ...base, decisions: { ...base.decisions, closure: { ...base.decisions.closure, rules: [], otherwise: {} } } };
}

const attacks = (waves: Environment["attacks"]): Environment => ({ ...environment("steady"), attacks: waves });

function tallyOf(trial: Trial, assumed: Partial<Record<AssumptionName, number>>): Tally {
  return viewTally(run({ customers, months: 12, assumptions: assuming(assumed), ...trial }).block(0, customers));
}

const factors = ["sms", "password", "identity"] as const;
const besieged = { takeoverAttempt: 0.001, takeoverClosing: 1, closeBase: 0.2, closeRetry: 0.2, noticeDrift: 0.9, takeoverOpening: 0 } as const;

test.each([0, 1, 2, 3])("m = %i factors let through what the closed form says: holders, thieves in bulk, targeted, and with correlation", (m) => {
  const rules = openRules(factors.slice(0, m));
  for (const { kind, each, correlation } of [{ kind: "bulk", each: 0.04, correlation: 0 }, { kind: "targeted", each: 0.24, correlation: 0.5 }] as const) {
    const wave = attacks([{ from: 0, to: 11, factor: 600, kind, stages: ["closing"] }]);
    const tally = tallyOf({ policy: rules, environment: wave }, { ...besieged, factorCorrelation: correlation, attackBulkStrength: 1 / 3 });
    const joint = (p: number): number => (m === 0 ? 1 : (1 - correlation) * p ** m + correlation * p);
    const ordinary = joint(0.12) / 600;
    checkShare(tally.total("takeoversClosing"), tally.total("attemptsClosing"), joint(each) * (599 / 600) + ordinary);
    checkShare(tally.total("closuresAsked") - tally.total("closuresUnverified"), tally.total("closuresAsked"), joint(0.93));
  }
});

test("a wave brings attempts at its stages, in its months, of its kind, and changes nothing before it", () => {
  const trial: Trial = { policy: "consent-first" };
  const assumed = { applicationHazard: 0.3, takeoverAttempt: 0.003, takeoverOpening: 0.003 };
  const none = tallyOf(trial, assumed);
  const wave = tallyOf({ ...trial, environment: attacks([{ from: 4, to: 5, factor: 100, kind: "bulk", stages: ["spending"] }]) }, assumed);
  for (let month = 0; month < 12; month++) {
    const during = month === 4 || month === 5;
    if (during) expect(wave.at("attemptsSpending", month)).toBeGreaterThan(5 + none.at("attemptsSpending", month));
    if (month < 4) for (const counter of ["attemptsSpending", "attemptsClosing", "attemptsOpening", "openAccounts", "creditSalesFen"] as const) expect(wave.at(counter, month)).toBe(none.at(counter, month));
    expect(wave.at("attemptsBulk", month) > 0).toBe(during);
  }
  expect(wave.total("attemptsOpening")).toBe(none.total("attemptsOpening"));
  expect(wave.total("attemptsTargeted")).toBe(0);
  const opening = tallyOf({ ...trial, environment: attacks([{ from: 4, to: 5, factor: 50, kind: "targeted", stages: ["opening"] }]) }, assumed);
  expect(opening.at("attemptsOpening", 4)).toBeGreaterThan(5 + none.at("attemptsOpening", 4));
  expect(opening.total("attemptsClosing")).toBeLessThanOrEqual(none.total("attemptsClosing"));
});

test("waves in the same month add up, and one without a kind or stage is as it always was", () => {
  const assumed = { takeoverAttempt: 0.01 };
  const at = (waves: Environment["attacks"]): number => tallyOf({ environment: attacks(waves) }, assumed).total("takeoverAttempts");
  const [none, one, two] = [at([]), at([{ from: 0, to: 11, factor: 5 }]), at([{ from: 0, to: 11, factor: 3 }, { from: 0, to: 11, factor: 3 }])];
  expect(one).toBeGreaterThan(2 * none);
  expect(two).toBe(one);
});

test("factors at opening and spending stop thieves, and hold honest customers up as often as they fail", () => {
  const asking = (opening: readonly FactorName[], spending: readonly FactorName[]): Policy =>
    withProcedures(policy("consent-first"), (p) => ({ ...p, ...(opening.length + spending.length === 0 ? {} : { verification: { opening, spending } }) }));
  const assumed = { applicationHazard: 0.3, takeoverAttempt: 0.3, takeoverClosing: 0, takeoverSpending: 1, takeoverOpening: 0.3, takeoverOpeningSuccess: 1 };
  const free = tallyOf({ policy: asking([], []) }, assumed);
  const asked = tallyOf({ policy: asking(["sms"], ["sms", "password"]) }, assumed);
  expect(free.total("verificationsOpening") + free.total("verificationsSpending")).toBe(0);
  checkShare(asked.total("applicationsUnverified"), asked.total("verificationsOpening"), 0.07);
  checkShare(asked.total("purchasesUnverified"), asked.total("verificationsSpending"), 1 - 0.93 ** 2);
  expect(asked.total("takeoversSpending")).toBeLessThan(free.total("takeoversSpending") / 10);
  const openings = (opening: readonly FactorName[]): number =>
    tallyOf({ policy: withProcedures(policy("silent-auto-enrolment"), (p) => ({ ...p, ...(opening.length === 0 ? {} : { verification: { opening } }) })) }, assumed).total("takeoversOpening");
  expect(openings(["sms"])).toBeLessThan(openings([]) / 3);
  expect(asked.total("creditSalesFen")).toBeLessThan(free.total("creditSalesFen"));
});

test("a thief's application is judged as the lender's act, and leaves nothing of its own behind", () => {
  const assumed = { takeoverOpening: 0.2, takeoverOpeningSuccess: 1, takeoverDrain: 0 };
  const made = run({ policy: "silent-auto-enrolment", customers, months: 6, assumptions: assuming(assumed) });
  const without = run({ policy: "silent-auto-enrolment", customers, months: 6, assumptions: assuming({ ...assumed, takeoverOpening: 0 }) });
  let opened = 0;
  for (let customer = 0; customer < customers; customer++) {
    const entries = made.history(customer).entries;
    const at = entries.findIndex(({ name }) => name === "takeoversOpening");
    if (at < 0) continue;
    opened += 1;
    const { month = 0 } = entries[at] ?? {};
    const acts = entries.filter((entry) => entry.kind === "act" && entry.month === month).map(({ name }) => name);
    expect(acts).toEqual(expect.arrayContaining(["data-access", "enrolment", "limit-change", "pricing"]));
    const later = (all: typeof entries) => all.filter((entry) => entry.month > month && entry.kind !== "month-end");
    expect(later(entries)).toEqual(later(without.history(customer).entries));
  }
  expect(opened).toBeGreaterThan(1);
  // Where the rules stop him, what he ticked was read as any applicant's: no law matches that did not before.
  expect(tallyOf({ policy: "consent-first" }, assumed).laws.filter(({ persons }) => persons > 0)).toEqual([]);
});

test("victims complain if they are assumed to, about fraud", () => {
  const assumed = { takeoverAttempt: 0.5, takeoverSpending: 1, complaintTakeover: 0.4 };
  const tally = tallyOf({}, assumed);
  checkShare(tally.total("complaintsTakeover"), tally.total("takeovers"), 0.4);
  expect(tallyOf({}, { ...assumed, complaintTakeover: 0 }).total("complaintsTakeover")).toBe(0);
});
