import { expect, test } from "vitest";
import type { FactorName, Policy } from "../../src/policy/index.ts";
import { viewTally, type Environment, type Tally } from "../../src/simulation/index.ts";
import { assuming, environment, policy, run, withProcedures, type Trial } from "./world.ts";

const customers = 1500;
const tallyOf = (trial: Trial): Tally => viewTally(run({ customers, ...trial }).block(0, customers));

const policies = ["silent-auto-enrolment", "consent-first", "invited"] as const;

test("what would have been bought without credit is the same under every policy, to the fen", () => {
  const [first, ...others] = policies.map((name) => tallyOf({ policy: name, environment: environment("festival") }));
  for (const other of others) {
    for (let month = 0; month < 24; month++) expect(other.at("salesWithoutCreditFen", month)).toBe(first?.at("salesWithoutCreditFen", month));
  }
});

/** The policy with every parameter that is a limit made smaller. */
function withLimits(base: Policy, factor: number): Policy {
  const parameters = base.parameters.map((one) => {
    const isLimit = one.unit === "fen" && /limit|cap|tier/iu.test(one.name);
    return isLimit ? { ...one, value: Math.floor(one.value * factor) } : one;
  });
  return { ...base, parameters };
}

test("lower limits never raise what is owed", () => {
  const full = tallyOf({});
  const cut = tallyOf({ policy: withLimits(policy("silent-auto-enrolment"), 0.5) });
  expect(cut.total("limitFen")).toBeLessThan(full.total("limitFen"));
  for (let month = 2; month < 24; month++) expect(cut.at("balanceFen", month)).toBeLessThanOrEqual(full.at("balanceFen", month));
});

const economy = (z: number): Environment => ({ ...environment("steady"), macro: { kind: "path", before: 0, path: [z] } });

test("a worse economy never makes fewer defaults, and the customers who default in a good one default in a bad one", () => {
  const tallies = [2, 0, -1.5, -3].map((z) => tallyOf({ environment: economy(z) }));
  for (let i = 1; i < tallies.length; i++) {
    expect(tallies[i]?.total("newly90")).toBeGreaterThanOrEqual(tallies[i - 1]?.total("newly90") ?? 0);
    expect(tallies[i]?.total("missedByInability")).toBeGreaterThanOrEqual(tallies[i - 1]?.total("missedByInability") ?? 0);
  }
  const defaulted = (z: number): Set<number> => {
    const made = run({ customers: 400, environment: economy(z) });
    const all = Array.from({ length: 400 }, (_, customer) => made.history(customer));
    return new Set(all.filter(({ entries }) => entries.some(({ name }) => name === "newly90")).map(({ customer }) => customer));
  };
  const [good, bad] = [defaulted(0), defaulted(-3)];
  expect(good.size).toBeGreaterThan(0);
  // Not one customer is saved by the slump; the paths of those who were in arrears anyway may cross.
  expect([...good].filter((customer) => !bad.has(customer)).length).toBeLessThanOrEqual(good.size * 0.1);
});

test("shocks are monotone in the economy customer by customer", () => {
  const shocks = (z: number): string[] => {
    const made = run({ customers: 100, environment: economy(z) });
    return Array.from({ length: 100 }, (_, customer) => made.history(customer)).flatMap(({ customer, entries }) =>
      entries.filter((e) => e.kind === "month-end" && e.figures["incomeShock"] === true && e.figures["shops"] === true).map((e) => `${customer}/${e.month}`),
    );
  };
  const bad = new Set(shocks(-2.5));
  const leavers = new Set(shocks(0).filter((one) => !bad.has(one)).map((one) => one.split("/")[0]));
  // Those who left the shop in one world only are not comparable month by month.
  expect(leavers.size).toBeLessThanOrEqual(2);
});

test("more education never lengthens the time that accounts stand unknown", () => {
  const teaching = (education: Policy["procedures"]["education"]) =>
    tallyOf({ policy: withProcedures(policy("silent-auto-enrolment"), (p) => ({ ...p, education })) });
  const [none, some, all] = [teaching([]), teaching(["pop-up"]), teaching(["pop-up", "guide", "first-statement"])];
  expect(some.total("unawareMonths")).toBeLessThan(none.total("unawareMonths"));
  expect(all.total("unawareMonths")).toBeLessThan(some.total("unawareMonths"));
});

