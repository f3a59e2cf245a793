import type { Text } from "../../base/index.ts";

/** A fact read by a decision. */
export interface AuditedFact {
  readonly fact: string;
  readonly title: Text;
  readonly level: number;
  readonly sensitive: boolean;
  /** The consent that its use rests on; null where it needs none. */
  readonly source: string | null;
  readonly needs: string | null;
  readonly shared: boolean;
  readonly told: boolean;
  readonly unnecessary: boolean;
  /** Whether it can change what is decided, and how that is known. */
  readonly needed: "yes" | "no" | "undecided";
  readonly by: "customers" | "proof";
  readonly why?: Text;
}

/** How often a decision rested on what. */
export interface AuditedUses {
  readonly "not-needed": number;
  readonly valid: number;
  readonly invalid: number;
  readonly none: number;
  readonly withdrawn: number;
}

/** One decision at one moment. */
export interface AuditedDecision {
  readonly decision: string;
  readonly moment: string;
  readonly facts: readonly AuditedFact[];
  readonly uses: AuditedUses;
  /** By source. */
  readonly sources: Readonly<Record<string, AuditedUses>>;
}

/** One rule file: what it must read, and what it reads for nothing at every moment at which it reads it. */
export interface AuditedFile {
  readonly file: string;
  readonly decision: string;
  readonly necessary: readonly string[];
  readonly readForNothing: readonly string[];
  readonly undecided: readonly string[];
}

/** A law rule on the use of data, and whom it matched in the run. */
export interface AuditedRule {
  readonly rule: string;
  readonly title: Text;
  readonly verification: "text" | "secondary" | "unverified";
  readonly persons: number;
  readonly inconclusive: number;
}

/** The data-use audit of one policy over the customers of one scenario. */
export interface Audit {
  readonly policy: string;
  readonly title: Text;
  readonly scenario: string;
  readonly customers: number;
  readonly months: number;
  readonly replications: number;
  readonly purposesTold: readonly string[];
  readonly decisions: readonly AuditedDecision[];
  readonly files: readonly AuditedFile[];
  readonly laws: readonly AuditedRule[];
}

/** Uses of data that rest on a consent, and those of them that lack a valid one. */
export function unsupported({ valid, invalid, none, withdrawn }: AuditedUses): { readonly uses: number; readonly without: number } {
  return { uses: valid + invalid + none + withdrawn, without: invalid + none + withdrawn };
}
