/** A piece of the comparison before it is written as terminal text or Markdown: our words are finished, in one language. */
export interface ComparePart {
  readonly title?: string;
  /** Depth of the title: 1 a policy pair, 2 a section, 3 a decision. */
  readonly depth: 1 | 2 | 3;
  readonly sentences: readonly string[];
  /** Lines whose columns stand as they are. */
  readonly picture?: readonly string[];
  readonly table?: CompareTable;
  readonly points: readonly string[];
}

/** A table; columns from the second on hold numbers unless said otherwise. */
export interface CompareTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns that hold words. */
  readonly words: ReadonlySet<number>;
}
