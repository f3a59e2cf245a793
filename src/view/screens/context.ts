import type { Lang, Text } from "../../base/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import type { Layout } from "./layout.ts";
import { span, type Line } from "./span.ts";
import type { ScreenState } from "./state.ts";

/** All that a tab is a function of. */
export interface TabContext {
  readonly report: RunReport;
  readonly state: ScreenState;
  readonly layout: Layout;
  readonly lang: Lang;
  readonly ascii: boolean;
}

/** What a tab shows: the lines, and how many rows its cursor may visit. */
export interface TabView {
  readonly lines: readonly Line[];
  readonly rows: number;
}

/** A text in the language of the screen. */
export function say(context: { readonly lang: Lang }, text: Text): string {
  return text[context.lang];
}

/** A row of a table: what it shows, and whether the cursor may stand on it. */
export interface TableRow {
  readonly line: Line;
  /** The index the cursor has on this row; absent for headings. */
  readonly at?: number;
}

/** The window of rows that holds the cursor, with the cursor's row inverted. */
export function windowOf(rows: readonly TableRow[], cursor: number, height: number): readonly Line[] {
  const at = Math.max(0, rows.findIndex((row) => row.at === cursor));
  const from = Math.max(0, Math.min(at - Math.floor(height / 2), rows.length - height));
  return rows
    .slice(from, from + height)
    .map((row) => (row.at === cursor ? row.line.map((part) => ({ ...part, inverse: true, dim: false })) : row.line));
}

/** The cursor within a list that find may have shortened. */
export function cursorIn(context: TabContext, rows: number): number {
  return Math.max(0, Math.min(rows - 1, context.state.cursors[context.state.tab]));
}

/** Whether a row's words contain what is being looked for; everything does when nothing is. */
export function found(context: TabContext, words: readonly string[]): boolean {
  const wanted = context.state.find.trim().toLowerCase();
  return wanted === "" || words.some((word) => word.toLowerCase().includes(wanted));
}

/** A blank line. */
export const blank: Line = [span("")];
