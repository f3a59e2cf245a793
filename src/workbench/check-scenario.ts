import type { Diagnostic } from "../base/index.ts";
import { readBench } from "./bench.ts";
import { readNamedFile, type Project } from "./project.ts";
import { readRunTexts, type RunTexts } from "./run-texts.ts";
import { checkExpectations, readScenario } from "./scenario.ts";

/** Everything wrong with a scenario file and with what it names; policies and packs are linted on their own. */
export function checkScenarioFile(project: Project, name: string): readonly Diagnostic[] {
  const file = readNamedFile(project, "scenario", name);
  if (file.source === undefined) return file.diagnostics;
  const { diagnostics, texts } = readRunTexts({ project, scenario: name, overrides: [], policies: [] });
  // A policy that is not there is found once: an expectation of the right name is not wrong as well.
  if (diagnostics.some(({ code }) => code === "unknown-policy")) return diagnostics;
  return [...diagnostics, ...checkExpectations(readScenario(file.source)), ...inSet(texts)];
}

/** What is wrong with what the scenario sets in its policies: only they can tell. */
function inSet(texts: RunTexts | undefined): readonly Diagnostic[] {
  if (texts === undefined || texts.overrides.length === 0) return [];
  return readBench(texts).diagnostics.filter(({ message }) => texts.overrides.some(({ written }) => message.en.startsWith(`\`${written}\``)));
}
