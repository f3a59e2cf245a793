import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { readJson, type Diagnostic } from "../base/index.ts";
import { lintLawPack, lintPolicy as lintRead, lintReasons, lintScenarioText, type FileRepair, type LawPack, type LintLevels, type Policy } from "../policy/index.ts";
import { readProfile } from "../population/index.ts";
import type { RuleFinding } from "../proof/index.ts";
import { readAssumptions, readEnvironment } from "../simulation/index.ts";
import { checkScenarioFile } from "./check-scenario.ts";
import { listNamed, listPolicies, policyFolder, readNamedFile, readPolicyFiles, readProjectFile, shownPath, type Project } from "./project.ts";
import { lintProofs, type ProofDepth } from "./proofs/lint-proofs.ts";
import { readAllClaims } from "./read-all-claims.ts";
import { located, readTextFile, type Source } from "./read-file.ts";
import { lintScorecard, readMappingText, readPack, readPolicyTexts, readProjectGround, saidOnce, type Ground as ReadGround } from "./read-rules.ts";
import { documentsOf } from "./read-targets.ts";
import { suggest } from "./suggest.ts";
import { UsageError } from "./world.ts";

/** What was looked at, and everything found in it. */
export interface LintResult {
  /** The files, as they are shown. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly repairs?: readonly FileRepair[];
  /** How many findings an `ignore` keeps back. */
  readonly ignored?: number;
  /** Policies among them, by name or folder as given. */
  readonly policies?: readonly string[];
  /** Scenarios among them, by name or path as given. */
  readonly scenarios?: readonly string[];
  /** What was proved about rules, to be put to json-rules-engine before it is told. */
  readonly proved?: readonly { readonly policy: Policy; readonly findings: readonly RuleFinding[] }[];
}

/** What rule files rest on, the laws of the project, and the levels that its settings give. */
interface Ground extends ReadGround {
  readonly levels: LintLevels;
  readonly depth: ProofDepth;
  readonly laws: () => readonly LawPack[];
}

/** Findings in the whole project, or in the files and folders named. A path where nothing stands is a UsageError. */
export function lintFiles(project: Project, paths: readonly string[], levels: LintLevels = new Map(), depth: ProofDepth = "quick"): Required<LintResult> {
  const ground = groundOf(project, levels, depth);
  const results = paths.length === 0 ? lintProject(project, ground) : paths.map((path) => lintPath(project, path, ground));
  return joined(results);
}

function groundOf(project: Project, levels: LintLevels, depth: ProofDepth): Ground {
  const ground = readProjectGround(project);
  let laws: readonly LawPack[] | undefined;
  return {
    ...ground,
    levels,
    depth,
    laws: () => (laws ??= readLaws(project, ground)),
  };
}

/** The law packs of the project; none where one is broken, so that its mistake is told once. */
function readLaws(project: Project, ground: ReadGround): readonly LawPack[] {
  const read = listNamed(project, "law").map((name) => readPack(project, name, ground));
  const sound = read.every(({ diagnostics }) => diagnostics.every(({ level }) => level !== "error"));
  return sound ? read.flatMap(({ pack }) => pack ?? []) : [];
}

function joined(results: readonly LintResult[]): Required<LintResult> {
  return {
    files: [...new Set(results.flatMap(({ files }) => files))],
    diagnostics: unique(results.flatMap(({ diagnostics }) => diagnostics)),
    repairs: results.flatMap(({ repairs }) => repairs ?? []),
    ignored: results.reduce((sum, { ignored }) => sum + (ignored ?? 0), 0),
    policies: [...new Set(results.flatMap(({ policies }) => policies ?? []))],
    scenarios: [...new Set(results.flatMap(({ scenarios }) => scenarios ?? []))],
    proved: results.flatMap(({ proved }) => proved ?? []),
  };
}

