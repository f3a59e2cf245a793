import type { Level, Text, Verdict } from "../../base/index.ts";
import type { DecisionName, RuleCoverage } from "../../policy/index.ts";
import type { History } from "../../simulation/index.ts";
import type { ExplainTrace } from "../explain.ts";
import type { TriedEdit } from "../mutants.ts";
import type { ReplayContext } from "../replay/replay.ts";

/** What came of asking the outside for something: it, or why there is none. */
export type Answer<T> = { readonly kind: "done"; readonly value: T } | { readonly kind: "refused"; readonly why: Text };

/**
 * What a screen may ask of the outside. Each is absent where it is not to be had (a screen in a test, a project that
 * cannot be written): its key then says so.
 */
export interface ScreenCalls {
  /** Opens a file at a line in the reader's editor; the screen is away meanwhile and back when this settles. */
  readonly openEditor?: ((file: string, line: number) => Promise<Answer<void>>) | undefined;
  /** Runs a policy with other parameters. What comes out arrives as news of kind `report` with its `trial`; no parameters end the trial. */
  readonly tryParameters?: ((policy: string, parameters: Readonly<Record<string, number>>) => void) | undefined;
  /** Writes parameters into the policy's own file, or with the whole policy into a new folder of that name. Says which files were written. */
  readonly writeParameters?: ((policy: string, parameters: Readonly<Record<string, number>>, asNewPolicy?: string) => Promise<Answer<readonly string[]>>) | undefined;
  /** Writes the reports of the files as they are, and says which files they are. */
  readonly writeReports?: (() => Promise<Answer<readonly string[]>>) | undefined;
  /** One customer's life under one policy, as the files are now. */
  readonly replay?: ((policy: string, customer: number) => Promise<Answer<Life>>) | undefined;
  /** The next customers from a number on who meet all conditions, written as `replay --where` takes them; at most `most`. */
  readonly findCustomers?: ((policy: string, search: CustomerSearch) => Promise<Answer<FoundCustomers>>) | undefined;
  /** json-rules-engine's own account of one decision of a life, by its place among the entries. */
  readonly trace?: ((policy: string, customer: number, entry: number) => Promise<Answer<ExplainTrace>>) | undefined;
  /** Tries small edits of a policy's rules, and tells those that no example notices. */
  readonly tryEdits?: ((policy: string) => Promise<Answer<TriedEdits>>) | undefined;
  /** What is proved about each rule of a policy, for every possible applicant. */
  readonly proofsOf?: ((policy: string) => Promise<Answer<ToldProofs>>) | undefined;
  /** What each rule of a policy is: where it stands, and what its examples show of it. */
  readonly rulesOf?: ((policy: string) => Promise<Answer<PolicyAccount>>) | undefined;
}

/** Small edits of a policy's rules that were tried against its examples. */
export interface TriedEdits {
  readonly tried: number;
  readonly killed: number;
  /** By decision, edits that no example notices. */
  readonly survivors: readonly { readonly decision: DecisionName; readonly edit: TriedEdit }[];
}

/** A life, and the words for what stands in it: `replay` of this room tells both. */
export interface Life {
  readonly history: History;
  /** What is known of her from the start, by fact. */
  readonly person: Readonly<Record<string, number | string | boolean | null>>;
  readonly context: ReplayContext;
}

export interface CustomerSearch {
  readonly where: readonly string[];
  readonly from: number;
  readonly most: number;
}

/** Customers that were found; `next`: where to go on looking, null at the end. */
export interface FoundCustomers {
  readonly customers: readonly number[];
  readonly next: number | null;
}

/** What a policy's rules do. */
export interface PolicyAccount {
  readonly policy: string;
  readonly title: Text;
  readonly parameters: readonly PolicyParameter[];
  /** In the order of the files, enrolment first. */
  readonly rules: readonly RuleAccount[];
  /** The policy's files with their texts, for showing a rule in its place. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
}

export interface PolicyParameter {
  readonly name: string;
  readonly title: Text;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly file: string;
  readonly line: number;
}

/** One rule: where it stands, and what is known of it. */
export interface RuleAccount {
  readonly decision: DecisionName;
  readonly name: string;
  readonly title: Text;
  readonly why: Text | null;
  readonly priority: number;
  readonly file: string;
  readonly line: number;
  /** The last line of the rule. */
  readonly lastLine: number;
  /** What the examples show of it and of its conditions. */
  readonly coverage: RuleCoverage;
  /** The line of each condition, in the order of the coverage. */
  readonly conditionLines: readonly number[];
}

/** What the prover says of a policy's rules. */
export interface ToldProofs {
  readonly rules: readonly RuleProof[];
  /** Claims about the policy, and what became of them. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/** What is proved about one rule: findings such as a rule that can never decide, and the claims it takes part in. */
export interface RuleProof {
  readonly decision: DecisionName;
  readonly rule: string;
  readonly findings: readonly { readonly kind: string; readonly level: Level; readonly message: Text }[];
  readonly claims: readonly RuleClaim[];
}

export interface RuleClaim {
  readonly name: string;
  readonly title: Text;
  readonly verdict: Verdict;
  /** Why the policy may break it. */
  readonly accepted?: Text;
  /** Counterexamples in which the rule decided, a sentence each. */
  readonly breaks: readonly Text[];
}
