import { closeSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { isObject, readJson } from "../../base/index.ts";
import { populationQuality, synthesise } from "../../population/index.ts";
import { csvQuality, markdownQuality, prettyQuality, type QualityView } from "../../view/index.ts";
import { listFlag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { readBench } from "../bench.ts";
import { importFindings } from "../import-summary.ts";
import { importCustomers } from "../open-population.ts";
import { parseCount } from "../parse-count.ts";
import type { Project } from "../project.ts";
import { runRequest, textsOf } from "../run-request.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { textOptions } from "../text-options.ts";
import { UsageError } from "../world.ts";

/** More synthetic customers than this are not needed for a score. */
const mostSynthetic = 1_000_000;

/** `policy-bench population [scenario] --against real.csv [--map mapping]`: how like the file's customers the profile's are. */
export async function populationAgainst(call: Call, file: string): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json", "csv", "markdown"]);
  const asked = textFlag(call, "customers");
  const reading = readingCall(call, file);
  const request = runRequest(reading);
  const read = textsOf(reading, request, call.operands[0] ?? "baseline");
  if (read.texts === undefined) return cannotRun(call, read.diagnostics);
  const { bench, diagnostics } = readBench(read.texts);
  if (bench === undefined) return cannotRun(call, diagnostics);
  const { result, sha256 = "", diagnostics: unread } = await importCustomers(bench, read.texts);
  const found = [...diagnostics, ...unread, ...(result === undefined ? [] : importFindings(result, read.texts.csv?.shown ?? "", request.strict))];
  const data = result?.data;
  if (data === undefined || found.some(({ level }) => level === "error")) return cannotRun(call, found);
  sayFindings(found.filter(({ level }) => level !== "note"), settings, call.world);
  const customers = asked === undefined ? data.customers : parseCount(asked, "--customers");
  if (customers < 1 || customers > mostSynthetic) throw new UsageError({ en: `--customers is ${customers}; from 1 to ${mostSynthetic} can be drawn`, zh: `--customers 的值为 ${customers}；可生成 1 到 ${mostSynthetic} 名` });
  const { profile, dictionary, mapping, scenario } = bench;
  const synthetic = synthesise({ profile, seed: scenario.seed, replication: 0, customers, dictionary });
  const view: QualityView = { schemaVersion: 1, profile: profile.name, seed: scenario.seed, mapping: mapping?.name ?? "", file: basename(file), sha256, ...populationQuality(synthetic, data, dictionary) };
  const options = textOptions(settings);
  call.world.stdout.write(format === "json" ? jsonText(view) : format === "csv" ? csvQuality(view) : format === "markdown" ? markdownQuality(view, options) : prettyQuality(view, options));
  return 0;
}

/** The same call, reading its customers from the file. `--customers` is for the synthetic ones. */
function readingCall(call: Call, file: string): Call {
  const { customers: _, ...flags } = call.flags;
  const project = runRequest({ ...call, flags }).project;
  const map = textFlag(call, "map") ?? fittingMapping(call, project, file);
  const set = map === undefined ? [] : [`population.mapping=${JSON.stringify(map)}`];
  return { ...call, flags: { ...flags, csv: file, set: [...listFlag(call, "set"), ...set] } };
}

/** The scenario's mapping; else the one of the project that reads a file with such a first line. Several, or none, have to be told apart. */
function fittingMapping(call: Call, project: Project, file: string): string | undefined {
  const named = textsOf(call, { ...runRequest(call), overrides: [] }, call.operands[0] ?? "baseline").scenario?.population.mapping;
  if (named !== undefined) return undefined;
  const folder = join(project.root, "scenarios", "mappings");
  const names = mappingsIn(folder);
  const line = firstLine(resolve(call.world.cwd, file));
  // A file that cannot be read is told by the import, whatever the mapping.
  const fitting = line === undefined ? names.slice(0, 1) : names.filter((name) => fits(readFileSync(join(folder, `${name}.json`), "utf8"), line));
  if (fitting.length === 1) return fitting[0];
  throw new UsageError({
    en: `name the mapping that reads the file with --map${names.length === 0 ? "" : `: ${names.join(", ")}`}`,
    zh: `请用 --map 指定读取该文件的映射${names.length === 0 ? "" : `：${names.join("、")}`}`,
  });
}

/** Whether a mapping knows most of the names in a header, or, of a file without one, has a name for each cell. */
function fits(mapping: string, line: string): boolean {
  const { value } = readJson(mapping, "");
  const header = isObject(value) ? value["header"] : undefined;
  const delimiter = isObject(value) && typeof value["delimiter"] === "string" ? value["delimiter"] : ",";
  const cells = line.split(delimiter).map((cell) => cell.trim().replaceAll('"', ""));
  if (isObject(header) && header["rows"] === 0) return Array.isArray(header["names"]) && header["names"].length === cells.length;
  return cells.filter((cell) => mapping.includes(JSON.stringify(cell))).length * 2 >= cells.length;
}

/** The first line of a file, of its first 64 kB; undefined where it cannot be read. */
function firstLine(path: string): string | undefined {
  try {
    const file = openSync(path, "r");
    const buffer = Buffer.alloc(1 << 16);
    const length = readSync(file, buffer, 0, buffer.length, 0);
    closeSync(file);
    return buffer.toString("utf8", 0, length).replace(/^\uFEFF/u, "").split(/\r?\n/u)[0];
  } catch {
    return undefined;
  }
}

function mappingsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => basename(name, ".json")).toSorted();
  } catch {
    return [];
  }
}
