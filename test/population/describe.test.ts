import fc from "fast-check";
import { expect, test } from "vitest";
import {
  describePopulation,
  identityOf,
  populationCsvRows,
  populationSchemas,
} from "../../src/population/index.ts";
import { dictionary, imported, mappingOf, mean, people } from "./setup.ts";

test("a description agrees with the columns, fact by fact", () => {
  const population = people(9_000);
  const { facts, customers, outcome, kind } = describePopulation(population, dictionary);
  expect([customers, kind, outcome]).toEqual([9_000, "synthetic", null]);
  expect(facts.map(({ fact }) => fact)).toEqual(population.facts);
  const { observed } = population.block(0, 9_000);
  for (const one of facts) {
    const column = observed.get(one.fact) ?? new Float64Array(0);
    const known = column.filter((value) => !Number.isNaN(value)).sort();
    expect([one.n, one.missing], one.fact).toEqual([known.length, 9_000 - known.length]);
    if (one.kind === "values") {
      expect(one.shares.reduce((sum, { count }) => sum + count, 0)).toBe(one.n);
      expect(one.shares.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 10);
      continue;
    }
    expect(Math.abs((one.mean ?? 0) - mean(known))).toBeLessThanOrEqual(
      1e-9 * Math.abs(mean(known)) + 1e-9,
    );
    for (const { share, value } of one.quantiles) {
      const exact = known[Math.floor(share * (known.length - 1))] ?? 0;
      expect(Math.abs((value ?? 0) - exact), `${one.fact} ${share}`).toBeLessThanOrEqual(
        Math.abs(exact) / 1_000,
      );
    }
  }
});

test("quantiles of a few round values are exact, and of nothing there is no number", () => {
  const mapping = mappingOf({
    name: "m",
    title: { en: "m", zh: "列" },
    header: { rows: 1 },
    facts: { "bureau.limitTotalFen": { column: "limit" }, "bureau.score": { constant: null } },
  });
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(1_000_000, 2_200_000, 4_400_000, 999), {
        minLength: 1,
        maxLength: 60,
      }),
      (limits) => {
        const { population } = imported(`limit\n${limits.join("\n")}\n`, mapping);
        if (population === undefined) throw new Error("no population");
        const { facts } = describePopulation(population, dictionary);
        const limit = facts.find(({ fact }) => fact === "bureau.limitTotalFen");
        const sorted = limits.toSorted((a, b) => a - b);
        expect(limit?.kind === "number" && limit.quantiles.map(({ value }) => value)).toEqual(
          [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1].map(
            (share) => sorted[Math.floor(share * (sorted.length - 1))],
          ),
        );
        expect(facts.find(({ fact }) => fact === "bureau.score")).toMatchObject({
          n: 0,
          missing: limits.length,
          mean: null,
          standardDeviation: null,
        });
      },
    ),
    { numRuns: 20 },
  );
});

test("a description says where each fact comes from", () => {
  const mapping = mappingOf({
    name: "m",
    title: { en: "m", zh: "列" },
    header: { rows: 1 },
    facts: { "customer.age": { column: "age" } },
    outcome: { column: "bad", bad: ["1"], good: ["0"] },
  });
  const { population } = imported("age,bad\n30,1\n40,0\n50,\n", mapping);
  if (population === undefined) throw new Error("no population");
  const { facts, outcome } = describePopulation(population, dictionary);
  expect(facts.find(({ fact }) => fact === "customer.age")?.origin).toBe("file");
  expect(facts.find(({ fact }) => fact === "customer.gender")?.origin).toBe("synthesised");
  expect(outcome).toEqual({ known: 2, bad: 1 });
  expect([...populationCsvRows(population, dictionary)].map((row) => row.at(-1))).toEqual([
    "outcome",
    "defaulted",
    "repaid",
    null,
  ]);
});

test("rows for a table carry the customer's number and the values, missing ones as null", () => {
  const population = people(10_000);
  const [head, ...body] = [
    ...populationCsvRows(population, dictionary, { first: 4_000, count: 200 }),
  ];
  expect(head).toEqual(["customer", ...population.facts]);
  expect(body).toHaveLength(200);
  expect(body[0]?.[0]).toBe(4_000);
  expect(body[0]?.[1]).toBe(population.block(4_000, 1).observed.get("customer.age")?.[0]);
  const file = population.facts.indexOf("bureau.hasFile") + 1;
  const score = population.facts.indexOf("bureau.score") + 1;
  expect(body.every((row) => (row[file] === false) === (row[score] === null))).toBe(true);
  expect([...populationCsvRows(population, dictionary, { first: 9_999, count: 50 })]).toHaveLength(
    2,
  );
});

test("the schemas of profiles and mappings are draft-07 and know every key", () => {
  const schemas = populationSchemas();
  expect(Object.keys(schemas)).toEqual(["profile.schema.json", "mapping.schema.json"]);
  for (const schema of Object.values(schemas)) expect(JSON.stringify(schema)).toContain("draft-07");
  expect(JSON.stringify(schemas["mapping.schema.json"])).toContain("documented");
});

test("a customer's name is hers in either language, in any population, and looks like one", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.nat(199_999_999),
      fc.constantFrom("female" as const, "male" as const, undefined),
      (seed, customer, gender) => {
        const zh = identityOf(seed, customer, "zh", gender);
        const en = identityOf(seed, customer, "en", gender);
        expect(identityOf(seed, customer, "zh", gender)).toEqual(zh);
        expect(zh.name).toMatch(/^\p{Script=Han}{2,4}$/u);
        expect(zh.city).toMatch(/^\p{Script=Han}{2,3}市$/u);
        expect(zh.street).toMatch(/^\p{Script=Han}+\d{1,3}号$/u);
        expect(en.name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
        expect(en.city).toMatch(/^[A-Z][a-z]+$/);
        expect(en.street).toMatch(/^\d{1,3} [A-Z][a-z]+ (Road|Street|Lane|Avenue)$/);
        expect(zh.mobile).toMatch(/^10\d{9}$/);
        expect(en.mobile).toBe(zh.mobile);
      },
    ),
    { numRuns: 500 },
  );
  expect(identityOf("a", 17, "zh")).not.toEqual(identityOf("a", 18, "zh"));
});
