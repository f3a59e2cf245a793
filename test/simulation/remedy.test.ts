import { describe, expect, test } from "vitest";
import type { Policy, Procedures, RemedyProcedure } from "../../src/policy/index.ts";
import { auditLedger, viewTally, type History, type Tally } from "../../src/simulation/index.ts";
import { assuming, policy, run, withProcedures, type Trial } from "./world.ts";

const customers = 600;
const silent = policy("silent-auto-enrolment");
const own = { kind: "separate", ticked: "customer" } as const;

const remedy: RemedyProcedure = {
  from: 8,
  asks: "confirm-or-close",
  daysToAnswer: 60,
  onSilence: "close",
  consents: {
    account: own, purchases: own, payments: own, device: own, bankAccount: own, thirdPartyScore: own,
    bureau: { kind: "written", ticked: "customer" },
  },
  notice: ["processor", "contact", "purpose", "means", "kinds", "retention", "rights"],
  recipientsNamed: true,
};

/** The silent policy, its accounts put to their holders. */
const remedied = (change: Partial<RemedyProcedure> = {}): Policy =>
  withProcedures(silent, (procedures): Procedures => ({ ...procedures, remedy: { ...remedy, ...change } }));

const tallyOf = (trial: Trial): Tally => viewTally(run({ customers, ...trial }).block(0, customers));
const livesOf = (trial: Trial): History[] => {
  const made = run({ customers, ...trial });
  return Array.from({ length: 150 }, (_, customer) => made.history(customer));
};
const has = (life: History, name: string): boolean => life.entries.some((entry) => entry.name === name);
const personsIn = (tally: Tally, rule: string, month: number): number => tally.laws.find((law) => law.rule === rule)?.personsByMonth[month] ?? 0;

describe("the remedy of silent accounts", () => {
  const before = tallyOf({});
  const after = tallyOf({ policy: remedied() });

  test("changes nothing before its month", () => {
    for (let month = 0; month < 8; month++) {
      expect(after.at("booked", month)).toBe(before.at("booked", month));
      expect(after.at("balanceFen", month)).toBe(before.at("balanceFen", month));
      expect(after.at("openUnasked", month)).toBe(before.at("openUnasked", month));
      for (const { rule } of before.laws) expect(personsIn(after, rule, month), rule).toBe(personsIn(before, rule, month));
    }
    expect(after.at("remedyAsked", 7)).toBe(0);
    expect(after.at("remedyAsked", 8)).toBeGreaterThan(0);
  });

  test("every account nobody asked for is put to its holder, and in the end confirmed, closed, or held for what is owed", () => {
    // Asked within the month, the book counted at its end: a few accounts are closed in between.
    expect(Math.abs(after.at("remedyAsked", 8) - before.at("openUnasked", 8))).toBeLessThan(0.03 * before.at("openUnasked", 8));
    expect(after.total("remedyConfirmed")).toBeGreaterThan(0);
    expect(after.total("remedyClosedByAnswer")).toBeGreaterThan(0);
    expect(after.total("remedyClosedBySilence")).toBeGreaterThan(0);
    expect(after.total("remedyFrozen")).toBeGreaterThan(0);
    expect(after.total("openUnasked")).toBeLessThan(0.3 * before.total("openUnasked"));
  });

  test("fewer persons are read without a lawful consent month by month once their holders have confirmed", () => {
    for (const rule of ["CN-DAT-001", "CN-DAT-004"]) {
      expect(personsIn(after, rule, 6), rule).toBe(personsIn(before, rule, 6));
      expect(personsIn(after, rule, 22), rule).toBeLessThan(personsIn(before, rule, 22));
    }
  });

  test("who reads the question knows of the account", () => {
    expect(after.at("openUnaware", 23)).toBeLessThan(before.at("openUnaware", 23));
  });
});

