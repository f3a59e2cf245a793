import type { RunReport } from "../../verdict/index.ts";
import type { Pen } from "../text/pen.ts";
import type { Layout } from "./layout.ts";
import { span, type Line } from "./span.ts";
import type { Knowledge } from "./screen-knowledge.ts";
import type { ScreenState } from "./state.ts";

/** All that a tab is a function of. */
export interface TabContext {
  readonly report: RunReport;
  readonly state: ScreenState;
  readonly layout: Layout;
  readonly pen: Pen;
  /** The command that replays customers of this run, without `--policy` and `--customer`. */
  readonly again: string;
  /** What is known beside the report: the one before, which policies ran again, whether the numbers are old. */
  readonly known: Knowledge;
}

/** What a tab shows: the lines, how many rows its cursor may visit, and the row that was opened. */
export interface TabView {
  readonly lines: readonly Line[];
  readonly rows: number;
  /** Rows there are without a find. */
  readonly of: number;
  readonly opened?: Opened;
}

/** An opened row: it takes the body, under the path that led to it. */
export interface Opened {
  readonly crumbs: readonly string[];
  readonly lines: readonly Line[];
}

/** A row of a table: what it shows, and whether the cursor may stand on it. */
export interface TableRow {
  readonly line: Line;
  /** The index the cursor has on this row; absent for headings. */
  readonly at?: number;
}

/** The window of rows that holds the cursor; its row is inverted and has a mark that needs no colour. */
export function windowOf(rows: readonly TableRow[], cursor: number, height: number): readonly Line[] {
  const at = Math.max(0, rows.findIndex((row) => row.at === cursor));
  const from = Math.max(0, Math.min(at - Math.floor(height / 2), rows.length - height));
  return rows.slice(from, from + Math.max(0, height)).map((row) => (row.at === cursor ? underCursor(row.line) : [span(" "), ...row.line]));
}

function underCursor(line: Line): Line {
  return [span(">", { inverse: true, bold: true }), ...line.map((part) => ({ ...part, inverse: true, dim: false }))];
}

/** The cursor within a list that find may have shortened. */
export function cursorIn(context: TabContext, rows: number): number {
  return Math.max(0, Math.min(rows - 1, context.state.cursors[context.state.tab]));
}

/** Whether a row's words contain what is being looked for; everything does when nothing is. */
export function found(context: TabContext, words: readonly string[]): boolean {
  const wanted = context.state.finds[context.state.tab].trim().toLowerCase();
  return wanted === "" || words.some((word) => word.toLowerCase().includes(wanted));
}

/** The first lines, and a mark where there are more. */
export function atMost(lines: readonly Line[], height: number, more: string): readonly Line[] {
  if (lines.length <= height) return lines;
  return height <= 0 ? [] : [...lines.slice(0, height - 1), [span(more, { dim: true })]];
}
