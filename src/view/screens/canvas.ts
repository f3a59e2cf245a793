import type { Line, Span, SpanColor } from "./span.ts";

/** A plotted mark: a series has a colour and a shape, so that colour is never the only difference. */
export interface SeriesLook {
  readonly color: SpanColor;
  /** One cell wide, ASCII. */
  readonly mark: string;
}

/** Looks of the policies, in order of the report. */
export const seriesLooks: readonly SeriesLook[] = [
  { color: "yellow", mark: "A" },
  { color: "cyan", mark: "B" },
  { color: "magenta", mark: "C" },
  { color: "green", mark: "D" },
  { color: "blue", mark: "E" },
  { color: "red", mark: "F" },
];

/** The look of the policy at an index; looks repeat after six. */
export function lookOf(index: number): SeriesLook {
  return seriesLooks[index % seriesLooks.length] ?? { color: "gray", mark: "?" };
}

const dots: readonly (readonly number[])[] = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

/**
 * A drawing surface of cells: in braille each cell holds 2 × 4 dots; in ASCII one mark.
 * Coordinates run from 0 to 1, left to right and bottom to top; what lies outside is not drawn.
 */
export class Canvas {
  readonly #columns: number;
  readonly #rows: number;
  readonly #ascii: boolean;
  readonly #bits: Uint8Array;
  readonly #marks: string[];
  readonly #colors: (SpanColor | undefined)[];

  constructor(columns: number, rows: number, ascii: boolean) {
    this.#columns = columns;
    this.#rows = rows;
    this.#ascii = ascii;
    this.#bits = new Uint8Array(columns * rows);
    this.#marks = Array.from({ length: columns * rows }, () => "");
    this.#colors = Array.from({ length: columns * rows });
  }

  /** A dot of a curve. */
  dot(x: number, y: number, look: SeriesLook): void {
    if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) return;
    const column = Math.min(this.#columns * 2 - 1, Math.floor(x * this.#columns * 2));
    const row = Math.min(this.#rows * 4 - 1, Math.floor((1 - y) * this.#rows * 4));
    const cell = (row >> 2) * this.#columns + (column >> 1);
    this.#bits[cell] = (this.#bits[cell] ?? 0) | (dots[row & 3]?.[column & 1] ?? 0);
    this.#colors[cell] = look.color;
    if (this.#ascii) this.#marks[cell] = look.mark.toLowerCase();
  }

  /** A straight piece of a curve. */
  line(x0: number, y0: number, x1: number, y1: number, look: SeriesLook): void {
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0) * this.#columns * 2, Math.abs(y1 - y0) * this.#rows * 4)));
    for (let step = 0; step <= steps; step += 1) {
      const share = step / steps;
      this.dot(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, look);
    }
  }

  /** A letter at a point, over whatever was drawn there. */
  mark(x: number, y: number, look: SeriesLook): void {
    if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) return;
    const column = Math.min(this.#columns - 1, Math.floor(x * this.#columns));
    const row = Math.min(this.#rows - 1, Math.floor((1 - y) * this.#rows));
    const cell = row * this.#columns + column;
    this.#marks[cell] = look.mark;
    this.#colors[cell] = look.color;
  }

  /** The rows from top to bottom. */
  lines(): readonly Line[] {
    return Array.from({ length: this.#rows }, (_, row) => this.#line(row));
  }

  #line(row: number): Line {
    const spans: Span[] = [];
    for (let column = 0; column < this.#columns; column += 1) {
      const cell = row * this.#columns + column;
      const mark = this.#marks[cell] ?? "";
      const bits = this.#bits[cell] ?? 0;
      const text = mark !== "" ? mark : bits === 0 ? " " : this.#ascii ? "." : String.fromCodePoint(0x2800 + bits);
      const color = this.#colors[cell];
      const last = spans.at(-1);
      if (last !== undefined && last.color === color) spans[spans.length - 1] = { ...last, text: last.text + text };
      else spans.push(color === undefined ? { text } : { text, color, bold: mark !== "" });
    }
    return spans;
  }
}
