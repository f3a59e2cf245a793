// A second reader of who bears what: from the postings of histories and the arrangements of the policy file alone, in
// whole numbers without end, it works out every bearer's books and compares them with those of the tally.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Policy } from "../../src/policy/index.ts";
import { auditLedger, viewTally, type History, type Tally } from "../../src/simulation/index.ts";
import { bearersOf } from "../../src/statistics/index.ts";
import { assuming, policy, run, type Trial } from "./world.ts";

const rough = assuming({ shockEntry: 0.1, forgetAware: 0.2, takeoverAttempt: 0.02, closeBase: 0.03, planAcceptance: 0.2, applicationHazard: 0.3, chargeOffCycles: 6, takeoverOpening: 0 });

type Arrangements = Policy["arrangements"];

/** The invited policy with its arrangements changed. */
function arranged(change: (all: Arrangements) => Arrangements): Policy {
  const base = policy("invited");
  return { ...base, arrangements: change(base.arrangements) };
}

function lives(trial: Trial, customers: number): { tally: Tally; histories: readonly History[] } {
  const made = run({ ...trial, customers });
  return { tally: viewTally(made.block(0, customers)), histories: Array.from({ length: customers }, (_, customer) => made.history(customer)) };
}

/** Sums of postings by pool and name, of months before 0 and of the run. */
function posted(histories: readonly History[], wanted: (month: number) => boolean): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  const add = (key: string, fen: unknown): void => void sums.set(key, (sums.get(key) ?? 0n) + BigInt(Number(fen)));
  for (const { entries } of histories) {
    for (const { kind, name, month, figures } of entries) {
      if (!wanted(month)) continue;
      if (kind === "posting") add(`${String(figures["pool"])} ${name}`, figures["amountFen"]);
      if (name !== "debt-moved") continue;
      for (const part of ["principal", "fees"]) {
        add(`${String(figures["from"])} given-${part}`, figures[`${part}Fen`]);
        add(`${String(figures["to"])} taken-${part}`, figures[`${part}Fen`]);
      }
    }
  }
  return sums;
}

/** A bearer's part of an amount, in 10,000ths of a fen. */
interface Exact { cash: bigint; receivable: bigint; loss: bigint; revenue: bigint }

/** The books of one bearer to the 10,000th of a fen, by the words of the arrangements. */
function exactly(bearer: string, arrangements: Arrangements, sums: ReadonlyMap<string, bigint>): Exact {
  const book: Exact = { cash: 0n, receivable: 0n, loss: 0n, revenue: 0n };
  for (const [name, arrangement] of Object.entries(arrangements)) {
    const guarantor = arrangement.losses.flatMap((layer) => ("bearer" in layer ? [layer.bearer] : []))[0];
    const buyer = arrangement.buyBackBy ?? guarantor ?? "lender";
    const net = (pool: string): bigint =>
      ["charge-off-principal", "charge-off-instalment-fee", "charge-off-late-fee"].reduce((sum, one) => sum + (sums.get(`${pool} ${one}`) ?? 0n), 0n) - (sums.get(`${pool} recovery`) ?? 0n);
    const inside = buyer === guarantor;
    const bought = `${name}: bought back`;
    for (const pool of [name, bought]) {
      const own = pool === name;
      const share = (shares: Readonly<Record<string, number>>): bigint => BigInt(own ? (shares[bearer] ?? 0) : bearer === buyer ? 10_000 : 0);
      const [funding, earning] = [share(arrangement.funding), share(arrangement.revenue)];
      const of = (posting: string): bigint => sums.get(`${pool} ${posting}`) ?? 0n;
      const fees = of("instalment-fee") + of("late-fee") - of("waiver");
      const merchant = bearer === "lender" ? of("merchant-fee") * 10_000n : 0n;
      const paidFees = of("repayment-instalment-fee") + of("repayment-late-fee");
      const lostFees = of("charge-off-instalment-fee") + of("charge-off-late-fee");
      book.revenue += fees * earning + merchant;
      book.receivable += (of("credit-purchase") - of("repayment-principal") - of("charge-off-principal") + of("taken-principal") - of("given-principal")) * funding;
      book.receivable += (fees - paidFees - lostFees + of("taken-fees") - of("given-fees")) * earning;
      book.cash += (of("repayment-principal") + of("charge-off-principal") - of("credit-purchase") - of("taken-principal") + of("given-principal") - of("funding-cost") - of("guarantee-fee")) * funding;
      book.cash += (paidFees + lostFees - of("taken-fees") + of("given-fees")) * earning + merchant;
      if (bearer === guarantor) book.cash += of("guarantee-fee") * 10_000n;
    }
    const pooled = net(name) + (inside ? net(bought) : 0n);
    const first = arrangement.losses.find((layer) => "bearer" in layer);
    const cover = first === undefined || !("bearer" in first) ? 0n : ((sums.get(`${name} credit-purchase`) ?? 0n) * BigInt(first.firstBpsOfOriginated)) / 10_000n;
    const covered = pooled < cover ? pooled : cover;
    const rest = arrangement.losses.flatMap((layer) => ("rest" in layer ? [layer.rest[bearer] ?? 0] : []))[0] ?? 0;
    const loss = (bearer === guarantor ? covered * 10_000n : 0n) + (pooled - covered) * BigInt(rest) + (!inside && bearer === buyer ? net(bought) * 10_000n : 0n);
    book.loss += loss;
    book.cash -= loss;
  }
  return book;
}

