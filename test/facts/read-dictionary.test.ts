import { expect, test } from "vitest";
import {
  extendDictionary,
  layoutFacts,
  readDictionary,
  type FactDefinition,
} from "../../src/facts/index.ts";

const text = { en: "a title", zh: "标题" };
const common = {
  title: text,
  description: text,
  nullable: false,
  producedBy: "population",
  level: 2,
  sensitive: false,
  riskFactor: true,
};
const age = {
  name: "customer.age",
  type: "integer",
  min: 14,
  max: 90,
  unit: "years",
  typical: 32,
  ...common,
};
const flag = { name: "customer.flag", type: "boolean", typical: true, ...common };
const tier = {
  name: "shop.tier",
  type: "enum",
  values: ["none", "gold"],
  typical: "none",
  ...common,
};

function check(...entries: readonly object[]): {
  names: readonly string[];
  codes: readonly string[];
  messages: readonly string[];
  pointers: readonly string[];
} {
  const { dictionary, diagnostics } = readDictionary({
    file: "d.json",
    text: JSON.stringify({ facts: entries }, null, 2),
  });
  for (const { place } of diagnostics) {
    expect(place?.file).toBe("d.json");
    expect(place?.frame).toContain("^");
  }
  return {
    names: [...dictionary.facts.keys()],
    codes: diagnostics.map(({ code }) => code),
    messages: diagnostics.map(({ message }) => message.en),
    pointers: diagnostics.map(({ place }) => place?.pointer ?? ""),
  };
}

test("facts keep the order of the file", () => {
  expect(check(tier, age, flag)).toMatchObject({
    names: ["shop.tier", "customer.age", "customer.flag"],
    codes: [],
  });
});

test("a bad entry is left out with its own findings, and the others stay", () => {
  const found = check(age, { ...flag, typical: "yes", levle: 3 }, tier);
  expect(found.names).toEqual(["customer.age", "shop.tier"]);
  expect(found.codes.toSorted()).toEqual(["unknown-key", "wrong-type"]);
  expect(found.pointers.toSorted()).toEqual(["/facts/1/levle", "/facts/1/typical"]);
});

test("a typical value outside the domain is a finding at that value", () => {
  expect(check({ ...age, typical: 99 })).toMatchObject({
    codes: ["typical-out-of-domain"],
    pointers: ["/facts/0/typical"],
    messages: ["`customer.age` lies between 14 and 90 years, not at `99`"],
  });
  expect(check({ ...tier, typical: "glod" }).messages).toEqual([
    "`shop.tier` has no value `glod`; did you mean `gold`?",
  ]);
});

test("a domain whose least value is above its greatest is a finding", () => {
  expect(check({ ...age, min: 95 })).toMatchObject({
    codes: ["empty-domain"],
    pointers: ["/facts/0/min"],
  });
});

