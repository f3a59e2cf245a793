// What is asked of commands beside run and lint, wrongly: one finding for one mistake, before the work, and nothing written.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandLine } from "./world.ts";

const folder = mkdtempSync(join(tmpdir(), "policy-bench-bad-"));
const at = (name: string): string => join(folder, name);
const files: Readonly<Record<string, string>> = {
  "broken.json": '{"inputs": 1,,}',
  "list.json": "[]",
  "other.json": '{ "schemaVersion": 1 }',
  "deep.json": `{"a":${"[".repeat(10_000)}${"]".repeat(10_000)}}`,
  "rows.csv": "a;b\n1;2\n",
};
beforeAll(() => {
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a file that is no report is one finding each, whatever is in it", async () => {
  const [broken, list] = await Promise.all([commandLine(["compare", at("broken.json"), at("other.json")]), commandLine(["compare", at("list.json"), at("deep.json"), "--lang", "zh"])]);
  expect(broken.code).toBe(2);
  expect(broken.stderr.match(/^error\[[\w-]+\]/gmu)).toEqual(["error[json-syntax]", "error[no-report]"]);
  expect(broken.stderr).toContain("the file is no saved report");
  expect(list.stderr.match(/^错误\[[\w-]+\]/gmu)).toEqual(["错误[no-report]", "错误[too-deep]"]);
  expect(list.stderr).toContain("该文件不是已保存的报告");
  expect([list.code, list.stdout, broken.stdout]).toEqual([2, "", ""]);
});

test("a file of another kind is one finding, not one for each column", async () => {
  const said = await commandLine(["backtest", "consent-first", "--csv", at("rows.csv"), "--map", "uci-credit-card", "-o", `html=${at("out.html")}`]);
  expect([said.code, said.stdout]).toEqual([2, ""]);
  expect(said.stderr.match(/^error\[missing-column\]/gmu)?.length).toBe(1);
  expect(said.stderr.replaceAll(/\s+/gu, " ")).toMatch(/none of the 14 columns that the mapping reads is in the file: `X5`, `X2`, `X3` and 11 more; is it the file that the mapping is of/u);
  expect(existsSync(at("out.html"))).toBe(false);
});

test.each([
  [["prove", "invited", "--smtlib", at("rows.csv")], /cannot write .*a file stands where its folder should be/u],
  [["bridge", "invited", "invited"], /`invited` is named twice: there is no edit between a policy and itself/u],
  [["check", "--customers", "0"], /--customers is `0`; a scenario needs somebody/u],
  [["check", "--customers", "-1"], /--customers is `-1`/u],
  [["fairness", "baseline", "-o", `html=${at("rows.csv/x.html")}`], /a file stands where its folder should be/u],
  [["backtest", "invited", "--csv", at("rows.csv"), "-o", `html=${folder}`], /it is a folder/u],
  [["sweep", "baseline", "-o", `htm=${at("x.html")}`], /did you mean `html`\?/u],
  [["tornado", "baseline", "-o", `svg=${at("rows.csv")}`], /a file stands where its folder should be/u],
] as const)("%j ends before the work with 2", async (args, message) => {
  const said = await commandLine(args);
  expect([said.code, said.stdout]).toEqual([2, ""]);
  expect(said.stderr).toMatch(message);
  expect(said.stderr).not.toMatch(/^\s+at /mu);
  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(files).toSorted());
});

test.each([
  ['{"lang": "fr",\n "nope": 1, "check": {"coverage": {"min": 200}}}', /\.policy-bench\.json:1:2: `lang` \(line 1\), `check\.coverage\.min` \(line 2\), `nope` \(line 2\) do not fit/u],
  ['{"lang": "en",\n "lang": "zh"}', /\.policy-bench\.json:2:2: key `lang` stands twice/u],
  ['{"lang": "en"', /\.policy-bench\.json:1:1: `\{` is never closed/u],
  ["", /\.policy-bench\.json:1:1: the file is empty/u],
  ["[1]", /\.policy-bench\.json:1:1: the whole of it does not fit/u],
] as const)("settings such as %j are told with their place", async (text, message) => {
  const own = mkdtempSync(join(folder, "settings-"));
  writeFileSync(join(own, ".policy-bench.json"), text);
  const said = await commandLine(["laws"], {}, own);
  rmSync(own, { recursive: true });
  expect([said.code, said.stdout]).toEqual([2, ""]);
  expect(said.stderr).toMatch(message);
});

test("a pattern that matches no check is said, and is never green", async () => {
  const said = await commandLine(["validate", "--run", "shape nothing-like-this", "--customers", "200"]);
  expect(said.code).toBe(3);
  expect(said.stderr).toContain("--run `shape nothing-like-this` matches no check");
});
