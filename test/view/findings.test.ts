import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { getLanguageService, TextDocument } from "vscode-json-languageservice";
import { readJson, diagnose, type Diagnostic } from "../../src/base/index.ts";
import { findingFormats, type FindingFormat, type Findings } from "../../src/view/index.ts";

const options = { lang: "en", color: false, ascii: false, width: 100 } as const;
const hostile = "]]> ::error::x =cmd|'/c calc'!A1 <script>alert(1)</script> \u001b[31m\u0000\u202e % a,b:c \r\n# | `q` ok 9 - x \ud800";

/** Control characters but line feeds, and marks that reorder. */
// oxlint-disable-next-line no-control-regex
const actsOnTerminal = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

function found(name: string, code = "tier-hole", level: Diagnostic["level"] = "error"): Diagnostic {
  const document = readJson('{\n  "a": [1, 2],\n  "b": "\u4e2d"\n}', name);
  return diagnose({ code, level, message: { en: `about \`${name}\``, zh: `关于 \`${name}\`` }, hint: { en: name, zh: name }, document, pointer: "/b" });
}

/** A claim that is known to be broken. */
function accepted(name: string): Findings["cases"][number] {
  return { suite: "proofs", name, diagnostics: [], suppressed: [{ diagnostic: found(name, "invariant-broken"), why: { en: name, zh: name } }] };
}

function findingsOf(name: string): Findings {
  const broken = { suite: "lint", name, diagnostics: [found(name), found(name, "other", "warning")] };
  return { cases: [broken, { suite: "examples", name: "quiet", diagnostics: [] }, { suite: "expectations", name, diagnostics: [], skipped: { en: name, zh: name } }, accepted(name)], failLevel: "error" };
}

const render = (format: FindingFormat, findings: Findings): string => findingFormats[format](findings, options);

for (const format of ["pretty", "compact", "junit", "github", "tap", "markdown"] as const) {
  test(`${format} lets nothing through that acts on a terminal, whatever files are called`, () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(hostile), fc.string({ unit: "binary" })), (name) => {
        expect(render(format, findingsOf(name))).not.toMatch(actsOnTerminal);
      }),
    );
  });
}

async function againstSarif(text: string): Promise<string[]> {
  const service = getLanguageService({});
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, "..", "fixtures", "sarif", "subset-2.1.0.json"), "utf8"));
  const document = TextDocument.create("file:///log.sarif", "json", 1, text);
  return (await service.doValidation(document, service.parseJSONDocument(document), {}, schema)).map(({ message }) => (typeof message === "string" ? message : message.value));
}

test("a SARIF log fits the 2.1.0 schema, whatever files are called", async () => {
  const names = [hostile, "rules/policies/a b/limit.json", "C:\\x\\y.json", "/tmp/中文.json", ...fc.sample(fc.string({ unit: "binary" }), 30)];
  for (const name of names) expect(await againstSarif(render("sarif", findingsOf(name))), JSON.stringify(name)).toEqual([]);
  expect(await againstSarif(render("sarif", findingsOf("a")).replace('"level": "error"', '"level": "fatal"'))).not.toEqual([]);
});

test("a SARIF result points at line and column, and its fingerprint outlives a moved line", () => {
  const at = (text: string): unknown => JSON.parse(render("sarif", { cases: [{ suite: "lint", name: "f", diagnostics: [diagnose({ code: "x", message: { en: "m", zh: "消" }, document: readJson(text, "f.json"), pointer: "/b" })] }], failLevel: "error" }));
  const [one, moved] = [at('{ "b": 12 }'), at('{\n\n  "b": 12 }')].map((log) => Reflect.get(Reflect.get(Reflect.get(Object(log), "runs")[0], "results")[0], "partialFingerprints"));
  expect(one).toEqual(moved);
  expect(JSON.stringify(at('{ "b": 12 }'))).toContain('"startLine":1,"startColumn":8,"endLine":1,"endColumn":10');
});

