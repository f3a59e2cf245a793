import { expect, test } from "vitest";
import { assumptionNames, lenderSchema, readAssumptions, readEnvironment } from "../../src/simulation/index.ts";
import { source } from "./world.ts";

type Json = Record<string, unknown>;
const base = (): Json & { assumptions: Record<string, Json> } => JSON.parse(source("scenarios/assumptions/base.json").text);
const read = (value: unknown) => readAssumptions({ file: "a.json", text: JSON.stringify(value) });
const codes = (value: unknown): string[] => read(value).diagnostics.map(({ code }) => code);

test.each(["base", "low", "high"])("the shipped assumption set %s is read without a finding, and says what it uses", (name) => {
  const { assumptions, diagnostics } = readAssumptions(source(`scenarios/assumptions/${name}.json`));
  expect(diagnostics).toEqual([]);
  expect(assumptions?.use).toBe(name);
  for (const one of assumptionNames) {
    const entry = assumptions?.entries[one];
    expect(assumptions?.values[one]).toBe(entry?.[assumptions?.use ?? "base"]);
    expect(entry?.title.zh).toMatch(/[\u4e00-\u9fff]/u);
    expect(entry?.source.length).toBeGreaterThan(3);
  }
});

test("a missing, an unknown and a misspelt assumption are told apart, all at once, with a guess", () => {
  const file = base();
  const { uplift, shockEntry, ...rest } = file.assumptions;
  const { diagnostics, assumptions } = read({ ...file, assumptions: { ...rest, uplfit: uplift, somethingElseEntirely: shockEntry } });
  expect(assumptions).toBeUndefined();
  expect(diagnostics.map(({ code }) => code).toSorted()).toEqual([
    "missing-assumption", "missing-assumption", "unknown-assumption", "unknown-assumption",
  ]);
  const misspelt = diagnostics.find(({ message }) => message.en.includes("uplfit"));
  expect(misspelt?.hint?.en).toBe("did you mean `uplift`?");
  expect(misspelt?.place?.pointer).toBe("/assumptions/uplfit");
});

test("a value outside its range, in another unit, or out of order has its own finding at its place", () => {
  const file = base();
  const change = (name: string, more: Json): unknown => ({ ...file, assumptions: { ...file.assumptions, [name]: { ...file.assumptions[name], ...more } } });
  expect(codes(change("uplift", { high: 99 }))).toEqual(["assumption-out-of-range"]);
  expect(codes(change("chargeOffCycles", { base: 8.5 }))).toEqual(["assumption-out-of-range"]);
  expect(codes(change("uplift", { unit: "percent" }))).toEqual(["wrong-unit"]);
  expect(codes(change("uplift", { low: 0.9 }))).toEqual(["assumption-order"]);
  const [finding] = read(change("uplift", { base: "a lot" })).diagnostics;
  expect(finding?.place?.pointer).toBe("/assumptions/uplift/base");
});

test("a set that is no JSON, or has a stray key, is a finding and not an assumption", () => {
  expect(readAssumptions({ file: "a.json", text: "{" }).assumptions).toBeUndefined();
  expect(readAssumptions({ file: "a.json", text: "{" }).diagnostics.length).toBeGreaterThan(0);
  expect(read({ ...base(), usee: "base" }).diagnostics.length).toBeGreaterThan(0);
});

test.each(["steady", "recession", "festival"])("the shipped environment %s is read without a finding", (name) => {
  const { environment, diagnostics } = readEnvironment(source(`scenarios/environments/${name}.json`));
  expect(diagnostics).toEqual([]);
  expect(environment?.purchaseFactors).toHaveLength(12);
});

test("an environment with an unknown kind of path, a wild Z or an attack that ends before it begins is refused", () => {
  const environment = { name: "x", title: { en: "x", zh: "某" } };
  const findings = (more: unknown) => readEnvironment({ file: "e.json", text: JSON.stringify({ ...environment, ...(more as Json) }) }).diagnostics;
  expect(findings({ macro: { kind: "path", path: [0] } })).toEqual([]);
  expect(findings({ macro: { kind: "sine" } }).length).toBeGreaterThan(0);
  expect(findings({ macro: { kind: "path", path: [-60] } }).length).toBe(1);
  expect(findings({ macro: { kind: "autoregressive", phi: 1.2 } }).length).toBe(1);
  const attack = { from: 5, to: 2, factor: 3 };
  expect(findings({ macro: { kind: "path", path: [0] }, attacks: [attack] }).map(({ place }) => place?.pointer)).toEqual(["/attacks/0/to"]);
});

test("a lender is a micro-lender unless the scenario says otherwise", () => {
  expect(lenderSchema.parse({})).toEqual({ type: "microlender" });
  expect(lenderSchema.safeParse({ type: "pawnshop" }).success).toBe(false);
  expect(lenderSchema.safeParse({ fundingRateAnnualBps: -1 }).success).toBe(false);
});
