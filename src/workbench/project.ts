import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { diagnose, readJson, type Diagnostic, type Text } from "../base/index.ts";
import { readTextFile, type Source } from "./read-file.ts";
import { suggest } from "./suggest.ts";
import type { World } from "./world.ts";

/** A folder with `rules/` and `scenarios/`: the user's own, or the shipped one. */
export interface Project {
  readonly root: string;
  /** Whether these are the rules shipped with the package. */
  readonly shipped: boolean;
  readonly world: World;
}

/** Kinds of named files and where they stand. */
const homes = {
  scenario: "scenarios",
  profile: "scenarios/profiles",
  environment: "scenarios/environments",
  assumptions: "scenarios/assumptions",
  mapping: "scenarios/mappings",
  scorecard: "scenarios/scorecards",
  law: "rules/laws",
} as const;
export type NamedKind = keyof typeof homes;

/** The nearest folder at or above the working directory that has `rules/`; else the shipped one. */
export function openProject(world: World): Project {
  for (let folder = resolve(world.cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "rules", "dictionary.json"))) {
      return { root: folder, shipped: folder === world.packageRoot, world };
    }
    if (dirname(folder) === folder) break;
  }
  return { root: world.packageRoot, shipped: true, world };
}

/** Where reports go that nobody gave a place: in the project; beside the user where the rules are the shipped ones. */
export function reportHome(project: Project): string {
  const { root, shipped, world } = project;
  const home = shipped && relative(root, world.cwd).startsWith("..") ? world.cwd : root;
  return join(home, "reports", "local");
}

/** How a path is shown: within the project by its place there, else as the user wrote it. */
export function shownPath(project: Project, path: string): string {
  const inside = relative(project.root, path);
  return inside.startsWith("..") || isAbsolute(inside) ? path : inside.split("\\").join("/");
}

/** Reads a file of the project by its place in it. */
export function readProjectFile(project: Project, place: string): { source?: Source; diagnostics: Diagnostic[] } {
  const read = readTextFile(join(project.root, place), place);
  return "source" in read ? { source: read.source, diagnostics: [] } : { diagnostics: [read.diagnostic] };
}

/**
 * Reads a file by name (`baseline`) or path (`scenarios/baseline.json`, `../mine.json`).
 * An unknown name is answered with the nearest one there is.
 */
export function readNamedFile(
  project: Project,
  kind: NamedKind,
  name: string,
): { source?: Source; path: string; diagnostics: Diagnostic[] } {
  const path = findNamed(project, kind, name);
  const read = readTextFile(path, shownPath(project, path));
  if ("source" in read) return { source: read.source, path, diagnostics: [] };
  const missing = read.diagnostic.code === "file-not-found";
  return { path, diagnostics: [missing ? unknownNamed(project, kind, name) : read.diagnostic] };
}

const kinds: Readonly<Record<NamedKind, Text>> = {
  scenario: { en: "scenario", zh: "情景" },
  profile: { en: "profile", zh: "客群" },
  environment: { en: "environment", zh: "环境" },
  assumptions: { en: "assumption set", zh: "假设集" },
  mapping: { en: "mapping", zh: "映射" },
  scorecard: { en: "scorecard", zh: "评分卡" },
  law: { en: "law pack", zh: "法规包" },
};

function unknownNamed(project: Project, kind: NamedKind, name: string): Diagnostic {
  return diagnose({
    code: `unknown-${kind}`,
    message: { en: `there is no ${kinds[kind].en} \`${name}\``, zh: `没有名为 \`${name}\` 的${kinds[kind].zh}` },
    hint: suggest(basename(name, ".json"), listNamed(project, kind)),
  });
}

function findNamed(project: Project, kind: NamedKind, name: string): string {
  if (!/[/\\]|\.json$/u.test(name)) return join(project.root, homes[kind], `${name}.json`);
  const given = resolve(project.world.cwd, name);
  const places = [given, `${given}.json`, resolve(project.root, name)];
  return places.find((place) => isFile(place)) ?? given;
}

/** Names of the files of a kind, sorted. */
export function listNamed(project: Project, kind: NamedKind): readonly string[] {
  return listFolder(join(project.root, homes[kind]))
    .filter((entry) => entry.endsWith(".json"))
    .map((entry) => basename(entry, ".json"));
}

/** Names of the policies, sorted. */
export function listPolicies(project: Project): readonly string[] {
  const folder = join(project.root, "rules", "policies");
  return listFolder(folder).filter((entry) => isFolder(join(folder, entry)));
}

/** Where a policy's folder is: by name in rules/policies, or any folder by path. */
export function policyFolder(project: Project, name: string): string {
  const given = resolve(project.world.cwd, name);
  return isPath(name) && isFolder(given) ? given : join(project.root, "rules", "policies", name);
}

/** The files that make a folder a policy's. */
export const policyFileNames: ReadonlySet<string> = new Set(["policy.json", "enrolment.json", "limit.json", "pricing.json", "closure.json", "monitoring.json"]);

/** The JSON files of one policy folder. An unknown policy is answered with the nearest one there is. */
export function readPolicyFiles(project: Project, name: string): { sources: Source[]; diagnostics: Diagnostic[] } {
  const folder = policyFolder(project, name);
  const entries = listFolder(folder).filter((file) => file.endsWith(".json") || file.endsWith(".examples.csv"));
  if (name === "" || !entries.some((entry) => policyFileNames.has(entry))) return { sources: [], diagnostics: [unknownPolicy(project, name)] };
  const sources: Source[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    const path = join(folder, entry);
    const read = readTextFile(path, shownPath(project, path));
    if ("source" in read) sources.push(read.source);
    else diagnostics.push(read.diagnostic);
  }
  return { sources, diagnostics };
}

/** A policy's name: as its policy.json says it, where it is given by path; else the name of its folder. */
export function policyName(name: string, sources: readonly Source[]): string {
  if (!isPath(name)) return name;
  const manifest = sources.find(({ file }) => basename(file) === "policy.json");
  const value: unknown = manifest === undefined ? undefined : readJson(manifest.text, manifest.file).value;
  const said = typeof value === "object" && value !== null && "name" in value ? value.name : undefined;
  return typeof said === "string" ? said : basename(resolve(name));
}

/** The finding for a policy that is not there. */
export function unknownPolicy(project: Project, name: string): Diagnostic {
  return diagnose({
    code: "unknown-policy",
    message: { en: `there is no policy \`${name}\``, zh: `没有名为 \`${name}\` 的政策` },
    hint: suggest(basename(name), listPolicies(project)),
  });
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

/** Whether a policy is named by where it stands rather than by its name. */
function isPath(name: string): boolean {
  return /[/\\]|^\.{1,2}$/u.test(name);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
