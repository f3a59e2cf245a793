// What an editor does with the published schemas: completion, hover, and errors under the token that is wrong.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TextDocument, getLanguageService } from "vscode-json-languageservice";
import type { Diagnostic } from "vscode-json-languageservice";
import { operators, ruleSchemas } from "../../src/policy/index.ts";
import { dictionary, root, validTexts } from "./fixtures.ts";

// As text: the language service writes into the schemas it is given.
const schemas = new Map(Object.entries(ruleSchemas(dictionary)).map(([name, schema]) => [name, JSON.stringify(schema)]));
const service = getLanguageService({
  schemaRequestService: async (uri) => schemas.get(uri.slice(uri.lastIndexOf("/") + 1)) ?? "",
  workspaceContext: { resolveRelativePath: (path, base) => new URL(path, base).href },
});
service.configure({
  schemas: [...schemas].map(([name, schema]) => ({ uri: `file:///${name}`, fileMatch: [name.replace(".schema", "")], schema: JSON.parse(schema) })),
});

/** A document whose `|` marks the cursor. */
function open(name: string, marked: string) {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const document = TextDocument.create(`file:///${name}`, "json", 1, text);
  return { document, json: service.parseJSONDocument(document), position: document.positionAt(Math.max(0, offset)) };
}

async function complete(name: string, marked: string): Promise<readonly string[]> {
  const { document, json, position } = open(name, marked);
  const list = await service.doComplete(document, position, json);
  return (list?.items ?? []).map(({ label }) => label);
}

/** The tokens that an editor marks. */
async function mistakes(name: string, text: string): Promise<readonly string[]> {
  const { document, json } = open(name, text);
  const found: readonly Diagnostic[] = await service.doValidation(document, json, { schemaValidation: "error" });
  return found.map(({ range }) => document.getText(range));
}

const rule = (inside: string): string => `{ "decision": "limit", "onMissing": { "type": "no-action" }, "rules": [{ "name": "A", "title": { "en": "a", "zh": "甲" }, ${inside} }] }`;
const cap = '"event": { "type": "cap", "params": { "limitFen": 1000000 } }';
const leaf = (inside: string): string => rule(`"conditions": { "all": [{ ${inside} }] }, ${cap}`);

test("an editor completes facts, and not those a policy may not read", async () => {
  const offered = await complete("limit.json", leaf('"fact": "|", "operator": "equal", "value": 1'));
  expect(offered).toContain('"customer.incomeMonthlyFen"');
  expect(offered.filter((label) => label.includes("law.") || label.includes("access."))).toEqual([]);
});

test("an editor completes operators", async () => {
  const offered = await complete("limit.json", leaf('"fact": "customer.age", "operator": "|", "value": 1'));
  expect(offered).toEqual(expect.arrayContaining(operators.map((operator) => `"${operator}"`)));
});

test("an editor completes the values of the fact at hand", async () => {
  const offered = await complete("limit.json", leaf('"fact": "customer.occupation", "operator": "equal", "value": "|"'));
  expect(offered).toEqual(expect.arrayContaining(['"student"', '"retired"']));
});

test("an editor completes outcomes, and the params of the one chosen", async () => {
  const conditions = '"conditions": { "all": [] }';
  expect(await complete("limit.json", rule(`${conditions}, "event": { "type": "|" }`))).toEqual(expect.arrayContaining(['"tier"', '"floor"', '"cap"']));
  const params = await complete("limit.json", rule(`${conditions}, "event": { "type": "tier", "params": { | } }`));
  expect(params.toSorted()).toEqual(["limitFen", "untilMonths"]);
  const priced = await complete("pricing.json", rule(`${conditions}, "event": { "type": "price", "params": { | } }`).replace("limit", "pricing"));
  expect(priced).toEqual(expect.arrayContaining(["freeDays", "feeMonthlyBps", "terms", "lateDailyBps", "subsidisedBy", "arrangement"]));
});

test("an editor completes the kinds of condition and the keys of a comparison", async () => {
  const offered = await complete("limit.json", rule(`"conditions": { "all": [{ | }] }, ${cap}`));
  expect(offered).toEqual(expect.arrayContaining(["all", "any", "not", "condition", "fact", "operator", "value"]));
});

test("hovering over a fact tells what it is in both languages", async () => {
  const { document, json, position } = open("limit.json", leaf('"fact": "bureau.sc|ore", "operator": "equal", "value": 700'));
  const hover = JSON.stringify((await service.doHover(document, position, json))?.contents);
  const fact = dictionary.facts.get("bureau.score");
  expect(hover).toContain(fact?.title.en);
  expect(hover).toContain(fact?.title.zh);
});

const deep = (inside: string): string => rule(`"conditions": { "all": [{ "any": [{ "not": { "all": [{ "any": [{ "fact": "customer.age", "operator": "equal", "value": 30 }, { ${inside} }] }] } }] }] }, ${cap}`);

test("facts, operators and values are completed and marked five levels down as they are at the first", async () => {
  expect(await complete("limit.json", deep('"fact": "|"'))).toContain('"customer.incomeMonthlyFen"');
  expect(await complete("limit.json", deep('"fact": "customer.age", "operator": "|"'))).toContain('"lessThan"');
  expect(await complete("limit.json", deep('"fact": "customer.occupation", "operator": "equal", "value": "|"'))).toContain('"student"');
  expect(await complete("limit.json", deep('"fact": "bureau.score", "operator": "lessThan", "value": { "fact": "|" }'))).toContain('"customer.incomeMonthlyFen"');
  expect(await mistakes("limit.json", deep('"fact": "bureau.scroe", "operator": "equal", "value": 700'))).toEqual(['"bureau.scroe"']);
  expect(await mistakes("limit.json", deep('"fact": "bureau.score", "operator": "equl", "value": 700'))).toEqual(['"equl"']);
});

