import type { Text } from "../base/index.ts";
import type { Dictionary } from "../facts/index.ts";
import type { Condition } from "./policy.ts";

/** What the lender does that laws judge. */
export const actKinds = [
  "enrolment",
  "data-access",
  "credit-report-query",
  "limit-change",
  "pricing",
  "billing",
  "negative-report",
  "collection",
  "closure-request",
  "closure-decision",
  "complaint",
  "marketing",
  "data-leak",
  "month-end",
] as const;
export type ActKind = (typeof actKinds)[number];

/** How far a rule's text was checked. */
export const verifications = ["text", "secondary", "unverified"] as const;
export type Verification = (typeof verifications)[number];

export const severities = ["critical", "high", "medium", "low"] as const;
export type Severity = (typeof severities)[number];

/** What a match of a rule is counted in: distinct persons, accounts, or months of the lender. */
export const lawCounts = ["persons", "accounts", "lender-months"] as const;
export type LawCount = (typeof lawCounts)[number];

/** A dated value of a law's parameter: `law.aprCap`. */
export interface LawParameter {
  readonly name: string;
  readonly title: Text;
  /** In order of date; the last whose `from` is not after the act applies. */
  readonly values: readonly { readonly from: string; readonly value: number }[];
  /** A default of this product, not a number of the law. */
  readonly houseStandard: boolean;
}

/** A rule whose match is a violation. */
export interface LawRule {
  readonly id: string;
  readonly title: Text;
  readonly trigger: ActKind;
  readonly conditions: Condition;
  readonly severity: Severity;
  readonly citation: Text;
  readonly remedy: Text;
  /** The statutory range of the sanction, never a predicted sum; absent where it is not known. */
  readonly penalty?: Text;
  readonly actors: readonly string[];
  /** ISO dates; absent: always in force / no end known. */
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly verification: Verification;
  /** One of the rules every run reports first. */
  readonly core: boolean;
  /** A product default rather than a rule of law. */
  readonly houseStandard: boolean;
  /** What its matches are counted in; only acts of the lender itself (`month-end`) are counted in its months. */
  readonly counts: LawCount;
}

/** The dated rules of one jurisdiction. */
export interface LawPack {
  readonly name: string;
  readonly title: Text;
  readonly stateOfLaw: string;
  readonly parameters: readonly LawParameter[];
  readonly rules: readonly LawRule[];
  readonly conditions: Readonly<Record<string, Condition>>;
  readonly dictionary: Dictionary;
  readonly file: string;
}
