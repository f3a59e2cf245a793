import type { JsonDocument, Level, Text } from "../../base/index.ts";
import type { LawPack } from "../law.ts";
import type { ReasonText } from "../policy.ts";
import type { Subject } from "./subject.ts";

/** How much a finding of a lint rule matters; `off` silences it. */
export const lintLevels = ["off", "warning", "error"] as const;
export type LintLevel = (typeof lintLevels)[number];

/**
 * A change to the plain policy that the tests start from: what stands at `file#pointer`; undefined removes it.
 * `dictionary.json` and `reasons.json` may be changed too.
 */
export type Sample = Readonly<Record<string, unknown>>;

/** A repair that no author could disagree with: what stands at a pointer goes, or gives way to a part of itself. */
export type Repair =
  | { readonly kind: "remove"; readonly pointer: string }
  | { readonly kind: "lift"; readonly pointer: string; readonly part: string };

/** One place where a rule is broken. */
export interface LintFinding {
  readonly document: JsonDocument;
  readonly pointer: string;
  readonly part?: "key" | "value";
  readonly message: Text;
  readonly hint?: Text;
  readonly repair?: Repair;
}

interface LintPage {
  /** Stable: files and settings name it. */
  readonly code: string;
  readonly level: Level;
  readonly title: Text;
  /** Why it matters, for `lint --explain`. */
  readonly why: Text;
  /** What trips it, and what does not: shown by `lint --explain`, and the fixtures of its test. */
  readonly wrong: Sample;
  readonly right: Sample;
  /** Codes that follow from the same mistake. */
  readonly also?: readonly string[];
  /** Judges what is absent or how parts fit: only where the whole policy could be read, so that one mistake is told once. */
  readonly whole?: true;
}

/** A rule about one policy. */
export interface PolicyLint extends LintPage {
  readonly of: "policy";
  readonly check: (subject: Subject) => readonly LintFinding[];
}

/** The reasons of a project and the codes that its policies give. */
export interface ReasonsSubject {
  readonly document: JsonDocument;
  readonly reasons: ReadonlyMap<string, ReasonText>;
  readonly given: ReadonlySet<string>;
}

/** A rule about rules/reasons.json. */
export interface ReasonsLint extends LintPage {
  readonly of: "reasons";
  readonly check: (subject: ReasonsSubject) => readonly LintFinding[];
}

/** A rule about one law pack. */
export interface LawLint extends LintPage {
  readonly of: "law";
  readonly check: (subject: { readonly document: JsonDocument; readonly pack: LawPack }) => readonly LintFinding[];
}

/** A rule about one scenario, as it is written. */
export interface ScenarioLint extends LintPage {
  readonly of: "scenario";
  readonly check: (subject: { readonly document: JsonDocument }) => readonly LintFinding[];
}

/** A finding that only a proof over every possible applicant makes: proved elsewhere, and handed in. */
export interface ProofLint extends LintPage {
  readonly of: "proof";
}

export type LintRule = PolicyLint | ReasonsLint | LawLint | ScenarioLint | ProofLint;
