import { displayWidth } from "./display-width.ts";
import { escapeControl } from "./escape-control.ts";
import { lineTable, type LineTable } from "./line-table.ts";

/** Lines shown before and after the one in question. */
const around = 2;
/** Cells of source shown of a line; longer lines are cut around the place. */
const room = 96;
const gap = "...";
const tab = "  ";

/**
 * The source around a place (line and column from 1, length in UTF-16 units) with line numbers, and carets
 * under the token by display width, so that they stand right after Chinese text. Tabs become two spaces and
 * control characters are written out. Empty where the text has no such line.
 */
export function sourceFrame(text: string, line: number, column: number, length: number): string {
  return frameOf(lineTable(text), { line, column, length });
}

/** The same for a text whose lines are known already. */
export function frameOf(
  lines: LineTable,
  place: { readonly line: number; readonly column: number; readonly length: number },
): string {
  if (place.line < 1 || place.line > lines.count) return "";
  const last = Math.min(lines.count, place.line + around);
  const digits = String(last).length;
  const rows: string[] = [];
  for (let number = Math.max(1, place.line - around); number <= last; number++) {
    const here = number === place.line;
    const label = `${here ? ">" : " "} ${String(number).padStart(digits)} |`;
    const shown = here
      ? marked(lines.line(number), place)
      : { source: head(lines.line(number)), carets: "" };
    rows.push(`${label} ${shown.source}`.trimEnd());
    if (here) rows.push(`  ${" ".repeat(digits)} | ${shown.carets}`);
  }
  return rows.join("\n");
}

/** The line and its row of carets, cut around the token where it is long. */
function marked(
  line: string,
  place: { readonly column: number; readonly length: number },
): { source: string; carets: string } {
  const start = Math.min(place.column - 1, line.length);
  const end = Math.min(line.length, start + Math.max(1, place.length));
  const token = fit(
    visible(line.slice(start, Math.min(end, start + 4 * room))),
    room - 2 * gap.length,
  );
  const spare = room - displayWidth(token);
  const beforeAll = visible(line.slice(Math.max(0, start - 4 * room), start));
  const after = visible(line.slice(end, end + 4 * room));
  const forBefore = Math.max(Math.floor(spare / 2), spare - displayWidth(after));
  const cut = start > 4 * room || displayWidth(beforeAll) > forBefore;
  const before = cut ? gap + fitEnd(beforeAll, forBefore - gap.length) : beforeAll;
  const rest = fit(after, Math.max(gap.length, room - displayWidth(before) - displayWidth(token)));
  const carets = " ".repeat(displayWidth(before)) + "^".repeat(Math.max(1, displayWidth(token)));
  return { source: before + token + rest, carets };
}

function head(line: string): string {
  return fit(visible(line.slice(0, 4 * room)), room);
}

function visible(text: string): string {
  return escapeControl(text.replaceAll("\t", tab));
}

/** The beginning of the text, cut to so many cells and marked where it is cut. */
function fit(text: string, cells: number): string {
  if (displayWidth(text) <= cells) return text;
  let kept = "";
  let width = 0;
  for (const character of text) {
    width += displayWidth(character);
    if (width > cells - gap.length) break;
    kept += character;
  }
  return kept + gap;
}

/** The end of the text, cut to so many cells. */
function fitEnd(text: string, cells: number): string {
  const characters = Array.from(text);
  let first = characters.length;
  for (let width = 0; first > 0; first--) {
    width += displayWidth(characters[first - 1] ?? "");
    if (width > cells) break;
  }
  return characters.slice(first).join("");
}
