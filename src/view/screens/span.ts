import { displayWidth, escapeControl } from "../../base/index.ts";
import { cutTo, padTo, type Align } from "../text/pad.ts";
import type { Look } from "../text/pen.ts";

/** Colours of a span, by the names a terminal knows; the champion and each challenger have their own. */
export type SpanColor = "cyan" | "yellow" | "magenta" | "green" | "blue" | "red" | "gray";

/** A piece of a line in one look. The text is already safe to print. */
export interface Span {
  readonly text: string;
  readonly color?: SpanColor;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly inverse?: boolean;
}

/** One line of a screen. */
export type Line = readonly Span[];

/** A blank line. */
export const blank: Line = [{ text: "" }];

/** A span of text from anywhere: control characters are made visible. */
export function span(text: string, look: Omit<Span, "text"> = {}): Span {
  return { text: escapeControl(text), ...look };
}

/** A span in a look of the linear reports. */
export function looked(text: string, look: Look | undefined): Span {
  if (look === undefined) return span(text);
  return span(text, look === "bold" ? { bold: true } : look === "dim" ? { dim: true } : { color: look });
}

/** Plain texts as lines, all in one look. */
export function plainLines(texts: readonly string[], look: Omit<Span, "text"> = {}): readonly Line[] {
  return texts.map((text) => [span(text, look)]);
}

/** Cells a line takes. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, part) => sum + displayWidth(part.text), 0);
}

/** A text cut or padded to exactly so many cells; a cut text ends in `…` (or `~` in ASCII). */
export function fit(text: string, cells: number, align: Align = "left", ascii = false): string {
  return padTo(cutTo(escapeControl(text), cells, ascii ? "~" : "…"), cells, align);
}

/** A line cut to so many cells, so that no line ever wraps. */
export function cropLine(line: Line, cells: number, ascii = false): Line {
  const kept: Span[] = [];
  let room = cells;
  for (const part of line) {
    const width = displayWidth(part.text);
    if (width <= room) kept.push(part);
    else if (room > 0) kept.push({ ...part, text: fit(part.text, room, "left", ascii) });
    room -= width;
    if (room <= 0) break;
  }
  return kept;
}
