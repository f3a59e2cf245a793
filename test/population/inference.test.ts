import { expect, test } from "vitest";
import { createDraws, logistic, normalCdf, streamKey } from "../../src/base/index.ts";
import { importedPopulation } from "../../src/population/index.ts";
import { correlation, dictionary, imported, mappingOf, mean, separation, urban } from "./setup.ts";

const title = { en: "Signals", zh: "信号" };
const n = 6_000;
const draws = createDraws(streamKey("file", 0));
const hidden = Array.from({ length: n }, (_, i) => draws.normal(i, 0, 0));

/** A file whose columns come from a quality that the import never sees. */
const rows = hidden.map((quality, i) => {
  const score = Math.round(660 + 60 * (0.8 * quality + 0.6 * draws.normal(i, 0, 1)));
  const used = Math.round(10_000 * normalCdf(-0.4 * quality + 0.9 * draws.normal(i, 0, 2)));
  const late = normalCdf(0.7 * quality + 0.7 * draws.normal(i, 0, 3)) < 0.15 ? 30 : 0;
  const bad = draws.uniform(i, 0, 4) < logistic(-2 - 1.5 * quality) ? 1 : 0;
  return [Math.min(850, Math.max(300, score)), used, late, bad];
});
const text = (outcome: (bad: number) => number): string =>
  `score,used,late,bad\n${rows.map(([score, used, late, bad = 0]) => `${score},${used},${late},${outcome(bad)}`).join("\n")}\n`;
const facts = {
  "bureau.score": { column: "score" },
  "bureau.utilisationBps": { column: "used" },
  "bureau.maxDaysPastDue24m": { column: "late" },
};
const mapping = mappingOf({
  name: "signals",
  title,
  header: { rows: 1 },
  facts,
  outcome: { column: "bad", bad: ["1"], good: ["0"] },
});

function blockOf(result: ReturnType<typeof imported>) {
  if (result.population === undefined) throw new Error(JSON.stringify(result.problems));
  return result.population.block(0, n);
}

const result = imported(
  text((bad) => bad),
  mapping,
);
const block = blockOf(result);

test("quality drawn given the signals is standard normal over the file and follows the quality that made it", () => {
  const { quality } = block.latent;
  expect(result.summary.signals).toEqual([
    "bureau.score",
    "bureau.utilisationBps",
    "bureau.maxDaysPastDue24m",
  ]);
  expect(Math.abs(mean(quality))).toBeLessThan(0.05);
  expect(mean(quality.map((q) => q * q))).toBeCloseTo(1, 1);
  expect(correlation(quality, hidden)).toBeGreaterThan(0.55);
  expect(correlation(quality, block.observed.get("bureau.score") ?? [])).toBeGreaterThan(0.6);
  expect(correlation(quality, block.observed.get("bureau.utilisationBps") ?? [])).toBeLessThan(
    -0.25,
  );
});

test("so the real outcome follows the latent quality, though nobody told it", () => {
  expect(separation(block.latent.quality, block.outcome ?? []).auc).toBeGreaterThan(0.6);
});

test("facts that the file lacks are drawn given the quality that it implies", () => {
  expect(
    correlation(block.observed.get("score.points") ?? [], block.observed.get("bureau.score") ?? []),
  ).toBeGreaterThan(0.35);
});

test("the outcome column enters nothing: turned round, it gives the same customers", () => {
  const turned = blockOf(
    imported(
      text((bad) => 1 - bad),
      mapping,
    ),
  );
  expect([...turned.observed]).toEqual([...block.observed]);
  expect(turned.latent).toEqual(block.latent);
  expect(turned.outcome).not.toEqual(block.outcome);
});

test("a customer of a file is the same whichever block she is drawn in", () => {
  const { population } = result;
  const alone = population?.block(4_321, 1);
  expect(alone?.latent.quality[0]).toBe(block.latent.quality[4_321]);
  for (const [fact, column] of alone?.observed ?? [])
    expect(column[0], fact).toEqual(block.observed.get(fact)?.[4_321]);
});

test("imported columns travel as plain data and make the same population elsewhere", () => {
  const data = structuredClone(result.data);
  if (data === undefined) throw new Error("no data");
  const again = importedPopulation({ data, profile: urban, seed: "test", dictionary });
  expect(again.block(100, 50)).toEqual(result.population?.block(100, 50));
});

test("who asks for a block may change it without changing the file", () => {
  const first = result.population?.block(0, 10);
  for (const column of first?.observed.values() ?? []) column.fill(1);
  expect(result.population?.block(0, 10).observed.get("bureau.score")?.[0]).toBe(rows[0]?.[0]);
});

test("signals that contradict each other are shrunk, never an exception", () => {
  const same = mappingOf({
    name: "same",
    title,
    header: { rows: 1 },
    ignore: ["used", "late", "bad"],
    facts: {
      "bureau.score": { column: "score" },
      "score.points": { column: "score" },
      "score.thirdPartyPoints": { column: "score" },
      "bureau.maxDaysPastDue24m": { column: "score", add: -300 },
    },
  });
  const { quality } = blockOf(
    imported(
      text((bad) => bad),
      same,
    ),
  ).latent;
  expect(quality.every(Number.isFinite)).toBe(true);
  expect(mean(quality.map((q) => q * q))).toBeCloseTo(1, 0);
});

test("a file that says nothing of quality leaves it as drawn", () => {
  const ages = mappingOf({
    name: "ages",
    title,
    header: { rows: 1 },
    facts: { "customer.age": { column: "age" } },
  });
  const { population, summary } = imported("age\n30\n40\n50\n", ages);
  expect(summary.signals).toEqual([]);
  expect(population?.block(0, 3).latent.quality[1]).toBe(
    createDraws(streamKey("test", 0)).normal(1, -1, 0),
  );
});

test("an imported income is the income the customer lives on, and orders tell of demand", () => {
  const money = mappingOf({
    name: "money",
    title,
    header: { rows: 1 },
    facts: {
      "customer.incomeMonthlyFen": { column: "income", unit: "yuan" },
      "shop.ordersLast12m": { column: "orders" },
    },
  });
  const lines = Array.from({ length: 2_000 }, (_, i) => `${3_000 + 10 * i},${(i * 7) % 60}`);
  const { population } = imported(`income,orders\n${lines.join("\n")}\n`, money);
  const drawn = population?.block(0, 2_000);
  expect(
    correlation(
      drawn?.latent.incomeFen ?? [],
      drawn?.observed.get("customer.incomeMonthlyFen") ?? [],
    ),
  ).toBeGreaterThan(0.9);
  expect(
    correlation(drawn?.latent.demand ?? [], drawn?.observed.get("shop.ordersLast12m") ?? []),
  ).toBeGreaterThan(0.5);
});
