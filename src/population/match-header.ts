import { nearest, type Text } from "../base/index.ts";
import { codeText, numberIn } from "./code-text.ts";
import { expectsNumber } from "./expects-number.ts";
import type { Mapping } from "./mapping-schema.ts";
import { shownValue, type ProblemLedger } from "./problem-ledger.ts";
import { usedColumns } from "./read-mapping.ts";

/** Where the columns of a mapping stand in a file. */
export interface Header {
  /** Index of each column that the mapping reads. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** Names by index, for messages. */
  readonly names: readonly string[];
  /** How many of the rows given were header rows. */
  readonly rows: number;
  /** Whether every column was found. */
  readonly complete: boolean;
}

export interface NumberedRow {
  /** Counted from 1 in the file. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Rows that `matchHeader` wants to see before it decides. */
export const headerLookahead = 3;

/**
 * Finds the columns of a mapping in the first rows of a file. One header row too many or too few is
 * recognised, reported and put up with; a missing column is an error. `more`: columns needed beside the mapping's.
 */
export function matchHeader(
  mapping: Mapping,
  first: readonly NumberedRow[],
  ledger: ProblemLedger,
  more: readonly string[] = [],
): Header {
  const rows = headerRows(mapping, first, ledger);
  const headers = first.slice(0, rows);
  const indexOf = new Map<string, number>();
  const width = Math.max(0, ...first.map((row) => row.cells.length));
  const wanted = new Set([...usedColumns(mapping), ...more]);
  for (const column of wanted) {
    const index = rows === 0 ? numbered(column, mapping, width) : named(column, mapping, headers, ledger);
    if (index >= 0) indexOf.set(column, index);
  }
  const missing = [...wanted].filter((column) => !indexOf.has(column));
  const given = mapping.header.names ?? [];
  if (headers.length > 0 && missing.length > 2 && missing.length * 2 > wanted.size) reportOtherFile(missing, { headers, wanted: wanted.size }, ledger);
  else for (const column of missing) reportMissing(column, { headers, width, given }, ledger);
  const shown = namesShown(rows === 0 ? (mapping.header.names ?? []) : (headers[0]?.cells ?? []), width, indexOf);
  reportExtra(mapping, headers, new Set(indexOf.values()), ledger);
  return { indexOf, names: shown, rows, complete: missing.length === 0 };
}

/** Declared header rows, corrected by what the rows look like. */
function headerRows(
  mapping: Mapping,
  first: readonly NumberedRow[],
  ledger: ProblemLedger,
): number {
  const declared = Math.min(mapping.header.rows, first.length);
  if (declared === 0) return 0;
  const next = first[declared];
  if (declared === 1 && next !== undefined && looksLikeHeader(mapping, first.slice(0, 1), next)) {
    ledger.add({
      kind: "second-header-row",
      row: next.number,
      value: next.cells.join(","),
      title: () => ({
        en: "a second row of headers; it was skipped (set `header.rows` to 2)",
        zh: "存在第二行表头，已跳过（请将 `header.rows` 设为 2）",
      }),
    });
    return 2;
  }
  const second = first[1];
  if (declared === 2 && second !== undefined && looksLikeData(mapping, first.slice(0, 1), second)) {
    ledger.add({
      kind: "header-row-missing",
      row: second.number,
      value: second.cells.join(","),
      title: () => ({
        en: "only one row of headers; the second row was read as a customer (set `header.rows` to 1)",
        zh: "只有一行表头，第二行已按客户读取（请将 `header.rows` 设为 1）",
      }),
    });
    return 1;
  }
  return declared;
}

function numericCells(
  mapping: Mapping,
  headers: readonly NumberedRow[],
  row: NumberedRow,
): readonly string[] {
  return usedColumns(mapping)
    .filter((column) => expectsNumber(mapping, column))
    .flatMap((column) => {
      const index = position(column, mapping, headers);
      const cell = index < 0 ? undefined : row.cells[index];
      return cell === undefined || cell.trim() === "" ? [] : [cell];
    });
}

function looksLikeHeader(
  mapping: Mapping,
  headers: readonly NumberedRow[],
  row: NumberedRow,
): boolean {
  const cells = numericCells(mapping, headers, row);
  // a file whose own names stand in the second row only: the first gives none to look at
  const names = new Set(row.cells.map((cell) => cell.trim()));
  if (cells.length === 0)
    return usedColumns(mapping).filter((column) => names.has(column)).length >= 2;
  return cells.length >= 2 && cells.every((cell) => numberIn(cell) !== numberIn(cell));
}

function looksLikeData(
  mapping: Mapping,
  headers: readonly NumberedRow[],
  row: NumberedRow,
): boolean {
  const cells = numericCells(mapping, headers, row);
  return (
    cells.length >= 2 &&
    cells.filter((cell) => numberIn(cell) === numberIn(cell)).length * 2 > cells.length
  );
}

/** By the name that the mapping gives it, else by its number. */
function numbered(column: string, { header }: Mapping, width: number): number {
  const named = header.names?.indexOf(column) ?? -1;
  const index = named >= 0 ? named : Number(codeText(column)) - 1;
  return Number.isInteger(index) && index >= 0 && index < width ? index : -1;
}

/** The column's place by its name, else by an alias, in any header row; exactly, else case aside. */
function position(column: string, mapping: Mapping, headers: readonly NumberedRow[]): number {
  const names = namesOf(column, mapping);
  for (const fold of [(text: string) => text, (text: string) => text.toLowerCase()]) {
    for (const name of names) {
      for (const { cells } of headers) {
        const index = cells.findIndex((cell) => fold(clean(cell)) === fold(name));
        if (index >= 0) return index;
      }
    }
  }
  return -1;
}

function namesOf(column: string, mapping: Mapping): readonly string[] {
  const described = mapping.columns;
  const aliases =
    described !== undefined && Object.hasOwn(described, column)
      ? described[column]?.aliases
      : undefined;
  return [column, ...(aliases ?? [])];
}

function clean(cell: string): string {
  return cell.replace(/^\ufeff/, "").trim();
}

function named(
  column: string,
  mapping: Mapping,
  headers: readonly NumberedRow[],
  ledger: ProblemLedger,
): number {
  const index = position(column, mapping, headers);
  if (index < 0) return index;
  for (const { cells, number } of headers) {
    const name = clean(cells[index] ?? "");
    const again =
      name === "" ? -1 : cells.findIndex((cell, at) => at > index && clean(cell) === name);
    if (again >= 0 && namesOf(column, mapping).includes(name)) {
      ledger.add({
        kind: "duplicate-column",
        row: number,
        column: name,
        value: `${again + 1}`,
        title: () => ({
          en: `two columns are called \`${shownValue(name)}\`; the first was read`,
          zh: `有两列同名 \`${shownValue(name)}\`，读取了第一列`,
        }),
      });
    }
  }
  return index;
}

/** Whether most cells of the header are numbers: then it is none. */
function looksLikeCustomer(available: readonly string[]): boolean {
  return available.filter((name) => numberIn(name) === numberIn(name)).length * 2 > available.length;
}

const namedMost = 3;

/** Most columns are not there: that is one mistake, and about the whole file. */
function reportOtherFile(missing: readonly string[], { headers, wanted }: { readonly headers: readonly NumberedRow[]; readonly wanted: number }, ledger: ProblemLedger): void {
  const available = headers.flatMap((row) => row.cells).map(clean).filter((name) => name !== "");
  const listed = missing.slice(0, namedMost).map((column) => `\`${shownValue(column)}\``);
  const rest = missing.length - listed.length;
  const all = missing.length === wanted;
  const which = `${listed.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  const en = all ? `none of the ${wanted} columns that the mapping reads is in the file: ${which}` : `${missing.length} of the ${wanted} columns that the mapping reads are not in the file: ${which}`;
  const zh = `映射所读的 ${wanted} 列${all ? "均" : `中有 ${missing.length} 列`}不在文件中：${listed.join("、")}${rest > 0 ? " 等" : ""}`;
  ledger.add({
    kind: "missing-column",
    level: "error",
    row: headers[0]?.number ?? 1,
    title: (): Text =>
      looksLikeCustomer(available)
        ? { en: `${en}; the first row looks like a customer, not a header (set \`header.rows\` to 0)`, zh: `${zh}；首行像是客户数据而非表头（可将 \`header.rows\` 设为 0）` }
        : { en: `${en}; is it the file that the mapping is of, and \`delimiter\` right?`, zh: `${zh}；该映射是否对应此文件，\`delimiter\` 是否正确？` },
  });
}

