import { displayWidth } from "../../base/index.ts";
import { cutTo, type Align } from "./pad.ts";
import type { Look, Pen } from "./pen.ts";

/** One cell: a text already harmless, with a look for all of it. */
export interface Cell {
  readonly text: string;
  readonly look?: Look | undefined;
  /** Written dim after the text, and the first to go where there is no room. */
  readonly aside?: string | undefined;
}

export interface Column {
  readonly title: string;
  readonly align: Align;
  /** May be cut where the table is wider than the terminal; other columns keep their width. */
  readonly elastic?: boolean;
}

export interface TableRow {
  readonly cells: readonly Cell[];
}

const gap = "  ";

/** A table in the width of the pen: asides go first, then elastic columns are cut. Columns align by display width. */
export function table(pen: Pen, columns: readonly Column[], rows: readonly TableRow[]): readonly string[] {
  const texts = columns.map((_, at) => widest(rows, at, (cell) => cell.text));
  const asides = columns.map((_, at) => widest(rows, at, (cell) => cell.aside ?? ""));
  const full = columns.map(({ title }, at) => Math.max(displayWidth(title), withAside(texts[at] ?? 0, asides[at] ?? 0)));
  const fits = total(full) <= pen.width;
  const bare = columns.map(({ title }, at) => Math.max(displayWidth(title), texts[at] ?? 0));
  const widths = squeeze(columns, fits ? full : bare, pen.width);
  const head = columns.map(({ title, align }, at) => cellText(pen, { text: title, look: "dim" }, { align, width: widths[at] ?? 0, aside: 0 }));
  const body = rows.map(({ cells }) =>
    columns.map((column, at) => cellText(pen, cells[at] ?? { text: "" }, { ...column, width: widths[at] ?? 0, aside: fits ? (asides[at] ?? 0) : 0 })),
  );
  return [head, ...body].map((parts) => parts.join(gap).trimEnd());
}

const widest = (rows: readonly TableRow[], at: number, of: (cell: Cell) => string): number =>
  rows.reduce((most, { cells }) => Math.max(most, displayWidth(of(cells[at] ?? { text: "" }))), 0);

const withAside = (text: number, aside: number): number => (aside > 0 ? text + 1 + aside : text);

const total = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, 0) + gap.length * Math.max(0, widths.length - 1);

const cutMark = (pen: Pen): string => (pen.ascii ? "~" : "…");

/** Takes the cells that are too many from the widest elastic column, one at a time; each keeps 8. */
function squeeze(columns: readonly Column[], wanted: readonly number[], width: number): readonly number[] {
  const widths = [...wanted];
  for (let over = total(widths) - width; over > 0; over--) {
    const elastic = columns.flatMap((column, at) => (column.elastic === true && (widths[at] ?? 0) > 8 ? [at] : []));
    const [first, ...others] = elastic;
    if (first === undefined) break;
    const most = others.reduce((best, at) => ((widths[at] ?? 0) > (widths[best] ?? 0) ? at : best), first);
    widths[most] = (widths[most] ?? 0) - 1;
  }
  return widths;
}

/** The text in its place, and its aside in a place of its own so that both stand in line. */
function cellText(pen: Pen, cell: Cell, column: { readonly align: Align; readonly width: number; readonly aside: number }): string {
  const room = column.aside > 0 ? column.width - column.aside - 1 : column.width;
  const cut = cutTo(cell.text, room, cutMark(pen));
  const looked = cell.look === undefined ? cut : pen.look(cell.look, cut);
  const space = " ".repeat(Math.max(0, room - displayWidth(cut)));
  const shown = column.align === "left" ? looked + space : space + looked;
  if (column.aside === 0) return shown;
  const aside = cell.aside ?? "";
  return `${shown} ${pen.look("dim", aside)}${" ".repeat(column.aside - displayWidth(aside))}`;
}
