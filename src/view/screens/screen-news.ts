import type { Diagnostic, Text } from "../../base/index.ts";
import type { Comparison, RunReport } from "../../verdict/index.ts";
import type { RunProgress } from "./progress.ts";

/** What a save goes through, in the order in which it is told. */
export const saveStages = ["lint", "examples", "proofs", "run"] as const;
export type SaveStage = (typeof saveStages)[number];

/** How far one stage is, in a few words, and how many findings it has so far. */
export interface StageState {
  readonly state: "pending" | "running" | "ok" | "failed";
  readonly told: Text;
  readonly findings: number;
  /** The first of them, the gravest first. */
  readonly found: readonly Diagnostic[];
}

/** The first customers of a run, told before the rest of it has ended. */
export interface RunPart {
  readonly customers: number;
  readonly of: number;
}

/** Parameters that are tried out: the files say otherwise. */
export interface Trial {
  readonly policy: string;
  readonly parameters: Readonly<Record<string, number>>;
}

/**
 * How little a save changed: nothing that a run reads; rules, but neither a decision of any customer nor a number;
 * decisions, but no number.
 */
export type Unchanged = "no-rule" | "no-decision" | "no-number";

/** A report, what it is of, and what it is held against. */
export interface ReportNews {
  readonly kind: "report";
  readonly report: RunReport;
  /** The last report before this save: every number can be shown with what changed. Absent after the first run. */
  readonly previous?: RunReport | undefined;
  /** The policies that ran again for this report; the others' numbers are those of before. */
  readonly edited?: readonly string[] | undefined;
  /** For each of them: the policy as it is now (as challenger) against itself as it was (as champion), over the same customers. */
  readonly changes?: readonly Comparison[] | undefined;
  /** Present where the edited policies' numbers are those of the first customers only; the whole follows. */
  readonly part?: RunPart | undefined;
  readonly trial?: Trial | undefined;
}

/** What happens while a screen is open. */
export type ScreenNews =
  | { readonly kind: "progress"; readonly progress: RunProgress }
  /** Files were saved, or parameters are tried: the numbers on screen are old until a report comes. */
  | { readonly kind: "saved"; readonly files: readonly string[]; readonly trial?: Trial | undefined }
  | { readonly kind: "stage"; readonly stage: SaveStage; readonly now: StageState }
  /** What is wrong with the files as they are; the last good report stays. Empty: nothing is any more. */
  | { readonly kind: "broken"; readonly diagnostics: readonly Diagnostic[] }
  | ReportNews
  /** The save is over, and the report on screen is that of the files as they are. */
  | { readonly kind: "unchanged"; readonly how: Unchanged };