test("two findings alike have fingerprints of their own", () => {
  const log = JSON.parse(render("sarif", { cases: [{ suite: "lint", name: "f", diagnostics: [found("f"), found("f")] }], failLevel: "error" }));
  const [one, other] = log.runs[0].results.map((result: { partialFingerprints: unknown }) => JSON.stringify(result.partialFingerprints));
  expect(one).not.toBe(other);
});

interface Element {
  readonly name: string;
  readonly parent: string | undefined;
  readonly attributes: Record<string, string>;
}

/** The rules of the schema that Jenkins' xUnit plugin publishes for JUnit: elements with their parents, attributes (`!` required), in order. */
const junitSchema: Readonly<Record<string, { readonly parents: readonly (string | undefined)[]; readonly attributes: string }>> = {
  testsuites: { parents: [undefined], attributes: "name time tests failures disabled errors" },
  testsuite: { parents: ["testsuites"], attributes: "name! tests! failures errors time disabled skipped timestamp hostname id package" },
  testcase: { parents: ["testsuite"], attributes: "name! classname time assertions status" },
  skipped: { parents: ["testcase"], attributes: "message type" },
  error: { parents: ["testcase"], attributes: "message type" },
  failure: { parents: ["testcase"], attributes: "message type" },
  "system-out": { parents: ["testcase", "testsuite"], attributes: "" },
  "system-err": { parents: ["testcase", "testsuite"], attributes: "" },
};
const orderInCase = ["skipped", "error", "failure", "system-out", "system-err"];

function junitMistakes(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element, index) => {
    const rule = junitSchema[element.name];
    if (rule === undefined) return [`unknown element ${element.name}`];
    const known = rule.attributes.split(" ").filter((name) => name !== "");
    const before = elements[index - 1];
    const isLate = orderInCase.includes(element.name) && before?.parent === "testcase" && orderInCase.indexOf(before.name) >= orderInCase.indexOf(element.name);
    return [
      ...(rule.parents.includes(element.parent) ? [] : [`${element.name} within ${element.parent}`]),
      ...(isLate ? [`${element.name} after ${before.name}`] : []),
      ...Object.keys(element.attributes).flatMap((name) => (known.includes(name) || known.includes(`${name}!`) ? [] : [`${element.name} has no ${name}`])),
      ...known.flatMap((name) => (name.endsWith("!") && element.attributes[name.slice(0, -1)] === undefined ? [`${element.name} needs ${name}`] : [])),
      ...["tests", "failures", "errors", "skipped"].flatMap((name) => (/^\d*$/u.test(element.attributes[name] ?? "") ? [] : [`${name} is no number`])),
    ];
  });
}

test("the check of JUnit sees what the schema refuses", () => {
  const inSuite = (inner: string): string => `<testsuites><testsuite name="a" tests="1">${inner}</testsuite></testsuites>`;
  expect(junitMistakes(readXml(inSuite('<testcase name="a"><skipped/><failure/></testcase>')))).toEqual([]);
  for (const wrong of ['<testcase/>', '<testcase name="a"><failure/><skipped/></testcase>', '<testcase name="a" line="3"/>', '<failure/>', '<testcase name="a"><failure/><failure/></testcase>'])
    expect(junitMistakes(readXml(inSuite(wrong))), wrong).not.toEqual([]);
});

