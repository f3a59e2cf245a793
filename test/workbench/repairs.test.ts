// Several edits repair one planted fault: each is proved, they stand in order, and one is chosen by its number.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeProver, usualBudget } from "../../src/proof/index.ts";
import { readProfile, synthesise } from "../../src/population/index.ts";
import { openProject, readPolicyFiles } from "../../src/workbench/project.ts";
import { applyRepair } from "../../src/workbench/proofs/act-on-proofs.ts";
import { readAllClaims } from "../../src/workbench/read-all-claims.ts";
import { readPolicyTexts, readProjectGround } from "../../src/workbench/read-rules.ts";
import { findRepairs } from "../../src/workbench/repairs/find-repairs.ts";
import { readSettings } from "../../src/workbench/settings.ts";
import { patch } from "../policy/fixtures.ts";
import { quietWorld, root } from "./world.ts";

const world = quietWorld();
const project = openProject(world);
const ground = readProjectGround(project);
const settings = readSettings({ world, operands: [], flags: {} });

/** The policy with few rules and no examples, minors of 16 and 17 let through. */
function planted() {
  const sources = readPolicyFiles(project, "consent-first").sources.map((source) => {
    const isEnrolment = source.file.endsWith("enrolment.json");
    if (!/(?:enrolment|limit|pricing|closure|monitoring)\.json$/u.test(source.file)) return source;
    const file = JSON.parse(source.text) as { rules: { name: string }[] };
    const rules = file.rules.filter(({ name }) => !isEnrolment || ["ENR-10", "ENR-11", "ENR-40"].includes(name));
    const text = JSON.stringify({ ...file, rules, examples: [] });
    return { ...source, text: isEnrolment ? patch(text, { "/rules/0/conditions/all/1/value": 16 }) : text };
  });
  const { policy, diagnostics } = readPolicyTexts(sources, ground);
  if (policy === undefined || ground.dictionary === undefined) throw new Error(JSON.stringify(diagnostics));
  return { sources, policy, dictionary: ground.dictionary };
}

test("of several repairs each is proved and breaks nothing that was; they stand in order of whom they touch, and a number chooses", () => {
  const { sources, policy, dictionary } = planted();
  const { claims } = readAllClaims(project, { policy, operand: "consent-first", decisions: [] });
  const [broken, ...kept] = ["INV-104", "INV-105"].flatMap((name) => claims.filter((claim) => claim.name === name));
  if (broken === undefined) throw new Error("the claim is there");
  const { profile } = readProfile({ file: "p", text: readFileSync(join(root, "scenarios/profiles/urban-shoppers.json"), "utf8") });
  if (profile === undefined) throw new Error("the profile is read");
  const customers = { population: synthesise({ profile, seed: "repair", replication: 0, customers: 100, dictionary }), profile: "urban-shoppers", seed: "repair" };
  const result = makeProver({ policy, claims: [broken] }).prove(broken);
  expect(result.verdict).toBe("broken");
  const repairs = findRepairs(result, { policy, sources, ground, budget: usualBudget, since: new Map(), kept, customers });
  expect(repairs.length).toBeGreaterThan(1);
  const touched = repairs.map((repair) => repair.touched.count);
  expect(touched).toEqual(touched.toSorted((a, b) => a - b));
  expect([touched[0], touched.at(-1) === 0]).toEqual([0, false]);
  for (const { edit, source } of repairs) {
    const mended = readPolicyTexts(sources.map((each) => (each.file === source.file ? source : each)), ground).policy;
    if (mended === undefined) throw new Error("a repaired policy is read");
    const prover = makeProver({ policy: mended, claims: [broken, ...kept] });
    expect([broken, ...kept].map((claim) => prover.prove(claim).verdict), edit.title.en).toEqual(["held", "held"]);
  }
  const folder = mkdtempSync(join(tmpdir(), "policy-bench-repairs-"));
  const numbered = repairs.map((repair, index) => ({ repair, path: join(folder, `${index + 1}.json`) }));
  expect(() => applyRepair(numbered, undefined, { project, settings })).toThrow(`there are ${repairs.length} repairs; say which: --apply 1`);
  expect(() => applyRepair(numbered, "9", { project, settings })).toThrow("there is no repair 9");
  applyRepair(numbered, "2", { project, settings });
  expect(readFileSync(join(folder, "2.json"), "utf8")).toBe(repairs[1]?.source.text);
  rmSync(folder, { recursive: true });
}, 60_000);