test("two facts with one name are a finding that points to the first", () => {
  const { diagnostics } = readDictionary({
    file: "d.json",
    text: JSON.stringify({ facts: [age, age] }, null, 2),
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(["duplicate-fact"]);
  expect(diagnostics[0]?.place?.pointer).toBe("/facts/1/name");
  expect(diagnostics[0]?.hint?.en).toContain("line 4");
});

test("a name with an unknown prefix is a finding with a guess", () => {
  expect(check({ ...age, name: "custmer.age" })).toMatchObject({
    codes: ["unknown-prefix"],
    messages: ["unknown prefix `custmer`; did you mean `customer`?"],
  });
  expect(check({ ...age, name: "param.minScore" }).codes).toEqual(["unknown-prefix"]);
});

test("a name that is not dotted is a finding", () => {
  expect(check({ ...age, name: "age" })).toMatchObject({ names: [], codes: ["wrong-format"] });
});

test("a value named twice in an enumeration is a finding", () => {
  expect(check({ ...tier, values: ["none", "gold", "none"] })).toMatchObject({
    codes: ["duplicate-value"],
    pointers: ["/facts/0/values/2"],
  });
});

test("values have titles all of them or none, and a title of no value is a finding with a guess", () => {
  const titled = (valueTitles: object) => check({ ...tier, valueTitles });
  expect(titled({ none: text, gold: text }).codes).toEqual([]);
  const { codes, messages, names } = titled({ none: text, golt: text });
  expect(codes).toEqual(["unknown-value", "missing-key"]);
  expect(messages).toEqual(["`golt` is no value of this fact", "value `gold` has no title"]);
  expect(names).toEqual([]);
});

test("a data level is 1 to 5, and an unknown type names the known ones", () => {
  expect(check({ ...flag, level: 6 })).toMatchObject({
    codes: ["unknown-value"],
    pointers: ["/facts/0/level"],
  });
  expect(check({ ...flag, type: "bool" }).messages).toEqual([
    "unknown value `bool`; did you mean `boolean`?",
  ]);
});

test("a text without Chinese, or empty, is a finding", () => {
  expect(check({ ...flag, title: { en: "x" } }).messages).toEqual(["missing key `zh`"]);
  expect(check({ ...flag, title: { en: "x", zh: "  " } })).toMatchObject({
    codes: ["out-of-range"],
    messages: ["must not be empty"],
  });
});

test("what stood whole before a syntax error is read, and a stray key beside the facts hides none", () => {
  const broken = readDictionary({
    file: "d.json",
    text: `{"facts": [${JSON.stringify(age)}, ${JSON.stringify({ ...flag, level: 9 })}, oops, ${JSON.stringify(tier)}]}`,
  });
  expect([...broken.dictionary.facts.keys()]).toEqual(["customer.age"]);
  expect(broken.diagnostics.map(({ code }) => code)).toEqual(["json-syntax", "unknown-value"]);
  const stray = readDictionary({ file: "d.json", text: JSON.stringify({ fact: 1, facts: [age] }) });
  expect([...stray.dictionary.facts.keys()]).toEqual(["customer.age"]);
  expect(stray.diagnostics.map(({ code }) => code)).toEqual(["unknown-key"]);
});

test("a file that is no dictionary gives an empty one and says why", () => {
  for (const broken of ["", "[]", "{}", '{"facts":{}}', '{"facts":[]}', "{"]) {
    const { dictionary, diagnostics } = readDictionary({ file: "d.json", text: broken });
    expect(dictionary.facts.size).toBe(0);
    expect(diagnostics).toHaveLength(1);
  }
});

const added: FactDefinition = {
  name: "param.minScore",
  type: "integer",
  min: 300,
  max: 850,
  decimals: 0,
  unit: "points",
  typical: 640,
  title: text,
  description: text,
  nullable: false,
  producedBy: "policy",
  level: 1,
  sensitive: false,
  riskFactor: true,
};

test("facts that are added come after the shared ones, whose slots stay", () => {
  const { dictionary } = readDictionary({
    file: "d.json",
    text: JSON.stringify({ facts: [age, tier] }),
  });
  const before = layoutFacts(dictionary);
  const after = layoutFacts(extendDictionary(dictionary, [added]));
  expect([before.size, after.size]).toEqual([2, 3]);
  for (const name of dictionary.facts.keys()) expect(after.slot(name)).toBe(before.slot(name));
  expect(after.slot("param.minScore")).toBe(2);
  expect(dictionary.facts.has("param.minScore")).toBe(false);
});

test("a name that is taken, or not there, is our own mistake and throws", () => {
  const { dictionary } = readDictionary({ file: "d.json", text: JSON.stringify({ facts: [age] }) });
  const extended = extendDictionary(dictionary, [added]);
  expect(() => extendDictionary(extended, [added])).toThrow("param.minScore");
  expect(() => layoutFacts(dictionary).slot("customer.agee")).toThrow("customer.agee");
});
