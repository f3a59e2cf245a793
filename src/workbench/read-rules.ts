import type { Diagnostic } from "../base/index.ts";
import { readDictionary, type Dictionary } from "../facts/index.ts";
import { readLawPack, readPolicy, readReasons, type LawPack, type Policy, type ReasonText } from "../policy/index.ts";
import { readNamedFile, readPolicyFiles, readProjectFile, type Project } from "./project.ts";

/** What every rule file rests on. */
export interface Groundwork {
  readonly dictionary: Dictionary;
  readonly reasons: ReadonlyMap<string, ReasonText>;
}

/** Reads the dictionary and the reasons of a project. */
export function readGroundwork(project: Project): { groundwork?: Groundwork; diagnostics: Diagnostic[] } {
  const dictionaryFile = readProjectFile(project, "rules/dictionary.json");
  const reasonsFile = readProjectFile(project, "rules/reasons.json");
  const diagnostics = [...dictionaryFile.diagnostics, ...reasonsFile.diagnostics];
  if (dictionaryFile.source === undefined || reasonsFile.source === undefined) return { diagnostics };
  const dictionary = readDictionary(dictionaryFile.source);
  const reasons = readReasons(reasonsFile.source);
  diagnostics.push(...dictionary.diagnostics, ...reasons.diagnostics);
  return { groundwork: { dictionary: dictionary.dictionary, reasons: reasons.reasons }, diagnostics };
}

/** Reads one policy folder with everything it says wrong. */
export function readPolicyFolder(
  project: Project,
  name: string,
  groundwork: Groundwork,
): { policy?: Policy; diagnostics: readonly Diagnostic[] } {
  const files = readPolicyFiles(project, name);
  if (files.sources.length === 0) return { diagnostics: files.diagnostics };
  const read = readPolicy({ files: files.sources, ...groundwork });
  const diagnostics = [...files.diagnostics, ...read.diagnostics];
  return read.policy === undefined ? { diagnostics } : { policy: read.policy, diagnostics };
}

/** Reads one law pack by name or path. */
export function readPack(
  project: Project,
  name: string,
  groundwork: Groundwork,
): { pack?: LawPack; diagnostics: readonly Diagnostic[] } {
  const file = readNamedFile(project, "law", name);
  if (file.source === undefined) return { diagnostics: file.diagnostics };
  return readLawPack(file.source, groundwork.dictionary);
}
