import { expect, test } from "vitest";
import { auditLedger, viewTally } from "../../src/simulation/index.ts";
import { bearersOf, monthlySeries, poolReports } from "../../src/statistics/index.ts";
import { assuming, run } from "./world.ts";

const rough = assuming({ shockEntry: 0.1, forgetAware: 0.2, planAcceptance: 0.2, chargeOffCycles: 6, takeoverOpening: 0 });
const customers = 250;
const made = run({
  customers, months: 20, assumptions: rough, book: "seasoned",
  lender: { type: "microlender", liquidity: { cashFen: 5_000_000 }, pools: [{ month: 4, shareBps: 6000, priceBps: 9800, firstLossBps: 100 }, { month: 9, shareBps: 3000, priceBps: 10_000, firstLossBps: 0 }] },
});
const tally = viewTally(made.block(0, customers));
const histories = Array.from({ length: customers }, (_, customer) => made.history(customer));
const [own, first, second] = poolReports(tally);
const sold = (pool: string): number =>
  histories.flatMap(({ entries }) => entries).filter(({ name, figures }) => name === "debt-moved" && figures["to"] === pool).reduce((sum, { figures }) => sum + Number(figures["principalFen"]) + Number(figures["feesFen"]), 0);

test("what is sold leaves the lender's book at the price agreed, and no fen is lost on the way", () => {
  expect(auditLedger(histories, tally)).toEqual([]);
  expect([first?.lentFen, second?.lentFen]).toEqual([sold("sold 1"), sold("sold 2")]);
  expect(sold("sold 1")).toBeGreaterThan(0);
  const books = bearersOf(tally);
  expect(books.map(({ bearer, role }) => `${bearer} ${role}`)).toEqual(["lender lender", "investors funder"]);
  for (const figure of ["receivableFen", "lossFen", "boughtBackFen"] as const) {
    const total = { receivableFen: tally.total("balanceFen"), lossFen: tally.total("chargedOffFen") - tally.total("recoveredFen"), boughtBackFen: 0 }[figure];
    expect([figure, books.reduce((sum, book) => sum + book[figure], 0)]).toEqual([figure, total]);
  }
  const [, buyers] = books;
  expect(buyers === undefined ? 0 : buyers.cashFen + buyers.receivableFen - buyers.marginFen).toBe(0);
});

test("the first losses of a pool sold stay with the lender as far as agreed", () => {
  const cover = Math.floor(sold("sold 1") / 100);
  const [lender, buyers] = bearersOf(tally);
  const lossOfSold = (first?.lossFen ?? 0) + (second?.lossFen ?? 0);
  expect(first?.lossFen ?? 0).toBeGreaterThan(cover);
  expect(buyers?.lossFen).toBe(lossOfSold - cover);
  expect(lender?.lossFen).toBe((own?.lossFen ?? 0) + cover - lossBefore());
});

/** Losses of the months before the run, which made the book. */
function lossBefore(): number {
  const [pool] = tally.pools;
  return pool === undefined ? 0 : pool.at("lostPrincipalFen", -1) + pool.at("lostFeeFen", -1) - pool.at("recoveredFen", -1);
}

test("a pool sold only runs off: its dynamic rate passes its static one, and both are known", () => {
  expect(first?.staticRate ?? 0).toBeGreaterThan(0);
  expect(first?.dynamicRate ?? 0).toBeGreaterThan(first?.staticRate ?? 1);
  expect(own?.staticRate).not.toBeNull();
});

test("the lender's cash goes on from what there was, month by month", () => {
  const series = monthlySeries([tally]);
  const [cashIn = [], cashOut = [], atHand = []] = ["lenderCashInFen", "lenderCashOutFen", "lenderCashFen"].map((name) => series[name]);
  let cash = 5_000_000;
  atHand.forEach((value, month) => {
    cash += (cashIn[month] ?? 0) - (cashOut[month] ?? 0);
    expect([month, value]).toEqual([month, cash]);
  });
  expect(cash - 5_000_000).toBe(bearersOf(tally)[0]?.cashFen);
  expect((cashIn[4] ?? 0) - (cashIn[3] ?? 0)).toBeGreaterThan(sold("sold 1") / 2);
});