test("examples and tables complete facts, columns, moments and outcomes, and mark what is wrong", async () => {
  const example = (inside: string): string => `{ "decision": "limit", "onMissing": { "type": "no-action" }, "rules": [], ${inside} }`;
  expect(await complete("limit.json", example('"examples": [{ "name": "a", "moment": "booking", "facts": { "|" }, "expect": { "type": "grant" } }]'))).toContain("bureau.score");
  expect(await complete("limit.json", example('"examples": [{ "name": "a", "moment": "|" }]'))).toEqual(expect.arrayContaining(['"booking"', '"review"']));
  expect(await complete("limit.json", example('"examples": [{ "name": "a", "moment": "booking", "facts": {}, "expect": { "type": "|" } }]'))).toEqual(expect.arrayContaining(['"grant"', '"no-line"']));
  const columns = await complete("limit.json", example('"tables": [{ "name": "t", "columns": ["|"], "rows": [] }]'));
  expect(columns).toEqual(expect.arrayContaining(['"bureau.score"', '"expect.limitFen"', '"expect.because"', '"moment"']));
  expect(await mistakes("limit.json", example('"tables": [{ "name": "t", "columns": ["bureau.scroe"], "rows": [[1]] }]'))).toEqual(['"bureau.scroe"']);
});

test("hovering over an operator, an outcome, a param, a fact of an example or a column tells what it is in both languages", async () => {
  const hoverAt = async (name: string, marked: string): Promise<string> => {
    const { document, json, position } = open(name, marked);
    return JSON.stringify((await service.doHover(document, position, json))?.contents ?? "");
  };
  const both = [
    await hoverAt("limit.json", leaf('"fact": "bureau.score", "operator": "less|Than", "value": 700')),
    await hoverAt("limit.json", deep('"fact": "bureau.sc|ore", "operator": "lessThan", "value": 700')),
    await hoverAt("limit.json", rule('"conditions": { "all": [] }, "event": { "type": "ti|er", "params": { "limitFen": 1 } }')),
    await hoverAt("limit.json", rule('"conditions": { "all": [] }, "event": { "type": "tier", "params": { "limit|Fen": 1 } }')),
    await hoverAt("limit.json", rule('"conditions": { "a|ll": [] }, "event": { "type": "tier", "params": { "limitFen": 1 } }')),
    await hoverAt("limit.json", '{ "decision": "limit", "rules": [], "examples": [{ "name": "a", "facts": { "bureau.sc|ore": 700 } }] }'),
    await hoverAt("limit.json", '{ "decision": "limit", "rules": [], "tables": [{ "name": "t", "columns": ["bureau.sc|ore"], "rows": [] }] }'),
  ];
  for (const text of both) {
    expect(text).toMatch(/[a-z]{3}/u);
    expect(text).toMatch(/\p{Script=Han}/u);
  }
});

const faults: readonly (readonly [string, string, string])[] = [
  ["an unknown fact", '"bureau.scores"', leaf('"fact": "bureau.scores", "operator": "equal", "value": 700')],
  ["an unknown operator", '"greaterThen"', leaf('"fact": "bureau.score", "operator": "greaterThen", "value": 700')],
  ["a value the fact never has", '"studnet"', leaf('"fact": "customer.occupation", "operator": "equal", "value": "studnet"')],
  ["a threshold outside the domain", "900", leaf('"fact": "bureau.score", "operator": "lessThan", "value": 900')],
  ["a value of the wrong type", '"700"', leaf('"fact": "bureau.score", "operator": "lessThan", "value": "700"')],
  ["a list that is none", '"student"', leaf('"fact": "customer.occupation", "operator": "in", "value": "student"')],
  ["an unknown outcome", '"teir"', rule('"conditions": { "all": [] }, "event": { "type": "teir" }')],
  ["an unknown param", '"limtFen"', rule('"conditions": { "all": [] }, "event": { "type": "cap", "params": { "limitFen": 1, "limtFen": 2 } }')],
  ["a param of the wrong type", '"much"', rule('"conditions": { "all": [] }, "event": { "type": "cap", "params": { "limitFen": "much" } }')],
  ["a priority of 0", "0", rule(`"priority": 0, "conditions": { "all": [] }, ${cap}`)],
];
for (const [what, token, text] of faults) {
  test(`an editor marks ${what}, and only that`, async () => {
    expect(await mistakes("limit.json", text)).toEqual([token]);
  });
}

test("decorated operators and facts of the policy itself are no mistakes", async () => {
  expect(await mistakes("limit.json", leaf('"fact": "bureau.score", "operator": "not:greaterThan", "value": { "fact": "param.minScore" }'))).toEqual([]);
  expect(await mistakes("limit.json", leaf('"fact": "derived.incomeCapFen", "operator": "swap:lessThan", "value": 5'))).toEqual([]);
});

test("the plain policy and the shipped files fit their schemas", async () => {
  for (const { file, text } of validTexts) expect(await mistakes(file.split("/").at(-1) ?? "", text), file).toEqual([]);
  const shipped = join(root, "rules", "policies");
  for (const policy of readdirSync(shipped)) {
    for (const name of readdirSync(join(shipped, policy))) {
      if (!schemas.has(name.replace(".json", ".schema.json"))) continue;
      expect(await mistakes(name, readFileSync(join(shipped, policy, name), "utf8")), `${policy}/${name}`).toEqual([]);
    }
  }
  expect(await mistakes("law.json", readFileSync(join(root, "rules", "laws", "cn.json"), "utf8"))).toEqual([]);
  expect(await mistakes("reasons.json", readFileSync(join(root, "rules", "reasons.json"), "utf8"))).toEqual([]);
});
