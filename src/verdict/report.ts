import type { Text, Verdict } from "../base/index.ts";
import type { MeasureValue } from "../statistics/index.ts";

/** One law rule under one policy, counted as compliance.md asks: persons, accounts among them, first month. */
export interface LawLine {
  readonly id: string;
  readonly jurisdiction: string;
  readonly title: Text;
  readonly citation: Text;
  readonly remedy: Text;
  readonly act: string;
  readonly severity: "critical" | "high" | "medium" | "low";
  readonly verification: "text" | "secondary" | "unverified";
  readonly houseStandard: boolean;
  /** Whether the rule reads a declared fact. */
  readonly declared: boolean;
  readonly judged: number;
  readonly persons: number;
  readonly accounts: number;
  readonly inconclusive: number;
  readonly firstMonth: number | null;
  readonly personsByMonth: readonly number[];
  readonly cases: readonly { readonly customer: number; readonly month: number }[];
}

/** Law totals: so many of so many modelled rules matched; never "illegal", never "compliant". */
export interface LawSummary {
  readonly modelled: number;
  readonly matched: number;
  readonly matchedCritical: number;
  readonly inconclusive: number;
  readonly restingOnDeclarations: number;
  readonly matchedByVerification: { readonly text: number; readonly secondary: number; readonly unverified: number };
  readonly persons: number;
}

/** One cumulative default curve: share of a policy's accounts by months on book, all mature vintages pooled. */
export interface VintageCurve {
  readonly kind: "ever30" | "ever90" | "chargedOff";
  readonly points: readonly {
    readonly monthsOnBook: number;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly accounts: number;
  }[];
}

/** One policy's part of a report. */
export interface PolicyReport {
  readonly name: string;
  readonly title: Text;
  readonly role: "champion" | "challenger";
  readonly measures: readonly MeasureValue[];
  /** By month, by name of counter or measure. */
  readonly series: Readonly<Record<string, readonly (number | null)[]>>;
  readonly vintages: readonly VintageCurve[];
  readonly distributions: Readonly<Record<string, { readonly edges: readonly number[]; readonly counts: readonly number[] }>>;
  readonly rulesFired: Readonly<Record<string, readonly { readonly rule: string; readonly times: number }[]>>;
  readonly lawSummary: LawSummary;
  readonly laws: readonly LawLine[];
  /** With `--by`: the same measures for each group, keyed `cityTier=2`, in order of the key. */
  readonly groups: readonly { readonly key: string; readonly customers: number; readonly measures: readonly MeasureValue[] }[];
  /** With `--by month`: measures month by month. */
  readonly byMonth: readonly { readonly date: string; readonly measures: readonly MeasureValue[] }[];
}

/** Champion against one challenger, unpaired intervals of each beside the paired difference. */
export interface Comparison {
  readonly champion: string;
  readonly challenger: string;
  readonly measures: readonly {
    readonly name: string;
    readonly difference: number | null;
    readonly interval: { readonly low: number; readonly high: number; readonly kind: "sampling" | "replication" } | null;
    readonly verdict: "better" | "worse" | "no-difference-that-matters" | "undecided";
  }[];
}

export interface ExpectationResult {
  readonly name: string;
  readonly policy: string;
  readonly measure: string;
  readonly verdict: Verdict;
  readonly evidence: Text;
}

/** How an imported file became customers. */
export interface ImportSummary {
  readonly rows: number;
  readonly customers: number;
  /** Facts read from the file, constant, and drawn. */
  readonly imported: readonly string[];
  readonly constant: readonly string[];
  readonly synthesised: readonly string[];
  readonly problems: readonly { readonly kind: string; readonly count: number; readonly title: Text; readonly places: readonly { readonly row: number; readonly column: string; readonly value: string }[] }[];
  readonly outcomeColumn: string | null;
}

/** All that a run says: what every renderer and screen is a function of. No time, path or machine name. */
export interface RunReport {
  readonly schemaVersion: 1;
  readonly inputs: {
    readonly scenario: string;
    readonly title: Text;
    readonly startDate: string;
    readonly months: number;
    readonly customers: number;
    readonly seed: string;
    readonly replications: number;
    readonly lender: string;
    readonly environment: string;
    readonly assumptions: string;
    readonly population: string;
    readonly policies: readonly string[];
    readonly laws: readonly string[];
    readonly version: string;
    /** SHA-256 of each input file by its name within the project. */
    readonly hashes: Readonly<Record<string, string>>;
    readonly import: ImportSummary | null;
  };
  readonly policies: readonly PolicyReport[];
  readonly comparisons: readonly Comparison[];
  readonly expectations: readonly ExpectationResult[];
}
