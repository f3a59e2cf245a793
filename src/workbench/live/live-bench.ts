import { setTimeout as sleep } from "node:timers/promises";
import type { Diagnostic } from "../../base/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import type { ReportNews, ScreenNews, Trial } from "../../view/index.ts";
import { rememberingReaders, readBench } from "../bench.ts";
import type { ReportAsked } from "../report-run.ts";
import type { Override } from "../overrides.ts";
import type { ReadRunTexts, RunTexts } from "../run-texts.ts";
import { prepareSimulation, type Prepared } from "../simulate-scenario.ts";
import { stopwatch } from "./stopwatch.ts";
import { keepThreads } from "./kept-threads.ts";
import type { ResidentThreads } from "./resident-threads.ts";
import { rerun, type KeptRuns, type RerunDone } from "./rerun.ts";
import { createRunKeys } from "./run-key.ts";

/** What is to be kept up to date while a screen is open. */
export interface LiveRequest {
  readonly asked: ReportAsked;
  readonly strict: boolean;
  readonly threads: number;
  readonly packageRoot: string;
  /** Reads the files of the scenario anew, with these changes beside those of the flags. */
  readonly read: (overrides: readonly Override[]) => ReadRunTexts;
  readonly send: (news: ScreenNews) => void;
}

/** What one save came to: the run, or what keeps it from running. */
export interface LiveDone {
  readonly done?: RerunDone;
  readonly diagnostics: readonly Diagnostic[];
}

/** A scenario that is run again whenever its files change. */
export interface LiveBench {
  /** Reads and runs; a run that is under way is abandoned, and ends with an AbortError. */
  run(texts?: RunTexts): Promise<LiveDone>;
  /** Parameters that stand beside the files from now on; none: the files alone. */
  try(trial: Trial | undefined): void;
  /** The last run that ended, with what it was of. */
  readonly now: () => { readonly kept: KeptRuns; readonly prepared: Prepared; readonly texts: RunTexts; readonly threads: ResidentThreads } | undefined;
  /** The report of the last run of the files alone. */
  readonly filed: () => RunReport | undefined;
  /** Ends what is under way. */
  stop(): void;
  close(): Promise<void>;
}

/** How long a file is given that cannot be read: somebody may be in the middle of writing it. */
const secondLookMs = 50;

/** Opens a live bench; its threads are started with the first run and stay. */
export function openLiveBench(request: LiveRequest): LiveBench {
  const readers = rememberingReaders();
  const keyOf = createRunKeys();
  let controller = new AbortController();
  const threads = keepThreads(request.threads, request.packageRoot);
  let trial: Trial | undefined;
  let now: ReturnType<LiveBench["now"]>;
  let base: KeptRuns | undefined;
  const run = async (first: RunTexts | undefined): Promise<LiveDone> => {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    const tried = trial;
    const { texts, prepared, diagnostics } = await readSound(request, { first, trial: tried, readers, signal, foresee: (given) => threads.foresee(given) });
    signal.throwIfAborted();
    if (texts === undefined || prepared === undefined) return { diagnostics };
    const own = await threads.take(texts, prepared);
    signal.throwIfAborted();
    const watch = stopwatch((progress) => request.send({ kind: "progress", progress }));
    // Whoever hears of the whole asks about it at once: by then the run must be the one that is asked.
    let whole = (): void => undefined;
    const tell = (news: ReportNews): void => {
      const send = (): void => request.send({ ...news, ...(tried === undefined ? {} : { trial: tried }) });
      if (news.part === undefined) whole = send;
      else send();
    };
    try {
      const done = await rerun({ texts, prepared, asked: request.asked, keyOf, threads: own, last: now?.kept, base, signal, progress: watch.mark, tell });
      now = { kept: done.kept, prepared, texts, threads: own };
      if (tried === undefined) base = done.kept;
      whole();
      return { done, diagnostics };
    } finally {
      watch.stop();
    }
  };
  return {
    run,
    try: (next) => {
      trial = next;
    },
    now: () => now,
    filed: () => base?.report,
    stop: () => controller.abort(),
    close: async () => {
      controller.abort();
      await threads.close();
    },
  };
}

interface Reading {
  readonly first: RunTexts | undefined;
  readonly trial: Trial | undefined;
  readonly readers: ReturnType<typeof rememberingReaders>;
  readonly signal: AbortSignal;
  readonly foresee: (texts: RunTexts) => void;
}

interface Sound {
  readonly texts?: RunTexts;
  readonly prepared?: Prepared;
  readonly diagnostics: readonly Diagnostic[];
}

/** The files as they are; where they cannot be used, as they are a moment later. */
async function readSound(request: LiveRequest, { first, trial, readers, signal, foresee }: Reading): Promise<Sound> {
  const look = async (given: RunTexts | undefined): Promise<Sound> => {
    const { texts, diagnostics } = given === undefined ? request.read(overridesOf(trial)) : { texts: given, diagnostics: [] };
    if (texts === undefined) return { diagnostics };
    foresee(texts);
    const { prepared, diagnostics: found } = await prepareSimulation({ ...request.asked, strict: request.strict, texts }, readBench(texts, readers));
    return { texts, ...(prepared === undefined ? {} : { prepared }), diagnostics: [...diagnostics, ...found] };
  };
  const once = await look(first);
  if (once.prepared !== undefined || first !== undefined) return once;
  await sleep(secondLookMs, undefined, { signal }).catch(() => undefined);
  return signal.aborted ? once : await look(undefined);
}

function overridesOf(trial: Trial | undefined): readonly Override[] {
  if (trial === undefined) return [];
  return Object.entries(trial.parameters).map(([name, value]) => {
    const path = ["policies", trial.policy, name];
    return { path, value, written: `--set ${path.join(".")}=${value}` };
  });
}
