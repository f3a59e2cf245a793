// The house keeps itself in order, and every check that guards it is shown to catch a fault planted for it.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const rooms = ["base", "facts", "policy", "population", "proof", "simulation", "statistics", "verdict", "view", "workbench"];
const scratch = mkdtempSync(join(tmpdir(), "policy-bench-layout-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const sources = filesBelow(join(root, "src")).filter((file) => /\.tsx?$/u.test(file));
const pureSources = sources.filter((file) => rooms.slice(0, 8).some((room) => file.startsWith(join(root, "src", room, "/"))));

test("the top level holds what the README says and nothing else", () => {
  const visible = readdirSync(root).filter((name) => !name.startsWith("."));
  const allowed = ["LICENSE", "README.md", "dist", "node_modules", "package-lock.json", "package.json", "reports", "rules", "scenarios", "src", "test", "tsconfig.json"];
  expect(visible.filter((name) => !allowed.includes(name))).toEqual([]);
});

test("the folders of src are the rooms, in the order of the data", () => {
  const folders = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  expect(rooms.filter((room) => room !== "proof" || folders.includes("proof"))).toEqual(folders.toSorted());
});

test("the map has a row and a paragraph for every room", () => {
  const map = readFileSync(join(root, "src", "README.md"), "utf8");
  for (const room of rooms) {
    expect(map, room).toContain(`| \`${room}\` |`);
    expect(map, room).toContain(`**${room}** –`);
  }
});

/** What oxlint does not see: powers written as `**`, and mathematics under another name. */
function hiddenMathematics(text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//gu, "").replaceAll(/\/\/.*$/gmu, "");
  const patterns: [RegExp, string][] = [
    [/[\w)\]]\s*\*\*=?\s*[\w(-]/u, "**"],
    [/globalThis/u, "globalThis"],
    [/[=,(]\s*Math\s*[;,)\n]/u, "Math under another name"],
    [/Math\[/u, "Math by key"],
  ];
  return patterns.filter(([pattern]) => pattern.test(code)).map(([, name]) => name);
}

test("pure rooms compute no powers and hide no mathematics", () => {
  const found = pureSources.flatMap((file) => hiddenMathematics(readFileSync(file, "utf8")).map((what) => `${file}: ${what}`));
  expect(found).toEqual([]);
  expect(hiddenMathematics("const a = b ** 2;")).toEqual(["**"]);
  expect(hiddenMathematics("const M = Math;")).toEqual(["Math under another name"]);
  expect(hiddenMathematics("const a = globalThis.Math.pow(2, 3);")).toEqual(["globalThis"]);
  expect(hiddenMathematics("const { pow } = Math;")).toEqual(["Math under another name"]);
  expect(hiddenMathematics("const a = b * c; // b ** c")).toEqual([]);
});

/** Lints a small house with one planted file, with the project's own configuration. */
function lintPlanted(files: Readonly<Record<string, string>>): string {
  const house = mkdtempSync(join(scratch, "house-"));
  mkdirSync(join(house, ".config"));
  cpSync(join(root, ".config", "oxlint.json"), join(house, ".config", "oxlint.json"));
  cpSync(join(root, "tsconfig.json"), join(house, "tsconfig.json"));
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, name)), { recursive: true });
    writeFileSync(join(house, name), text);
  }
  const done = spawnSync(join(root, "node_modules/.bin/oxlint"), ["-c", ".config/oxlint.json", "--type-aware", "-f", "unix", "src"], { cwd: house, encoding: "utf8" });
  return done.status === 0 ? "" : done.stdout;
}

