import type { Text } from "../../base/index.ts";
import type { LawLine } from "../../verdict/index.ts";

/** What a policy's files say at one place. */
export interface EvidencePlace {
  readonly file: string;
  readonly line: number | null;
  /** The item of the procedures, or the rule's name. */
  readonly item: string;
  /** The value as JSON for an item; null for one that is not there. */
  readonly value: string | null;
}

/** A rule of the policy that says it answers a law rule. */
export interface EvidenceAnswer {
  readonly file: string;
  readonly line: number | null;
  readonly decision: string;
  readonly rule: string;
  readonly title: Text;
}

/** One law rule: what it is, what the policy's files say to it, and what the run found. */
export interface EvidenceRule {
  readonly line: LawLine;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly penalty: Text | null;
  readonly places: readonly EvidencePlace[];
  readonly answers: readonly EvidenceAnswer[];
}

/** One article, with the rules that cite it. */
export interface EvidenceArticle {
  /** Null: the law as a whole. */
  readonly article: string | null;
  readonly rules: readonly string[];
}

export interface EvidenceLaw {
  readonly law: Text;
  readonly articles: readonly EvidenceArticle[];
}

/** One kind of paper: the days on which it is made, and the months of the run, from 0, in which none counts. */
export interface EvidenceFiling {
  readonly name: string;
  readonly made: readonly string[];
  readonly missing: readonly number[];
}

/** The evidence on one policy in one scenario, in the order of the law's articles. */
export interface EvidencePack {
  readonly policy: string;
  readonly title: Text;
  readonly scenario: string;
  readonly startDate: string;
  readonly months: number;
  readonly customers: number;
  readonly lender: string;
  /** Papers with dates, as the procedures give them; none where they give none. */
  readonly filings: readonly EvidenceFiling[];
  readonly laws: readonly EvidenceLaw[];
  readonly rules: readonly EvidenceRule[];
}

/** What became of a rule: matched; open for somebody; never put to an act; or put to acts without a match. */
export function resultOf({ persons, count, inconclusive, judged }: LawLine): "matched" | "inconclusive" | "notJudged" | "unmatched" {
  if (persons > 0 || count > 0) return "matched";
  if (inconclusive > 0) return "inconclusive";
  return judged === 0 ? "notJudged" : "unmatched";
}
