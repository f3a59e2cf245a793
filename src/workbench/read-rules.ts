import { readJson, type Diagnostic } from "../base/index.ts";
import { readDictionary, type Dictionary } from "../facts/index.ts";
import { readLawPack, readPolicy, readReasons, readScorecard, type LawPack, type Policy, type ReasonText } from "../policy/index.ts";
import { readMapping, withAttributes, type Mapping } from "../population/index.ts";
import { listNamed, readNamedFile, readPolicyFiles, readProjectFile, type Project } from "./project.ts";
import type { Source } from "./read-file.ts";

/**
 * What every rule file rests on. Without a sound dictionary nothing that names facts can be judged: one broken
 * bracket there would be a thousand unknown facts elsewhere.
 */
export interface Ground {
  readonly dictionary?: Dictionary;
  /** Empty where reasons.json is broken; rule files are then not held to it. */
  readonly reasons: ReadonlyMap<string, ReasonText>;
  readonly reasonsSound: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the dictionary and the reasons, as far as there are any. */
export function readGround(sources: { readonly dictionary?: Source | undefined; readonly reasons?: Source | undefined }): Ground {
  const dictionary = sources.dictionary === undefined ? undefined : readDictionary(sources.dictionary);
  const reasons = sources.reasons === undefined ? undefined : readReasons(sources.reasons);
  const diagnostics = [...(dictionary?.diagnostics ?? []), ...(reasons?.diagnostics ?? [])];
  return {
    ...(dictionary === undefined || dictionary.diagnostics.some(isError) ? {} : { dictionary: dictionary.dictionary }),
    reasons: reasons?.reasons ?? new Map(),
    reasonsSound: reasons !== undefined && !reasons.diagnostics.some(isError),
    diagnostics,
  };
}

/** Reads the dictionary and the reasons of a project; files that are not there are findings. */
export function readProjectGround(project: Project): Ground {
  const dictionary = readProjectFile(project, "rules/dictionary.json");
  const reasons = readProjectFile(project, "rules/reasons.json");
  const ground = readGround({ dictionary: dictionary.source, reasons: reasons.source });
  return { ...ground, diagnostics: [...dictionary.diagnostics, ...reasons.diagnostics, ...ground.diagnostics] };
}

interface Read {
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the files of one policy; without a dictionary, only whether they are JSON. */
export function readPolicyTexts(files: readonly Source[], ground: Ground): Read & { readonly policy?: Policy } {
  if (ground.dictionary === undefined) return { diagnostics: files.flatMap(jsonFindings) };
  const { policy, diagnostics: found } = readPolicy({ files, dictionary: ground.dictionary, reasons: ground.reasons });
  const diagnostics = ground.reasonsSound ? found : found.filter(({ code }) => code !== "unknown-reason");
  return { ...(policy === undefined ? {} : { policy }), diagnostics };
}

/** Reads one law pack; without a dictionary, only whether it is JSON. */
export function readPackText(source: Source, { dictionary }: Ground): Read & { readonly pack?: LawPack } {
  return dictionary === undefined ? { diagnostics: jsonFindings(source) } : readLawPack(source, dictionary);
}

/** Reads one mapping; without a dictionary, only whether it is JSON. */
export function readMappingText(source: Source, { dictionary }: Ground): Read & { readonly mapping?: Mapping } {
  return dictionary === undefined ? { diagnostics: jsonFindings(source) } : readMapping(source, dictionary);
}

/** Reads one policy folder, by name or path, with everything that is wrong with it. */
export function readPolicyFolder(project: Project, name: string, ground: Ground): Read & { readonly policy?: Policy } {
  const files = readPolicyFiles(project, name);
  if (files.sources.length === 0) return { diagnostics: files.diagnostics };
  const { policy, diagnostics } = readPolicyTexts(files.sources, ground);
  return { ...(policy === undefined ? {} : { policy }), diagnostics: saidOnce([...files.diagnostics, ...diagnostics]) };
}

/** A file that is there and cannot be read is not missing as well. */
export function saidOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set(diagnostics.flatMap(({ code, place }) => (code === "missing-file" || place === undefined ? [] : [place.file])));
  return diagnostics.filter(({ code, place }) => code !== "missing-file" || !said.has(place?.file ?? ""));
}

/** Reads one law pack by name or path. */
export function readPack(project: Project, name: string, ground: Ground): Read & { readonly pack?: LawPack } {
  const file = readNamedFile(project, "law", name);
  return file.source === undefined ? { diagnostics: file.diagnostics } : readPackText(file.source, ground);
}

function jsonFindings({ text, file }: Source): readonly Diagnostic[] {
  return readJson(text, file).diagnostics;
}

function isError({ level }: Diagnostic): boolean {
  return level === "error";
}

/**
 * What is wrong with a scorecard that stands by itself. It may read the columns that one of the project's mappings names
 * beside the facts, so it is held against each of them, and told by the one it fits best.
 */
export function lintScorecard(project: Project, { text, file }: Source, ground: Ground): readonly Diagnostic[] {
  const { dictionary } = ground;
  if (dictionary === undefined) return readJson(text, file).diagnostics;
  const mappings = listNamed(project, "mapping").flatMap((name) => {
    const { source } = readNamedFile(project, "mapping", name);
    return (source === undefined ? undefined : readMappingText(source, ground).mapping) ?? [];
  });
  const dictionaries = [dictionary, ...mappings.map((mapping) => withAttributes(mapping, dictionary).dictionary)];
  return dictionaries.map((one) => readScorecard(readJson(text, file), one).diagnostics).reduce((best, found) => (found.length < best.length ? found : best));
}
