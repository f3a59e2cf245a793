import { expect, test } from "vitest";
import { readMapping, withAttributes } from "../../src/population/index.ts";
import { dictionary, projectFile } from "./setup.ts";

const base = JSON.parse(projectFile("test/fixtures/customers/simple.json")) as {
  facts: Record<string, unknown>;
};

/** The findings of the simple mapping with one part replaced. */
function findings(change: Record<string, unknown>, facts: Record<string, unknown> = {}) {
  const whole = { ...base, ...change, facts: { ...base.facts, ...facts } };
  return readMapping({ file: "m.json", text: JSON.stringify(whole, null, 2) }, dictionary);
}

test("the shipped mapping and the fixture are read without a finding", () => {
  for (const file of [
    "scenarios/mappings/uci-credit-card.json",
    "scenarios/mappings/german-credit.json",
    "test/fixtures/customers/simple.json",
  ]) {
    const { mapping, diagnostics } = readMapping({ file, text: projectFile(file) }, dictionary);
    expect(diagnostics).toEqual([]);
    expect(mapping?.title.zh).toMatch(/\p{Script=Han}/u);
  }
});

test.each<[string, Record<string, unknown>, Record<string, unknown>, string]>([
  ["a fact that does not exist", {}, { "customer.agee": { column: "age" } }, "unknown-fact"],
  [
    "a fact that the simulation makes",
    {},
    { "account.balanceFen": { column: "debt" } },
    "fact-not-importable",
  ],
  [
    "a unit that does not fit",
    {},
    { "customer.incomeMonthlyFen": { column: "income", unit: "days" } },
    "wrong-unit",
  ],
  [
    "a bound outside the domain",
    {},
    { "bureau.score": { column: "score", clip: { min: 100 } } },
    "threshold-outside-domain",
  ],
  [
    "bounds the wrong way round",
    {},
    { "bureau.score": { column: "score", clip: { min: 600, max: 500 } } },
    "clip-reversed",
  ],
  ["a constant outside the domain", {}, { "device.count": { constant: 0 } }, "wrong-value"],
  [
    "a constant of another type",
    {},
    { "customer.identityVerified": { constant: "yes" } },
    "wrong-value",
  ],
  ["missing for a fact that may not be", {}, { "device.count": { constant: null } }, "wrong-value"],
  [
    "a recoded value that the fact has not",
    {},
    { "customer.gender": { column: "sex", recode: { "1": "mail" } } },
    "wrong-value",
  ],
  [
    "a word for a number",
    {},
    { "bureau.score": { column: "score", recode: { A: "high" } } },
    "wrong-type",
  ],
  [
    "arithmetic on a list of values",
    {},
    { "customer.gender": { column: "sex", times: 2 } },
    "wrong-type",
  ],
  [
    "a ratio for true or false",
    {},
    { "customer.isCollegeStudent": { ratio: ["debt", "line"] } },
    "wrong-type",
  ],
  ["the outcome as a fact", {}, { "bureau.openLoans": { column: "bad" } }, "outcome-used-as-fact"],
  [
    "an outcome good and bad at once",
    { outcome: { column: "bad", bad: ["1", "0"], good: ["0"] } },
    {},
    "outcome-both-ways",
  ],
  ["a column ignored and used", { ignore: ["age"] }, {}, "ignored-column-used"],
  [
    "a column described and read by nobody",
    { columns: { agge: { required: true } } },
    {},
    "unused-column",
  ],
  ["a source of two kinds", {}, { "customer.age": { column: "age", constant: 3 } }, "clashing-key"],
  ["an unknown key of a source", {}, { "customer.age": { column: "age", time: 2 } }, "unknown-key"],
  ["three header rows", { header: { rows: 3 } }, {}, "out-of-range"],
])("%s is one finding", (_, change, facts, code) => {
  const { diagnostics } = findings(change, facts);
  expect(diagnostics.map((one) => one.code)).toEqual([code]);
  const [finding] = diagnostics;
  expect(finding?.message.zh).toMatch(/\p{Script=Han}/u);
  expect(finding?.message.en).toMatch(/^[^A-Z].*[^.]$/);
  expect(finding?.place?.line).toBeGreaterThan(1);
});

test("a misspelt fact and a misspelt value are guessed", () => {
  const { diagnostics } = findings(
    {},
    {
      "customer.incomeMonthyFen": { column: "income" },
      "customer.gender": { column: "sex", recode: { "1": "femal" } },
    },
  );
  const said = diagnostics.map(({ hint, message }) => (hint ?? message).en).join("\n");
  expect(said).toContain("did you mean `customer.incomeMonthlyFen`?");
  expect(said).toContain("did you mean `female`?");
});

test("a source of no kind is told what kinds there are, in one finding", () => {
  const { diagnostics } = findings({}, { "customer.age": { colum: "age" } });
  expect(diagnostics).toHaveLength(1);
  expect(`${diagnostics[0]?.message.en} ${diagnostics[0]?.hint?.en}`).toMatch(/column/);
});

test("all mistakes are told at once", () => {
  const { mapping, diagnostics } = findings(
    { ignore: ["age"] },
    { "customer.agee": { column: "age" }, "device.count": { constant: 0 } },
  );
  expect(mapping).toBeUndefined();
  expect(diagnostics).toHaveLength(3);
});

test("columns of a file without a header are called by the names the mapping gives, or by number", () => {
  const { diagnostics, mapping } = findings({ header: { rows: 0, names: ["sex", "age", "score"] } });
  expect([mapping?.header.names?.length, diagnostics.map(({ code }) => code)]).toEqual([3, []]);
  const twice = findings({ header: { rows: 1, names: ["sex"] } }).diagnostics;
  expect(twice.map(({ code, place }) => [code, place?.pointer])).toEqual([["header-named-twice", "/header/names"]]);
  const same = findings({ header: { rows: 0, names: ["sex", "age", "sex"] } }).diagnostics;
  expect(same.map(({ code, place }) => [code, place?.pointer])).toEqual([["duplicate-column", "/header/names/2"]]);
});

test("attributes are facts of the file alone: the dictionary is not touched, and the outcome stays out of them", () => {
  const attributes = { "file.colour": { column: "colour", values: { r: "red", g: "green" } }, "file.weight": { column: "weight", min: 0, max: 500, decimals: 1, unit: "kg" } };
  const { mapping, diagnostics } = findings({ attributes });
  expect(diagnostics).toEqual([]);
  if (mapping === undefined) throw new Error("no mapping");
  const whole = withAttributes(mapping, dictionary);
  expect(whole.dictionary.facts.get("file.colour")).toMatchObject({ type: "enum", values: ["red", "green"], nullable: true, producedBy: "population" });
  expect(whole.dictionary.facts.get("file.weight")).toMatchObject({ type: "decimal", min: 0, max: 500, decimals: 1, unit: "kg" });
  expect(whole.mapping.facts["file.colour"]).toEqual({ column: "colour", recode: { r: "red", g: "green" } });
  expect(dictionary.facts.has("file.colour")).toBe(false);
  const codes = (change: Record<string, unknown>) => findings(change).diagnostics.map(({ code }) => code);
  expect(codes({ attributes: { colour: attributes["file.colour"] } })).toHaveLength(1);
  expect(codes({ attributes: { "file.weight": { column: "weight", min: 5, max: 5 } } })).toEqual(["clip-reversed"]);
  expect(codes({ attributes: { "file.end": { column: "end", values: { a: "b" } } }, outcome: { column: "end", bad: ["1"], good: ["0"] } })).toEqual(["outcome-used-as-fact"]);
});