function lintProject(project: Project, ground: Ground): LintResult[] {
  const scenarios = listNamed(project, "scenario").map((name) => lintScenario(project, name, ground));
  const parts = (["law", "profile", "environment", "assumptions", "mapping", "scorecard"] as const).flatMap((kind) =>
    listNamed(project, kind).map((name) => lintNamed(project, kind, name, ground)),
  );
  return [
    lintVocabulary(project, ground),
    ...listPolicies(project).map((name) => lintPolicy(project, name, ground)),
    ...parts,
    ...scenarios,
  ];
}

/** One policy; where the dictionary is broken, that is said with it: the policy was then hardly looked at. */
function lintPolicy(project: Project, name: string, ground: Ground): LintResult {
  const files = readPolicyFiles(project, name);
  if (files.sources.length === 0) return { files: [], diagnostics: files.diagnostics };
  const { policy, diagnostics } = readPolicyTexts(files.sources, ground);
  const found = saidOnce([...files.diagnostics, ...diagnostics]);
  const folder = basename(policyFolder(project, name));
  // A proof and a claim read what the policy says: where that is broken, one mistake would be told at every one of them.
  const sound = policy !== undefined && found.every(({ level }) => level !== "error");
  const proofs = sound ? lintProofs(policy, documentsOf(files.sources), ground) : undefined;
  const linted = lintRead({ files: files.sources, policy, found, folder, laws: ground.laws(), levels: ground.levels, sound: ground.reasonsSound && ground.dictionary !== undefined, ...(proofs === undefined ? {} : { proofs }) });
  const claimed = sound ? readAllClaims(project, { policy, operand: name, decisions: [] }).diagnostics : [];
  return {
    files: files.sources.map(({ file }) => file),
    diagnostics: [...broken(ground), ...linted.diagnostics, ...claimed, ...(proofs?.unfinished ?? [])],
    proved: policy === undefined || proofs === undefined ? [] : [{ policy, findings: proofs.findings.filter(({ level }) => proofs.notes || level !== "note") }],
    repairs: linted.repairs,
    ignored: linted.ignored.length,
    policies: [name],
  };
}

/** The dictionary and the reasons; the reasons are held against what all policies give. */
function lintVocabulary(project: Project, ground: Ground): LintResult {
  const files = ["rules/dictionary.json", "rules/reasons.json"];
  const { source } = readProjectFile(project, "rules/reasons.json");
  if (source === undefined || !ground.reasonsSound) return { files, diagnostics: ground.diagnostics };
  const policies = listPolicies(project).flatMap((name) => readPolicyFiles(project, name).sources);
  const linted = lintReasons({ source, reasons: ground.reasons, policies, levels: ground.levels });
  return { files, diagnostics: [...ground.diagnostics, ...linted.diagnostics], repairs: linted.repairs, ignored: linted.ignored.length };
}

function broken(ground: Ground): readonly Diagnostic[] {
  return ground.dictionary === undefined || !ground.reasonsSound ? ground.diagnostics : [];
}

type PartKind = "law" | "profile" | "environment" | "assumptions" | "mapping" | "scorecard";

function lintNamed(project: Project, kind: PartKind, name: string, ground: Ground): LintResult {
  const file = readNamedFile(project, kind, name);
  const files = [shownPath(project, file.path)];
  if (kind === "law") return { files, diagnostics: [...broken(ground), ...lintLaw(file.source, name, { project, ground })] };
  if (file.source === undefined) return { files, diagnostics: file.diagnostics };
  if (kind === "scorecard") return { files, diagnostics: [...broken(ground), ...lintScorecard(project, file.source, ground)] };
  return { files, diagnostics: readPart(kind, file.source, ground) };
}

/** A law pack with what its rules say about themselves, where it could be read. */
function lintLaw(source: Source | undefined, name: string, { project, ground }: { readonly project: Project; readonly ground: Ground }): readonly Diagnostic[] {
  const { pack, diagnostics } = readPack(project, name, ground);
  const sound = pack !== undefined && source !== undefined && diagnostics.every(({ level }) => level !== "error");
  return sound ? [...diagnostics, ...lintLawPack({ source, pack, levels: ground.levels }).diagnostics] : diagnostics;
}

