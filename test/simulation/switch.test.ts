import { expect, test } from "vitest";
import { auditLedger, counterNames, viewTally, type Tally } from "../../src/simulation/index.ts";
import { bearersOf } from "../../src/statistics/index.ts";
import { assuming, policy, run, type Trial } from "./world.ts";

const [silent, consentFirst, invited] = [policy("silent-auto-enrolment"), policy("consent-first"), policy("invited")];
const customers = 220;

function tallied(trial: Trial): Tally {
  return viewTally(run({ customers, months: 18, ...trial }).block(0, customers));
}

/** Every counter in some months. */
const counted = (tally: Tally, months: readonly number[]): readonly (readonly [string, readonly number[]])[] =>
  counterNames.map((name) => [name, months.map((month) => tally.at(name, month))] as const);

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, index) => from + index);

test("until the switch nothing differs, and afterwards it does", () => {
  const before = tallied({ policy: silent });
  const switched = tallied({ policy: silent, switch: { to: consentFirst, month: 6, shareBps: 10_000 } });
  expect(counted(switched, range(0, 6))).toEqual(counted(before, range(0, 6)));
  expect(counted(switched, range(6, 18))).not.toEqual(counted(before, range(6, 18)));
});

test("a switch that reaches nobody changes nothing", () => {
  const before = tallied({ policy: silent, book: "seasoned" });
  const switched = tallied({ policy: silent, book: "seasoned", switch: { to: invited, month: 3, shareBps: 0 } });
  expect(counted(switched, range(0, 18))).toEqual(counted(before, range(0, 18)));
  expect(switched.laws).toEqual(before.laws);
});

test.each([consentFirst, invited])("from the beginning on an empty book it is the new policy, laws and all: $name", (to) => {
  const alone = tallied({ policy: to });
  const switched = tallied({ policy: silent, switch: { to, month: 0, shareBps: 10_000 } });
  expect(counted(switched, range(0, 18))).toEqual(counted(alone, range(0, 18)));
  expect(switched.laws).toEqual(alone.laws);
});

test("who is reached lives as if all were, and who is not as if nobody were", () => {
  const change = { to: consentFirst, month: 5 };
  const half = run({ customers, months: 12, policy: silent, switch: { ...change, shareBps: 5000 } });
  const all = run({ customers, months: 12, policy: silent, switch: { ...change, shareBps: 10_000 } });
  const none = run({ customers, months: 12, policy: silent });
  const switched = range(0, 120).filter((customer) => half.history(customer).entries.some(({ name }) => name === "policy-switched"));
  expect(switched.length).toBeGreaterThan(40);
  expect(switched.length).toBeLessThan(80);
  for (const customer of range(0, 40)) {
    const like = switched.includes(customer) ? all : none;
    const plain = ({ entries }: ReturnType<typeof like.history>) => JSON.stringify(entries.map(({ figures, ...entry }) => ({ ...entry, figures: { ...figures, pool: undefined } })));
    expect(plain(half.history(customer)), String(customer)).toEqual(plain(like.history(customer)));
  }
});

test("the ledger balances across the switch, for customers, pools and bearers", () => {
  const rough = assuming({ shockEntry: 0.1, forgetAware: 0.2, planAcceptance: 0.2, applicationHazard: 0.3, chargeOffCycles: 6 });
  const made = run({ customers: 150, months: 18, policy: silent, book: "seasoned", assumptions: rough, switch: { to: invited, month: 4, shareBps: 7000 } });
  const tally = viewTally(made.block(0, 150));
  expect(auditLedger(range(0, 150).map((customer) => made.history(customer)), tally)).toEqual([]);
  const books = bearersOf(tally);
  expect(books.map(({ bearer }) => bearer)).toEqual(["lender", "bank-x", "guarantor-y"]);
  expect(books.reduce((sum, { receivableFen }) => sum + receivableFen, 0)).toBe(tally.total("balanceFen"));
  for (const book of books) if (book.bearer !== "lender") expect(book.cashFen + book.receivableFen, book.bearer).toBe(book.marginFen);
  expect(tally.pools.map(({ definition }) => definition.name)).toEqual(["own-book", "joint", "joint-guaranteed", "joint-guaranteed: bought back"]);
});

test("what was told and agreed to under the policy before still stands; what the new one opens is judged by its own procedures", () => {
  const months = (tally: Tally, rule: string): readonly number[] => [...(tally.laws.find((finding) => finding.rule === rule)?.personsByMonth ?? [])];
  const switchedTo = (to: typeof silent): Tally => tallied({ policy: silent, book: "seasoned", switch: { to, month: 6, shareBps: 10_000 } });
  const [left, cleaned] = [switchedTo(invited), switchedTo(consentFirst)];
  expect(months(left, "CN-ENR-001").slice(0, 6).some((persons) => persons > 0)).toBe(true);
  expect(months(left, "CN-ENR-001").slice(6)).toEqual(range(6, 18).map(() => 0));
  // Who was opened in silence was never told how her data are used; a new policy alone does not tell her, a remedy does.
  expect(months(left, "CN-DAT-004").slice(7).every((persons) => persons > 100)).toBe(true);
  expect(months(cleaned, "CN-DAT-004")[17]).toBeLessThan((months(left, "CN-DAT-004")[17] ?? 0) / 4);
});

test("rules of the new policy are counted under its name", () => {
  const { rulesFired } = tallied({ policy: silent, switch: { to: consentFirst, month: 6, shareBps: 10_000 } });
  const [own, others] = [rulesFired["pricing"]?.filter(({ rule }) => !rule.includes("/")) ?? [], rulesFired["pricing"]?.filter(({ rule }) => rule.startsWith("consent-first/")) ?? []];
  expect(own.map(({ rule }) => rule)).toEqual(silent.decisions.pricing.rules.map(({ name }) => name));
  expect(others.map(({ rule }) => rule)).toEqual(consentFirst.decisions.pricing.rules.map(({ name }) => `consent-first/${name}`));
  expect(others.some(({ times }) => times > 0)).toBe(true);
});
