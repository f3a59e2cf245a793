import { resolve, dirname } from "node:path";
import { diagnose, type Diagnostic, type JsonDocument } from "../base/index.ts";
import { overrideProfile } from "./override-profile.ts";
import { applyOverrides, placeFindings, type Override } from "./overrides.ts";
import {
  policyName,
  readNamedFile,
  readPolicyFiles,
  readProjectFile,
  shownPath,
  type NamedKind,
  type Project,
} from "./project.ts";
import type { Source } from "./read-file.ts";
import { namesIn, readScenario, type Scenario, type ScenarioNames } from "./scenario.ts";
import { scenarioOverrides } from "./scenario-settings.ts";

/**
 * Every text that a run rests on, as plain data: the main thread reads it once,
 * and each worker builds the same run from it.
 */
export interface RunTexts extends FoundTexts {
  readonly scenario: Source;
  readonly dictionary: Source;
  readonly reasons: Source;
  readonly profile: Source;
  readonly environment: Source;
  readonly assumptions: Source;
  /** The CSV file to import: where it stands, and how it is shown. */
  readonly csv?: { readonly path: string; readonly shown: string };
  readonly overrides: readonly Override[];
}

/** The files of a run that could be found, where others may be missing. */
export interface FoundTexts {
  readonly dictionary?: Source | undefined;
  readonly reasons?: Source | undefined;
  readonly profile?: Source | undefined;
  readonly environment?: Source | undefined;
  readonly assumptions?: Source | undefined;
  readonly laws: readonly Source[];
  /** By the policy's name. */
  readonly policies: Readonly<Record<string, readonly Source[]>>;
  /** The name of a policy among them that is only in force before a switch, and not run by itself. */
  readonly onlyBefore?: string | undefined;
  readonly mapping?: Source | undefined;
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

/** What was read: `texts` where nothing is missing; `found` where something is, so that the rest can be checked. */
export interface ReadRunTexts {
  readonly texts?: RunTexts;
  readonly scenario?: Scenario;
  readonly found?: FoundTexts;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all files that a scenario names; every file that is missing or unreadable is reported. */
export function readRunTexts(request: RunTextsRequest): ReadRunTexts {
  const { project, overrides } = request;
  const named = readNamedFile(project, "scenario", request.scenario);
  if (named.source === undefined) return { diagnostics: named.diagnostics };
  const changed = applyOverrides(named.source, overrides);
  const { scenario, document, diagnostics: inScenario } = readScenario(changed.source);
  const names = namesIn(document, scenario);
  const collected = collect(project, { names, document, asked: request.policies, overrides });
  const inFile = readScenario(named.source).diagnostics;
  const diagnostics = [...changed.diagnostics, ...placeFindings([...inScenario, ...collected.diagnostics], inFile, overrides)];
  const csv = csvOf(request, scenario, dirname(named.path));
  const { dictionary, reasons, profile, environment, assumptions } = collected.found;
  const broken = diagnostics.some(({ level }) => level === "error");
  if (broken || !scenario || !dictionary || !reasons || !profile || !environment || !assumptions) {
    return { ...(scenario === undefined ? {} : { scenario }), found: collected.found, diagnostics };
  }
  const found = { ...collected.found, dictionary, reasons, profile, environment, assumptions };
  return { scenario, diagnostics, texts: { ...found, scenario: changed.source, overrides: [...scenarioOverrides(scenario, Object.keys(found.policies)), ...overrides], ...(csv === undefined ? {} : { csv }) } };
}

interface Naming {
  readonly names: ScenarioNames;
  /** The scenario, to say where an unknown name stands. */
  readonly document: JsonDocument;
  /** `--policy`. */
  readonly asked: readonly string[];
  readonly overrides: readonly Override[];
}

function collect(project: Project, { names, document, asked, overrides }: Naming): { found: FoundTexts; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const keep = (read: { source?: Source; diagnostics: readonly Diagnostic[] }, pointer?: string): Source | undefined => {
    diagnostics.push(...read.diagnostics.map((finding) => placed(finding, document, pointer)));
    return read.source;
  };
  const called = (kind: NamedKind, name: string | undefined, pointer: string): Source | undefined =>
    name === undefined ? undefined : keep(readNamedFile(project, kind, name), pointer);
  const changedProfile = (profile: Source | undefined): Source | undefined => (profile === undefined ? undefined : keep(overrideProfile(profile, overrides)));
  const policies = new Map<string, readonly Source[]>();
  for (const { name, pointer } of asked.length > 0 ? asked.map((each) => ({ name: each, pointer: undefined })) : names.policies) {
    const read = readPolicyFiles(project, name);
    diagnostics.push(...read.diagnostics.map((finding) => placed(finding, document, pointer)));
    if (read.sources.length === 0) continue;
    const said = policyName(name, read.sources);
    if (policies.has(said)) diagnostics.push(sameName(said));
    policies.set(said, read.sources);
  }
  const onlyBefore = names.before === undefined ? undefined : readBefore(project, names.before, policies);
  const found: FoundTexts = {
    dictionary: keep(readProjectFile(project, "rules/dictionary.json")),
    reasons: keep(readProjectFile(project, "rules/reasons.json")),
    profile: changedProfile(called("profile", names.profile, "/population/profile")),
    environment: called("environment", names.environment, "/environment/macro"),
    assumptions: called("assumptions", names.assumptions, "/assumptions"),
    laws: names.laws.flatMap((law, index) => called("law", law, `/laws/${index}`) ?? []),
    mapping: called("mapping", names.mapping, "/population/mapping"),
    policies: Object.fromEntries(policies),
    ...(onlyBefore === undefined ? {} : { onlyBefore }),
  };
  return { found, diagnostics };
}

/** The policy before a switch is read, too, where `--policy` leaves it out. */
function readBefore(project: Project, name: string, policies: Map<string, readonly Source[]>): string | undefined {
  const read = readPolicyFiles(project, name);
  const said = policyName(name, read.sources);
  if (read.sources.length === 0 || policies.has(said)) return undefined;
  policies.set(said, read.sources);
  return said;
}

function sameName(name: string): Diagnostic {
  return diagnose({
    code: "duplicate-policy",
    message: { en: `two policies of this run are called \`${name}\``, zh: `本次运行中有两项政策都叫 \`${name}\`` },
    hint: { en: "give one of them another `name` in its policy.json", zh: "请在其中一个的 policy.json 中改用其他 `name`" },
  });
}

/** An unknown name stands where the scenario says it. */
function placed(finding: Diagnostic, document: JsonDocument, pointer: string | undefined): Diagnostic {
  if (finding.place !== undefined || pointer === undefined) return finding;
  return { ...finding, place: document.place(pointer) };
}

function csvOf(
  request: RunTextsRequest,
  scenario: Scenario | undefined,
  scenarioFolder: string,
): { path: string; shown: string } | undefined {
  if (request.csv !== undefined) {
    const path = resolve(request.project.world.cwd, request.csv);
    return { path, shown: shownPath(request.project, request.csv) };
  }
  if (scenario?.population.csv === undefined) return undefined;
  const path = resolve(scenarioFolder, scenario.population.csv);
  return { path, shown: scenario.population.csv };
}
