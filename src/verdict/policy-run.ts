import { judgedTally, sampleMeasures, type MeasureSample, type RuleSeverity, type Tally } from "../statistics/index.ts";
import type { FigureReport, PolicyReport, QueueReport } from "./report.ts";

/** One policy that ran: its tallies, one a replication. */
export interface PolicyRun {
  readonly name: string;
  readonly title: PolicyReport["title"];
  readonly tallies: readonly Tally[];
  /** Tallies by group (one a replication), keyed as the simulation keys them: values joined by ` / `. */
  readonly groups?: ReadonlyMap<string, readonly Tally[]>;
  /** Desks at which cases wait; absent where none has a capacity. */
  readonly queues?: readonly QueueReport[];
  readonly figures?: readonly FigureReport[];
}

/** A run whose tallies know how severe each law rule is, with a sample of every measure. */
export type JudgedRun = PolicyRun & { readonly groups: ReadonlyMap<string, readonly Tally[]>; readonly samples: readonly MeasureSample[] };

/**
 * What was worked out of runs, for whoever reports the same ones again. Runs are told apart by identity: whoever keeps a
 * run object keeps it for the same laws and questions only. What is known of a run goes with it.
 */
export interface RunMemory {
  readonly judged: WeakMap<PolicyRun, JudgedRun>;
  readonly reports: WeakMap<PolicyRun, PolicyReport>;
}

/** A memory without anything in it. */
export const runMemory = (): RunMemory => ({ judged: new WeakMap(), reports: new WeakMap() });

/** The run with its measures, as remembered or worked out now. */
export function judgedRun(run: PolicyRun, severities: ReadonlyMap<string, RuleSeverity>, { judged }: RunMemory): JudgedRun {
  const known = judged.get(run);
  if (known !== undefined) return known;
  const judge = (tallies: readonly Tally[]): readonly Tally[] => tallies.map((tally) => judgedTally(tally, severities));
  const tallies = judge(run.tallies);
  const made = { ...run, tallies, groups: new Map([...(run.groups ?? [])].map(([key, own]) => [key, judge(own)])), samples: sampleMeasures(tallies) };
  judged.set(run, made);
  return made;
}
