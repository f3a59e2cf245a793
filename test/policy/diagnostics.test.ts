// Every code has a fixture that trips it and nothing else; what is sound trips none.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diagnosticCodes, readLawPack, readPolicy } from "../../src/policy/index.ts";
import type { SourceText } from "../../src/policy/index.ts";
import { diagnosticsFolder, dictionary, patch, read, reasonsOf, root, textsOf, validTexts } from "./fixtures.ts";

interface Fixture {
  readonly file: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
  readonly replace?: readonly [string, string];
  readonly text?: string;
  readonly generate?: "deep" | "huge" | "binary" | "rules" | "examples";
  readonly drop?: boolean;
  readonly rename?: string;
  readonly copy?: string;
  /** Where the finding stands, and the source text under its caret. */
  readonly at: string;
  readonly token?: string;
  /** Findings that follow from the same mistake. */
  readonly also?: readonly string[];
}

const codes = Object.keys(diagnosticCodes);
// Only a law pack can trip it: see the test below.
const ofLawsOnly = ["policy-fact"];

for (const code of codes.filter((one) => !ofLawsOnly.includes(one))) {
  test(`${code} is found where its fixture has the mistake, and nothing else is`, () => {
    const fixture: Fixture = JSON.parse(readFileSync(join(diagnosticsFolder, code, "patch.json"), "utf8"));
    const files = patched(fixture);
    const { diagnostics } = read(files);
    expect(diagnostics.map((finding) => finding.code).toSorted()).toEqual([code, ...(fixture.also ?? [])].toSorted());
    const found = diagnostics.find((finding) => finding.code === code);
    expect(found?.place?.pointer).toBe(fixture.at);
    expect(found?.place?.file).toMatch(/^rules\/policies\/plain\//);
    expect(found?.message.en).toMatch(/^(?:`|[a-z0-9])/);
    expect(found?.message.en).not.toMatch(/\.$/);
    expect(found?.message.zh).toMatch(/\p{Script=Han}/u);
    const known: Readonly<Record<string, { readonly level: string }>> = diagnosticCodes;
    expect(found?.level).toBe(known[code]?.level);
    if (fixture.token !== undefined) {
      const text = files.find((source) => source.file === found?.place?.file)?.text ?? "";
      expect(underCaret(text, found?.place)).toBe(fixture.token);
      expect(found?.place?.frame).toContain("^");
    }
  });
}

test("policy-fact is found where a law rule reads a parameter of one policy", () => {
  const pack = JSON.parse(readFileSync(join(root, "rules", "laws", "cn.json"), "utf8"));
  pack.rules = [{ ...pack.rules[0], conditions: { all: [{ fact: "param.minScore", operator: "greaterThan", value: 640 }] } }];
  const { diagnostics } = readLawPack({ file: "rules/laws/cn.json", text: JSON.stringify(pack) }, dictionary);
  expect(diagnostics.filter(({ place }) => place?.pointer === "/rules/0/conditions/all/0/fact").map(({ code }) => code)).toEqual(["policy-fact"]);
});

test("every fixture belongs to a code", () => {
  const folders = readdirSync(diagnosticsFolder).filter((name) => name !== "valid");
  expect(folders.filter((name) => !codes.includes(name) && existsSync(join(diagnosticsFolder, name, "patch.json")))).toEqual([]);
});

test("every code has a title in both languages", () => {
  for (const { title } of Object.values(diagnosticCodes)) {
    expect(title.en).toMatch(/^[a-z]/);
    expect(title.zh).toMatch(/\p{Script=Han}/u);
  }
});

test("the plain policy is read without a finding", () => {
  const { policy, diagnostics } = read(validTexts);
  expect(diagnostics).toEqual([]);
  expect(policy?.decisions.enrolment.rules.map(({ name }) => name)).toEqual(["ENR-10", "ENR-20"]);
});

const shipped = join(root, "rules", "policies");
for (const name of existsSync(shipped) ? readdirSync(shipped) : []) {
  test(`the shipped policy ${name} is read without a finding`, () => {
    const reasons = reasonsOf(join(root, "rules", "reasons.json"));
    const { policy, diagnostics } = readPolicy({ files: textsOf(join(shipped, name)), dictionary, reasons });
    expect(diagnostics.map(({ code, message, place }) => `${place?.file}:${place?.line} ${code} ${message.en}`)).toEqual([]);
    expect(policy?.name).toBe(name);
  });
}

test("many mistakes in one policy are all found at once", () => {
  const fixtures: Fixture[] = ["unknown-fact", "unknown-param", "duplicate-example", "wrong-unit", "bad-exclusive", "unknown-arrangement"].map((code) =>
    JSON.parse(readFileSync(join(diagnosticsFolder, code, "patch.json"), "utf8")),
  );
  const files = fixtures.reduce((texts, fixture) => patched(fixture, texts), validTexts);
  const found = new Set(read(files).diagnostics.map(({ code }) => code));
  for (const code of ["unknown-fact", "duplicate-example", "wrong-unit", "bad-exclusive", "unknown-arrangement", "unknown-param"]) expect(found).toContain(code);
});

function patched(fixture: Fixture, texts: readonly SourceText[] = validTexts): readonly SourceText[] {
  return texts.flatMap((source) => {
    if (!source.file.endsWith(`/${fixture.file}`)) return [source];
    if (fixture.drop === true) return [];
    const file = fixture.rename === undefined ? source.file : source.file.replace(fixture.file, fixture.rename);
    const copy = fixture.copy === undefined ? [] : [{ ...source, file: `rules/policies/plain/${fixture.copy}` }];
    return [{ file, text: patchedText(fixture, source.text) }, ...copy];
  });
}

function patchedText(fixture: Fixture, text: string): string {
  if (fixture.text !== undefined) return fixture.text;
  if (fixture.replace !== undefined) return text.replace(fixture.replace[0], fixture.replace[1]);
  if (fixture.generate === "deep") return "[".repeat(10_000);
  if (fixture.generate === "huge") return `{"decision":"limit","rules":[${" ".repeat(20_000_001)}]}`;
  if (fixture.generate === "binary") return "\u0000\u0001PNG\u0000";
  if (fixture.generate === "examples") {
    const { examples } = JSON.parse(text);
    return patch(text, { "/examples": Array.from({ length: 10_001 }, (_, index) => ({ ...examples[0], name: `case ${index}` })) });
  }
  if (fixture.generate === "rules") {
    const { rules } = JSON.parse(text);
    const many = Array.from({ length: 10_001 }, (_, index) => (index < 3 ? rules[index] : { ...rules[2], name: `LIM-${1000 + index}` }));
    return patch(text, { "/rules": many });
  }
  const removed = Object.fromEntries((fixture.remove ?? []).map((pointer) => [pointer, undefined]));
  return patch(text, { ...fixture.set, ...removed });
}

function underCaret(text: string, place: { readonly line: number; readonly column: number; readonly length: number } | undefined): string {
  const line = text.split("\n")[(place?.line ?? 0) - 1] ?? "";
  return line.slice((place?.column ?? 1) - 1, (place?.column ?? 1) - 1 + (place?.length ?? 0));
}
