// The HTML report in a real browser: nothing leaves the page, nothing complains, everything is there without scripts.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policyBench, requireBuild, root } from "./bin.ts";
import { chromium, withPage } from "./browser.ts";

const folder = mkdtempSync(join(tmpdir(), "policy-bench-html-"));
const page = join(folder, "report.html");

beforeAll(async () => {
  requireBuild();
  const ran = await policyBench(["compare", "baseline", "--customers", "600", "--months", "14", "--by", "customer.gender", "--quiet", "-o", `html=${page}`, "-o", `svg=${join(folder, "figures")}`, "--threads", "1"], { cwd: root });
  expect(ran.stderr).toBe("");
  expect(ran.code).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const html = (): string => readFileSync(page, "utf8");

test("the file is under a megabyte, and asks for nothing outside itself", () => {
  expect(statSync(page).size).toBeLessThan(1_000_000);
  const outside = html().replaceAll(/<script[\s\S]*?<\/script>/gu, "").replaceAll("http://www.w3.org/2000/svg", "").replaceAll("http://www.w3.org/1999/xlink", "");
  expect(outside.match(/https?:\/\/|\bsrc=|<link|@import|url\((?!#)/gu)).toBeNull();
  expect(html()).toContain("default-src 'none'");
});

test("every figure has its picture, a sentence, and its data as a table", () => {
  const figures = html().split("<figure ").slice(1).map((text) => text.slice(0, text.indexOf("</figure>")));
  expect(figures.length).toBeGreaterThanOrEqual(8);
  for (const figure of figures) {
    expect(figure).toMatch(/<svg role="img" aria-labelledby="title-[a-z0-9-]+"/u);
    expect(figure).toMatch(/<figcaption id="sees-[a-z0-9-]+">.{10,}</u);
    expect(figure).toMatch(/<details>.*<table>.*<td/su);
  }
  expect(html()).not.toMatch(/\b(?:NaN|undefined|null)\b%?</u);
});

test("the same figures stand as SVG files in the colours of the light page", () => {
  const svg = readFileSync(join(folder, "figures", "vintage.svg"), "utf8");
  expect(svg).toMatch(/^<svg /u);
  expect(svg).not.toContain("var(--");
  expect(existsSync(join(folder, "figures", "law-0.svg"))).toBe(true);
});

const count = (selector: string): string => `document.querySelectorAll(${JSON.stringify(selector)}).length`;
/** How many of them hold a picture of some height. */
const drawn = (selector: string): string => `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((element) => (element.querySelector("svg")?.getBoundingClientRect().height ?? 0) > 50).length`;

describe.skipIf(chromium === undefined)(chromium === undefined ? "in a browser (skipped: no chromium)" : "in a browser", () => {
  test("no message, no request, no breach of the policy; figures answer", { timeout: 120_000 }, () =>
    withPage(page, {}, async (open) => {
      const charts = await open.evaluate(count(".tools"));
      expect(charts).toBeGreaterThanOrEqual(7);
      expect(await open.evaluate(drawn("figure .live"))).toBe(charts);
      expect(open.messages).toEqual([]);
      expect(open.requests).toEqual([]);
    }));

  test("every figure stands without scripts", { timeout: 120_000 }, () =>
    withPage(page, { scripts: false }, async (open) => {
      const figures = await open.evaluate(count("figure"));
      expect(figures).toBeGreaterThanOrEqual(8);
      expect(await open.evaluate(drawn("figure .still"))).toBe(figures);
      expect(open.messages).toEqual([]);
    }));

  test.each([false, true])("axe-core finds nothing serious (dark: %s)", { timeout: 120_000 }, (dark) =>
    withPage(page, { dark }, async (open) => {
      expect(await open.faults()).toEqual([]);
      await open.evaluate('document.documentElement.removeAttribute("lang")');
      expect(await open.faults()).not.toEqual([]);
    }));

  test("the keyboard reaches every link, table and button, and opens a table", { timeout: 120_000 }, () =>
    withPage(page, {}, async (open) => {
      const wanted = Number(await open.evaluate('[...document.querySelectorAll("a[href], button, summary, [tabindex=\'0\']")].filter((element) => element.checkVisibility()).length'));
      await open.evaluate("window.met = new Set()");
      for (let step = 0; step < wanted; step++) {
        await open.press("Tab");
        await open.evaluate("window.met.add(document.activeElement)");
      }
      expect(await open.evaluate('[...document.querySelectorAll("a[href], button, summary, [tabindex=\'0\']")].filter((element) => element.checkVisibility() && !window.met.has(element)).map((element) => element.outerHTML.slice(0, 80))')).toEqual([]);
      await open.evaluate('document.querySelector("figure summary").focus()');
      await open.press("Enter");
      expect(await open.evaluate('document.querySelector("figure details").open')).toBe(true);
    }));

  test("prints whole: a picture of every figure, on as many pages as it takes", { timeout: 120_000 }, () =>
    withPage(page, {}, async (open) => {
      const pdf = await open.pdf();
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      expect((pdf.toString("latin1").match(/\/Type ?\/Page\b/gu) ?? []).length).toBeGreaterThan(5);
    }));

  test("hostile names from files stay text", { timeout: 120_000 }, async () => {
    const hostile = join(folder, "hostile.html");
    const bad = "</script><img src=x onerror=alert(1)>";
    const ran = await policyBench(["run", "baseline", "--customers", "50", "--months", "2", "--quiet", "-o", `html=${hostile}`, "--set", `title=${JSON.stringify({ en: bad, zh: bad })}`], { cwd: root });
    expect(ran.code).toBe(0);
    expect(readFileSync(hostile, "utf8")).toContain("&lt;/script&gt;&lt;img src=x");
    await withPage(hostile, {}, async (open) => expect(await open.evaluate(count("img"))).toBe(0));
  });
});

test("two pages are compared like the reports they show; a page without one is named", async () => {
  const changed = join(folder, "changed.html");
  const saved = join(folder, "saved.json");
  const run = ["run", "baseline", "--customers", "300", "--months", "6", "--quiet"];
  await policyBench([...run, "-o", `html=${changed}`, "-o", `json=${saved}`, "--set", "policies.consent-first.minScore=700"], { cwd: root });
  const [pages, files] = await Promise.all([policyBench(["compare", page, changed, "--json"], { cwd: root }), policyBench(["compare", page, saved, "--json"], { cwd: root })]);
  expect(pages.code).toBe(0);
  expect(pages.stdout.replaceAll("changed.html", "saved.json")).toBe(files.stdout);
  expect(pages.stdout).toContain("enrolledShare");
  const empty = join(folder, "empty.html");
  writeFileSync(empty, "<!doctype html><p>nothing</p>");
  const refused = await policyBench(["compare", page, empty], { cwd: root });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("the page holds no report");
});