/** What differs between the books of the tally and those of the second reader by more than rounding. */
function differences(arrangements: Arrangements, { tally, histories }: { readonly tally: Tally; readonly histories: readonly History[] }): readonly string[] {
  const [all, before] = [posted(histories, () => true), posted(histories, (month) => month < 0)];
  const own = (counter: "operatingCostFen" | "acquisitionCostFen" | "fraudLossFen"): number => tally.total(counter);
  return bearersOf(tally).flatMap((book) => {
    const [after, start] = [exactly(book.bearer, arrangements, all), exactly(book.bearer, arrangements, before)];
    const costs = book.bearer === "lender" ? own("operatingCostFen") + own("acquisitionCostFen") + own("fraudLossFen") : 0;
    const expected = { cashFen: after.cash - start.cash - BigInt(costs) * 10_000n, receivableFen: after.receivable, lossFen: after.loss - start.loss, revenueFen: after.revenue - start.revenue };
    const found = { cashFen: book.cashFen, receivableFen: book.receivableFen, lossFen: book.lossFen, revenueFen: book.revenueFen };
    return (["cashFen", "receivableFen", "lossFen", "revenueFen"] as const).flatMap((figure) => {
      // Each flow is rounded to the fen once a pool; 40 of them at the most.
      const off = Number(expected[figure]) / 10_000 - found[figure];
      return Math.abs(off) < 40 ? [] : [`${book.bearer} ${figure} is off by ${off} fen`];
    });
  });
}

/** Over all bearers, every figure is that of the line, to the fen. */
function totalsOf(tally: Tally): readonly (readonly [string, number, number])[] {
  const books = bearersOf(tally);
  const sum = (figure: (book: (typeof books)[number]) => number): number => books.reduce((total, book) => total + figure(book), 0);
  const of: Tally["total"] = (counter) => tally.total(counter);
  const revenue = of("merchantFeeFen") + of("instalmentFeeFen") + of("lateFeeFen") - of("waivedFen");
  const loss = of("chargedOffFen") - of("recoveredFen");
  const own = of("operatingCostFen") + of("acquisitionCostFen") + of("fraudLossFen");
  return [
    ["owed", sum((book) => book.receivableFen), of("balanceFen")],
    ["revenue", sum((book) => book.revenueFen), revenue],
    ["loss", sum((book) => book.lossFen), loss],
    ["guarantee fees", sum((book) => book.guaranteeFeeFen), 0],
    ["bought back", sum((book) => book.boughtBackFen), 0],
    ["margin", sum((book) => book.marginFen), revenue - loss - own - of("fundingCostFen")],
    ["cash", sum((book) => book.cashFen), of("repaidFen") + of("merchantFeeFen") + of("recoveredFen") - of("creditSalesFen") - own - of("fundingCostFen")],
  ];
}

