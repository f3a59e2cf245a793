import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { readJson, type Diagnostic } from "../base/index.ts";
import { readMapping, readProfile } from "../population/index.ts";
import { readAssumptions, readEnvironment } from "../simulation/index.ts";
import { readNamedFile, readPolicyFiles, shownPath, unknownPolicy, listNamed, listPolicies, type Project } from "./project.ts";
import { located, readTextFile, type Source } from "./read-file.ts";
import { readGroundwork, readPack, readPolicyFolder, type Groundwork } from "./read-rules.ts";
import { checkScenarioFile } from "./check-scenario.ts";

/** What was looked at, and everything found in it. */
export interface LintResult {
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Findings in the whole project, or in the files and folders named. */
export function lintFiles(project: Project, paths: readonly string[]): LintResult {
  const ground = readGroundwork(project);
  const results = paths.length === 0 ? lintProject(project, ground) : paths.map((path) => lintPath(project, path, ground));
  return {
    files: results.reduce((sum, result) => sum + result.files, 0),
    diagnostics: unique(results.flatMap((result) => result.diagnostics)),
  };
}

type Ground = ReturnType<typeof readGroundwork>;

function lintProject(project: Project, ground: Ground): LintResult[] {
  const scenarios = listNamed(project, "scenario").map((name) => lintScenario(project, name));
  const parts = (["profile", "environment", "assumptions", "mapping"] as const).flatMap((kind) =>
    listNamed(project, kind).map((name) => lintNamed(project, kind, name, ground)),
  );
  return [
    { files: 2, diagnostics: ground.diagnostics },
    ...listPolicies(project).map((name) => lintPolicy(project, name, ground)),
    ...listNamed(project, "law").map((name) => lintNamed(project, "law", name, ground)),
    ...parts,
    ...scenarios,
  ];
}

function lintPolicy(project: Project, name: string, ground: Ground): LintResult {
  const files = readPolicyFiles(project, name).sources.length;
  if (ground.groundwork === undefined) return { files, diagnostics: ground.diagnostics };
  return { files, diagnostics: readPolicyFolder(project, name, ground.groundwork).diagnostics };
}

type PartKind = "law" | "profile" | "environment" | "assumptions" | "mapping";

function lintNamed(project: Project, kind: PartKind, name: string, ground: Ground): LintResult {
  if (kind === "law") {
    const found = ground.groundwork === undefined ? ground.diagnostics : readPack(project, name, ground.groundwork).diagnostics;
    return { files: 1, diagnostics: found };
  }
  const file = readNamedFile(project, kind, name);
  if (file.source === undefined) return { files: 1, diagnostics: file.diagnostics };
  return { files: 1, diagnostics: readPart(kind, file.source, ground.groundwork) };
}

function readPart(kind: Exclude<PartKind, "law">, source: Source, groundwork: Groundwork | undefined): readonly Diagnostic[] {
  switch (kind) {
    case "profile":
      return readProfile(source).diagnostics;
    case "environment":
      return readEnvironment(source).diagnostics;
    case "assumptions":
      return readAssumptions(source).diagnostics;
    case "mapping":
      return groundwork === undefined ? [] : readMapping(source, groundwork.dictionary).diagnostics;
  }
}

function lintScenario(project: Project, name: string): LintResult {
  return { files: 1, diagnostics: checkScenarioFile(project, name) };
}

function lintPath(project: Project, path: string, ground: Ground): LintResult {
  const given = resolve(project.world.cwd, path);
  if (!existsSync(given)) return lintMissing(project, path, ground);
  if (statSync(given).isDirectory()) return lintFolder(project, path, ground);
  return lintFile(project, given, path, ground);
}

/** A name that is no path may be a policy, a scenario or a law pack. */
function lintMissing(project: Project, name: string, ground: Ground): LintResult {
  if (listPolicies(project).includes(name)) return lintPolicy(project, name, ground);
  if (listNamed(project, "scenario").includes(name)) return lintScenario(project, name);
  if (listNamed(project, "law").includes(name)) return lintNamed(project, "law", name, ground);
  if (!/[/\\.]/u.test(name)) return { files: 0, diagnostics: [unknownPolicy(project, name)] };
  const read = readTextFile(resolve(project.world.cwd, name), name);
  return { files: 0, diagnostics: "diagnostic" in read ? [read.diagnostic] : [] };
}

function lintFolder(project: Project, path: string, ground: Ground): LintResult {
  const folder = resolve(project.world.cwd, path);
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  if (entries.some((entry) => entry.name === "policy.json")) return lintPolicy(project, withSlash(path), ground);
  const results = entries.flatMap((entry): LintResult[] => {
    if (entry.isDirectory() && entry.name !== "schema") return [lintFolder(project, join(path, entry.name), ground)];
    return entry.isFile() && entry.name.endsWith(".json") ? [lintFile(project, join(folder, entry.name), join(path, entry.name), ground)] : [];
  });
  return {
    files: results.reduce((sum, result) => sum + result.files, 0),
    diagnostics: results.flatMap((result) => result.diagnostics),
  };
}

const decisionFiles = new Set(["policy.json", "enrolment.json", "limit.json", "pricing.json", "closure.json", "monitoring.json"]);

function lintFile(project: Project, path: string, written: string, ground: Ground): LintResult {
  const inProject = shownPath(project, path);
  if (inProject === "rules/dictionary.json" || inProject === "rules/reasons.json") {
    return { files: 1, diagnostics: ground.diagnostics.filter((finding) => finding.place?.file === inProject) };
  }
  if (decisionFiles.has(basename(path))) {
    const whole = lintPolicy(project, withSlash(dirname(written)), ground);
    return { files: 1, diagnostics: whole.diagnostics.filter((finding) => finding.place?.file === inProject) };
  }
  const read = readTextFile(path, inProject);
  if ("diagnostic" in read) return { files: 1, diagnostics: [read.diagnostic] };
  const kind = kindOf(project, path, read.source);
  if (kind === "scenario") return lintScenario(project, written);
  if (kind === "law") {
    const found = ground.groundwork === undefined ? ground.diagnostics : readPack(project, withSlash(written), ground.groundwork).diagnostics;
    return { files: 1, diagnostics: found };
  }
  if (kind !== undefined) return { files: 1, diagnostics: readPart(kind, read.source, ground.groundwork) };
  const parsed = readJson(read.source.text, inProject);
  if (parsed.diagnostics.length > 0) return { files: 1, diagnostics: parsed.diagnostics };
  return { files: 1, diagnostics: [unknownKind(inProject)] };
}

/** What a file is, by the folder it stands in, else by the keys it has. */
function kindOf(project: Project, path: string, source: Source): "scenario" | PartKind | undefined {
  const folder = relative(project.root, dirname(path)).split("\\").join("/");
  const byFolder: Readonly<Record<string, "scenario" | PartKind>> = {
    scenarios: "scenario",
    "scenarios/profiles": "profile",
    "scenarios/environments": "environment",
    "scenarios/assumptions": "assumptions",
    "scenarios/mappings": "mapping",
    "rules/laws": "law",
  };
  if (byFolder[folder] !== undefined) return byFolder[folder];
  const { value } = readJson(source.text, path);
  const has = (key: string): boolean => typeof value === "object" && value !== null && Object.hasOwn(value, key);
  if (has("champion")) return "scenario";
  if (has("stateOfLaw")) return "law";
  return undefined;
}

function unknownKind(file: string): Diagnostic {
  return located(
    file,
    "unknown-kind-of-file",
    { en: "this is no rule, law, scenario or dictionary file that the bench knows", zh: "这不是本工具认识的规则、法规、情景或字典文件" },
    { en: "policies stand in rules/policies/<policy>, law packs in rules/laws, scenarios in scenarios", zh: "政策放在 rules/policies/<政策>，法规包放在 rules/laws，情景放在 scenarios" },
  );
}

/** A path that is told from a name by its slash. */
function withSlash(path: string): string {
  return /[/\\]/u.test(path) ? path : `./${path}`;
}

/** Each finding once: a file may be reached by more than one way. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((finding) => {
    const key = `${finding.place?.file}:${finding.place?.line}:${finding.place?.column}:${finding.code}:${finding.message.en}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