function reportMissing(
  column: string,
  {
    headers,
    width,
    given,
  }: {
    readonly headers: readonly NumberedRow[];
    readonly width: number;
    readonly given: readonly string[];
  },
  ledger: ProblemLedger,
): void {
  const cells = [...given, ...headers.flatMap((row) => row.cells)];
  const available = cells.map(clean).filter((name) => name !== "");
  const guess = nearest(column, available);
  const none = headers.length > 0 && looksLikeCustomer(available);
  if (given.includes(column)) {
    // Said once, however many of the named columns lie beyond the end.
    ledger.add({
      kind: "missing-column",
      level: "error",
      row: 1,
      group: "names",
      value: column,
      title: () => ({
        en: `the mapping names ${given.length} columns and the file has ${width} (is \`delimiter\` right?)`,
        zh: `映射命名了 ${given.length} 列，而文件只有 ${width} 列（\`delimiter\` 是否正确？）`,
      }),
    });
    return;
  }
  ledger.add({
    kind: "missing-column",
    level: "error",
    row: headers[0]?.number ?? 1,
    column,
    title: (): Text => {
      const name = shownValue(column);
      if (headers.length === 0 && given.length === 0) {
        return {
          en: `no column number \`${name}\`: the file has ${width}`,
          zh: `没有第 \`${name}\` 列：文件共 ${width} 列`,
        };
      }
      if (none) {
        return {
          en: `no column \`${name}\`: the first row looks like a customer, not a header (set \`header.rows\` to 0)`,
          zh: `没有列 \`${name}\`：首行像是客户数据而非表头（可将 \`header.rows\` 设为 0）`,
        };
      }
      return guess === undefined
        ? { en: `no column \`${name}\``, zh: `没有列 \`${name}\`` }
        : {
            en: `no column \`${name}\`; did you mean \`${shownValue(guess)}\`?`,
            zh: `没有列 \`${name}\`；是否指 \`${shownValue(guess)}\`？`,
          };
    },
  });
}