test("silence closes, freezes or keeps, as the procedure says", () => {
  const [closes, freezes, keeps] = (["close", "freeze", "keep"] as const).map((onSilence) => tallyOf({ policy: remedied({ onSilence }) }));
  expect(closes?.total("remedyClosedBySilence")).toBeGreaterThan(0);
  expect(freezes?.total("remedyClosedBySilence")).toBe(0);
  expect(freezes?.total("frozenAccounts")).toBeGreaterThan(keeps?.total("frozenAccounts") ?? 0);
  expect(keeps?.total("openUnasked")).toBeGreaterThan(closes?.total("openUnasked") ?? 0);
});

test("a date and the month in which it falls are the same beginning", () => {
  // Month 8 of a run from 2026-11-01 is July 2027; its acts are dated the first.
  const [byMonth, byDate] = [remedied(), remedied({ from: "2027-06-15" })].map((of) => tallyOf({ policy: of }));
  expect(byDate?.at("remedyAsked", 8)).toBe(byMonth?.at("remedyAsked", 8));
  expect(byDate?.at("remedyAsked", 7)).toBe(0);
});

test("nobody is asked where every account was asked for, and a remedy of nothing changes nothing", () => {
  const first = withProcedures(policy("consent-first"), withoutRemedy);
  const [without, with_] = [first, withProcedures(first, (procedures) => ({ ...procedures, remedy }))].map((of) => tallyOf({ policy: of }));
  expect(with_?.total("remedyAsked")).toBe(0);
  for (const counter of ["booked", "balanceFen", "salesFen", "complaints", "closuresGranted"] as const) expect(with_?.total(counter), counter).toBe(without?.total(counter));
});

test("a confirmed account is never asked about again, and a balance is paid before the account is closed", () => {
  const lives = livesOf({ policy: remedied(), assumptions: assuming({ remedyReads: 0.5 }) });
  const confirmed = lives.filter((life) => has(life, "remedyConfirmed"));
  expect(confirmed.length).toBeGreaterThan(0);
  for (const { entries } of confirmed) {
    const at = entries.findIndex(({ name }) => name === "remedyConfirmed");
    const later = entries.slice(at + 1);
    const reopened = later.findIndex(({ name }) => name === "account-opened");
    expect(later.slice(0, reopened < 0 ? later.length : reopened).some(({ name }) => name === "remedyAsked")).toBe(false);
  }
  const closed = lives.flatMap(({ entries }) => entries.flatMap((entry, at) => (entry.name.startsWith("remedyClosed") ? [entries.slice(at)] : [])));
  expect(closed.length).toBeGreaterThan(0);
  for (const [entry, ...rest] of closed) {
    const end = rest.find(({ kind, month }) => kind === "month-end" && month === entry?.month);
    expect(end?.figures["balanceFen"]).toBe(0);
    expect(end?.figures["status"]).toBe("closed");
  }
  expect(auditLedger(lives)).toEqual([]);
});

function withoutRemedy(procedures: Procedures): Procedures {
  const { remedy: _, ...others } = procedures;
  return others;
}

test("a policy that takes over can put the silent accounts of the one before to their holders, and opens none again", () => {
  const cleanUp = withProcedures(policy("consent-first"), (procedures) => ({ ...procedures, remedy: { ...remedy, from: 6 }, afterRefusal: { quietMonths: 12, contactsPerMonth: 0, reopening: "on-request" } }));
  const [switched, cleaned] = [withProcedures(policy("consent-first"), withoutRemedy), cleanUp].map((to) => tallyOf({ months: 18, switch: { to, month: 6, shareBps: 10_000 } }));
  expect(cleaned?.at("remedyAsked", 6)).toBeGreaterThan(0.9 * (switched?.at("openUnasked", 6) ?? 0));
  expect(cleaned?.total("reopenedUnasked")).toBe(0);
  // What is left is held for a balance.
  expect(cleaned?.total("openUnasked")).toBeLessThan(0.25 * (switched?.total("openUnasked") ?? 0));
});
