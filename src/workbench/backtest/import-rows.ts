import { resolve } from "node:path";
import type { Diagnostic } from "../../base/index.ts";
import type { Dictionary } from "../../facts/index.ts";
import { createImport, readProfile, withAttributes, type CustomerBlock, type ImportSummary, type Mapping, type Population, type Profile } from "../../population/index.ts";
import type { BacktestReport } from "../../verdict/index.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { importFindings } from "../import-summary.ts";
import { feedImport } from "../open-population.ts";
import { listNamed, readNamedFile, type Project } from "../project.ts";
import { located, type Source } from "../read-file.ts";
import { readMappingText, type Ground } from "../read-rules.ts";
import { UsageError } from "../world.ts";
import type { Split } from "./read-split.ts";
import type { ImportedRows } from "./row-source.ts";

/** The rows of a backtest, with all that is said about them. */
export interface OpenRows {
  readonly rows: ImportedRows;
  readonly mapping: Mapping;
  /** The CSV file, as the user wrote it. */
  readonly shown: string;
  readonly profile: string;
  readonly seed: string;
  /** 1 where the row is of the second sample; absent without a split. */
  readonly later: Uint8Array | undefined;
  readonly file: BacktestReport["file"];
  readonly sources: readonly Source[];
  readonly sha256: string;
}

