import fc from "fast-check";
import { expect, test } from "vitest";
import { profileSchema, readProfile } from "../../src/population/index.ts";
import { studentHeavy, projectFile, urban } from "./setup.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The default profile with one value replaced; the path leads through objects and lists. */
function edited(path: (string | number)[], value: Json): string {
  const whole: Json = JSON.parse(projectFile("scenarios/profiles/urban-shoppers.json")) as Json;
  let here: Json = whole;
  for (const key of path.slice(0, -1)) here = (here as { [key: string]: Json })[key] ?? null;
  (here as { [key: string]: Json })[path.at(-1) ?? ""] = value;
  return JSON.stringify(whole, null, 2);
}

function codes(text: string): string[] {
  return readProfile({ file: "p.json", text }).diagnostics.map(({ code }) => code);
}

test("the shipped profiles are read without a finding, and have both languages", () => {
  for (const { title, description } of [urban, studentHeavy]) {
    expect(title.zh).toMatch(/\p{Script=Han}{2}/u);
    expect(description.zh).toMatch(/\p{Script=Han}{8}/u);
    expect(title.en).not.toMatch(/\p{Script=Han}/u);
  }
});

test.each<[string, (string | number)[], Json, string]>([
  ["shares that do not add up", ["people", "gender", "female"], 5300, "shares-do-not-add-up"],
  ["age bands that do not add up", ["people", "ages", 0, "shareBps"], 61, "shares-do-not-add-up"],
  ["age bands that overlap", ["people", "ages", 1, "from"], 17, "age-bands-overlap"],
  ["an age band that ends before it begins", ["people", "ages", 6, "to"], 59, "age-band-reversed"],
  ["a KS that quality cannot reach", ["scores", "shop", "targetKs"], 0.6, "ks-out-of-reach"],
  [
    "a shift of a value that does not exist",
    ["quality", "shifts"],
    [{ fact: "customer.gender", value: "femal", shift: 0.1, source: "assumption" }],
    "unknown-value",
  ],
  [
    "more late customers than customers",
    ["bureau", "worstLateBps", "to30"],
    9800,
    "shares-exceed-all",
  ],
  ["more members than customers", ["shop", "plusMembersBps"], 9900, "shares-exceed-all"],
  [
    "utilisation explained twice over",
    ["bureau", "utilisationQuality"],
    -0.95,
    "correlations-exceed-all",
  ],
  ["a mean tenure of new customers only", ["shop", "tenureMeanMonths"], 3, "out-of-range"],
  ["an unknown key", ["shop", "tenureMeanMonth"], 30, "unknown-key"],
  ["a share beyond the whole", ["devices", "rootedBps"], 10_001, "out-of-range"],
  ["a word for a number", ["income", "medianFen"], "6500", "wrong-type"],
])("%s is one finding", (_, path, value, code) => {
  expect(codes(edited(path, value))).toEqual([code]);
});

test("a misspelt value is guessed, and the place is the value's line", () => {
  const text = edited(
    ["quality", "shifts"],
    [{ fact: "customer.gender", value: "femal", shift: 0.1, source: "assumption" }],
  );
  const [finding] = readProfile({ file: "p.json", text }).diagnostics;
  expect(finding?.hint?.en).toBe("did you mean `female`?");
  expect(finding?.place?.line).toBe(text.slice(0, text.indexOf('"femal"')).split("\n").length);
});

test("several mistakes are told at once, and nothing is read", () => {
  const text = edited(["people", "gender", "female"], 5300).replace(
    '"targetKs": 0.36',
    '"targetKs": 0.9',
  );
  const { profile, diagnostics } = readProfile({ file: "p.json", text });
  expect(profile).toBeUndefined();
  expect(diagnostics.map(({ code }) => code).toSorted()).toEqual([
    "ks-out-of-reach",
    "shares-do-not-add-up",
  ]);
});

test("broken, empty and deeply nested files give findings, never an exception", () => {
  for (const text of [
    "",
    "{",
    "[]",
    "null",
    "\0",
    "[".repeat(10_000),
    '{"name":1,"name":2}',
    '{"__proto__":{}}',
  ]) {
    expect(codes(text).length, text.slice(0, 20)).toBeGreaterThan(0);
  }
  fc.assert(
    fc.property(fc.json(), (text) => {
      const { profile, diagnostics } = readProfile({ file: "p.json", text });
      expect(profile).toBeUndefined();
      expect(diagnostics.length).toBeGreaterThan(0);
    }),
  );
});

test("every number of a profile is bounded: no amount of nines gets through", () => {
  const huge = (value: Json): Json => {
    if (typeof value === "number") return value * 1e12 + 1e12;
    if (Array.isArray(value)) return value.map(huge);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, huge(one)]));
  };
  const whole = JSON.parse(projectFile("scenarios/profiles/urban-shoppers.json")) as Json;
  const numbers = JSON.stringify(whole).match(/:-?\d/g)?.length ?? 0;
  const result = profileSchema.safeParse(huge(whole));
  const refused = result.error?.issues
    .filter(({ code }) => code === "too_big")
    .map(({ path }) => path.join("/"));
  expect(new Set(refused).size).toBe(numbers);
});