test("one more factor at closing never lets more thieves or more holders through", () => {
  const rules = policy("silent-auto-enrolment");
  const open = { ...rules, decisions: { ...rules.decisions, closure: { ...rules.decisions.closure, rules: [], otherwise: {} } } };
  const asking = (factors: readonly FactorName[]) =>
    tallyOf({
      policy: withProcedures(open, (p) => ({ ...p, closure: { ...p.closure, factors } })),
      assumptions: assuming({ takeoverAttempt: 0.02, takeoverClosing: 1, closeBase: 0.02, closeRetry: 0.02 }),
    });
  const tallies = [asking(["sms"]), asking(["sms", "password"]), asking(["sms", "password", "identity"])];
  for (let i = 1; i < 3; i++) {
    expect(tallies[i]?.total("takeoversClosing")).toBeLessThanOrEqual(tallies[i - 1]?.total("takeoversClosing") ?? 0);
    expect(tallies[i]?.total("closuresGranted")).toBeLessThanOrEqual(tallies[i - 1]?.total("closuresGranted") ?? 0);
  }
});

test("without credit on offer nothing is sold on credit, and sales are those without credit", () => {
  const base = policy("silent-auto-enrolment");
  const none = tallyOf({ policy: withProcedures(base, (p) => ({ ...p, enrolment: {} })) });
  expect(none.total("booked")).toBe(0);
  expect(none.total("creditSalesFen")).toBe(0);
  expect(none.total("salesFen")).toBe(none.total("salesWithoutCreditFen"));
});

test("credit at hand brings sales: with no uplift, no loyalty and small limits it brings none", () => {
  const lifted = tallyOf({ assumptions: assuming({ uplift: 0.5 }) });
  const base = tallyOf({});
  const none = tallyOf({ assumptions: assuming({ uplift: 0, creditLoyalty: 0, referenceLimitFen: 100_000_000, overborrowing: 0, spillOver: 0, leaveDiscovery: 0 }) });
  expect(lifted.total("purchases")).toBeGreaterThan(base.total("purchases"));
  expect(none.total("salesFen")).toBe(none.total("salesWithoutCreditFen"));
});

test("vintage curves never fall, ever-30 stays above ever-90, and nothing is 91 days late before month 4 on book", () => {
  for (const name of policies) {
    const tally = tallyOf({ policy: name });
    let booked = 0;
    for (let vintage = 0; vintage < 24; vintage++) {
      booked += tally.vintageBooked(vintage);
      expect(tally.vintage("ever90", vintage, 3)).toBe(0);
      for (let mob = 1; mob <= 23 - vintage; mob++) {
        expect(tally.vintage("ever90", vintage, mob)).toBeGreaterThanOrEqual(tally.vintage("ever90", vintage, mob - 1));
        expect(tally.vintage("ever30", vintage, mob)).toBeGreaterThanOrEqual(tally.vintage("ever90", vintage, mob));
        expect(tally.vintage("ever90", vintage, mob)).toBeGreaterThanOrEqual(tally.vintage("chargedOff", vintage, mob));
      }
      expect(tally.vintage("ever90", vintage, 36)).toBeLessThanOrEqual(tally.vintageBooked(vintage));
    }
    expect(booked).toBe(tally.total("booked"));
  }
});

test("stocks and flows agree: buckets make up the accounts with a balance, paths make up the booked", () => {
  for (const name of policies) {
    const tally = tallyOf({ policy: name, book: "seasoned" });
    for (let month = 0; month < 24; month++) {
      const at = (counter: Parameters<Tally["at"]>[0]) => tally.at(counter, month);
      expect(at("current") + at("dpd1to30") + at("dpd31to60") + at("dpd61to90") + at("dpd91plus")).toBe(at("accountsWithBalance"));
      expect(
        at("currentBalanceFen") + at("dpd1to30BalanceFen") + at("dpd31to60BalanceFen") + at("dpd61to90BalanceFen") + at("dpd91plusBalanceFen"),
      ).toBe(at("balanceFen"));
      expect(
        at("bookedRegistration") + at("bookedCheckout") + at("bookedApplication") + at("bookedMonthlyScan") + at("bookedInvitation"),
      ).toBe(at("booked"));
      expect(at("balanceFen")).toBeLessThanOrEqual(at("limitFen") * 2);
    }
    expect(tally.total("approved")).toBeLessThanOrEqual(tally.total("considered"));
    expect(tally.total("considered")).toBeLessThanOrEqual(customers);
  }
});
