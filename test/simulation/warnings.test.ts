// Early warning against what then happened, layoffs and festivals: counted from whole lives, by another way than the counters.
import { expect, test } from "vitest";
import { viewTally, type Environment, type HistoryEntry } from "../../src/simulation/index.ts";
import { environment, run, type Trial } from "./world.ts";

const customers = 500;
const trial: Trial = { customers, months: 20, environment: { ...environment("steady"), macro: { kind: "path", before: 0, path: [-2] } } };

const lives = (given: Trial): readonly (readonly HistoryEntry[])[] => {
  const ready = run(given);
  return Array.from({ length: given.customers ?? customers }, (_, customer) => ready.history(customer).entries);
};

const monthsOf = (entries: readonly HistoryEntry[], name: string): readonly number[] => entries.filter((entry) => entry.name === name).map(({ month }) => month);

test("a warning is a hit where the account is 61 days late at a month-end within six months, else a false alarm", () => {
  const tally = viewTally(run(trial).block(0, customers));
  let [decided, hits, censored] = [0, 0, 0];
  for (const entries of lives(trial)) {
    const ends = new Map(entries.filter(({ kind }) => kind === "month-end").map(({ month, figures }) => [month, figures] as const));
    for (const at of monthsOf(entries, "warnings")) {
      const window = Array.from({ length: 7 }, (_, ahead) => ends.get(at + ahead));
      const late = window.some((figures) => Number(figures?.["daysPastDue"]) >= 61 || figures?.["status"] === "charged-off");
      const closed = window.some((figures) => figures?.["status"] === "closed");
      if (!late && closed) censored++;
      else if (at + 6 < 20) {
        decided++;
        if (late) hits++;
      }
    }
  }
  expect(hits).toBeGreaterThan(3);
  expect(decided - hits).toBeGreaterThan(3);
  expect([tally.total("warningsDecided"), tally.total("warningHits61"), tally.total("warningsCensored")]).toEqual([decided, hits, censored]);
  expect(tally.total("warningHits91")).toBeLessThanOrEqual(hits);
  expect(tally.total("newly90Warned")).toBeLessThanOrEqual(tally.total("newly90"));
});

test("a layoff meets its group in its months, and nobody else", () => {
  const layoffs = (list: Environment["layoffs"]): Trial => ({ customers: 300, months: 8, environment: { ...environment("steady"), layoffs: list } });
  const plain = lives(layoffs([]));
  const hit = lives(layoffs([{ from: 2, to: 4, fact: "customer.gender", value: "female", factor: 1000 }]));
  const shocked = (entries: readonly HistoryEntry[], month: number): unknown => entries.find((entry) => entry.kind === "month-end" && entry.month === month)?.figures["incomeShock"];
  const differs = hit.map((entries, customer) => [1, 2, 4].map((month) => shocked(entries, month) !== shocked(plain[customer] ?? [], month)));
  expect(differs.filter(([before]) => before).length).toBe(0);
  const met = differs.filter(([, during]) => during).length;
  expect(met).toBeGreaterThan(100);
  expect(met).toBeLessThan(200);
  // A chance of a thousand times one in a hundred is certainty.
  expect(hit.filter((entries) => shocked(entries, 2) === true).length).toBeGreaterThanOrEqual(met);
});

test("a festival of factor one is no festival; a larger basket on credit needs no larger purchase", () => {
  const tally = (festivals: Environment["festivals"]) => viewTally(run({ customers: 400, months: 6, environment: { ...environment("steady"), festivals } }).block(0, 400));
  const [plain, one, baskets] = [tally([]), tally([{ month: 3, factor: 1, creditFactor: 1 }]), tally([{ month: 3, factor: 1, creditFactor: 1.5 }])];
  for (const counter of ["salesFen", "creditSalesFen", "balanceFen"] as const) expect(one.total(counter)).toBe(plain.total(counter));
  expect(baskets.at("creditSalesFen", 3)).toBeGreaterThan(plain.at("creditSalesFen", 3));
  expect(baskets.at("salesWithoutCreditFen", 3)).toBe(plain.at("salesWithoutCreditFen", 3));
  expect(baskets.at("creditSalesFen", 2)).toBe(plain.at("creditSalesFen", 2));
});
