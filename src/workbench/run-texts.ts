import { resolve, dirname } from "node:path";
import type { Diagnostic } from "../base/index.ts";
import { applyOverrides, type Override } from "./overrides.ts";
import {
  readNamedFile,
  readPolicyFiles,
  readProjectFile,
  shownPath,
  type NamedKind,
  type Project,
} from "./project.ts";
import type { Source } from "./read-file.ts";
import { policiesOf, readScenario, type Scenario } from "./scenario.ts";

/**
 * Every text that a run rests on, as plain data: the main thread reads it once,
 * and each worker builds the same run from it.
 */
export interface RunTexts {
  readonly scenario: Source;
  readonly dictionary: Source;
  readonly reasons: Source;
  readonly profile: Source;
  readonly environment: Source;
  readonly assumptions: Source;
  readonly laws: readonly Source[];
  readonly policies: Readonly<Record<string, readonly Source[]>>;
  readonly mapping?: Source;
  /** The CSV file to import: where it stands, and how it is shown. */
  readonly csv?: { readonly path: string; readonly shown: string };
  readonly overrides: readonly Override[];
}

export interface RunTextsRequest {
  readonly project: Project;
  /** Scenario by name or path. */
  readonly scenario: string;
  readonly overrides: readonly Override[];
  /** `--policy`: these instead of the scenario's. */
  readonly policies: readonly string[];
  readonly csv?: string;
}

/** Reads all files that a scenario names; every file that is missing or unreadable is reported. */
export function readRunTexts(request: RunTextsRequest): {
  texts?: RunTexts;
  scenario?: Scenario;
  diagnostics: Diagnostic[];
} {
  const { project } = request;
  const named = readNamedFile(project, "scenario", request.scenario);
  if (named.source === undefined) return { diagnostics: named.diagnostics };
  const changed = applyOverrides(named.source, request.overrides);
  const read = readScenario(changed.source);
  const diagnostics: Diagnostic[] = [...changed.diagnostics, ...read.diagnostics];
  if (read.scenario === undefined) return { diagnostics };
  const scenario = read.scenario;
  const collected = collect(project, scenario, request.policies, diagnostics);
  const csv = csvOf(request, scenario, dirname(named.path));
  if (collected === undefined) return { scenario, diagnostics };
  return {
    scenario,
    diagnostics,
    texts: { ...collected, scenario: changed.source, overrides: request.overrides, ...(csv === undefined ? {} : { csv }) },
  };
}

type Collected = Omit<RunTexts, "scenario" | "overrides" | "csv">;

function collect(
  project: Project,
  scenario: Scenario,
  policies: readonly string[],
  diagnostics: Diagnostic[],
): Collected | undefined {
  const place = (file: string): Source | undefined => keep(readProjectFile(project, file), diagnostics);
  const called = (kind: NamedKind, name: string): Source | undefined =>
    keep(readNamedFile(project, kind, name), diagnostics);
  const dictionary = place("rules/dictionary.json");
  const reasons = place("rules/reasons.json");
  const profile = called("profile", scenario.population.profile);
  const environment = called("environment", scenario.environment.macro);
  const assumptions = called("assumptions", scenario.assumptions);
  const laws = scenario.laws.map((law) => called("law", law));
  const mapping = scenario.population.mapping === undefined ? undefined : called("mapping", scenario.population.mapping);
  const files = Object.fromEntries(
    (policies.length > 0 ? [...new Set(policies)] : policiesOf(scenario)).map((name) => {
      const read = readPolicyFiles(project, name);
      diagnostics.push(...read.diagnostics);
      return [name, read.sources] as const;
    }),
  );
  if (!dictionary || !reasons || !profile || !environment || !assumptions) return undefined;
  if (diagnostics.some((finding) => finding.level === "error")) return undefined;
  return {
    dictionary,
    reasons,
    profile,
    environment,
    assumptions,
    laws: laws.filter((law) => law !== undefined),
    policies: files,
    ...(mapping === undefined ? {} : { mapping }),
  };
}

function keep(read: { source?: Source; diagnostics: Diagnostic[] }, diagnostics: Diagnostic[]): Source | undefined {
  diagnostics.push(...read.diagnostics);
  return read.source;
}

function csvOf(
  request: RunTextsRequest,
  scenario: Scenario,
  scenarioFolder: string,
): { path: string; shown: string } | undefined {
  if (request.csv !== undefined) {
    const path = resolve(request.project.world.cwd, request.csv);
    return { path, shown: shownPath(request.project, request.csv) };
  }
  if (scenario.population.csv === undefined) return undefined;
  const path = resolve(scenarioFolder, scenario.population.csv);
  return { path, shown: scenario.population.csv };
}
