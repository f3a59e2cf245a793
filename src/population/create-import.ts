import { createDraws, streamKey } from "../base/index.ts";
import { encodeFact, type Dictionary, type FactName } from "../facts/index.ts";
import { cellChecks, type CellCheck } from "./check-cells.ts";
import { codeText } from "./code-text.ts";
import { compileSource, type FactReader, type FileRow } from "./compile-source.ts";
import { csvFinding } from "./csv-finding.ts";
import { createGrowingColumn, type GrowingColumn } from "./growing-column.ts";
import { summaryOf, type ImportSummary } from "./import-summary.ts";
import { importedPopulation, type ImportedData } from "./imported-population.ts";
import { measureSignals } from "./infer-traits.ts";
import { createLanes } from "./lanes.ts";
import type { Mapping } from "./mapping-schema.ts";
import { headerLookahead, matchHeader, type Header } from "./match-header.ts";
import { outcomeReader, unknownOutcome } from "./read-outcome.ts";
import type { Population } from "./population.ts";
import { prepareProfile } from "./prepare-profile.ts";
import { createLedger, type ImportProblem, type ProblemLedger } from "./problem-ledger.ts";
import type { Profile } from "./profile-schema.ts";
import type { CsvProblem } from "./read-csv.ts";
import { columnsOf } from "./read-mapping.ts";
import { signalsOf } from "./signals.ts";

/** What an import needs beside the rows. */
export interface ImportInputs {
  readonly mapping: Mapping;
  readonly dictionary: Dictionary;
  readonly seed: string;
  readonly replication?: number;
  /** Supplies what the file lacks. */
  readonly profile: Profile;
  /** A column to be watched beside the mapping's, and the number that its cell becomes: which sample a row is of. */
  readonly watch?: { readonly column: string; readonly read: (cell: string) => number } | undefined;
}

/** `population` and `data` are absent where the file could not become customers; the problems say why. */
export interface ImportResult {
  readonly population?: Population;
  readonly data?: ImportedData;
  readonly summary: ImportSummary;
  readonly problems: readonly ImportProblem[];
}

/** An import under way: rows come in by any number at a time, header first. */
export interface CustomerImport {
  push(rows: readonly (readonly string[])[]): void;
  /** Ends the file; what the CSV reader found is listed with the rest. */
  finish(text?: readonly CsvProblem[]): ImportResult;
}

/** More customers than this are not held in memory; the rest of the file is left out with an error. */
export const mostImported = 5_000_000;

/** Starts an import. The same rows, mapping, profile and seed give the same customers. */
export function createImport(inputs: ImportInputs): CustomerImport {
  return new Import(inputs);
}

class Import implements CustomerImport {
  readonly #inputs: ImportInputs;
  readonly #ledger: ProblemLedger = createLedger();
  readonly #columns = new Map<FactName, GrowingColumn>();
  readonly #outcome = createGrowingColumn();
  readonly #watched = createGrowingColumn();
  readonly #ids = new Set<string | number>();
  #waiting: FileRow[] = [];
  #header: Header | undefined;
  #readers: readonly { readonly column: GrowingColumn; readonly read: FactReader }[] = [];
  #checks: readonly CellCheck[] = [];
  #readOutcome: ((row: FileRow) => number) | undefined;
  #fileRow = 0;
  #rows = 0;
  #customers = 0;
  #known = 0;
  #bad = 0;

  constructor(inputs: ImportInputs) {
    this.#inputs = inputs;
  }

