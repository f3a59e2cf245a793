import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  createCsvFeed,
  createImport,
  describePopulation,
  readMapping,
  type ImportResult,
} from "../../src/population/index.ts";
import { dictionary, mean, projectFile, separation, urban } from "./setup.ts";

const path = new URL("../../../shared/data/UCI_Credit_Card.csv", import.meta.url);
const present = existsSync(path);
const name = (sentence: string): string =>
  present ? sentence : `skipped: no UCI_Credit_Card.csv (${sentence})`;
const file = "scenarios/mappings/uci-credit-card.json";

/** The text through the streaming feed, as the command does it. */
function importUci(text: string): ImportResult {
  const { mapping, diagnostics } = readMapping({ file, text: projectFile(file) }, dictionary);
  if (mapping === undefined) throw new Error(JSON.stringify(diagnostics));
  const one = createImport({ mapping, dictionary, seed: "test", profile: urban });
  const feed = createCsvFeed();
  for (let at = 0; at < text.length; at += 50_000)
    one.push(feed.write(text.slice(at, at + 50_000)));
  one.push(feed.end());
  return one.finish(feed.problems());
}

const text = present ? readFileSync(path, "utf8") : "";
const result = present ? importUci(text) : undefined;
const block = result?.population?.block(0, result.population.size);
const fen = 22;

test.runIf(present)(name("30,000 customers with the published limits and bad rate"), () => {
  expect(result?.summary).toMatchObject({
    rows: 30_000,
    customers: 30_000,
    outcomeColumn: "Y",
    outcomes: { known: 30_000, bad: 6_636 },
  });
  const population = result?.population;
  if (population === undefined) throw new Error("no population");
  const limit = describePopulation(population, dictionary).facts.find(
    ({ fact }) => fact === "bureau.limitTotalFen",
  );
  if (limit?.kind !== "number") throw new Error("no limit");
  expect((limit.mean ?? 0) / fen).toBeCloseTo(167_484.32, 1);
  expect(
    limit.quantiles
      .filter(({ share }) => [0.25, 0.5, 0.75].includes(share))
      .map(({ value }) => (value ?? 0) / fen),
  ).toEqual([50_000, 140_000, 240_000]);
});

test.runIf(present)(name("default by worst lateness, sex, age and limit as published"), () => {
  const outcome = block?.outcome ?? new Uint8Array(0);
  const rate = (fact: string, keep: (value: number) => boolean): number => {
    const column = block?.observed.get(fact) ?? new Float64Array(0);
    return mean([...outcome].filter((_, i) => keep(column[i] ?? Number.NaN)));
  };
  expect(rate("customer.gender", (code) => code === 1)).toBeCloseTo(0.2417, 4);
  expect(rate("customer.gender", (code) => code === 0)).toBeCloseTo(0.2078, 4);
  expect(rate("customer.age", (age) => age < 25)).toBeCloseTo(0.272, 3);
  expect(rate("bureau.limitTotalFen", (limit) => limit <= 30_000 * fen)).toBeCloseTo(0.3585, 3);
  expect(rate("bureau.limitTotalFen", (limit) => limit > 360_000 * fen)).toBeCloseTo(0.1187, 3);
  const late = [0, 30, 60].map((days) =>
    rate("bureau.maxDaysPastDue24m", (value) => value === days),
  );
  expect(late).toEqual(late.toSorted((a, b) => a - b));
});

test.runIf(present)(
  name("undocumented codes are reported one by one with their counts, and no row is dropped"),
  () => {
    const count = (column: string, code: string): number | undefined =>
      result?.problems.find(
        (one) =>
          one.kind === "undocumented-code" &&
          one.column === column &&
          one.places[0]?.value === code,
      )?.count;
    expect([count("X3", "0"), count("X3", "5"), count("X3", "6"), count("X4", "0")]).toEqual([
      14, 280, 51, 54,
    ]);
    expect([count("X6", "-2"), count("X6", "0"), count("X11", "-2"), count("X11", "0")]).toEqual([
      2_759, 14_737, 4_895, 16_286,
    ]);
    expect(result?.problems.filter(({ kind }) => kind === "undocumented-code")).toHaveLength(16);
    expect(new Set(result?.problems.map(({ kind }) => kind))).toEqual(
      new Set(["undocumented-code", "clipped"]),
    );
  },
);

test.runIf(present)(
  name("the drawn facts say so, and follow the file: the shop's drawn score ranks real defaults"),
  () => {
    expect(result?.summary.synthesised).toContain("score.points");
    expect(result?.summary.synthesised).toContain("customer.incomeMonthlyFen");
    expect(result?.summary.imported).not.toContain("score.points");
    expect(
      separation(block?.observed.get("score.points") ?? [], block?.outcome ?? []).auc,
    ).toBeGreaterThan(0.6);
    expect(separation(block?.latent.quality ?? [], block?.outcome ?? []).auc).toBeGreaterThan(0.62);
    expect(mean(block?.latent.quality.map((q) => q * q) ?? [])).toBeCloseTo(1, 1);
  },
);

test.runIf(present)(name("the published variants of the file give the same customers"), () => {
  const [first = "", ...rest] = text.trimEnd().split(/\r?\n/).slice(0, 500);
  const names =
    "ID,LIMIT_BAL,SEX,EDUCATION,MARRIAGE,AGE,PAY_0,PAY_2,PAY_3,PAY_4,PAY_5,PAY_6,BILL_AMT1,BILL_AMT2,BILL_AMT3,BILL_AMT4,BILL_AMT5,BILL_AMT6,PAY_AMT1,PAY_AMT2,PAY_AMT3,PAY_AMT4,PAY_AMT5,PAY_AMT6,default payment next month";
  const plain = importUci([first, ...rest].join("\n"));
  const renamed = importUci([names, ...rest].join("\r\n"));
  expect(renamed.data).toEqual(plain.data);
  expect(renamed.problems.map(({ kind }) => kind)).not.toContain("extra-column");
  const twice = importUci([first.replace("ID", ""), names, ...rest].join("\n"));
  expect(twice.data).toEqual(plain.data);
  expect(twice.problems.map(({ kind }) => kind)).toContain("second-header-row");
});

test.runIf(!present)("skipped: no UCI_Credit_Card.csv beside the project", () => {
  expect(result).toBeUndefined();
});
