import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { readJson, type Diagnostic } from "../base/index.ts";
import { readProfile } from "../population/index.ts";
import { readAssumptions, readEnvironment } from "../simulation/index.ts";
import { checkScenarioFile } from "./check-scenario.ts";
import { listNamed, listPolicies, readNamedFile, readPolicyFiles, shownPath, type Project } from "./project.ts";
import { located, readTextFile, type Source } from "./read-file.ts";
import { readMappingText, readPack, readPolicyFolder, readProjectGround, type Ground } from "./read-rules.ts";
import { suggest } from "./suggest.ts";
import { UsageError } from "./world.ts";

/** What was looked at, and everything found in it. */
export interface LintResult {
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Findings in the whole project, or in the files and folders named. A path where nothing stands is a UsageError. */
export function lintFiles(project: Project, paths: readonly string[]): LintResult {
  const ground = readProjectGround(project);
  const results = paths.length === 0 ? lintProject(project, ground) : paths.map((path) => lintPath(project, path, ground));
  return {
    files: results.reduce((sum, result) => sum + result.files, 0),
    diagnostics: unique(results.flatMap((result) => result.diagnostics)),
  };
}

function lintProject(project: Project, ground: Ground): LintResult[] {
  const scenarios = listNamed(project, "scenario").map((name) => lintScenario(project, name));
  const parts = (["law", "profile", "environment", "assumptions", "mapping"] as const).flatMap((kind) =>
    listNamed(project, kind).map((name) => lintNamed(project, kind, name, ground)),
  );
  return [
    { files: 2, diagnostics: ground.diagnostics },
    ...listPolicies(project).map((name) => lintPolicy(project, name, ground)),
    ...parts,
    ...scenarios,
  ];
}

/** One policy; where the dictionary is broken, that is said with it: the policy was then hardly looked at. */
function lintPolicy(project: Project, name: string, ground: Ground): LintResult {
  const files = readPolicyFiles(project, name).sources.length;
  return { files, diagnostics: [...broken(ground), ...readPolicyFolder(project, name, ground).diagnostics] };
}

function broken(ground: Ground): readonly Diagnostic[] {
  return ground.dictionary === undefined || !ground.reasonsSound ? ground.diagnostics : [];
}

type PartKind = "law" | "profile" | "environment" | "assumptions" | "mapping";

function lintNamed(project: Project, kind: PartKind, name: string, ground: Ground): LintResult {
  if (kind === "law") return { files: 1, diagnostics: [...broken(ground), ...readPack(project, name, ground).diagnostics] };
  const file = readNamedFile(project, kind, name);
  if (file.source === undefined) return { files: 1, diagnostics: file.diagnostics };
  return { files: 1, diagnostics: readPart(kind, file.source, ground) };
}

function readPart(kind: Exclude<PartKind, "law">, source: Source, ground: Ground): readonly Diagnostic[] {
  switch (kind) {
    case "profile":
      return readProfile(source).diagnostics;
    case "environment":
      return readEnvironment(source).diagnostics;
    case "assumptions":
      return readAssumptions(source).diagnostics;
    case "mapping":
      return [...broken(ground), ...readMappingText(source, ground).diagnostics];
  }
}

function lintScenario(project: Project, name: string): LintResult {
  return { files: 1, diagnostics: checkScenarioFile(project, name) };
}

function lintPath(project: Project, path: string, ground: Ground): LintResult {
  const given = resolve(project.world.cwd, path);
  if (!existsSync(given)) return lintByName(project, path, ground);
  if (!statSync(given).isDirectory()) return lintFile(project, given, path, ground);
  const result = lintFolder(project, path, ground);
  if (result.files > 0) return result;
  throw new UsageError({
    en: `there is no rule, law, scenario or dictionary file in \`${path}\``,
    zh: `\`${path}\` 中没有规则、法规、情景或字典文件`,
  });
}

/** A name that is no path may be a policy, a scenario or a law pack. */
function lintByName(project: Project, name: string, ground: Ground): LintResult {
  if (listPolicies(project).includes(name)) return lintPolicy(project, name, ground);
  if (listNamed(project, "scenario").includes(name)) return lintScenario(project, name);
  if (listNamed(project, "law").includes(name)) return lintNamed(project, "law", name, ground);
  const hint = suggest(basename(name, ".json"), [...listPolicies(project), ...listNamed(project, "scenario"), ...listNamed(project, "law")]);
  throw new UsageError({
    en: `there is no file, policy, scenario or law pack \`${name}\`; ${hint.en}`,
    zh: `没有名为 \`${name}\` 的文件、政策、情景或法规包；${hint.zh}`,
  });
}

function lintFolder(project: Project, path: string, ground: Ground): LintResult {
  const folder = resolve(project.world.cwd, path);
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  if (entries.some((entry) => entry.name === "policy.json")) return lintPolicy(project, withSlash(path), ground);
  const results = entries.flatMap((entry): LintResult[] => {
    if (entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules") return [lintFolder(project, join(path, entry.name), ground)];
    if (!entry.isFile() || !entry.name.endsWith(".json") || entry.name.endsWith(".schema.json")) return [];
    return [lintFile(project, join(folder, entry.name), join(path, entry.name), ground)];
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
    const whole = readPolicyFolder(project, withSlash(dirname(written)), ground).diagnostics;
    return { files: 1, diagnostics: [...broken(ground), ...whole.filter(({ place }) => place?.file === inProject)] };
  }
  const read = readTextFile(path, inProject);
  if ("diagnostic" in read) return { files: 1, diagnostics: [read.diagnostic] };
  const kind = kindOf(project, path, read.source);
  if (kind === "scenario") return lintScenario(project, written);
  if (kind === "law") return lintNamed(project, "law", withSlash(written), ground);
  if (kind !== undefined) return { files: 1, diagnostics: readPart(kind, read.source, ground) };
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
