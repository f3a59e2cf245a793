import type { Diagnostic } from "../../base/index.ts";
import type { Comparison, RunReport } from "../../verdict/index.ts";
import type { RunProgress } from "./progress.ts";
import type { ReportNews, RunPart, SaveStage, ScreenNews, StageState, Trial, Unchanged } from "./screen-news.ts";

/** All that the news have said so far, as far as it still stands. */
export interface Knowledge {
  /** The last good report; absent until the first run has ended. */
  readonly report?: RunReport | undefined;
  /** What the report is held against: the one before the save. */
  readonly previous?: RunReport | undefined;
  readonly edited: readonly string[];
  /** What became of each edited policy against the last run, measure by measure. */
  readonly changes: readonly Comparison[];
  readonly part?: RunPart | undefined;
  readonly trial?: Trial | undefined;
  readonly progress?: RunProgress | undefined;
  /** Stages of the last save; empty before there was any. */
  readonly stages: Readonly<Partial<Record<SaveStage, StageState>>>;
  /** Whether files were saved since the report was made: its numbers are shown dimmed. */
  readonly stale: boolean;
  readonly broken: readonly Diagnostic[];
  readonly unchanged?: Unchanged | undefined;
  /** The files of the last save, as they are shown. */
  readonly files: readonly string[];
}

export const knownFirst: Knowledge = { edited: [], changes: [], stages: {}, stale: false, broken: [], files: [] };

/** What is known after one more piece of news. Pure. */
export function learn(before: Knowledge, news: ScreenNews): Knowledge {
  switch (news.kind) {
    case "progress":
      return { ...before, progress: news.progress };
    case "saved":
      return { ...before, progress: undefined, stages: {}, stale: before.report !== undefined, unchanged: undefined, files: news.files, trial: news.trial };
    case "stage":
      return { ...before, stages: { ...before.stages, [news.stage]: news.now } };
    case "broken":
      return { ...before, broken: news.diagnostics, progress: news.diagnostics.length > 0 ? undefined : before.progress };
    case "report":
      return reported(before, news);
    case "unchanged":
      return { ...before, progress: undefined, stale: false, unchanged: news.how, part: undefined };
  }
}

function reported(before: Knowledge, { report, previous, edited = [], changes = [], part, trial }: ReportNews): Knowledge {
  return { ...before, report, previous, edited, changes, part, trial, progress: undefined, stale: false, unchanged: undefined };
}