const planted: [string, Record<string, string>, RegExp][] = [
  ["an import from a later room", { "src/facts/a.ts": `import { x } from "../policy/index.ts";\nexport const y = x;\n` }, /no-restricted-imports/u],
  ["an import from a room outside the row", { "src/statistics/a.ts": `import { x } from "../policy/index.ts";\nexport const y = x;\n` }, /no-restricted-imports/u],
  ["an import past a room's door", { "src/policy/a.ts": `import { x } from "../base/fen.ts";\nexport const y = x;\n` }, /no-restricted-imports/u],
  ["an import past a room's door from a subfolder", { "src/policy/compile/a.ts": `import { x } from "../../base/fen.ts";\nexport const y = x;\n` }, /no-restricted-imports/u],
  ["React outside view", { "src/verdict/a.ts": `import React from "react";\nexport const y = React;\n` }, /no-restricted-imports/u],
  ["the engine inside a pure room", { "src/policy/a.ts": `import { Engine } from "json-rules-engine";\nexport const y = Engine;\n` }, /no-restricted-imports/u],
  ["a file read in a pure room", { "src/simulation/a.ts": `import { readFileSync } from "node:fs";\nexport const y = readFileSync;\n` }, /no-restricted-imports/u],
  ["a file read in view", { "src/view/a.ts": `import { readFileSync } from "node:fs";\nexport const y = readFileSync;\n` }, /no-restricted-imports/u],
  ["the clock", { "src/base/a.ts": `export const y = Date.now();\n` }, /no-restricted-globals/u],
  ["the environment", { "src/base/a.ts": `export const y = process.env;\n` }, /no-restricted-globals/u],
  ["the console", { "src/base/a.ts": `console.log(1);\nexport {};\n` }, /no-console|no-restricted-globals/u],
  ["an unkeyed draw", { "src/base/a.ts": `export const y = Math.random();\n` }, /no-restricted-properties/u],
  ["an inexact function", { "src/base/a.ts": `export const y = Math.exp(1);\n` }, /no-restricted-properties/u],
  ["a promise in a pure room", { "src/base/a.ts": `export async function f(): Promise<void> {}\n` }, /no-async-await|no-restricted-globals/u],
  ["an import cycle", { "src/base/a.ts": `import { b } from "./b.ts";\nexport const a = (): number => b();\n`, "src/base/b.ts": `import { a } from "./a.ts";\nexport const b = (): number => a();\n` }, /no-cycle/u],
  ["a floating promise", { "src/workbench/a.ts": `async function f(): Promise<number> { return 1; }\nf();\nexport {};\n` }, /no-floating-promises/u],
  ["an unsafe cast", { "src/workbench/a.ts": `export const f = (x: unknown): string => x as string;\n` }, /no-unsafe-type-assertion/u],
  ["any", { "src/workbench/a.ts": `export const f = (x: any): unknown => x;\n` }, /no-explicit-any/u],
  ["a non-null assertion", { "src/workbench/a.ts": `export const f = (x: string | undefined): string => x!;\n` }, /no-non-null-assertion/u],
];
test.each(planted)("lint finds %s", (_name, files, rule) => {
  expect(lintPlanted(files)).toMatch(rule);
});

test("lint finds nothing in a small house in order", () => {
  const files = {
    "src/base/index.ts": `export { one } from "./one.ts";\n`,
    "src/base/one.ts": `/** One. */\nexport const one = 1;\n`,
    "src/policy/a.ts": `import { one } from "../base/index.ts";\nexport const two = one + one;\n`,
  };
  expect(lintPlanted(files)).toBe("");
});

/** Type-checks one planted file at the project's own strictness. */
function typesOf(text: string): string {
  const house = mkdtempSync(join(scratch, "types-"));
  cpSync(join(root, "tsconfig.json"), join(house, "tsconfig.json"));
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
  writeFileSync(join(house, "package.json"), `{"type":"module"}`);
  mkdirSync(join(house, "src"));
  writeFileSync(join(house, "src", "a.ts"), text);
  return spawnSync(join(root, "node_modules/.bin/tsc"), ["-p", "."], { cwd: house, encoding: "utf8" }).stdout;
}

test.each([
  ["an unchecked index", `export const f = (xs: readonly number[]): number => xs[0];\n`],
  ["an undefined given for an optional", `interface A { readonly x?: number }\nexport const a: A = { x: undefined };\n`],
  ["an enum, which does not erase", `export enum A { x }\n`],
  ["a type imported as a value", `import { PathLike } from "node:fs";\nexport type A = PathLike;\n`],
  ["an unused local", `export function f(): number { const x = 1; return 2; }\n`],
])("the type-checker finds %s", (_name, text) => {
  expect(typesOf(text)).toContain("error TS");
});

