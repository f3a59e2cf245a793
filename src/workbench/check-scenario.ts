import type { Diagnostic } from "../base/index.ts";
import { readNamedFile, type Project } from "./project.ts";
import { readRunTexts } from "./run-texts.ts";
import { checkExpectations, readScenario } from "./scenario.ts";

/** Everything wrong with a scenario file and with what it names; policies and packs are linted on their own. */
export function checkScenarioFile(project: Project, name: string): readonly Diagnostic[] {
  const file = readNamedFile(project, "scenario", name);
  if (file.source === undefined) return file.diagnostics;
  const { diagnostics } = readRunTexts({ project, scenario: name, overrides: [], policies: [] });
  // A policy that is not there is found once: an expectation of the right name is not wrong as well.
  if (diagnostics.some(({ code }) => code === "unknown-policy")) return diagnostics;
  return [...diagnostics, ...checkExpectations(readScenario(file.source))];
}
