// From the simulated difference to the customers that a live test would need.
import { expect, test } from "vitest";
import { correctedSize, meansSize } from "../../src/statistics/index.ts";
import { compareMarkdown, comparePretty } from "../../src/view/index.ts";
import { tallyOf } from "../statistics/tally-of.ts";
import { inputs, reportOf } from "./report-of.ts";

const options = { lang: "en", color: false, width: 120, ascii: false } as const;
const close = { swaps: new Map() } as const;
const found = (report: ReturnType<typeof reportOf>, name: string) => report.comparisons[0]?.liveTests?.find((one) => one.name === name);

test("a share of accounts is scaled to the customers it takes to have so many, and exists at its age on book", () => {
  const report = reportOf(close);
  // 12 of 300 against 2 of 150 accounts, of 1,000 customers each: the arm with fewer accounts needs more customers.
  const size = (power: number): number => Math.ceil((correctedSize(12 / 300, 2 / 150, { level: 0.05, power }) * 1000) / 150);
  expect(found(report, "ever90PlusAtMonth12")).toEqual({
    name: "ever90PlusAtMonth12", difference: 2 / 150 - 12 / 300, method: "two-proportions", customersPerArm: { power80: size(0.8), power90: size(0.9) }, months: 12, counted: "on-book",
  });
  expect(found(report, "bookingRate")).toMatchObject({ months: 24, counted: "run" });
});

test("money goes by the variance of customers, exact where each is a group of her own", () => {
  const [own, other] = [Array.from({ length: 32 }, (_, i) => 1000 * ((i * 7) % 13)), Array.from({ length: 32 }, (_, i) => 900 * ((i * 5) % 17))];
  const tally = (losses: readonly number[]) => tallyOf({ customers: 32, counters: { chargedOffFen: losses.reduce((sum, one) => sum + one, 0) }, groups: { chargedOffFen: losses } });
  const runs = [own, other].map((losses, at) => ({ name: at === 0 ? "silent" : "asked", title: { en: "x", zh: "甲" }, tallies: [tally(losses)] }));
  const report = reportOf({ ...close, runs, expectations: [], inputs: { ...inputs, customers: 32 } });
  const variance = (values: readonly number[]): number => {
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
    return values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
  };
  const told = found(report, "lossPerCustomer");
  expect(told?.method).toBe("variance");
  expect(told?.customersPerArm.power80).toBe(Math.ceil(meansSize([variance(own), variance(other)], told?.difference ?? 0, { level: 0.05, power: 0.8 })));
});

test("where nothing differs nothing is to be tested, and only compare says it", () => {
  expect(reportOf({ ...close, challengers: ["silent"] }).comparisons[0]?.liveTests).toEqual([]);
  expect(reportOf({}).comparisons[0]).not.toHaveProperty("liveTests");
});

test("the terminal and Markdown say how many and how long, in both languages", () => {
  const report = reportOf(close);
  const needed = found(report, "ever90PlusAtMonth12")?.customersPerArm.power80.toLocaleString("en-US") ?? "";
  for (const text of [comparePretty(report, options), compareMarkdown(report, options)]) expect(text).toMatch(new RegExp(`month 12 on book.*${needed}.*12 months on book`, "u"));
  expect(comparePretty(report, { ...options, lang: "zh" })).toContain("账龄满 12 个月");
});
