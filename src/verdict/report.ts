import type { Text, Verdict } from "../base/index.ts";
import type { BearerBook, MeasureValue, SettlementTotals, SwapSets, VintageCurve, BandBook, PoolReport } from "../statistics/index.ts";
import type { LawCount } from "./law-rule.ts";
import type { Choice } from "./search/choice.ts";

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
  /** One of the rules that are reported first. */
  readonly core: boolean;
  /** Whether the rule reads a declared fact. */
  readonly declared: boolean;
  /** Acts put to the rule while it was in force; with replications these counts are means over them. */
  readonly judged: number;
  readonly persons: number;
  readonly accounts: number;
  /** What the rule counts, and its count: persons, accounts, or months of the lender, whose own acts touch no person. */
  readonly counts: LawCount;
  readonly count: number;
  /** Persons, or months of the lender, for whom a missing fact left the rule open. */
  readonly inconclusive: number;
  /** Persons matched whose verdict rested on a declared fact. */
  readonly declaredPersons: number;
  readonly firstMonth: number | null;
  readonly personsByMonth: readonly number[];
  /** Of the first replication. */
  readonly cases: readonly { readonly customer: number; readonly month: number }[];
}

/** Law totals: so many of so many modelled rules matched; never "illegal", never "compliant". */
export interface LawSummary {
  readonly modelled: number;
  readonly matched: number;
  readonly matchedCritical: number;
  /** Rules that nobody matched and that a missing fact left open for somebody. */
  readonly inconclusive: number;
  /** Rules never put to an act: nothing can be said of them. */
  readonly notJudged: number;
  /** Of the rules put to an act, those that read a declared fact. */
  readonly restingOnDeclarations: number;
  /** Of the matched rules, those that read a declared fact. */
  readonly matchedOnDeclarations: number;
  /** Of the matched rules, those whose threshold is a default of this product rather than law. */
  readonly matchedOnHouseStandards: number;
  readonly matchedByVerification: { readonly text: number; readonly secondary: number; readonly unverified: number };
  /** Persons matched by the most widespread rule: persons are counted rule by rule, so at least so many. */
  readonly persons: number;
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
  readonly distributions: Readonly<Record<string, Distribution>>;
  readonly rulesFired: Readonly<Record<string, readonly { readonly rule: string; readonly times: number }[]>>;
  readonly arrangements: Readonly<Record<string, ArrangementTotals>>;
  /** By score when the account was opened. */
  readonly bands: readonly BandBook[];
  /** Quantiles of the loss per customer over the replications, which have an economy each. Null for one. */
  readonly lossOverEconomies: { readonly runs: number; readonly medianFen: number; readonly nineTenthsFen: number; readonly worstFen: number } | null;
  /** Who earned and lost what, the lender first. */
  readonly bearers: readonly BearerBook[];
  /** Debts by who owns them, with the static and the dynamic rate of each. */
  readonly pools: readonly PoolReport[];
  /** Debts settled on closing, by channel; absent where the policy names none. */
  readonly settlements?: Readonly<Record<string, SettlementTotals>>;
  readonly lawSummary: LawSummary;
  readonly laws: readonly LawLine[];
  /** Desks at which cases wait; absent where none has a capacity. */
  readonly queues?: readonly QueueReport[];
  /** Figures of the whole book that the passes carried; absent where nothing rests on one. */
  readonly figures?: readonly FigureReport[];
  /** With `--by`: the same measures for each group, keyed `cityTier=2`, in order of the key. */
  readonly groups: readonly GroupReport[];
  /** Where a switch divides the run: measures before it and from it on, under every policy. */
  readonly phases: readonly PhaseReport[];
  /** With `--by month`: measures month by month. */
  readonly byMonth: readonly { readonly date: string; readonly measures: readonly MeasureValue[] }[];
}

/**
 * One desk of the lender, of the first replication: arrivals and waits by month. Its customers were played in passes:
 * `waitDays` is what the last pass was given, `impliedDays` what its own arrivals come to; `gapDays` is the furthest
 * that the two are apart in any month of any replication.
 */
export interface QueueReport {
  readonly name: string;
  readonly perMonth: number;
  readonly passes: number;
  readonly arrivals: readonly number[];
  readonly waitDays: readonly number[];
  readonly impliedDays: readonly number[];
  readonly gapDays: number;
}

/**
 * A figure of the whole book on which something rests, of the first replication: `scoreAlarm` (1 in months of an
 * alarm), `jointLoansBps`, `partnerExposureBps`; −1 where there is none yet. Given to the last pass, implied by it.
 */
export interface FigureReport {
  readonly name: string;
  readonly passes: number;
  readonly given: readonly number[];
  readonly implied: readonly number[];
  readonly gap: number;
}

