import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkFactValue,
  consentSources,
  decodeFact,
  dictionarySchema,
  encodeFact,
  factPrefixes,
  hasPrefix,
  layoutFacts,
  readDictionary,
  typicalFacts,
  typicalRow,
  type FactDefinition,
} from "../../src/facts/index.ts";

const file = "rules/dictionary.json";
const shipped = readDictionary({
  file,
  text: readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"),
});
const facts = [...shipped.dictionary.facts.values()];

test("the shipped dictionary has no findings and at least 45 facts", () => {
  expect(shipped.diagnostics).toEqual([]);
  expect(facts.length).toBeGreaterThanOrEqual(45);
});

test("every fact has a title and a description in English and in Chinese", () => {
  for (const { name, title, description } of facts) {
    for (const text of [title, description]) {
      expect(text.en, name).toMatch(/[a-z]{3}/i);
      expect(text.en, name).not.toMatch(/\p{Script=Han}/u);
      expect(text.zh, name).toMatch(/\p{Script=Han}{2}/u);
      expect([text.en, text.zh], name).not.toContain(name);
    }
    expect(description.en, name).toMatch(/^[A-Z].*\.$/);
    expect(description.zh, name).toMatch(/。$/);
  }
});

test("no two facts share a title", () => {
  expect(new Set(facts.map(({ title }) => title.en)).size).toBe(facts.length);
  expect(new Set(facts.map(({ title }) => title.zh)).size).toBe(facts.length);
});

test("every name begins with a known prefix, and every prefix has a fact", () => {
  for (const { name } of facts) expect(hasPrefix(name, factPrefixes), name).toBe(true);
  for (const prefix of factPrefixes) {
    expect(
      facts.some(({ name }) => hasPrefix(name, [prefix])),
      prefix,
    ).toBe(true);
  }
});

test("every consent source has its four facts", () => {
  for (const source of consentSources) {
    for (const part of ["kind", "ticked", "act", "withdrawn"]) {
      expect(shipped.dictionary.facts.has(`consent.${source}.${part}`), `${source}.${part}`).toBe(
        true,
      );
    }
  }
});

test("every amount of money is a whole number of fen and its name says so", () => {
  for (const fact of facts) {
    if (fact.type !== "integer" && fact.type !== "decimal") continue;
    expect(fact.name.endsWith("Fen"), fact.name).toBe(fact.unit === "fen");
    if (fact.unit === "fen") expect(fact.type, fact.name).toBe("integer");
  }
});

test("a description of a fact that may be missing says when", () => {
  const silent = facts.filter(({ nullable, description }) => {
    return nullable && !(description.en.includes("missing") && description.zh.includes("缺失"));
  });
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test("the typical applicant is consistent with herself", () => {
  const of = typicalFacts(shipped.dictionary);
  const number = (name: string): number => Number(of[name]);
  expect(number("shop.ordersLast12m") * number("shop.averageOrderFen")).toBe(
    number("shop.spendLast12mFen"),
  );
  expect(Math.floor((number("account.balanceFen") * 10_000) / number("account.limitFen"))).toBe(
    number("account.utilisationBps"),
  );
  const monthly = number("bureau.debtFen") / 12;
  expect(Math.round((monthly * 10_000) / number("customer.incomeMonthlyFen"))).toBe(
    number("bureau.debtToIncomeBps"),
  );
  expect(number("bureau.utilisationBps") * number("bureau.limitTotalFen")).toBeLessThanOrEqual(
    number("bureau.debtFen") * 10_000,
  );
  expect(number("account.monthsOnBook") * 30).toBe(number("account.daysSinceOpen"));
  expect(number("account.monthsOnBook")).toBeLessThan(number("shop.tenureMonths"));
  expect(of["account.creditInUse"]).toBe(number("account.balanceFen") > 0);
});

test("the typical applicant fits every domain, as facts and as a row", () => {
  const of = typicalFacts(shipped.dictionary);
  const layout = layoutFacts(shipped.dictionary);
  const row = typicalRow(layout);
  expect(row.length).toBe(layout.size);
  for (const fact of facts) {
    expect(checkFactValue(fact, of[fact.name])).toBeUndefined();
    expect(decodeFact(fact, row[layout.slot(fact.name)] ?? Number.NaN)).toBe(of[fact.name]);
  }
});

/** A value in the fact's domain; null too where it may be missing. */
function valueOf(fact: FactDefinition): fc.Arbitrary<boolean | number | string | null> {
  return fact.nullable ? fc.option(presentValue(fact), { nil: null }) : presentValue(fact);
}

function presentValue(fact: FactDefinition): fc.Arbitrary<boolean | number | string> {
  switch (fact.type) {
    case "boolean":
      return fc.boolean();
    case "enum":
      return fc.constantFrom(...fact.values);
    case "integer":
      return fc.integer({ min: fact.min, max: fact.max });
    case "decimal":
      return fc
        .double({ min: fact.min, max: fact.max, noNaN: true })
        .map((value) => Number(Math.abs(value).toFixed(fact.decimals)));
  }
}

test("every value of a domain fits, and survives a row of numbers", () => {
  const cases = fc
    .constantFrom(...facts)
    .chain((fact) => fc.tuple(fc.constant(fact), valueOf(fact)));
  fc.assert(
    fc.property(cases, ([fact, value]) => {
      expect(checkFactValue(fact, value)).toBeUndefined();
      expect(decodeFact(fact, encodeFact(fact, value))).toBe(value);
    }),
    { numRuns: 3000 },
  );
});

test("a value that is missing or of another type becomes NaN in a row", () => {
  const strangers: readonly unknown[] = [null, undefined, Number.NaN, {}, [], "no such value", 1n];
  for (const fact of facts) {
    for (const value of strangers) expect(encodeFact(fact, value), fact.name).toBeNaN();
    if (fact.type !== "boolean") expect(encodeFact(fact, true), fact.name).toBeNaN();
    if (fact.type === "boolean" || fact.type === "enum") expect(encodeFact(fact, 1)).toBeNaN();
  }
});

test("the schema for editors is draft-07, closed, and accepts one of four kinds of entry", () => {
  const schema = JSON.stringify(dictionarySchema());
  expect(schema).toContain('"$schema":"http://json-schema.org/draft-07/schema#"');
  for (const type of ["boolean", "integer", "decimal", "enum"])
    expect(schema).toContain(`"const":"${type}"`);
  expect(schema.match(/"additionalProperties":false/g)?.length).toBeGreaterThanOrEqual(5);
});
