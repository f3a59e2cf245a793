/** Line and column, both from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text, ended by LF, CR LF or CR. Built once: a place is then found in log(lines) steps. */
export interface LineTable {
  readonly count: number;
  position(offset: number): Position;
  /** A line's text without its end; empty past the last line. */
  line(number: number): string;
}

/** Reads the text once and keeps where each line starts. */
export function lineTable(text: string): LineTable {
  const starts = lineStarts(text);
  const position = (offset: number): Position => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  const line = (number: number): string => {
    const start = starts[number - 1];
    if (start === undefined) return "";
    return text.slice(start, starts[number] ?? text.length).replace(/[\r\n]+$/, "");
  };
  return { count: starts.length, position, line };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  const end = /\r\n|\r|\n/g;
  while (end.exec(text) !== null) starts.push(end.lastIndex);
  return starts;
}
