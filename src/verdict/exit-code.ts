import type { Level, Verdict } from "../base/index.ts";

/** What a command found, as far as its exit code is concerned. */
export type Finding =
  /** A finding in a file that could be read. */
  | { readonly kind: "diagnostic"; readonly level: Level }
  /** An expectation, invariant or proof. */
  | { readonly kind: "verdict"; readonly verdict: Verdict; readonly level?: Level }
  /** An example in a rule file. */
  | { readonly kind: "example"; readonly passed: boolean }
  /** Usage, configuration, unreadable or invalid input: nothing was evaluated. */
  | { readonly kind: "cannot-run" }
  /** There was nothing to check although something was asked for. */
  | { readonly kind: "nothing-to-check" };

export type ExitCode = 0 | 1 | 2 | 3;

/** Levels from the mildest, for `--fail-level`. */
const weight: Readonly<Record<Level, number>> = { note: 0, warning: 1, error: 2 };

/**
 * 0: all held; 1: findings; 2: could not run; 3: undecided, which is never green. What could not run outranks
 * findings, and a finding outranks what is undecided. Findings below `failLevel` do not count.
 */
export function exitCode(findings: readonly Finding[], failLevel: Level = "error"): ExitCode {
  const codes = new Set(findings.map((finding) => codeOf(finding, failLevel)));
  if (codes.has(2)) return 2;
  if (codes.has(1)) return 1;
  return codes.has(3) ? 3 : 0;
}

function codeOf(finding: Finding, failLevel: Level): ExitCode {
  switch (finding.kind) {
    case "diagnostic":
      return weight[finding.level] >= weight[failLevel] ? 1 : 0;
    case "verdict":
      if (weight[finding.level ?? "error"] < weight[failLevel]) return 0;
      return finding.verdict === "held" ? 0 : finding.verdict === "broken" ? 1 : 3;
    case "example":
      return finding.passed ? 0 : 1;
    case "cannot-run":
      return 2;
    case "nothing-to-check":
      return 3;
  }
}
