// What an editor does with the schemas of claims and examples, and how it gets findings at their lines.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TextDocument, getLanguageService } from "vscode-json-languageservice";
import { allSchemas } from "../../src/workbench/all-schemas.ts";
import { projectTemplate } from "../../src/workbench/project-template.ts";
import { openProject } from "../../src/workbench/project.ts";
import { copyProject } from "../e2e/bin.ts";
import { dictionary } from "../policy/fixtures.ts";
import { commandLine, quietWorld, root } from "./world.ts";

const schemas = allSchemas(dictionary);
const service = getLanguageService({ schemaRequestService: async (uri) => await Promise.resolve(schemas[uri.slice(uri.lastIndexOf("/") + 1)] ?? "") });
service.configure({ schemas: Object.entries(schemas).map(([name, text]) => ({ uri: `file:///${name}`, fileMatch: [name.replace(".schema", "")], schema: JSON.parse(text) })) });

function open(name: string, marked: string) {
  const document = TextDocument.create(`file:///${name}`, "json", 1, marked.replace("|", ""));
  return { document, json: service.parseJSONDocument(document), position: document.positionAt(Math.max(0, marked.indexOf("|"))) };
}
async function complete(name: string, marked: string): Promise<readonly string[]> {
  const { document, json, position } = open(name, marked);
  return ((await service.doComplete(document, position, json))?.items ?? []).map(({ label }) => label);
}
async function mistakes(name: string, text: string): Promise<readonly string[]> {
  const { document, json } = open(name, text);
  return (await service.doValidation(document, json, { schemaValidation: "error" })).map(({ range }) => document.getText(range));
}
const claim = (inside: string): string => `{ "claims": [{ "name": "A", "title": { "en": "a", "zh": "甲" }, ${inside} }] }`;

test("claims complete their kinds, outcomes, facts, values and moments, and mark what is wrong", async () => {
  expect(await complete("invariants.json", claim('"kind": "|"'))).toEqual(expect.arrayContaining(['"never"', '"monotone"', '"unchanged-since"']));
  const facts = await complete("invariants.json", claim('"kind": "never", "then": { "all": [{ "fact": "|" }] }'));
  expect(facts).toEqual(expect.arrayContaining(['"outcome.enrolment.type"', '"outcome.limit.limitFen"', '"customer.age"']));
  expect(await complete("invariants.json", claim('"kind": "never", "then": { "all": [{ "fact": "outcome.enrolment.type", "operator": "equal", "value": "|" }] }'))).toEqual(expect.arrayContaining(['"enrol"', '"decline"']));
  expect(await complete("invariants.json", claim('"kind": "exhaustive", "at": { "enrolment": ["|"] }'))).toContain('"application"');
  expect(await mistakes("invariants.json", claim('"kind": "nevr"'))).toEqual(['"nevr"']);
  expect(await mistakes("invariants.json", claim('"kind": "never", "then": { "all": [{ "fact": "outcome.enrolment.typ", "operator": "equal", "value": "enrol" }] }'))).toEqual(['"outcome.enrolment.typ"']);
});

test("hovering over a kind of claim and an outcome tells what it is in both languages", async () => {
  for (const marked of [claim('"kind": "mono|tone"'), claim('"kind": "never", "then": { "all": [{ "fact": "outcome.enrol|ment.type", "operator": "equal", "value": "enrol" }] }')]) {
    const { document, json, position } = open("invariants.json", marked);
    expect(JSON.stringify((await service.doHover(document, position, json))?.contents)).toMatch(/[a-z]{3}[\s\S]*\p{Script=Han}/u);
  }
});

test("the shipped claims fit, and so do examples beside a decision file", async () => {
  const own = readdirSync(join(root, "rules/policies")).map((name) => join(root, "rules/policies", name, "invariants.json"));
  for (const file of [join(root, "rules/invariants.json"), ...own]) expect(await mistakes("invariants.json", readFileSync(file, "utf8")), file).toEqual([]);
  const example = (moment: string): string => `{ "examples": [{ "name": "a", "moment": "${moment}", "facts": { "customer.age": 30 }, "expect": { "type": "grant" } }] }`;
  expect(await mistakes("limit.examples.json", example("booking"))).toEqual([]);
  expect(await mistakes("limit.examples.json", example("bookin"))).toEqual(['"bookin"']);
  expect(await complete("limit.examples.json", example("|"))).toContain('"booking"');
});

test("the task that init writes reads every line of compact findings, and tells when a look begins and ends", async () => {
  const files = new Map(projectTemplate(openProject(quietWorld()), "ours").map(({ place, text }) => [place, text]));
  const [task] = (JSON.parse(files.get(".vscode/tasks.json") ?? "") as { tasks: { command: string; problemMatcher: { pattern: { regexp: string }; background: { beginsPattern: string; endsPattern: string } } }[] }).tasks;
  expect(task?.command).toBe("npx policy-bench lint --watch --proofs --format compact");
  const settings = JSON.parse(files.get(".vscode/settings.json") ?? "") as { "json.schemas": { fileMatch: string[]; url: string }[] };
  expect(settings["json.schemas"].flatMap(({ fileMatch }) => fileMatch)).toEqual(expect.arrayContaining(["/rules/invariants.json", "/rules/policies/*/limit.examples.json"]));
  for (const { url } of settings["json.schemas"]) expect(files.has(url.replace("./", "")), url).toBe(true);
  for (const place of [".vscode/settings.json", ".vscode/tasks.json"]) expect(readFileSync(join(root, place), "utf8"), `${place} of this checkout is what init writes`).toBe(files.get(place));
  const project = copyProject();
  project.edit("rules/policies/consent-first/limit.json", '"priority": 90', '"priority": 75');
  const { stdout } = await commandLine(["lint", "consent-first", "--proofs", "--format", "compact"], {}, project.folder);
  project.dispose();
  const lines = stdout.trimEnd().split("\n");
  const found = lines.map((line) => new RegExp(task?.problemMatcher.pattern.regexp ?? "", "u").exec(line));
  expect(found.every((match) => match !== null && /^rules\/.*\.json$/u.test(match[1] ?? "") && Number(match[2]) > 0)).toBe(true);
  expect(new Set(found.map((match) => match?.[4]))).toEqual(new Set(["error", "note"]));
  const source = readFileSync(join(root, "src/workbench/keep-watching.ts"), "utf8");
  const { beginsPattern, endsPattern } = task?.problemMatcher.background ?? { beginsPattern: "", endsPattern: "" };
  for (const [pattern, said] of [[beginsPattern, ["changed: x", "已改动：x"]], [endsPattern, ["watching; Ctrl-C ends", "监视中；按 Ctrl-C 结束"]]] as const) {
    for (const words of said) expect(new RegExp(pattern, "u").test(words) && source.includes(words.replace("x", "")), words).toBe(true);
  }
});
