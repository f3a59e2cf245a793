// population --against: a file of the project's own customers, what it lacks, and what is asked wrongly.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { QualityView } from "../../src/view/index.ts";
import { commandLine, root } from "./world.ts";

const folder = mkdtempSync(join(tmpdir(), "policy-bench-quality-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = ["ID", ...Array.from({ length: 23 }, (_, at) => `X${at + 1}`), "Y"];
/** Rows in the form of the UCI card file: limit, sex, education, marriage, age, six delays, six bills, six payments. */
const rows = Array.from({ length: 60 }, (_, n) => [n + 1, 20_000 + (n % 7) * 30_000, 1 + (n % 2), 1 + (n % 3), 1 + (n % 2), 22 + (n % 40), ...Array.from({ length: 6 }, () => n % 3), ...Array.from({ length: 6 }, () => n * 100), ...Array.from({ length: 6 }, () => 50), n % 5 === 0 ? 1 : 0]);
const csv = join(folder, "real.csv");
writeFileSync(csv, `${[header, ...rows].map((cells) => cells.join(",")).join("\n")}\n`);

test("facts that the file has are scored, the worst first; the others are said not to be compared", async () => {
  const said = await commandLine(["population", "--against", csv, "--map", "uci-credit-card", "--customers", "2000", "--json"]);
  expect(said.code).toBe(0);
  const view = JSON.parse(said.stdout) as QualityView;
  expect([view.real, view.synthetic, view.file, view.mapping]).toEqual([60, 2000, "real.csv", "uci-credit-card"]);
  expect(view.notInFile).toContain("score.points");
  expect(view.constant).toContain("bureau.hasFile");
  const scores = view.columns.map(({ score }) => score ?? 2);
  expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  expect(view.pairs).toHaveLength((scores.length * (scores.length - 1)) / 2);
  // Sexes are even in the file and 52 to 48 in the profile.
  expect(view.columns.find(({ fact }) => fact === "customer.gender")?.score).toBeGreaterThan(0.94);
  for (const [format, word] of [["pretty", "合成人群与文件对照"], ["markdown", "成对关系"], ["csv", "column-shapes"]] as const) {
    const text = await commandLine(["population", "--against", csv, "--customers", "200", "--format", format, "--lang", "zh", "--quiet"]);
    expect(text.stdout, format).toContain(word);
    expect(text.stdout).not.toMatch(/NaN|undefined/u);
  }
});

test("a file or a mapping that is not there is told", async () => {
  const noFile = await commandLine(["population", "--against", join(folder, "none.csv")]);
  expect([noFile.code, noFile.stderr.includes("none.csv")]).toEqual([2, true]);
  const noMap = await commandLine(["population", "--against", csv, "--map", "uci-credit-crad"]);
  expect([noMap.code, noMap.stderr.includes("uci-credit-card")]).toEqual([2, true]);
});

const uci = join(root, "..", "shared", "data", "UCI_Credit_Card.csv");
test.runIf(existsSync(uci))(existsSync(uci) ? "the UCI card file against the shipped profile" : "skipped: no UCI_Credit_Card.csv", async () => {
  const said = await commandLine(["population", "--against", uci, "--customers", "5000", "--json", "--quiet"]);
  const { overall, columns } = JSON.parse(said.stdout) as QualityView;
  expect(overall).toBeGreaterThan(0.6);
  // The file is 60.4 % female, the profile 52 %: 1 − |0.604 − 0.52|.
  expect(columns.find(({ fact }) => fact === "customer.gender")?.score).toBeCloseTo(0.916, 1);
});
