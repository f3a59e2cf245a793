// The pages of commands beside run and compare in a real browser: fairness, backtest, sweep. They ask for nothing, axe finds
// nothing serious, every figure has its picture and its data, and on a phone nothing is wider than the screen.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policyBench, requireBuild, root } from "./bin.ts";
import { chromium, withPage } from "./browser.ts";

const folder = mkdtempSync(join(tmpdir(), "policy-bench-pages-"));
const at = (name: string): string => join(folder, name);
const hostile = "</script><img src=x onerror=alert(1)>";

/** Rows whose score tells who goes bad, with a hole now and then; one age is hostile. */
function writeRows(): void {
  const rows = Array.from({ length: 400 }, (_, index) => {
    const score = 560 + ((index * 37) % 200);
    const bad = (index * 53) % 200 > score - 540 ? 1 : 0;
    return [index + 1, index === 3 ? hostile : 20 + (index % 40), 0, 8000, 0, 20 + (index % 50), 0, index % 29 === 0 ? "" : score, bad].join(";");
  });
  writeFileSync(at("rows.csv"), rows.join("\n"));
  const facts = { "customer.age": { column: "age", unit: "years" }, "customer.isCollegeStudent": { column: "student" }, "customer.identityVerified": { constant: true }, "customer.incomeMonthlyFen": { column: "income", unit: "yuan" }, "bureau.hasFile": { constant: true }, "bureau.maxDaysPastDue24m": { column: "late", unit: "days" }, "bureau.debtToIncomeBps": { column: "debt", unit: "percent" }, "bureau.queries6m": { column: "queries" }, "bureau.score": { column: "score" } };
  const mapping = { name: "rows", title: { en: "rows", zh: "行" }, delimiter: ";", header: { rows: 0, names: ["nr", "age", "student", "income", "late", "debt", "queries", "score", "bad"] }, id: "nr", facts, outcome: { column: "bad", bad: ["1"], good: ["0"] } };
  writeFileSync(at("map.json"), JSON.stringify(mapping));
}

async function make(...args: readonly string[]): Promise<void> {
  const ran = await policyBench([...args, "--quiet"], { cwd: root });
  expect([ran.code, ran.stderr]).toEqual([0, ""]);
}

beforeAll(async () => {
  requireBuild();
  writeRows();
  const small = ["--customers", "700", "--months", "12", "--threads", "1"];
  await Promise.all([
    make("fairness", "baseline", ...small, "--policy", "invited", "--policy", "silent-auto-enrolment", "--group", "customer.gender", "--group", "customer.age", "-o", `html=${at("fairness.html")}`, "-o", `md=${at("fairness.md")}`),
    make("backtest", "consent-first", "--csv", at("rows.csv"), "--map", at("map.json"), "--against", "invited", "--split", "30%", "--lang", "zh", "-o", `html=${at("backtest.html")}`, "-o", `json=${at("backtest.json")}`, "-o", `svg=${at("figures")}`),
    make("sweep", "baseline", ...small, "--policy", "invited", "--vary", "minScore=600,640,680", "--x", "enrolledShare", "--y", "marginPerCustomer", "-o", `html=${at("sweep.html")}`),
  ]);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pages = ["fairness.html", "backtest.html", "sweep.html"] as const;
const read = (name: string): string => readFileSync(at(name), "utf8");

test.each(pages)("%s is under a megabyte, holds nothing from outside, and each figure has its sentence and its data", (name) => {
  expect(statSync(at(name)).size).toBeLessThan(1_000_000);
  const bare = read(name).replaceAll(/<script[\s\S]*?<\/script>/gu, "").replaceAll("http://www.w3.org/2000/svg", "").replaceAll("http://www.w3.org/1999/xlink", "").replaceAll("&lt;img src=x", "");
  expect(bare.match(/https?:\/\/|\bsrc=|<link|@import|url\((?!#)/gu)).toBeNull();
  expect(bare).toContain("default-src 'none'");
  expect(bare).not.toMatch(/\b(?:NaN|undefined|null)\b%?</u);
  const figures = bare.split("<figure ").slice(1).map((text) => text.slice(0, text.indexOf("</figure>")));
  expect(figures.length).toBeGreaterThanOrEqual(name === "sweep.html" ? 1 : 3);
  for (const figure of figures) {
    expect(figure).toMatch(/<svg role="img" aria-labelledby="title-[a-z0-9-]+"/u);
    expect(figure).toMatch(/<figcaption id="sees-[a-z0-9-]+">.{10,}</u);
    expect(figure).toMatch(/<details>.*<table>.*<td/su);
  }
});

test("numbers on the page are those of the report; the Chinese page is Chinese; file names stay text", () => {
  const report = JSON.parse(read("backtest.json")) as { readonly decisions: readonly { readonly sample: string; readonly standings: readonly { readonly standing: string; readonly known: number; readonly badRate: { readonly value: number } }[] }[] };
  const approved = report.decisions[0]?.standings.find(({ standing }) => standing === "approved");
  const html = read("backtest.html");
  expect(approved?.known).toBeGreaterThan(0);
  expect(html).toContain(`批准 (${approved?.known})`);
  expect(html).toContain(`${((approved?.badRate.value ?? 0) * 100).toPrecision(3)}%`);
  for (const words of ["概要", "校准：预期与实际", "换入换出", "各事实的信息值", "数据表："]) expect(html).toContain(words);
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;/script&gt;&lt;img src=x");
  expect(read("fairness.md")).toContain("impact ratio");
  expect(readdirSync(at("figures"))).toContain("standings.svg");
});

describe.skipIf(chromium === undefined)(chromium === undefined ? "in a browser (skipped: no chromium)" : "in a browser", () => {
  test.each([["fairness.html", 1000, false], ["backtest.html", 390, true], ["sweep.html", 390, false]] as const)("%s at %i wide (dark: %s): no message, no request, no fault, nothing wider than the screen", { timeout: 120_000 }, (name, width, dark) =>
    withPage(at(name), { width, dark }, async (open) => {
      const charts = Number(await open.evaluate('document.querySelectorAll(".tools").length'));
      expect(charts).toBeGreaterThanOrEqual(1);
      expect(await open.evaluate('[...document.querySelectorAll("figure .live")].filter((element) => (element.querySelector("svg")?.getBoundingClientRect().height ?? 0) > 50).length')).toBe(charts);
      expect(await open.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      expect(await open.faults()).toEqual([]);
      expect([...open.messages, ...open.requests]).toEqual([]);
    }));
});

test("a page of very many groups shows the largest, says so, and stays under a megabyte", { timeout: 120_000 }, async () => {
  await make("compare", "baseline", "--customers", "300", "--months", "8", "--threads", "1", "--by", "customer.cityTier,customer.gender,customer.maritalStatus", "-o", `html=${at("groups.html")}`);
  expect(statSync(at("groups.html")).size).toBeLessThan(1_000_000);
  expect(read("groups.html")).toMatch(/The 12 largest of \d\d groups are shown; all are in the JSON\./u);
});

test("what cannot be written is said before the work, and a format that there is not", async () => {
  const none = await policyBench(["fairness", "baseline", "-o", `html=${at("rows.csv/x.html")}`], { cwd: root });
  expect([none.code, none.stdout]).toEqual([2, ""]);
  const odd = await policyBench(["backtest", "consent-first", "--csv", at("rows.csv"), "--map", at("map.json"), "-o", `htm=${at("x.html")}`], { cwd: root });
  expect([odd.code, odd.stderr]).toEqual([2, expect.stringContaining("did you mean `html`?")]);
});
