import { createDraws, streamKey, wilson } from "../../src/base/index.ts";
import { expect, test } from "vitest";
import type { Policy } from "../../src/policy/index.ts";
import { annualRate, createLuck, purposes, shockEntry, viewTally } from "../../src/simulation/index.ts";
import { assuming, policy, run, withProcedures } from "./world.ts";

/** Fails where a share of so many trials is too far from what theory says to be luck (five in a million). */
function checkShare(successes: number, trials: number, share: number): void {
  expect(trials).toBeGreaterThan(200);
  const bounds = wilson(successes, trials, 0.999995);
  expect(share).toBeGreaterThanOrEqual(bounds?.low ?? 1);
  expect(share).toBeLessThanOrEqual(bounds?.high ?? 0);
}

const quiet = { leaveShop: 0, takeoverAttempt: 0, takeoverOpening: 0, closeBase: 0, closeDiscovery: 0, closeOverdue: 0 } as const;

test("awareness of an account is geometric: a constant hazard leaves (1 − h)^t unaware", () => {
  const h = 0.15;
  const base = withProcedures(policy("silent-auto-enrolment"), (p) => ({ ...p, education: [] }));
  const assumptions = assuming({
    ...quiet, termsRenewal: 1, awarePreTicked: 0, awareSilent: 0, awareAuto: 0, noticeDrift: h, noticeStatement: 0, noticeOverdue: 0,
    noticeReminder: 0, chargeOffCycles: 24, optOutCareless: 0, optOutCareful: 0,
  });
  const tally = viewTally(run({ policy: base, assumptions, customers: 2500, months: 10 }).block(0, 2500));
  for (let month = 0; month < 10; month++) {
    const stood = tally.at("openUnaware", month) + tally.at("discovered", month);
    checkShare(tally.at("discovered", month), stood, h);
  }
});

test("income shocks occupy p01 / (p01 + p10) of all months", () => {
  const assumptions = assuming({ shockEntry: 0.12, shockExit: 0.28, shockCorrelation: 0 });
  const made = run({ assumptions, customers: 300, months: 40 });
  let shocked = 0;
  let months = 0;
  for (let customer = 0; customer < 300; customer++) {
    for (const { kind, month, figures } of made.history(customer).entries) {
      if (kind !== "month-end" || month % 13 !== 12 || figures["shops"] !== true) continue;
      months++;
      if (figures["incomeShock"] === true) shocked++;
    }
  }
  checkShare(shocked, months, 0.12 / 0.4);
});

/** The policy with closing rules that say nothing: the factors of the procedures are asked for. */
function closing(factors: Policy["procedures"]["closure"]["factors"], entrance: readonly string[]): Policy {
  const base = withProcedures(policy("silent-auto-enrolment"), (p) => ({ ...p, closure: { ...p.closure, factors, entrance } }));
  return { ...base, decisions: { ...base.decisions, closure: { ...base.decisions.closure, rules: [], otherwise: {} } } };
}

test.each([
  [["sms"], 0.93, 0.12],
  [["sms", "password"], 0.8649, 0.0144],
  [["sms", "password", "identity"], 0.804357, 0.001728],
] as const)("m factors let p^m of the holders and of the thieves through: %s", (factors, honest, fraud) => {
  const assumptions = assuming({ closeBase: 0.2, takeoverAttempt: 0.5, takeoverClosing: 1, closeRetry: 0.2, noticeDrift: 0.9 });
  const tally = viewTally(run({ policy: closing(factors, ["credit"]), assumptions, customers: 800 }).block(0, 800));
  const asked = tally.total("closuresAsked");
  checkShare(asked - tally.total("closuresUnverified"), asked, honest);
  checkShare(tally.total("takeoversClosing"), tally.total("takeoverAttempts"), fraud);
});

test("each menu on the way out loses its share of those who want to close", () => {
  const assumptions = assuming({ closeBase: 0.2, entranceAbandon: 0.12, noticeDrift: 0.9 });
  const tally = viewTally(run({ policy: closing(["sms"], ["a", "b", "c", "d"]), assumptions, customers: 600 }).block(0, 600));
  const wanted = tally.total("closuresAsked") + tally.total("closuresAbandoned");
  checkShare(tally.total("closuresAsked"), wanted, 0.88 * 0.88 * 0.88);
});

test("a certain cure of forgetters and certain rolls make the roll matrix what the assumptions say", () => {
  const assumptions = assuming({
    ...quiet, forgetAware: 0.3, forgetUnaware: 0.3, reminderEffect: 0, autopay: 0, autopayOthers: 0, abilityBase: 20, cureForgetters: 0.6, roll1: 1,
    cure2: 0, cure3: 0, roll2: 1, roll3: 1, shockEntry: 0, planAcceptance: 0,
  });
  const tally = viewTally(run({ assumptions, customers: 500 }).block(0, 500));
  checkShare(tally.total("rolled0to1"), tally.total("exposedCurrent"), 0.3);
  checkShare(tally.total("cured1"), tally.total("exposed1to30"), 0.6);
  expect(tally.total("missedByInability")).toBe(0);
  expect(tally.total("rolled2to3")).toBe(tally.total("exposed31to60"));
  expect(tally.total("rolled3to4")).toBe(tally.total("exposed61to90"));
});

test("shocks depend on the economy as Vasicek says", () => {
  const a = { shockEntry: 0.03, shockCorrelation: 0.08 };
  // Quantiles of Φ((Φ⁻¹(PD) + √ρ Φ⁻¹(α)) / √(1 − ρ)) at 50, 90, 95, 99 and 99.9 %: Z = −Φ⁻¹(α).
  const golden = [
    [0, 0.024948], [1.2815515655446004, 0.056716], [1.6448536269514722, 0.069996],
    [2.3263478740408408, 0.101179], [3.090232306167813, 0.14695],
  ] as const;
  for (const [z, share] of golden) expect(shockEntry(a, -z)).toBeCloseTo(share, 6);
});

test("the all-in annual rate is twelve times the internal rate of return", () => {
  expect(annualRate(0, 12)).toBe(0);
  expect(annualRate(50, 12)).toBeCloseTo(0.109, 3); // 0.5 % a month of the whole principal over a year: 10.9 %
  expect(annualRate(60, 12)).toBeCloseTo(0.1303, 3);
  expect(annualRate(100, 1)).toBeCloseTo(0.12, 6);
  expect(annualRate(120, 24)).toBeGreaterThan(0.24);
});

test("a block of luck is the same four draws one by one, for any month and customer", () => {
  const key = streamKey("luck", 3);
  const draws = createDraws(key);
  for (const customer of [0, 17, 4_294_967_295, 4_294_967_296, 2 ** 40]) {
    for (const purpose of [purposes.shock, purposes.amount, purposes.strength]) {
      const luck = createLuck(key, purpose, { first: -120, last: 239 });
      // Months of the past after those to come: what was drawn of a customer before is drawn again.
      for (const month of [-18, -1, 0, 5, 239, -120, 238]) {
        const at = luck.at(customer, month);
        for (let lane = 0; lane < 4; lane++) expect(luck.values[at + lane]).toBe(draws.uniform(customer, month, purpose + lane));
      }
    }
  }
});

test("purposes are apart, within their range, and blocks start at multiples of four", () => {
  const numbers = Object.values(purposes);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect(number >= 128 && number <= 255).toBe(true);
  for (const first of [purposes.shock, purposes.amount, purposes.strength]) expect(first % 4).toBe(0);
});
