import type { Text } from "./text.ts";

/** How much a finding matters: an error ends a run, a warning and a note do not. */
export type Level = "error" | "warning" | "note";

/** Where in a source text a finding is: 1-based line and column, length in UTF-16 units. */
export interface Place {
  readonly file: string;
  /** JSON pointer into the file; empty for the whole document. */
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** The source lines around the place with a caret under the token; empty where there is no text. */
  readonly frame: string;
}

/** One mistake of an author: a stable code, one sentence, a hint, a place. */
export interface Diagnostic {
  readonly code: string;
  readonly level: Level;
  /** Lower case, no full stop, the author's words in backticks. */
  readonly message: Text;
  readonly hint?: Text;
  readonly place?: Place;
}
