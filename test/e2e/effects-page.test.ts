// reports/effects.md tells of every mechanism there is; in the long run it is held byte for byte.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { mechanisms } from "../../src/workbench/effects/mechanisms/index.ts";
import { effectsCommand } from "../write-effects-page.ts";
import { requireBuild, root } from "./bin.ts";

beforeAll(requireBuild);
const page = (): string => readFileSync(join(root, "reports", "effects.md"), "utf8");

test("the page of effects has a section for every mechanism, in the order of the table, and no other", () => {
  const sections = [...page().matchAll(/^### (.+)$/gmu)].map((match) => match[1]);
  expect(sections, "out of date; run: npm run reports").toEqual(mechanisms.map(({ name }) => name));
});

test("every section says the sentence, what was switched and what came of it", () => {
  const sections = page().split(/^### /mu).slice(1);
  const lacking = mechanisms.filter(({ claim, on, moves }, at) => {
    const section = sections[at] ?? "";
    const rows = section.split("\n").filter((line) => / (?:as claimed|undecided|did not move|the other way) \|$/u.test(line));
    return !section.includes(claim.en) || rows.length !== moves.length || Object.keys(on).some((path) => !section.replaceAll("\\", "").includes(path));
  });
  expect(lacking.map(({ name }) => name)).toEqual([]);
});

test.runIf(process.env["POLICY_BENCH_LONG"] === "1")("the page of effects is current, byte for byte", { timeout: 600_000 }, () => {
  const done = spawnSync(process.execPath, [...effectsCommand], { cwd: root, encoding: "utf8", maxBuffer: 1e8 });
  expect(done.status).toBe(0);
  expect(done.stdout === page() ? "current" : "out of date; run: npm run reports").toBe("current");
});