function readPart(kind: Exclude<PartKind, "law" | "scorecard">, source: Source, ground: Ground): readonly Diagnostic[] {
  switch (kind) {
    case "profile":
      return readProfile(source).diagnostics;
    case "environment":
      return readEnvironment(source, ground.dictionary).diagnostics;
    case "assumptions":
      return readAssumptions(source).diagnostics;
    case "mapping":
      return [...broken(ground), ...readMappingText(source, ground).diagnostics];
  }
}

function lintScenario(project: Project, name: string, { levels }: Ground): LintResult {
  const { path, source } = readNamedFile(project, "scenario", name);
  const found = checkScenarioFile(project, name);
  const sound = source !== undefined && found.every(({ level }) => level !== "error");
  return { files: [shownPath(project, path)], diagnostics: sound ? [...found, ...lintScenarioText({ source, levels }).diagnostics] : found, scenarios: [name] };
}

function lintPath(project: Project, path: string, ground: Ground): LintResult {
  const given = resolve(project.world.cwd, path);
  if (!existsSync(given)) return lintByName(project, path, ground);
  if (!statSync(given).isDirectory()) return lintFile(project, given, path, ground);
  const result = lintFolder(project, path, ground);
  if (result.files.length > 0) return result;
  throw new UsageError({
    en: `there is no rule, law, scenario or dictionary file in \`${path}\``,
    zh: `\`${path}\` 中没有规则、法规、情景或字典文件`,
  });
}

/** A name that is no path may be a policy, a scenario or a law pack. */
function lintByName(project: Project, name: string, ground: Ground): LintResult {
  if (listPolicies(project).includes(name)) return lintPolicy(project, name, ground);
  if (listNamed(project, "scenario").includes(name)) return lintScenario(project, name, ground);
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
  return joined(results);
}

const decisionFiles = new Set(["policy.json", "enrolment.json", "limit.json", "pricing.json", "closure.json", "monitoring.json"]);

function lintFile(project: Project, path: string, written: string, ground: Ground): LintResult {
  const inProject = shownPath(project, path);
  if (inProject === "rules/dictionary.json" || inProject === "rules/reasons.json") {
    const whole = lintVocabulary(project, ground);
    return { files: [inProject], diagnostics: whole.diagnostics.filter((finding) => finding.place?.file === inProject), repairs: whole.repairs ?? [] };
  }
  if (isOfPolicy(path)) {
    const whole = lintPolicy(project, withSlash(dirname(written)), ground);
    const own = ({ place }: Diagnostic): boolean => place === undefined || place.file === inProject || broken(ground).some((finding) => finding.place === place);
    return { ...whole, files: [inProject], diagnostics: whole.diagnostics.filter(own), repairs: (whole.repairs ?? []).filter(({ file }) => file === inProject) };
  }
  const read = readTextFile(path, inProject);
  if ("diagnostic" in read) return { files: [inProject], diagnostics: [read.diagnostic] };
  const kind = kindOf(project, path, read.source);
  if (kind === "scenario") return lintScenario(project, written, ground);
  if (kind === "law" || kind === "scorecard") return lintNamed(project, kind, withSlash(written), ground);
  if (kind !== undefined) return { files: [inProject], diagnostics: readPart(kind, read.source, ground) };
  if (inProject === "rules/invariants.json") {
    // Claims about all applicants are read against each policy: what one cannot say, another may.
    const diagnostics = listPolicies(project).flatMap((name) => lintPolicy(project, name, ground).diagnostics);
    return { files: [inProject], diagnostics: diagnostics.filter(({ place }) => place?.file === inProject) };
  }
  const parsed = readJson(read.source.text, inProject);
  if (parsed.diagnostics.length > 0) return { files: [inProject], diagnostics: parsed.diagnostics };
  return { files: [inProject], diagnostics: [unknownKind(inProject)] };
}

/** A decision file, or what stands beside one in a policy's folder. */
function isOfPolicy(path: string): boolean {
  const name = basename(path);
  return decisionFiles.has(name) || (/^(?:invariants|scorecard|\w+\.examples)\.(?:json|csv)$/u.test(name) && existsSync(join(dirname(path), "policy.json")));
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
    "scenarios/scorecards": "scorecard",
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
