/** What is wrong with the brackets of a text, or its strings; offsets are UTF-16 units from the start. */
export type StructureFault =
  | { readonly kind: "unclosed"; readonly bracket: string; readonly opened: number }
  | {
      readonly kind: "mismatched";
      readonly bracket: string;
      readonly opened: number;
      readonly at: number;
    }
  | { readonly kind: "unopened"; readonly bracket: string; readonly at: number }
  | { readonly kind: "unclosed-string"; readonly opened: number; readonly end: number };

/** How deep a JSON text nests, where it first passes the bound, and the first fault of its brackets. */
export interface JsonStructure {
  readonly tooDeepAt: number | undefined;
  readonly fault: StructureFault | undefined;
}

const quote = 0x22;
const backslash = 0x5c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const slash = 0x2f;
const star = 0x2a;

/**
 * Scans brackets and strings in one pass without recursion, because every parser behind it recurses and
 * overflows. Stops at the first fault or where the nesting passes the bound.
 */
export function scanStructure(text: string, maxDepth: number): JsonStructure {
  const opened: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) {
      const end = endOfString(text, i);
      if (text.charCodeAt(end) !== quote) {
        return { tooDeepAt: undefined, fault: { kind: "unclosed-string", opened: i, end } };
      }
      i = end;
    } else if (code === openBrace || code === openBracket) {
      if (opened.length === maxDepth) return { tooDeepAt: i, fault: undefined };
      opened.push(i);
    } else if (code === closeBrace || code === closeBracket) {
      const fault = closing(text, i, opened.pop());
      if (fault !== undefined) return { tooDeepAt: undefined, fault };
    } else if (code === slash) {
      i = endOfComment(text, i);
    }
  }
  const last = opened.at(-1);
  if (last === undefined) return { tooDeepAt: undefined, fault: undefined };
  const culprit = misaligned(text) ?? last;
  return {
    tooDeepAt: undefined,
    fault: { kind: "unclosed", bracket: text.charAt(culprit), opened: culprit },
  };
}

/**
 * The first bracket whose closing one begins a line that is indented less than its own: where one bracket is
 * missing and the file is laid out in levels, that one was never closed, and not the outer one that is left over.
 */
function misaligned(text: string): number | undefined {
  const opened: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) i = endOfString(text, i);
    else if (code === slash) i = endOfComment(text, i);
    else if (code === openBrace || code === openBracket) opened.push(i);
    else if (code === closeBrace || code === closeBracket) {
      const opener = opened.pop();
      const own = indentOf(text, i);
      if (opener !== undefined && own.first && own.cells < indentOf(text, opener).cells)
        return opener;
    }
  }
  return undefined;
}

/** The indentation of the line around an offset, and whether the offset is the first thing on it. */
function indentOf(
  text: string,
  offset: number,
): { readonly cells: number; readonly first: boolean } {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  let cells = 0;
  while (text[start + cells] === " " || text[start + cells] === "\t") cells++;
  return { cells, first: start + cells === offset };
}

/** The offset of the closing quote, or of the line end or text end where there is none. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote || code === lineFeed || code === carriageReturn) return i;
    if (code === backslash) {
      const next = text.charCodeAt(i + 1);
      if (next !== lineFeed && next !== carriageReturn) i++;
    }
  }
  return Math.min(i, text.length);
}

/** The last offset of a comment (they are refused, but brackets in them count for nothing). */
function endOfComment(text: string, start: number): number {
  const next = text.charCodeAt(start + 1);
  if (next === slash) {
    let end = start + 2;
    while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
    return end;
  }
  if (next !== star) return start;
  const end = text.indexOf("*/", start + 2);
  return end < 0 ? text.length : end + 1;
}

function closing(text: string, at: number, opened: number | undefined): StructureFault | undefined {
  const bracket = text.charAt(at);
  if (opened === undefined) return { kind: "unopened", bracket, at };
  const opener = text.charAt(opened);
  if ((opener === "{") === (bracket === "}")) return undefined;
  return { kind: "mismatched", bracket, opened, at };
}