test("an unused export and an unused file are found", () => {
  const house = mkdtempSync(join(scratch, "knip-"));
  mkdirSync(join(house, "src", "workbench"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
  writeFileSync(join(house, "package.json"), `{"name":"x","version":"1.0.0","type":"module"}`);
  writeFileSync(join(house, "tsconfig.json"), "{}");
  writeFileSync(join(house, "knip.json"), `{"entry":["src/workbench/main.ts"],"project":["src/**/*.ts"]}`);
  writeFileSync(join(house, "src/workbench/main.ts"), `import { used } from "./a.ts";\nused();\n`);
  writeFileSync(join(house, "src/workbench/a.ts"), `export const used = (): void => {};\nexport const idle = 1;\n`);
  writeFileSync(join(house, "src/workbench/b.ts"), `export const alone = 1;\n`);
  const { stdout } = spawnSync(join(root, "node_modules/.bin/knip"), ["-c", "knip.json"], { cwd: house, encoding: "utf8" });
  expect(stdout).toContain("idle");
  expect(stdout).toContain("b.ts");
});

test("a package whose bin is missing is found", () => {
  const house = mkdtempSync(join(scratch, "publint-"));
  writeFileSync(join(house, "package.json"), `{"name":"x","version":"1.0.0","type":"module","bin":{"x":"dist/x.js"},"files":["dist"]}`);
  const done = spawnSync(join(root, "node_modules/.bin/publint"), ["--strict"], { cwd: house, encoding: "utf8" });
  expect(done.status).not.toBe(0);
});

const tests = filesBelow(join(root, "test")).filter((file) => file.endsWith(".ts") || file.endsWith(".tsx"));
const testedText = tests.map((file) => readFileSync(file, "utf8")).join("\n");

test("every measure is named in a test, and has a file of its own", () => {
  const folder = join(root, "src", "statistics", "measures");
  const names = readdirSync(folder).map((file) => /\bname: "(\w+)"/u.exec(readFileSync(join(folder, file), "utf8"))?.[1] ?? file);
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => !testedText.includes(name))).toEqual([]);
});

test("every renderer of view is called in a test", () => {
  const index = readFileSync(join(root, "src", "view", "index.ts"), "utf8");
  const renderers = ["pretty", "markdown", "json", "csv", "lawsCsv", "vintagesCsv", "seriesCsv", "explain", "replay", "doctor", "examples", "population", "prettyDiagnostics", "compactDiagnostics", "jsonDiagnostics"];
  const viewTests = tests.filter((file) => file.includes(join("test", "view"))).map((file) => readFileSync(file, "utf8")).join("\n");
  for (const renderer of renderers) {
    expect(index, renderer).toMatch(new RegExp(`\\b${renderer}\\b`, "u"));
    expect(viewTests, renderer).toMatch(new RegExp(`\\b${renderer}\\(`, "u"));
  }
});

test("every shipped rule file has examples, and every policy all five decisions", () => {
  const policies = readdirSync(join(root, "rules", "policies"));
  expect(policies.length).toBeGreaterThanOrEqual(3);
  for (const policy of policies) {
    for (const decision of ["enrolment", "limit", "pricing", "closure", "monitoring"]) {
      const file: unknown = JSON.parse(readFileSync(join(root, "rules", "policies", policy, `${decision}.json`), "utf8"));
      const { rules, examples } = file as { rules: { name: string }[]; examples: { expect: { because: string[] } }[] };
      const decided = new Set(examples.flatMap((example) => example.expect.because));
      expect(rules.filter((rule) => !decided.has(rule.name)).map((rule) => rule.name), `${policy}/${decision}`).toEqual([]);
    }
  }
});

test("no word of this machine or of a registry is in what is committed", () => {
  const listed = spawnSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).stdout.split("\n").filter((file) => file !== "" && existsSync(join(root, file)));
  const banned = [["/wo", "rk/"], ["registry", ".npmjs"], ["/ro", "ot/"]].map((parts) => parts.join(""));
  const found = listed.filter((file) => {
    const text = readFileSync(join(root, file), "latin1");
    return banned.some((word) => text.includes(word));
  });
  expect(found).toEqual([]);
});
