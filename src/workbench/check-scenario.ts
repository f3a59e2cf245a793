import type { Diagnostic } from "../base/index.ts";
import { checkExpectationPolicies } from "../verdict/index.ts";
import { readNamedFile, type Project } from "./project.ts";
import { readRunTexts } from "./run-texts.ts";
import { policiesOf, readScenario } from "./scenario.ts";

/** Everything wrong with a scenario file and with what it names; policies and packs are linted on their own. */
export function checkScenarioFile(project: Project, name: string): readonly Diagnostic[] {
  const file = readNamedFile(project, "scenario", name);
  if (file.source === undefined) return file.diagnostics;
  const { scenario, document } = readScenario(file.source);
  const texts = readRunTexts({ project, scenario: name, overrides: [], policies: [] });
  if (scenario === undefined) return texts.diagnostics;
  const expected = checkExpectationPolicies(scenario.expectations, policiesOf(scenario), { document, pointer: "/expectations" });
  return [...texts.diagnostics, ...expected];
}
