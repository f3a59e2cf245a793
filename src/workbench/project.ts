import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { nearest, type Diagnostic } from "../base/index.ts";
import { located, readTextFile, type Source } from "./read-file.ts";
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
  const shown = shownPath(project, path);
  const read = readTextFile(path, shown);
  if ("source" in read) return { source: read.source, path, diagnostics: [] };
  const known = listNamed(project, kind);
  const guess = nearest(basename(name, ".json"), known);
  if (read.diagnostic.code !== "file-not-found") return { path, diagnostics: [read.diagnostic] };
  return {
    path,
    diagnostics: [
      located(
        shown,
        `unknown-${kind}`,
        { en: `there is no ${kind} \`${name}\``, zh: `没有名为 \`${name}\` 的${kindsZh[kind]}` },
        guess === undefined
          ? { en: `there are: ${known.join(", ") || "none"}`, zh: `现有：${known.join("、") || "无"}` }
          : { en: `did you mean \`${guess}\`?`, zh: `是否指 \`${guess}\`？` },
      ),
    ],
  };
}

const kindsZh: Readonly<Record<NamedKind, string>> = {
  scenario: "情景",
  profile: "客群",
  environment: "环境",
  assumptions: "假设集",
  mapping: "映射",
  law: "法规包",
};

function findNamed(project: Project, kind: NamedKind, name: string): string {
  if (!/[/\\]|\.json$/u.test(name)) return join(project.root, homes[kind], `${name}.json`);
  const given = resolve(project.world.cwd, name);
  return existsSync(given) ? given : resolve(project.root, name);
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
  if (/[/\\]/u.test(name) && isFolder(given)) return given;
  return join(project.root, "rules", "policies", name);
}

/** The JSON files of one policy folder. An unknown policy is answered with the nearest one there is. */
export function readPolicyFiles(project: Project, name: string): { sources: Source[]; diagnostics: Diagnostic[] } {
  const folder = policyFolder(project, name);
  if (!isFolder(folder)) return { sources: [], diagnostics: [unknownPolicy(project, name)] };
  const sources: Source[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of listFolder(folder).filter((file) => file.endsWith(".json"))) {
    const path = join(folder, entry);
    const read = readTextFile(path, shownPath(project, path));
    if ("source" in read) sources.push(read.source);
    else diagnostics.push(read.diagnostic);
  }
  return { sources, diagnostics };
}

/** The finding for a policy that is not there. */
export function unknownPolicy(project: Project, name: string): Diagnostic {
  const known = listPolicies(project);
  const guess = nearest(name, known);
  return located(
    shownPath(project, policyFolder(project, name)),
    "unknown-policy",
    { en: `there is no policy \`${name}\``, zh: `没有名为 \`${name}\` 的政策` },
    guess === undefined
      ? { en: `there are: ${known.join(", ") || "none"}`, zh: `现有：${known.join("、") || "无"}` }
      : { en: `did you mean \`${guess}\`?`, zh: `是否指 \`${guess}\`？` },
  );
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