  push(rows: readonly (readonly string[])[]): void {
    for (const cells of rows) {
      this.#fileRow++;
      if (cells.length === 0 || (cells.length === 1 && (cells[0] ?? "").trim() === "")) continue;
      const row = { number: this.#fileRow, cells };
      if (this.#header === undefined) {
        this.#waiting.push(row);
        if (this.#waiting.length >= headerLookahead) this.#begin();
      } else this.#take(row, this.#header);
    }
  }

  finish(text: readonly CsvProblem[] = []): ImportResult {
    if (this.#header === undefined) this.#begin();
    for (const problem of text) this.#ledger.add(csvFinding(problem, this.#header?.names ?? []));
    this.#refuseIfEmpty();
    const failed = this.#ledger.problems().some(({ level }) => level === "error");
    const data = failed ? undefined : this.#data();
    const { profile, seed, replication = 0, dictionary } = this.#inputs;
    const population = data && importedPopulation({ data, profile, seed, replication, dictionary });
    const problems = this.#ledger.problems();
    const summary = summaryOf(this.#inputs, {
      rows: this.#rows,
      customers: this.#customers,
      outcomes: { known: this.#known, bad: this.#bad },
      signals: data?.signals.signals.map((signal) => signal.fact) ?? [],
      problems,
    });
    return population === undefined || data === undefined
      ? { summary, problems }
      : { population, data, summary, problems };
  }

  /** Settles the header and compiles the mapping against it. */
  #begin(): void {
    const { mapping, dictionary, watch } = this.#inputs;
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) return;
    const header = matchHeader(
      mapping,
      waiting,
      this.#ledger,
      watch === undefined ? [] : [watch.column],
    );
    this.#header = header;
    const isMissing = missingTest(mapping);
    const readers: { column: GrowingColumn; read: FactReader }[] = [];
    const mandatory = new Set<string>(
      mapping.outcome === undefined ? [] : [mapping.outcome.column],
    );
    for (const [fact, source] of Object.entries(mapping.facts)) {
      const definition = dictionary.facts.get(fact);
      if (definition === undefined || "constant" in source || "synthesise" in source) continue;
      if (!definition.nullable) for (const column of columnsOf(source)) mandatory.add(column);
      const column = createGrowingColumn();
      this.#columns.set(fact, column);
      const context = { definition, indexOf: header.indexOf, isMissing, ledger: this.#ledger };
      readers.push({ column, read: compileSource(source, context) });
    }
    if (mapping.outcome !== undefined) {
      this.#readOutcome = outcomeReader(mapping.outcome, header.indexOf, isMissing, this.#ledger);
    }
    this.#readers = readers;
    this.#checks = cellChecks(mapping, header.indexOf, isMissing, mandatory, this.#ledger);
    for (const row of waiting.slice(header.rows)) this.#take(row, header);
  }

  #take(row: FileRow, header: Header): void {
    if (!header.complete) {
      this.#rows++;
      return;
    }
    if (this.#isBlank(row)) return;
    this.#rows++;
    if (this.#customers >= mostImported) {
      this.#tooMany(row);
      return;
    }
    this.#checkWidth(row, header);
    if (this.#isRepeated(row, header)) return;
    this.#customers++;
    for (const check of this.#checks) check(row);
    for (const { column, read } of this.#readers) column.push(read(row));
    const { watch } = this.#inputs;
    if (watch !== undefined)
      this.#watched.push(watch.read(row.cells[header.indexOf.get(watch.column) ?? -1] ?? ""));
    const outcome = this.#readOutcome?.(row);
    if (outcome === undefined) return;
    this.#outcome.push(outcome);
    if (outcome !== unknownOutcome) this.#known++;
    if (outcome === 1) this.#bad++;
  }

  #isBlank(row: FileRow): boolean {
    if (row.cells.some((cell) => cell.trim() !== "")) return false;
    this.#ledger.add({
      kind: "blank-row",
      row: row.number,
      title: () => ({
        en: "rows without a single value; left out",
        zh: "没有任何内容的行，已略去",
      }),
    });
    return true;
  }

  #tooMany(row: FileRow): void {
    this.#ledger.add({
      kind: "too-many-rows",
      level: "error",
      row: row.number,
      title: () => ({
        en: `more than ${mostImported} customers`,
        zh: `客户数超过 ${mostImported}`,
      }),
    });
  }

  #checkWidth(row: FileRow, { names }: Header): void {
    const width = names.length;
    if (row.cells.length === width) return;
    const short = row.cells.length < width;
    this.#ledger.add({
      kind: "ragged-row",
      row: row.number,
      value: `${row.cells.length}`,
      group: short ? "short" : "long",
      title: () =>
        short
          ? {
              en: `rows with fewer than ${width} cells; those beyond the end are missing`,
              zh: `不足 ${width} 格的行，末尾缺少的格按缺失处理`,
            }
          : {
              en: `rows with more than ${width} cells; those beyond are not read`,
              zh: `超过 ${width} 格的行，多出的格不读取`,
            },
    });
  }

  #isRepeated(row: FileRow, { indexOf }: Header): boolean {
    const { id } = this.#inputs.mapping;
    if (id === undefined) return false;
    const cell = (row.cells[indexOf.get(id) ?? -1] ?? "").trim();
    if (cell === "") {
      this.#ledger.add({
        kind: "empty-cell",
        row: row.number,
        column: id,
        title: () => ({ en: "rows without an id; kept", zh: "没有编号的行，保留" }),
      });
      return false;
    }
    const code = codeText(cell);
    const key = /^\d{1,15}$/.test(code) ? Number(code) : code;
    if (!this.#ids.has(key)) {
      this.#ids.add(key);
      return false;
    }
    this.#ledger.add({
      kind: "duplicate-id",
      row: row.number,
      column: id,
      value: cell,
      title: () => ({
        en: "rows that repeat the id of an earlier one; left out",
        zh: "与前面编号重复的行，已略去",
      }),
    });
    return true;
  }

  #refuseIfEmpty(): void {
    if (this.#customers > 0 || (this.#header !== undefined && !this.#header.complete)) return;
    const rows = this.#header?.rows ?? 0;
    this.#ledger.add({
      kind: this.#fileRow === 0 || this.#header === undefined ? "empty-file" : "no-customers",
      level: "error",
      row: rows + 1,
      title: () =>
        this.#header === undefined
          ? { en: "the file is empty", zh: "文件为空" }
          : { en: "the file has a header and no customers", zh: "文件只有表头，没有客户" },
    });
  }

  #data(): ImportedData {
    const { mapping, dictionary, profile, seed, replication = 0, watch } = this.#inputs;
    const columns = new Map<FactName, Float64Array>();
    for (const [fact, column] of this.#columns) columns.set(fact, column.finish());
    const constants = new Map<FactName, number>();
    for (const [fact, source] of Object.entries(mapping.facts)) {
      const definition = dictionary.facts.get(fact);
      if (definition === undefined || !("constant" in source)) continue;
      constants.set(
        fact,
        source.constant === null ? Number.NaN : encodeFact(definition, source.constant),
      );
    }
    const known = signalsOf(prepareProfile(profile, dictionary));
    const lanes = createLanes(createDraws(streamKey(seed, replication)));
    const signals = measureSignals(columns, known, lanes, this.#customers);
    const watched = watch === undefined ? {} : { watched: this.#watched.finish() };
    const base = { customers: this.#customers, columns, constants, signals, ...watched };
    return mapping.outcome === undefined
      ? base
      : { ...base, outcome: Uint8Array.from(this.#outcome.finish()) };
  }
}

/** Which cells have no value. */
function missingTest({ missing = [""] }: Mapping): (cell: string) => boolean {
  const tokens = new Set([...missing.map((token) => token.trim()), ""]);
  return (cell) => tokens.has(cell) || tokens.has(cell.trim());
}
