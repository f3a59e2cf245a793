import type { Diagnostic, Level, Text } from "../../base/index.ts";

/** One thing that was checked: a file, an example, an expectation. */
export interface CheckedCase {
  /** What kind of check it belongs to: `lint`, `examples`, `expectations` … */
  readonly suite: string;
  /** Names the case in every format and language. */
  readonly name: string;
  /** What it is called where people read it, if that is more than its name. */
  readonly title?: Text;
  readonly diagnostics: readonly Diagnostic[];
  /** Why it could not be looked at. */
  readonly skipped?: Text;
  /** Findings that are known and accepted: told, but no failure. */
  readonly suppressed?: readonly SuppressedFinding[];
}

/** A finding that the author of the files has accepted, with the reason given. */
export interface SuppressedFinding {
  readonly diagnostic: Diagnostic;
  readonly why: Text;
}

/** What a command checked and found, as every format takes it. */
export interface Findings {
  readonly cases: readonly CheckedCase[];
  /** From this level on a finding fails its case. */
  readonly failLevel: Level;
}

const weight: Readonly<Record<Level, number>> = { note: 0, warning: 1, error: 2 };

/** Every finding, in the order of the cases. */
export function allDiagnostics({ cases }: Findings): readonly Diagnostic[] {
  return cases.flatMap(({ diagnostics }) => diagnostics);
}

/** Every accepted finding, in the order of the cases. */
export function allSuppressed({ cases }: Findings): readonly SuppressedFinding[] {
  return cases.flatMap(({ suppressed }) => suppressed ?? []);
}

/** Findings of a case that fail it. */
export function failures({ diagnostics }: CheckedCase, failLevel: Level): readonly Diagnostic[] {
  return diagnostics.filter(({ level }) => weight[level] >= weight[failLevel]);
}

/** Cases by suite, in the order in which suites first occur. */
export function suites({ cases }: Findings): ReadonlyMap<string, readonly CheckedCase[]> {
  const found = new Map<string, CheckedCase[]>();
  for (const one of cases) {
    const known = found.get(one.suite);
    if (known === undefined) found.set(one.suite, [one]);
    else known.push(one);
  }
  return found;
}

/** `file:line:column` of a finding; empty where it has no place. */
export function whereOf({ place }: Diagnostic): string {
  return place === undefined ? "" : `${place.file}:${place.line}:${place.column}`;
}
