import type { PolicyLook } from "./policy-look.ts";
import type { Line, Span, SpanColor } from "./span.ts";

/** The bits of a braille cell, by row and column of its dots (Unicode U+2800). */
const dots: readonly (readonly number[])[] = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

/** How a dot is drawn: its colour, and in ASCII its sign. */
export interface Ink {
  readonly color: SpanColor;
  /** One cell wide, ASCII. */
  readonly sign: string;
}

/** The ink of a policy's curve: its letter in lower case, so that the letters at the ends stand out. */
export function inkOf({ color, letter }: PolicyLook): Ink {
  return { color, sign: letter.slice(-1).toLowerCase() };
}

/**
 * A drawing surface of cells: in braille each cell holds 2 × 4 dots; in ASCII one sign.
 * Coordinates run from 0 to 1, left to right and bottom to top; what lies outside is not drawn.
 */
export class Canvas {
  readonly columns: number;
  readonly rows: number;
  readonly #ascii: boolean;
  readonly #bits: Uint8Array;
  readonly #signs: string[];
  readonly #bold: Uint8Array;
  readonly #colors: (SpanColor | undefined)[];

  constructor({ columns, rows, ascii }: { readonly columns: number; readonly rows: number; readonly ascii: boolean }) {
    this.columns = Math.max(1, columns);
    this.rows = Math.max(1, rows);
    this.#ascii = ascii;
    const cells = this.columns * this.rows;
    this.#bits = new Uint8Array(cells);
    this.#bold = new Uint8Array(cells);
    this.#signs = Array.from({ length: cells }, () => "");
    this.#colors = Array.from({ length: cells });
  }

  /** A dot of a curve. */
  dot(x: number, y: number, ink: Ink): void {
    if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) return;
    const column = Math.min(this.columns * 2 - 1, Math.floor(x * this.columns * 2));
    const row = Math.min(this.rows * 4 - 1, Math.floor((1 - y) * this.rows * 4));
    const cell = (row >> 2) * this.columns + (column >> 1);
    this.#bits[cell] = (this.#bits[cell] ?? 0) | (dots[row & 3]?.[column & 1] ?? 0);
    if (this.#bold[cell] === 1) return;
    this.#colors[cell] = ink.color;
    if (this.#ascii) this.#signs[cell] = ink.sign;
  }

  /** A straight piece of a curve; every `step` dots one is drawn. */
  line(from: Point, to: Point, ink: Ink, step = 1): void {
    const count = Math.max(1, Math.ceil(Math.max(Math.abs(to.x - from.x) * this.columns * 2, Math.abs(to.y - from.y) * this.rows * 4)));
    for (let at = 0; at <= count; at += step) {
      const share = at / count;
      this.dot(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share, ink);
    }
  }

  /** A sign on a cell, over whatever was drawn there; false where another sign already stands or outside. */
  sign(column: number, row: number, text: string, color: SpanColor): boolean {
    const cell = row * this.columns + column;
    if (column < 0 || column >= this.columns || row < 0 || row >= this.rows || this.#bold[cell] === 1) return false;
    this.#signs[cell] = text;
    this.#colors[cell] = color;
    this.#bold[cell] = 1;
    return true;
  }

  /** The cell a point lies in. */
  cellOf({ x, y }: Point): { readonly column: number; readonly row: number } {
    return { column: Math.min(this.columns - 1, Math.floor(x * this.columns)), row: Math.min(this.rows - 1, Math.floor((1 - y) * this.rows)) };
  }

  /** The rows from top to bottom. */
  lines(): readonly Line[] {
    return Array.from({ length: this.rows }, (_, row) => this.#line(row));
  }

  #line(row: number): Line {
    const spans: Span[] = [];
    for (let cell = row * this.columns; cell < (row + 1) * this.columns; cell += 1) {
      const sign = this.#signs[cell] ?? "";
      const bits = this.#bits[cell] ?? 0;
      const text = sign !== "" ? sign : bits === 0 || this.#ascii ? " " : String.fromCodePoint(0x2800 + bits);
      const bold = this.#bold[cell] === 1;
      const color = this.#colors[cell];
      const last = spans.at(-1);
      if (last !== undefined && last.color === color && last.bold === bold) spans[spans.length - 1] = { ...last, text: last.text + text };
      else spans.push({ text, bold, ...(color === undefined ? {} : { color }) });
    }
    return spans;
  }
}

/** A place on the canvas, 0 … 1 to the right and upwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
