import { textPlaces } from "../../base/index.ts";
import type { JsonDocument } from "../../base/index.ts";

/** A cell as it is written, without its quotes. */
interface Cell {
  readonly text: string;
  readonly quoted: boolean;
  readonly offset: number;
  readonly length: number;
}

/**
 * A CSV file (RFC 4180, comma or semicolon) as the table of examples that it is: `{ "columns": [ … ], "rows": [ … ] }`, in which
 * every pointer leads to its cell. Cells are texts; an empty one, or a dash, is left out as `-`.
 */
export function csvTable({ file, text: written }: { readonly file: string; readonly text: string }): JsonDocument {
  const text = written.startsWith("\ufeff") ? written.slice(1) : written;
  const [header = [], ...body] = records(text);
  const at = textPlaces({ file, text });
  const cellAt = (pointer: string): Cell | undefined => {
    const [, part, first = "", second] = pointer.split("/");
    if (part === "columns") return header[Number(first)];
    if (part !== "rows") return undefined;
    const row = body[Number(first)];
    return (second === undefined ? undefined : row?.[Number(second)]) ?? row?.[0];
  };
  const table = { name: nameOf(file), columns: header.map((cell) => cell.text.trim()), rows: body.map((row) => row.map(valueOf)) };
  return {
    file,
    text,
    value: table,
    diagnostics: [],
    whole: true,
    intact: () => true,
    place: (pointer) => {
      const { offset, length } = cellAt(pointer) ?? { offset: 0, length: 1 };
      return at({ offset, length: Math.max(1, length) }, pointer);
    },
  };
}

function nameOf(file: string): string {
  return (file.split(/[/\\]/u).at(-1) ?? file).replace(/\.csv$/iu, "");
}

/** What a cell says: what was put in quotes is a text whatever it looks like. */
function valueOf({ text, quoted }: Cell): unknown {
  const word = text.trim();
  if (quoted) return text;
  if (word === "") return "-";
  if (word === "null") return null;
  if (word === "true" || word === "false") return word === "true";
  return /^-?\d+(?:\.\d+)?$/u.test(word) ? Number(word) : word;
}

/** Records with a cell that says something; where lines end within quotes, so does the cell. */
function records(text: string): readonly (readonly Cell[])[] {
  const firstLine = /^[^\r\n]*/u.exec(text)?.[0] ?? "";
  const separator = !firstLine.includes(",") && firstLine.includes(";") ? ";" : ",";
  const found: (readonly Cell[])[] = [];
  let row: Cell[] = [];
  let offset = 0;
  while (offset < text.length) {
    const cell = cellFrom(text, offset, separator);
    row.push(cell);
    const end = cell.offset + cell.length;
    const next = text[end];
    offset = end + (next === "\r" && text[end + 1] === "\n" ? 2 : 1);
    if (next === separator && end + 1 < text.length) continue;
    if (next === separator) row.push({ text: "", quoted: false, offset: end + 1, length: 0 });
    if (row.some((each) => each.quoted || each.text.trim() !== "")) found.push(row);
    row = [];
  }
  return found;
}

function cellFrom(text: string, offset: number, separator: string): Cell {
  if (text[offset] !== '"') {
    let end = offset;
    while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
    return { text: text.slice(offset, end), quoted: false, offset, length: end - offset };
  }
  let end = offset + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  const inner = text.slice(offset + 1, end).replaceAll('""', '"');
  // What stands between the closing quote and the separator belongs to the cell.
  let after = Math.min(text.length, end + 1);
  while (after < text.length && text[after] !== separator && text[after] !== "\n" && text[after] !== "\r") after += 1;
  return { text: inner + text.slice(end + 1, after).trimEnd(), quoted: true, offset, length: after - offset };
}
