import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Diagnostic } from "../base/index.ts";
import {
  createCsvFeed,
  createImport,
  importedPopulation,
  synthesise,
  type CustomerImport,
  type ImportedData,
  type ImportResult,
  type Mapping,
  type Population,
} from "../population/index.ts";
import type { Bench } from "./bench.ts";
import { located, unreadableWords } from "./read-file.ts";
import type { RunTexts } from "./run-texts.ts";

/** Customers of one replication: drawn from the profile, or the file's with its gaps drawn anew. */
export function populationOf(bench: Bench, replication: number, imported: ImportedData | undefined): Population {
  const { scenario, profile, dictionary } = bench;
  const { seed } = scenario;
  if (imported !== undefined) return importedPopulation({ data: imported, profile, seed, replication, dictionary });
  return synthesise({ profile, seed, replication, customers: scenario.population.customers ?? 0, dictionary });
}

/** What became of the CSV file of a run. */
export interface ImportedFile {
  readonly result?: ImportResult;
  /** SHA-256 of the file's bytes. */
  readonly sha256?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** An import of the run's CSV file; `result` is absent for a synthetic population and where the file cannot be read. */
export async function importCustomers(
  bench: Bench,
  texts: RunTexts,
): Promise<ImportedFile> {
  const { scenario, profile, dictionary, mapping } = bench;
  if (mapping === undefined) return { diagnostics: texts.csv === undefined ? [] : [noMapping(texts.csv.shown)] };
  if (texts.csv === undefined) return { diagnostics: [noFile(texts.scenario.file)] };
  return feedImport(createImport({ mapping, dictionary, seed: scenario.seed, profile }), texts.csv, mapping);
}

/** Reads a CSV file piece by piece into an import. */
export async function feedImport(importer: CustomerImport, csv: { readonly path: string; readonly shown: string }, { delimiter, header }: Mapping): Promise<ImportedFile> {
  const feed = createCsvFeed({ delimiter, columns: header.names?.length });
  const hash = createHash("sha256");
  // The feed reports a byte-order mark, so the decoder leaves it in.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  try {
    for await (const bytes of createReadStream(csv.path, { highWaterMark: 1 << 18 })) {
      if (!(bytes instanceof Uint8Array)) continue;
      hash.update(bytes);
      importer.push(feed.write(decoder.decode(bytes, { stream: true })));
    }
  } catch (error) {
    if (!isOfTheSystem(error)) throw error;
    return { diagnostics: [unreadable(csv.shown, error)] };
  }
  importer.push(feed.write(decoder.decode()));
  importer.push(feed.end());
  return { result: importer.finish(feed.problems()), sha256: hash.digest("hex"), diagnostics: [] };
}

/** The imported file by its name alone: where it stood says nothing about the run. */
export function csvHash({ csv }: RunTexts, { sha256 }: ImportedFile): Readonly<Record<string, string>> {
  return csv === undefined || sha256 === undefined ? {} : { [basename(csv.path)]: sha256 };
}

function noFile(scenario: string): Diagnostic {
  return located(
    scenario,
    "csv-missing",
    { en: "the scenario imports its customers, and no CSV file is named", zh: "该情景需要导入客户，但没有指定 CSV 文件" },
    { en: "name it with --csv FILE, or as `csv` in the scenario's population", zh: "请用 --csv 文件 指定，或在情景的 population 中写 `csv`" },
  );
}

function noMapping(file: string): Diagnostic {
  return located(
    file,
    "mapping-missing",
    { en: "a CSV file is given, but the scenario names no mapping to read it by", zh: "给出了 CSV 文件，但情景没有指定读取它的映射" },
    { en: "add `mapping` to the scenario's population, or use --set population.mapping=NAME", zh: "请在情景的 population 中加上 `mapping`，或用 --set population.mapping=名称" },
  );
}

/** An error of the file system; any other is a defect of ours. */
function isOfTheSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

function unreadable(file: string, { code = "" }: NodeJS.ErrnoException): Diagnostic {
  const why = unreadableWords[code] ?? { en: `cannot be read (${code})`, zh: `无法读取（${code}）` };
  const missing = code === "ENOENT";
  return located(file, missing ? "file-not-found" : "unreadable-file", { en: `the CSV file ${why.en}`, zh: `CSV 文件${why.zh}` });
}
