import { createReadStream } from "node:fs";
import type { Diagnostic } from "../base/index.ts";
import {
  createCsvFeed,
  createImport,
  importedPopulation,
  synthesise,
  type ImportedData,
  type ImportResult,
  type Population,
} from "../population/index.ts";
import type { Bench } from "./bench.ts";
import { located } from "./read-file.ts";
import type { RunTexts } from "./run-texts.ts";

/** Customers of one replication: drawn from the profile, or the file's with its gaps drawn anew. */
export function populationOf(bench: Bench, replication: number, imported: ImportedData | undefined): Population {
  const { scenario, profile, dictionary } = bench;
  const { seed } = scenario;
  if (imported !== undefined) return importedPopulation({ data: imported, profile, seed, replication, dictionary });
  return synthesise({ profile, seed, replication, customers: scenario.population.customers ?? 0, dictionary });
}

/** An import of the run's CSV file; `result` is absent for a synthetic population and where the file cannot be read. */
export async function importCustomers(
  bench: Bench,
  texts: RunTexts,
): Promise<{ result?: ImportResult; diagnostics: readonly Diagnostic[] }> {
  const { scenario, profile, dictionary, mapping } = bench;
  if (mapping === undefined) return { diagnostics: texts.csv === undefined ? [] : [noMapping(texts.csv.shown)] };
  if (texts.csv === undefined) return { diagnostics: [noFile(texts.scenario.file)] };
  const importer = createImport({ mapping, dictionary, seed: scenario.seed, profile });
  const feed = createCsvFeed({ delimiter: mapping.delimiter });
  try {
    for await (const chunk of createReadStream(texts.csv.path, { encoding: "utf8", highWaterMark: 1 << 18 })) {
      importer.push(feed.write(String(chunk)));
    }
  } catch (error) {
    return { diagnostics: [unreadable(texts.csv.shown, error)] };
  }
  importer.push(feed.end());
  return { result: importer.finish(feed.problems()), diagnostics: [] };
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

function unreadable(file: string, error: unknown): Diagnostic {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const missing = code === "ENOENT";
  return located(
    file,
    missing ? "file-not-found" : "unreadable-file",
    missing
      ? { en: "the CSV file does not exist", zh: "CSV 文件不存在" }
      : { en: `the CSV file cannot be read (${code})`, zh: `无法读取 CSV 文件（${code}）` },
  );
}