interface Opening {
  readonly rows?: OpenRows;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `--csv` by `--map`. Every finding is returned; the rows only where none of them is an error. */
export async function openRowsOf(call: Call, project: Project, ground: Ground, split: Split | undefined): Promise<Opening> {
  const [csv, map] = [required(call, "csv"), required(call, "map")];
  const { dictionary } = ground;
  const read = readNamedFile(project, "mapping", map);
  const chosen = readChosenProfile(call, project);
  if (dictionary === undefined || read.source === undefined || chosen.profile === undefined || chosen.source === undefined) return { diagnostics: [...read.diagnostics, ...chosen.diagnostics] };
  const { mapping, diagnostics } = readMappingText(read.source, ground);
  if (mapping === undefined) return { diagnostics };
  const seed = textFlag(call, "seed") ?? "baseline";
  const named = withOutcome(mapping, textFlag(call, "outcome"));
  const found = await importFile(call, { mapping: named, dictionary, profile: chosen.profile, seed, split, csv });
  if (found.rows === undefined) return { diagnostics: [...diagnostics, ...found.diagnostics] };
  return {
    rows: { ...found.rows, shown: csv, mapping: named, profile: chosen.profile.name, seed, sources: [read.source, chosen.source] },
    diagnostics: [...diagnostics, ...found.diagnostics],
  };
}

function required(call: Call, name: "csv" | "map"): string {
  const value = textFlag(call, name);
  if (value !== undefined) return value;
  throw name === "csv"
    ? new UsageError({ en: "no rows to decide: name the file with --csv FILE", zh: "没有可供决策的数据行：请用 --csv 文件 指定" })
    : new UsageError({ en: "nothing says which column is which fact: name a mapping with --map FILE", zh: "没有说明各列对应哪些事实：请用 --map 文件 指定映射" });
}

function readChosenProfile(call: Call, project: Project): { readonly profile?: Profile; readonly source?: Source; readonly diagnostics: readonly Diagnostic[] } {
  const known = listNamed(project, "profile");
  const name = textFlag(call, "profile") ?? known.find((one) => one === "urban-shoppers") ?? known[0] ?? "urban-shoppers";
  const file = readNamedFile(project, "profile", name);
  if (file.source === undefined) return { diagnostics: file.diagnostics };
  return { source: file.source, ...readProfile(file.source) };
}

/** `--outcome column`: 1 is bad, 0 is good. */
function withOutcome(mapping: Mapping, column: string | undefined): Mapping {
  return column === undefined ? mapping : { ...mapping, outcome: { column, bad: ["1"], good: ["0"] } };
}

interface FileRequest {
  readonly mapping: Mapping;
  readonly dictionary: Dictionary;
  readonly profile: Profile;
  readonly seed: string;
  readonly split: Split | undefined;
  readonly csv: string;
}

type FileRows = Omit<OpenRows, "shown" | "mapping" | "profile" | "seed" | "sources">;

async function importFile(call: Call, { mapping, dictionary, profile, seed, split, csv }: FileRequest): Promise<{ readonly rows?: FileRows; readonly diagnostics: readonly Diagnostic[] }> {
  const whole = withAttributes(mapping, dictionary);
  const importer = createImport({ ...whole, seed, profile, watch: split?.kind === "column" ? split : undefined });
  const { result, sha256 = "", diagnostics } = await feedImport(importer, { path: resolve(call.world.cwd, csv), shown: csv }, mapping);
  if (result === undefined) return { diagnostics };
  const told = importFindings(result, csv, flag(call, "strict")).map((finding) => (finding.code === "unknown-outcome" ? neitherGoodNorBad(finding, mapping) : finding));
  const { data, population, summary } = result;
  const sound = told.every(({ level }) => level !== "error");
  const found = sound && data !== undefined ? [...told, ...ofOutcome(summary, csv), ...ofSplit(data.watched, split, csv)] : told;
  if (data === undefined || population === undefined || found.some(({ level }) => level === "error")) return { diagnostics: found };
  const later = laterOf(data.customers, data.watched, split);
  const empty = later === undefined ? undefined : emptySample(later, split, csv);
  if (empty !== undefined) return { diagnostics: [...found, empty] };
  return { rows: { rows: { data, population: remembered(population), dictionary: whole.dictionary }, later, file: fileOf(summary, mapping), sha256 }, diagnostics: found };
}

/** Up to so many rows are kept as they were drawn; more are drawn again at each pass. */
const mostKept = 400_000;

/** The same customers, drawn once where they are few. */
function remembered(population: Population): Population {
  if (population.size > mostKept) return population;
  const blocks = new Map<string, CustomerBlock>();
  return {
    ...population,
    block(first, count) {
      const key = `${first}+${count}`;
      const block = blocks.get(key) ?? population.block(first, count);
      blocks.set(key, block);
      return block;
    },
  };
}

/** A row with neither outcome would be left out of every rate: that is for the mapping to say, not for us to guess. */
function neitherGoodNorBad(finding: Diagnostic, { outcome }: Mapping): Diagnostic {
  const [column, good, bad] = [outcome?.column ?? "", ...[outcome?.good, outcome?.bad].map((codes) => (codes ?? []).map((code) => `\`${code}\``).join(", "))];
  return {
    ...finding,
    level: "error",
    message: { en: `the outcome column \`${column}\` holds values other than ${good} (good) and ${bad} (bad)`, zh: `结果列 \`${column}\` 含有 ${good}（好）与 ${bad}（坏）以外的值` },
    hint: {
      en: `${finding.hint?.en ?? ""}; list them in the mapping under outcome: \`good\`, \`bad\`, or \`unknown\` where the outcome is not known yet`,
      zh: `${finding.hint?.zh ?? ""}；请在映射的 outcome 中列入 \`good\`、\`bad\`，或（结果尚不可知时）\`unknown\``,
    },
  };
}

/** Without both kinds nothing can be told apart. */
function ofOutcome({ outcomes, outcomeColumn }: ImportSummary, csv: string): readonly Diagnostic[] {
  if (outcomeColumn === null) return [];
  const { known, bad } = outcomes;
  if (known === 0)
    return [located(csv, "no-outcome", { en: `the outcome column \`${outcomeColumn}\` says of no row what became of it`, zh: `结果列 \`${outcomeColumn}\` 没有说明任何一行的结果` })];
  if (bad > 0 && bad < known) return [];
  const kind = bad === 0 ? { en: "good", zh: "好" } : { en: "bad", zh: "坏" };
  return [
    located(
      csv,
      "one-class",
      { en: `all ${known} known outcomes are ${kind.en}: nothing can be told apart`, zh: `${known} 个已知结果全部为${kind.zh}，无从区分` },
      { en: `check what the mapping says of \`${outcomeColumn}\``, zh: `请检查映射对 \`${outcomeColumn}\` 的说明` },
    ),
  ];
}

function ofSplit(watched: Float64Array | undefined, split: Split | undefined, csv: string): readonly Diagnostic[] {
  const unread = watched?.filter((value) => value !== value).length ?? 0;
  if (unread === 0 || split?.kind !== "column") return [];
  return [
    {
      ...located(csv, "split-unread", {
        en: `${unread} cells of \`${split.column}\` cannot be compared with \`${split.written}\`; their rows count as in-sample`,
        zh: `\`${split.column}\` 有 ${unread} 个单元格无法与 \`${split.written}\` 比较，相应的行计入样本内`,
      }),
      level: "warning",
    },
  ];
}

function laterOf(count: number, watched: Float64Array | undefined, split: Split | undefined): Uint8Array | undefined {
  if (split === undefined) return undefined;
  if (split.kind === "column") return Uint8Array.from(watched ?? [], (value) => (value === 1 ? 1 : 0));
  const from = count - Math.floor(count * split.share + 1e-9);
  return Uint8Array.from({ length: count }, (_, row) => (row >= from ? 1 : 0));
}

function emptySample(later: Uint8Array, split: Split | undefined, csv: string): Diagnostic | undefined {
  const rows = later.reduce((sum, one) => sum + one, 0);
  if (rows > 0 && rows < later.length) return undefined;
  const written = split?.written ?? "";
  return rows === 0
    ? located(csv, "empty-sample", { en: `no row is out-of-time by \`--split ${written}\``, zh: `按 \`--split ${written}\` 没有任何一行属于跨期样本` })
    : located(csv, "empty-sample", { en: `every row is out-of-time by \`--split ${written}\`; nothing is left in-sample`, zh: `按 \`--split ${written}\` 所有行都属于跨期样本，样本内没有数据` });
}

function fileOf(summary: ImportSummary, mapping: Mapping): BacktestReport["file"] {
  const attributes = Object.keys(mapping.attributes ?? {});
  return {
    rows: summary.rows,
    kept: summary.customers,
    imported: summary.imported.filter((fact) => !attributes.includes(fact)),
    attributes,
    constant: [...summary.constant],
    synthesised: [...summary.synthesised],
    outcomeColumn: summary.outcomeColumn,
    problems: summary.problems.map(({ kind, count, title, places }) => ({ kind, count, title, places: [...places] })),
  };
}