function namesShown(
  given: readonly string[],
  width: number,
  indexOf: ReadonlyMap<string, number>,
): readonly string[] {
  const names = Array.from(
    { length: width },
    (_, index) => shownValue(clean(given[index] ?? "")) || `${index + 1}`,
  );
  for (const [column, index] of indexOf) names[index] = shownValue(column);
  return names;
}

/** Columns that nothing reads and nobody said to ignore. */
function reportExtra(
  mapping: Mapping,
  headers: readonly NumberedRow[],
  used: ReadonlySet<number>,
  ledger: ProblemLedger,
): void {
  const ignored = new Set(
    (mapping.ignore ?? [])
      .flatMap((column) => namesOf(column, mapping))
      .map((name) => name.toLowerCase()),
  );
  const [header] = headers;
  header?.cells.forEach((cell, index) => {
    const names = headers.map(({ cells }) => clean(cells[index] ?? "").toLowerCase());
    if (
      used.has(index) ||
      names.some((name) => ignored.has(name)) ||
      names.every((name) => name === "")
    )
      return;
    ledger.add({
      kind: "extra-column",
      level: "note",
      row: header.number,
      value: clean(cell),
      title: () => ({
        en: "columns that the mapping does not mention; they were not read",
        zh: "映射未提及的列，未读取",
      }),
    });
  });
}