/** Reads the little XML that JUnit uses; throws for what is not well-formed. */
function readXml(text: string): Element[] {
  const elements: Element[] = [];
  const open: string[] = [];
  let rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/u, "");
  while (rest !== "") {
    const tag = /^<(\/?)([a-z-]+)((?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos);[^"<&]*)*")*)(\/?)>/u.exec(rest);
    const words = /^(?:[^<&>]|&(?:amp|lt|gt|quot|apos);)+/u.exec(rest);
    const piece = tag?.[0] ?? words?.[0];
    if (piece === undefined) throw new Error(`not well-formed at ${JSON.stringify(rest.slice(0, 60))}`);
    if (tag?.[1] === "/") expect(open.pop()).toBe(tag[2]);
    else if (tag !== null) {
      elements.push({ name: tag[2] ?? "", parent: open.at(-1), attributes: Object.fromEntries([...(tag[3] ?? "").matchAll(/ ([a-z]+)="([^"]*)"/gu)].map(([, key, value]) => [key, value])) });
      if (tag[4] !== "/") open.push(tag[2] ?? "");
    }
    rest = rest.slice(piece.length);
  }
  expect(open).toEqual([]);
  return elements;
}

test("JUnit is well-formed and its counts add up, whatever files are called", () => {
  fc.assert(
    fc.property(fc.oneof(fc.constant(hostile), fc.string({ unit: "binary" })), (name) => {
      const elements = readXml(render("junit", findingsOf(name)));
      expect(junitMistakes(elements)).toEqual([]);
      expect(elements.filter((element) => element.name === "testcase")).toHaveLength(4);
      expect(elements.filter((element) => element.name === "skipped")).toHaveLength(2);
      expect(elements.filter((element) => element.name === "failure")).toHaveLength(1);
      const [all] = elements;
      expect(all?.attributes).toMatchObject({ tests: "4", failures: "1", errors: "0" });
      expect(elements.map((element) => element.name)).not.toContain("script");
    }),
  );
});

test("a GitHub annotation stands on its line and column, and a name cannot start another command", () => {
  const [line = "", ...more] = render("github", { cases: [{ suite: "lint", name: "f", diagnostics: [found("rules/a,b:c%.json")] }], failLevel: "error" }).split("\n");
  expect(more).toEqual([""]);
  expect(line).toBe("::error file=rules/a%2Cb%3Ac%25.json,line=3,endLine=3,col=8,endColumn=11,title=tier-hole::about `rules/a,b:c%25.json` (rules/a,b:c%25.json)");
  const lines = render("github", findingsOf(hostile)).trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  for (const one of lines) expect(one).toMatch(/^::(?:error|warning) file=[^:]*::/u);
});

test("TAP plans as many cases as it tells, and no name ends one", () => {
  const lines = render("tap", findingsOf(hostile)).split("\n");
  expect(lines[1]).toBe("1..4");
  expect(lines.filter((line) => /^(?:not )?ok \d+ /u.test(line)).map((line) => line.slice(0, 9))).toEqual(["not ok 1 ", "ok 2 - ex", "ok 3 - ex", "not ok 4 "]);
  expect(lines.filter((line) => / # TODO /u.test(line))).toHaveLength(1);
  expect(lines.filter((line) => / # SKIP /u.test(line))).toHaveLength(1);
});

test("the job summary says what was checked and holds no markup of others", () => {
  const text = render("markdown", findingsOf(hostile));
  expect(text).toMatch(/^## Some checks did not hold\n/u);
  expect(text).toContain("| examples | 1 | 0 | 0 | 0 |");
  expect(text).toContain("| proofs | 0 | 0 | 1 | 0 |");
  expect(text).toContain("### Known and accepted");
  expect(text).not.toContain("<script");
  expect(render("markdown", { cases: [], failLevel: "error" })).toMatch(/^## All checks held/u);
});

test("JSON tells findings in both languages and how many cases of each suite held", () => {
  const told = JSON.parse(render("json", findingsOf("a.json")));
  expect(told.diagnostics[0]).toMatchObject({ code: "tier-hole", message: { en: "about `a.json`", zh: "关于 `a.json`" }, place: { line: 3, column: 8 } });
  expect(told.checked).toEqual({ lint: { cases: 1, failed: 1, skipped: 0 }, examples: { cases: 1, failed: 0, skipped: 0 }, expectations: { cases: 1, failed: 0, skipped: 1 }, proofs: { cases: 1, failed: 0, skipped: 0 } });
  expect(told.suppressed).toMatchObject([{ code: "invariant-broken", why: { en: "a.json" } }]);
});

test("a warning fails its case only where the level asked for is a warning", () => {
  const cases = [{ suite: "lint", name: "f", diagnostics: [found("f", "x", "warning")] }];
  expect(render("junit", { cases, failLevel: "error" })).toContain("<system-out>");
  expect(render("junit", { cases, failLevel: "warning" })).toContain("<failure ");
});
