import { diagnose, escapeControl, nearest } from "../base/index.ts";
import type { Diagnostic, JsonDocument, Text } from "../base/index.ts";
import { diagnosticCodes } from "./diagnostic-codes.ts";
import type { PolicyCode } from "./diagnostic-codes.ts";

/** What a finding says beyond its code and place. */
export interface Saying {
  readonly en: string;
  readonly zh: string;
  readonly hint?: Text;
  /** Which half of the entry at the pointer the caret stands under; the value unless told. */
  readonly part?: "key" | "value";
}

/** Collects the findings about one document, in the order they are made. */
export interface Findings {
  readonly diagnostics: Diagnostic[];
  /** How many errors were added or taken over. */
  errors(): number;
  add(code: PolicyCode, pointer: string, saying: Saying): void;
  /** Takes over findings made elsewhere. */
  take(diagnostics: readonly Diagnostic[]): void;
}

/** An empty collection for one document; levels come from `diagnosticCodes`. */
export function collectFindings(document: JsonDocument): Findings {
  const diagnostics: Diagnostic[] = [];
  let errors = 0;
  const take = (more: readonly Diagnostic[]): void => {
    for (const diagnostic of more) {
      diagnostics.push(diagnostic);
      if (diagnostic.level === "error") errors += 1;
    }
  };
  return {
    diagnostics,
    errors: () => errors,
    take,
    add(code, pointer, { en, zh, hint, part }) {
      // After a syntax error only what ended before it is judged: the parser may have lost the rest.
      if (!document.whole && !document.intact(pointer)) return;
      take([
        diagnose({
          code,
          level: diagnosticCodes[code].level,
          message: { en, zh },
          document,
          pointer,
          part: part ?? "value",
          ...(hint === undefined ? {} : { hint }),
        }),
      ]);
    },
  };
}

/** The author's word in backticks, control characters made visible, cut at 60 characters. */
export function quote(word: unknown): string {
  const text = typeof word === "string" ? word : (JSON.stringify(word) ?? "nothing");
  const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return `\`${escapeControl(shown)}\``;
}

/** Several words in backticks, the first eight of them. */
export function quoteAll(words: readonly unknown[]): string {
  const shown = words.slice(0, 8).map(quote).join(", ");
  return words.length > 8 ? `${shown}, …` : shown;
}

/** "; did you mean …?" in both languages; empty where nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): Text {
  const guess = nearest(word, [...candidates]);
  if (guess === undefined) return { en: "", zh: "" };
  return { en: `; did you mean ${quote(guess)}?`, zh: `；是否想写 ${quote(guess)}？` };
}
