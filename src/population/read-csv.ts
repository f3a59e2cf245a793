import Papa from "papaparse";

/** Something wrong with the text itself, before a column is looked at. Rows count from 1, header included. */
export interface CsvProblem {
  readonly kind:
    | "byte-order-mark"
    | "delimiter-guessed"
    | "cr-only-line-ends"
    | "unclosed-quote"
    | "malformed-quote"
    | "wrong-encoding"
    | "binary-file"
    | "row-too-long";
  readonly row: number;
  /** 1-based number of the column where one is meant, else 0. */
  readonly column: number;
  readonly value: string;
}

/** Takes a file's text in pieces of any size and gives its rows; memory does not grow with the text. */
export interface CsvFeed {
  write(chunk: string): readonly (readonly string[])[];
  /** The last rows; nothing may be written after. */
  end(): readonly (readonly string[])[];
  /** Everything found so far. */
  problems(): readonly CsvProblem[];
}

/** The rows of a whole text, by the same path as a stream. */
export function parseCsv(
  text: string,
  options: CsvOptions = {},
): { readonly rows: readonly (readonly string[])[]; readonly problems: readonly CsvProblem[] } {
  const feed = createCsvFeed(options);
  const rows: (readonly string[])[] = [];
  for (let at = 0; at < text.length; at += pieceLength)
    rows.push(...feed.write(text.slice(at, at + pieceLength)));
  rows.push(...feed.end());
  return { rows, problems: feed.problems() };
}

export interface CsvOptions {
  /** Guessed from the first line where absent. */
  readonly delimiter?: string | undefined;
  /** How many columns there should be, where that is known: then a space may be the delimiter too. */
  readonly columns?: number | undefined;
}

const delimiters = [",", ";", "\t", "|"] as const;
/** A quoted cell that runs on for more characters or lines than this was never closed. */
const mostQuotedLength = 65_536;
const mostQuotedLines = 40;
/** A row longer than this is no row of a table. */
const mostRowLength = 1_000_000;
/** After so many unclosed quotes in one file, quotes are taken for plain characters. */
const mostUnclosed = 100;
/** A whole text is fed in pieces of this length. */
const pieceLength = 65_536;
/** Places kept of each kind of problem; the rest is only counted by the import. */
const mostProblems = 10_000;

/** A feed that calls papaparse on whole rows and carries the last, partial one to the next piece. */
export function createCsvFeed(options: CsvOptions = {}): CsvFeed {
  return new Feed(options);
}

class Feed implements CsvFeed {
  readonly #found: CsvProblem[] = [];
  readonly #columns: number | undefined;
  #delimiter: string | undefined;
  #carry = "";
  #heldReturn = false;
  #started = false;
  #sawLineFeed = false;
  #sawLoneReturn = false;
  #refused = false;
  #unclosedQuotes = 0;
  #rows = 0;
  #width = 0;

  constructor({ delimiter, columns }: CsvOptions) {
    this.#delimiter = delimiter;
    this.#columns = columns;
  }

  problems(): readonly CsvProblem[] {
    const lone: CsvProblem = { kind: "cr-only-line-ends", row: 1, column: 0, value: "" };
    return this.#sawLoneReturn && !this.#sawLineFeed ? [...this.#found, lone] : this.#found;
  }

