import type { Text } from "../../base/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import type { Pen } from "../text/pen.ts";
import type { Ask, Heard } from "./asks.ts";
import type { Layout } from "./layout.ts";
import type { Target } from "./place.ts";
import type { Knowledge } from "./screen-knowledge.ts";
import { span, type Line } from "./span.ts";
import type { ScreenState } from "./state.ts";

/** All that a page is a function of. */
export interface PageContext {
  readonly report: RunReport;
  readonly state: ScreenState;
  readonly layout: Layout;
  readonly pen: Pen;
  /** The command that replays customers of this run, without `--policy` and `--customer`. */
  readonly again: string;
  /** Where the page's cursor was left; null where it was never moved. */
  readonly cursor: number | null;
  /** What the page's list is narrowed to; empty for everything. */
  readonly find: string;
  /** What is known of something that only the workbench can tell; it is asked for by looking at it. */
  readonly know: (ask: Ask) => Heard;
  /** What is known beside the report: the one before, which policies ran again, whether the numbers are old. */
  readonly known: Knowledge;
}

/** A key of a page for the foot: the key, and what it does. */
export type FootKey = readonly [keys: string, does: Text];

/** What a page shows, how its cursor may move, and what keys do on the row under it. */
export interface PageView {
  /** What the breadcrumb says of it; nothing for a tab. */
  readonly crumb?: string;
  readonly lines: readonly Line[];
  /** Rows the cursor may visit, and the one it stands on. */
  readonly rows: number;
  readonly cursor: number;
  /** Rows there are without a find. */
  readonly of: number;
  /** Rows at which groups begin. */
  readonly groups?: readonly number[];
  /** What keys do, by character or name of the key. */
  readonly keys?: Readonly<Record<string, Target>>;
  /** Keys of its own, most useful first. */
  readonly foot?: readonly FootKey[];
}

/** A row of a table: what it shows, and whether the cursor may stand on it. */
export interface TableRow {
  readonly line: Line;
  /** The index the cursor has on this row; absent for headings. */
  readonly at?: number;
  /** A heading of the rows that follow: it stays in sight above them. */
  readonly heads?: boolean;
}

/**
 * The window of rows that holds the cursor; its row is inverted and has a mark that needs no colour. Where the heading
 * of the topmost row has scrolled away, it stands in the first line of the window.
 */
export function windowOf(rows: readonly TableRow[], cursor: number, height: number): readonly Line[] {
  if (height <= 0) return [];
  const at = Math.max(0, rows.findIndex((row) => row.at === cursor));
  const from = Math.max(0, Math.min(at - Math.floor(height / 2), rows.length - height));
  const shown = rows.slice(from, from + height);
  const heading = shown[0]?.heads === true ? undefined : rows.slice(0, from).findLast(({ heads }) => heads === true);
  const sticky = heading === undefined || height < 3 ? shown : [heading, ...shown.slice(1)];
  return sticky.map((row) => (row.at !== undefined && row.at === cursor ? underCursor(row.line) : [span(" "), ...row.line]));
}

function underCursor(line: Line): Line {
  return [span(">", { inverse: true, bold: true }), ...line.map((part) => ({ ...part, inverse: true, dim: false }))];
}

/** The cursor within a list that find may have shortened. */
export function cursorIn({ cursor }: PageContext, rows: number): number {
  return Math.max(0, Math.min(rows - 1, cursor ?? 0));
}

/** Whether a row's words contain what is being looked for; everything does when nothing is. */
export function found({ find }: PageContext, words: readonly string[]): boolean {
  const wanted = find.trim().toLowerCase();
  return wanted === "" || words.some((word) => word.toLowerCase().includes(wanted));
}

/** The first lines, and a mark where there are more. */
export function atMost(lines: readonly Line[], height: number, more: string): readonly Line[] {
  if (lines.length <= height) return lines;
  return height <= 0 ? [] : [...lines.slice(0, height - 1), [span(more, { dim: true })]];
}

/** Lines up to so many, with blank ones below. */
export function filledTo(lines: readonly Line[], height: number): readonly Line[] {
  return [...lines, ...Array.from({ length: Math.max(0, height - lines.length) }, (): Line => [{ text: "" }])].slice(0, Math.max(0, height));
}

/** A rule across the page. */
export function acrossLine(pen: Pen): Line {
  return [span((pen.ascii ? "-" : "─").repeat(pen.width), { dim: true })];
}
