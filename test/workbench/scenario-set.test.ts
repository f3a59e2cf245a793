// A scenario may change its policies by `set`: in its own run only, told in its report, and held to the same checks as --set.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBench } from "../../src/workbench/bench.ts";
import { openProject } from "../../src/workbench/project.ts";
import { readOverrides } from "../../src/workbench/overrides.ts";
import { readRunTexts } from "../../src/workbench/run-texts.ts";
import { readScenario } from "../../src/workbench/scenario.ts";
import { quietWorld, root } from "./world.ts";

const shipped = readFileSync(join(root, "scenarios/hard-collection.json"), "utf8");

function policiesOf(set: readonly string[], policies: readonly string[] = []) {
  const read = readRunTexts({ project: openProject(quietWorld()), scenario: "hard-collection", overrides: readOverrides(set), policies });
  if (read.texts === undefined) throw new Error("the scenario was not read");
  return { ...readBench(read.texts), texts: read.texts };
}

test("what a scenario sets is in force in its run, listed among its inputs, and other policies are as they are", () => {
  const { bench, texts } = policiesOf([]);
  expect(bench?.policies.get("silent-auto-enrolment")?.procedures.collection).toMatchObject({ thirdParties: true, missedPaymentNotice: false });
  expect(bench?.policies.get("consent-first")?.procedures.collection).toMatchObject({ thirdParties: false });
  expect(texts.overrides.map(({ written }) => written)).toContain("set policies.silent-auto-enrolment.procedures.closure.reasonsGiven=false");
});

test("--set comes after what the scenario sets and wins; a run without the policy leaves the change out", () => {
  const { bench } = policiesOf(["policies.silent-auto-enrolment.procedures.collection.thirdParties=false"]);
  expect(bench?.policies.get("silent-auto-enrolment")?.procedures.collection).toMatchObject({ thirdParties: false, contactsPerDay: 6 });
  const other = policiesOf([], ["invited"]);
  expect(other.diagnostics.filter(({ level }) => level === "error")).toEqual([]);
  expect([...(other.bench?.policies.keys() ?? [])]).toEqual(["invited"]);
});

test.each([
  ["policies.silent-auto-enrollment.minScore", "unknown-policy"],
  ["months", "unknown-setting"],
  ["policies.consent-first", "unknown-policy"],
])("a path like %s, which reaches into no policy of the scenario, is a mistake in the scenario", (path, code) => {
  const text = shipped.replace('"set": {', `"set": {\n    ${JSON.stringify(path)}: 1,`);
  const { diagnostics } = readScenario({ file: "hard-collection.json", text });
  expect(diagnostics.filter(({ level }) => level === "error").map((found) => found.code)).toEqual([code]);
  expect(diagnostics[0]?.place?.line).toBeGreaterThan(20);
});