  write(chunk: string): readonly (readonly string[])[] {
    if (this.#refused || chunk === "") return [];
    this.#carry += this.#lines(this.#withoutMark(chunk));
    const nul = chunk.indexOf("\0");
    if (nul >= 0) return this.#refuse("binary-file", chunk.slice(Math.max(0, nul - 10), nul + 10));
    if (!this.#ready()) return [];
    return this.#take(false);
  }

  end(): readonly (readonly string[])[] {
    if (this.#refused) return [];
    if (this.#heldReturn) {
      this.#sawLoneReturn = true;
      this.#carry += "\n";
      this.#heldReturn = false;
    }
    this.#guess(this.#carry);
    return this.#take(true);
  }

  #withoutMark(chunk: string): string {
    if (this.#started) return chunk;
    this.#started = true;
    if (!chunk.startsWith("\ufeff")) return chunk;
    this.#report("byte-order-mark", 1, 0, "");
    return chunk.slice(1);
  }

  /** All line ends become line feeds; a return at the end waits for what follows it. */
  #lines(chunk: string): string {
    let text = this.#heldReturn ? `\r${chunk}` : chunk;
    this.#heldReturn = text.endsWith("\r");
    if (this.#heldReturn) text = text.slice(0, -1);
    if (text.includes("\n")) this.#sawLineFeed = true;
    if (!text.includes("\r")) return text;
    const paired = text.replaceAll("\r\n", "\n");
    if (!paired.includes("\r")) return paired;
    this.#sawLoneReturn = true;
    return paired.replaceAll("\r", "\n");
  }

  /** Whether a delimiter is known: that takes a whole first line. */
  #ready(): boolean {
    if (this.#delimiter !== undefined) return true;
    const end = this.#carry.search(/[^\n]\n/);
    if (end >= 0) this.#guess(this.#carry);
    else if (this.#carry.length > mostRowLength)
      this.#refuse("row-too-long", this.#carry.slice(0, 40));
    return this.#delimiter !== undefined;
  }

  #guess(text: string): void {
    if (this.#delimiter !== undefined) return;
    const line = text.trimStart().split("\n", 1)[0] ?? "";
    const outside = line.replaceAll(/"[^"]*"/g, "");
    const counts = delimiters.map((one) => outside.split(one).length - 1);
    const most = Math.max(...counts);
    const fitting = [...delimiters, " "].find((one) => outside.trim().split(one).length === this.#columns);
    this.#delimiter = fitting ?? (most === 0 ? "," : (delimiters[counts.indexOf(most)] ?? ","));
    if (this.#delimiter !== ",") this.#report("delimiter-guessed", 1, 0, this.#delimiter);
  }

  /** Parses what is complete; at the end, everything. */
  #take(last: boolean): readonly (readonly string[])[] {
    const rows: (readonly string[])[] = [];
    for (;;) {
      const { used, broken } = this.#parse(rows, last);
      this.#carry = this.#carry.slice(used);
      const open = !last && broken === undefined && this.#unclosed();
      if (broken === undefined && !open) break;
      this.#takeLiterally(rows);
      if (this.#carry === "") break;
    }
    if (this.#carry.length > mostRowLength) this.#refuse("row-too-long", this.#carry.slice(0, 40));
    return rows;
  }

  #unclosed(): boolean {
    if (!this.#carry.includes("\n")) return false;
    if (this.#carry.length > mostQuotedLength) return true;
    return this.#carry.split("\n", mostQuotedLines + 2).length > mostQuotedLines + 1;
  }

  /** The first line of what is left, with its quotes as plain characters. */
  #takeLiterally(rows: (readonly string[])[]): void {
    const end = this.#carry.indexOf("\n");
    const line = end < 0 ? this.#carry : this.#carry.slice(0, end);
    this.#carry = end < 0 ? "" : this.#carry.slice(end + 1);
    const cells = line.split(this.#delimiter ?? ",").map((cell) => cell.replaceAll('"', ""));
    this.#unclosedQuotes++;
    this.#report("unclosed-quote", this.#rows + 1, 0, line.slice(line.indexOf('"')));
    this.#accept(rows, cells);
  }

  /** Rows up to the first whose quotes cannot be right, and how much text they took. */
  #parse(
    rows: (readonly string[])[],
    last: boolean,
  ): { readonly used: number; readonly broken?: true } {
    const text = this.#carry;
    if (text === "") return { used: 0 };
    const quoted = this.#unclosedQuotes < mostUnclosed && text.includes('"');
    const { records, used } = parseRecords(text, this.#delimiter ?? ",", quoted, !last);
    let end = 0;
    for (const record of records) {
      if (
        last &&
        record.end >= text.length &&
        record.cells.length === 1 &&
        record.cells[0] === "" &&
        text.endsWith("\n")
      )
        break;
      if (quoted && this.#suspicious(record)) return { used: end, broken: true };
      if (record.faults > 0)
        this.#report("malformed-quote", this.#rows + 1, 0, record.cells.join(","));
      this.#accept(rows, record.cells);
      end = record.end;
    }
    return { used: last ? text.length : used };
  }

  /** A cell with line ends in it, in a row of the wrong width or with faulty quotes, swallowed other rows. */
  #suspicious({ cells, faults, unterminated }: CsvRecord): boolean {
    if (unterminated) return true;
    if (!cells.some((cell) => cell.includes("\n"))) return false;
    if (
      cells.some(
        (cell) => cell.length > mostQuotedLength || cell.split("\n").length > mostQuotedLines,
      )
    )
      return true;
    return faults > 0 || (this.#width > 0 && cells.length !== this.#width);
  }

  #accept(rows: (readonly string[])[], cells: readonly string[]): void {
    this.#rows++;
    if (this.#width === 0 && cells.length > 1) this.#width = cells.length;
    cells.forEach((cell, index) => {
      if (cell.includes("\ufffd")) this.#report("wrong-encoding", this.#rows, index + 1, cell);
    });
    rows.push(cells);
  }

  #refuse(kind: CsvProblem["kind"], value: string): readonly (readonly string[])[] {
    this.#report(kind, this.#rows + 1, 0, value);
    this.#refused = true;
    this.#carry = "";
    return [];
  }

  #report(kind: CsvProblem["kind"], row: number, column: number, value: string): void {
    if (this.#found.length < mostProblems) this.#found.push({ kind, row, column, value });
  }
}

interface CsvRecord {
  readonly cells: readonly string[];
  /** Where the text after the row begins. */
  readonly end: number;
  readonly faults: number;
  readonly unterminated: boolean;
}

/**
 * One call of papaparse's synchronous parser. Without quotes it splits lines at once and ends of rows are not
 * needed; with them each row is stepped through, so that it can be taken back.
 */
function parseRecords(
  text: string,
  delimiter: string,
  quoted: boolean,
  ignoreLast: boolean,
): { readonly records: readonly CsvRecord[]; readonly used: number } {
  const base = { delimiter, newline: "\n", quoteChar: '"' } as const;
  if (!quoted) {
    const { rows, cursor } = parsed(
      new Papa.Parser({ ...base, fastMode: true }).parse(text, 0, ignoreLast),
    );
    const plain = { faults: 0, unterminated: false };
    return {
      records: rows.map((cells, i) => ({
        ...plain,
        cells,
        end: i === rows.length - 1 ? cursor : 0,
      })),
      used: cursor,
    };
  }
  const records: CsvRecord[] = [];
  const step = (result: unknown): void => {
    const { rows, cursor, errors } = parsed(result);
    for (const cells of rows) {
      const unterminated = errors.includes("MissingQuotes");
      records.push({ cells, end: cursor, faults: errors.length, unterminated });
    }
  };
  const { cursor } = parsed(new Papa.Parser({ ...base, step }).parse(text, 0, ignoreLast));
  return { records, used: records.at(-1)?.end ?? Math.min(cursor, 0) };
}

/** papaparse's parser gives `any`; this is what we rely on. */
function parsed(result: unknown): {
  readonly rows: readonly (readonly string[])[];
  readonly cursor: number;
  readonly errors: readonly string[];
} {
  if (typeof result !== "object" || result === null) throw new Error("papaparse gave no result");
  const data: unknown = Reflect.get(result, "data");
  const errors: unknown = Reflect.get(result, "errors");
  const meta: unknown = Reflect.get(result, "meta");
  const cursor: unknown =
    typeof meta === "object" && meta !== null ? Reflect.get(meta, "cursor") : 0;
  if (!isRows(data)) throw new Error("papaparse gave no rows");
  const codes = Array.isArray(errors) ? errors.map((one: unknown) => codeOf(one)) : [];
  return { rows: data, cursor: typeof cursor === "number" ? cursor : 0, errors: codes };
}

function isRows(data: unknown): data is readonly (readonly string[])[] {
  return Array.isArray(data) && (data.length === 0 || Array.isArray(data[0]));
}

function codeOf(error: unknown): string {
  const code: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "code") : "";
  return typeof code === "string" ? code : "";
}