const guaranteed = policy("invited").arrangements["joint-guaranteed"];
if (guaranteed === undefined) throw new Error("invited has no guaranteed arrangement");

const variants: Readonly<Record<string, Policy>> = {
  shipped: policy("invited"),
  "the lender buys back after a month": arranged((all) => ({ ...all, "joint-guaranteed": { ...guaranteed, buyBackAtDaysPastDue: 31, buyBackBy: "lender" } })),
  "a thin first loss": arranged((all) => ({ ...all, "joint-guaranteed": { ...guaranteed, losses: [{ firstBpsOfOriginated: 20, bearer: "guarantor-y" }, ...guaranteed.losses.slice(1)] } })),
};

test("every bearer's books are those that a second reader works out from the postings", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(variants)), fc.constantFrom("empty" as const, "seasoned" as const), fc.string({ minLength: 1, maxLength: 6 }), (variant, book, seed) => {
      const chosen = variants[variant];
      if (chosen === undefined) throw new Error(variant);
      const lived = lives({ policy: chosen, book, seed, months: 20, assumptions: rough }, 60);
      expect(auditLedger(lived.histories, lived.tally)).toEqual([]);
      expect(differences(chosen.arrangements, lived)).toEqual([]);
      for (const [what, found, expected] of totalsOf(lived.tally)) expect([what, found]).toEqual([what, expected]);
    }),
    { numRuns: 8 },
  );
});

test("a bearer earns what its cash and its receivables grew by", () => {
  const { tally } = lives({ policy: "invited", months: 24, assumptions: rough }, 200);
  for (const book of bearersOf(tally)) expect([book.bearer, book.cashFen + book.receivableFen]).toEqual([book.bearer, book.marginFen]);
});

test("the second reader finds a fen's worth of shares that moved, and debts that were bought by another", () => {
  const policyFile = variants["the lender buys back after a month"];
  if (policyFile === undefined) throw new Error("no variant");
  const lived = lives({ policy: policyFile, months: 24, assumptions: rough }, 150);
  expect(differences(policyFile.arrangements, lived)).toEqual([]);
  expect(differences(policy("invited").arrangements, lived)).not.toEqual([]);
  expect(lived.histories.some(({ entries }) => entries.some(({ name }) => name === "debt-moved"))).toBe(true);
});

test("score bands, and the ways of using credit, add up to the line", () => {
  const { tally } = lives({ policy: "invited", book: "seasoned", months: 24, assumptions: rough }, 300);
  const bands = Object.values(tally.classes.bands);
  const sum = (figure: "revenueFen" | "costFen" | "lossFen" | "balanceMonths" | "defaults"): number => bands.reduce((total, book) => total + book.total(figure), 0);
  const of: Tally["total"] = (counter) => tally.total(counter);
  expect(sum("revenueFen")).toBe(of("merchantFeeFen") + of("instalmentFeeFen") + of("lateFeeFen") - of("waivedFen"));
  expect(sum("lossFen")).toBe(of("chargedOffFen") + of("fraudLossFen") - of("recoveredFen"));
  expect(sum("costFen")).toBe(of("fundingCostFen") + of("operatingCostFen") + of("acquisitionCostFen") + of("guaranteeFeeFen"));
  expect(sum("defaults")).toBe(of("newly90"));
  expect(sum("balanceMonths")).toBe(Array.from({ length: tally.months }, (_, month) => tally.at("accountsWithBalance", month)).reduce((a, b) => a + b, 0));
  const { feeUsers, freeUsers } = tally.classes.users;
  expect(feeUsers.total("holders")).toBeGreaterThan(0);
  expect(freeUsers.total("holders")).toBeGreaterThan(0);
});
