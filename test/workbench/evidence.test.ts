import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { EvidencePack } from "../../src/view/index.ts";
import { commandLine, root } from "./world.ts";

const small = ["--customers", "300", "--months", "6", "--quiet"];

test("evidence names, under each article, what the files say at their lines and what the run found", async () => {
  const { code, stdout } = await commandLine(["laws", "--evidence", "baseline", "--policy", "silent-auto-enrolment", "--json", ...small]);
  expect(code).toBe(0);
  const pack = JSON.parse(stdout) as EvidencePack;
  const lines = readFileSync(join(root, "rules/policies/silent-auto-enrolment/policy.json"), "utf8").split("\n");
  const places = pack.rules.flatMap((rule) => rule.places.filter(({ line }) => line !== null));
  expect(places.length).toBeGreaterThan(50);
  for (const { item, line } of places) expect(lines[(line ?? 0) - 1], item).toContain(`"${item.split(".").at(-1)}"`);
  const ticked = pack.rules.find(({ line }) => line.id === "CN-ENR-001");
  expect(ticked?.places.find(({ item }) => item === "procedures.enrolment.registration.creditOption")?.value).toBe('"pre-ticked"');
  expect(ticked?.line.persons).toBeGreaterThan(0);
  // Every rule of the pack stands under some article, and every answer is a rule of the policy that says so.
  const under = new Set(pack.laws.flatMap(({ articles }) => articles.flatMap(({ rules }) => rules)));
  expect(pack.rules.map(({ line }) => line.id).filter((id) => !under.has(id))).toEqual([]);
  expect(pack.rules.some(({ answers }) => answers.length > 0)).toBe(true);
  const pipl = pack.laws.find(({ law }) => law.en === "Personal Information Protection Law");
  expect(pipl?.law.zh).toBe("个人信息保护法");
  const numbers = pipl?.articles.map(({ article }) => Number(/^\d+/u.exec(article ?? "0")?.[0])) ?? [];
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test("values are those of the run, whatever the file says", async () => {
  const set = ["--set", "policies.consent-first.procedures.bureau.purposeAgreed=false"];
  const { stdout } = await commandLine(["laws", "--evidence", "baseline", "--policy", "consent-first", "--json", ...set, ...small]);
  const pack = JSON.parse(stdout) as EvidencePack;
  expect(pack.rules.flatMap(({ places }) => places).find(({ item }) => item === "procedures.bureau.purposeAgreed")?.value).toBe("false");
});

test("it is a page in both languages, about one policy", async () => {
  const page = await commandLine(["laws", "--evidence", "baseline", "--policy", "consent-first", ...small]);
  expect(page.stdout).toContain("## Personal Information Protection Law");
  expect(page.stdout).toContain("not legal advice");
  expect(page.stdout).not.toMatch(/illegal|compliant/u);
  const zh = await commandLine(["laws", "--evidence", "baseline", "--policy", "consent-first", "--lang", "zh", ...small]);
  expect(zh.stdout).toContain("## 个人信息保护法");
  expect(zh.stdout).not.toMatch(/what the policy's files say|Law art/u);
  const none = await commandLine(["laws", "--evidence", "baseline"]);
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("--policy")]);
});

test("papers stand with their days and with the months without one, and the law rules that ask for them say where they are written", async () => {
  const { stdout } = await commandLine(["laws", "--evidence", "hard-collection", "--policy", "silent-auto-enrolment", "--json", ...small]);
  const pack = JSON.parse(stdout) as EvidencePack;
  expect(pack.filings).toContainEqual({ name: "impact-assessment", made: ["2027-03-01"], missing: [0, 1, 2, 3] });
  expect(pack.filings).toContainEqual({ name: "algorithm-filing", made: [], missing: [0, 1, 2, 3, 4, 5] });
  const due = pack.rules.find(({ line }) => line.id === "CN-GOV-002");
  expect(due?.line.count).toBe(6);
  expect(due?.places.find(({ item }) => item === "procedures.filings.algorithm-filing")?.value).toBe('{"on":"2027-06-01"}');
  const page = await commandLine(["laws", "--evidence", "hard-collection", "--policy", "silent-auto-enrolment", "--lang", "zh", ...small]);
  expect(page.stdout).toContain("| 个人信息保护影响评估 | 2027-03-01 | 1, 2, 3, 4 |");
});