/** Counts by bin; `edges` are upper edges, the last bin is open: one count more than edges. */
export interface Distribution {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** Money that ran through one arrangement, in fen. */
export interface ArrangementTotals {
  readonly originatedFen: number;
  readonly lossFen: number;
  readonly revenueFen: number;
  readonly guaranteeFeeFen: number;
}

/** Months `from` to before `to`. */
export interface PhaseReport {
  readonly from: number;
  readonly to: number;
  readonly measures: readonly MeasureValue[];
}

export interface GroupReport {
  readonly key: string;
  readonly customers: number;
  readonly measures: readonly MeasureValue[];
}

/** `different`: a difference that matters in a measure of which neither direction is better. */
export type ComparisonVerdict = "better" | "worse" | "different" | "no-difference-that-matters" | "undecided";

export interface ComparedMeasure {
  readonly name: string;
  /** Challenger less champion; null where either has no data. */
  readonly difference: number | null;
  readonly interval: MeasureValue["interval"];
  readonly verdict: ComparisonVerdict;
  /**
   * For measures that rest on an assumption and differ: the ranking turns where the champion's value is so many
   * times what it came out as. Null elsewhere.
   */
  readonly breakEven: number | null;
  /** Of `compare`: the error level of the verdict after Holm's correction over all measures; null for plain counts. */
  readonly adjusted?: number | null | undefined;
  /** Of `compare`: times as many customers (replications) as it had, to decide an undecided one; null where none would. */
  readonly timesNeeded?: number | null | undefined;
}

/** What a live test, two arms of other customers, would need to see a simulated difference at a level of 5 %. */
export interface LiveTest {
  readonly name: string;
  /** Challenger less champion, as simulated. */
  readonly difference: number;
  /** `two-proportions`: Fleiss, with continuity correction; `variance`: from the jackknife's variance. */
  readonly method: "two-proportions" | "variance";
  /** Customers of the population in each arm, whether or not they come to be counted. */
  readonly customersPerArm: { readonly power80: number; readonly power90: number };
  readonly months: number;
  /** `on-book`: after each account's opening; `run`: the run's months, over which the measure adds up. */
  readonly counted: "on-book" | "run";
}

/** Champion against one challenger on the same customers with the same luck. */
export interface Comparison {
  readonly champion: string;
  readonly challenger: string;
  readonly measures: readonly ComparedMeasure[];
  /** Of `compare`: what a live test of the headline differences would need. */
  readonly liveTests?: readonly LiveTest[] | undefined;
  /** Of `compare`: who is decided otherwise, and what came of it. */
  readonly swapSets?: SwapSets | undefined;
  /** Of `compare --by`: the same differences for each group. */
  readonly groups?: readonly { readonly key: string; readonly customers: number; readonly measures: readonly ComparedMeasure[] }[] | undefined;
}

export interface ExpectationResult {
  readonly name: string;
  readonly policy: string;
  readonly measure: string;
  readonly verdict: Verdict;
  /** What a broken one counts as: an error fails a check, a warning does not. */
  readonly level: "error" | "warning";
  readonly evidence: Text;
}

/** Policies that no other beats in both measures at once. */
export interface TradeOff {
  readonly x: { readonly measure: string; readonly better: "higher" | "lower" };
  readonly y: { readonly measure: string; readonly better: "higher" | "lower" };
  readonly frontier: readonly string[];
}

/** A published figure beside what the model gave; the gap is null where the run has no such figure. */
export interface CalibrationLine {
  readonly title: Text;
  readonly source: Text;
  readonly confidence: "high" | "medium" | "low";
  readonly measure: string | null;
  /** Not used in the tuning: the model predicts it. */
  readonly heldOut: boolean;
  /** Both ends equal where the source gives one number. */
  readonly target: { readonly low: number; readonly high: number };
  readonly model: number | null;
  /** Model less the nearer end of the target; 0 inside. */
  readonly gap: number | null;
}

/** The model was tuned to the first list, so agreement there proves nothing; the second was not looked at. */
export interface Calibration {
  readonly policy: string;
  readonly tunedTo: readonly CalibrationLine[];
  readonly checkedAgainst: readonly CalibrationLine[];
}

/** How an imported file became customers. */
export interface ImportSummary {
  readonly rows: number;
  readonly customers: number;
  /** Facts read from the file, constant, and drawn. */
  readonly imported: readonly string[];
  readonly constant: readonly string[];
  readonly synthesised: readonly string[];
  readonly problems: readonly ImportProblem[];
  readonly outcomeColumn: string | null;
}

export interface ImportProblem {
  readonly kind: string;
  readonly count: number;
  readonly title: Text;
  readonly places: readonly { readonly row: number; readonly column: string; readonly value: string }[];
}

/** What went into a run. No time, path or machine name: two runs of the same inputs say the same bytes. */
export interface RunInputs {
  readonly scenario: string;
  readonly title: Text;
  readonly startDate: string;
  readonly months: number;
  readonly customers: number;
  readonly seed: string;
  readonly replications: number;
  readonly lender: string;
  /** The challengers take over from the champion in a month, for a share of the customers. Null where they do not. */
  readonly switch: { readonly month: number; readonly shareBps: number; readonly policies: readonly string[] } | null;
  readonly environment: string;
  readonly assumptions: string;
  readonly population: string;
  readonly policies: readonly string[];
  readonly laws: readonly string[];
  readonly version: string;
  /** SHA-256 of each input file by its name within the project. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly import: ImportSummary | null;
  /** Of `compare`: the flags that the result depends on, as they were given. */
  readonly flags?: readonly string[] | undefined;
  /** Of `compare`: one SHA-256 over the hashes, the flags and the version, by which a table is matched to its inputs. */
  readonly digest?: string | undefined;
}

/** All that a run says: what every renderer and screen is a function of. */
export interface RunReport {
  readonly schemaVersion: 1;
  readonly inputs: RunInputs;
  readonly policies: readonly PolicyReport[];
  readonly comparisons: readonly Comparison[];
  readonly tradeOffs: readonly TradeOff[];
  readonly calibration: Calibration | null;
  readonly expectations: readonly ExpectationResult[];
  /** Of `compare --require`: which policy to choose. */
  readonly choice?: Choice | undefined;
}
