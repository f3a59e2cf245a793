import type { Text } from "../../base/index.ts";
import type { LintLevels } from "../../policy/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import type { ScreenNews, StageState, Trial } from "../../view/index.ts";
import type { CheckSettings } from "../check-settings.ts";
import type { Output, Rendering } from "../outputs.ts";
import { shownPath, type Project } from "../project.ts";
import type { RunTexts } from "../run-texts.ts";
import { UsageError } from "../world.ts";
import { writeAll } from "../write-file.ts";
import { watchFolders, type Watching } from "../watch-folders.ts";
import { checkSave } from "./check-save.ts";
import type { LiveBench, LiveDone } from "./live-bench.ts";
import { openDesk } from "./open-desk.ts";
import { savedParts } from "./saved-parts.ts";

/** What a session is of. */
export interface SessionRequest {
  readonly project: Project;
  readonly live: LiveBench;
  readonly levels: LintLevels;
  readonly proofs: CheckSettings["proofs"];
  readonly send: (news: ScreenNews) => void;
}

/** Everything that goes on behind a screen from its first run to its end. */
export interface ScreenSession {
  /** The first run. Told by news, and here where it cannot be done. */
  start(texts: RunTexts): Promise<LiveDone>;
  /** From now on every save below these folders is checked and run. */
  watch(roots: readonly string[], operands: readonly string[]): void;
  /** Whether saves are seen. */
  watches(): boolean;
  /** Looks through the policies as they are; where something was saved meanwhile, that has been looked at. */
  check(operands: readonly string[]): void;
  try(policy: string, parameters: Readonly<Record<string, number>>): void;
  /** Makes reports on a thread of its own and writes them; says why where they cannot be written. */
  write(report: RunReport, outputs: readonly Output[], rendering: Rendering): Promise<Text | undefined>;
  /** The reader has gone: what is under way is given up, what has ended stays. */
  leave(): void;
  /** Fails where something of ours does. */
  readonly failed: Promise<never>;
  close(): Promise<void>;
}

/** Opens a session; nothing runs before it is started. */
export function openSession({ project, live, levels, proofs, send }: SessionRequest): ScreenSession {
  const newest = new Int32Array(new SharedArrayBuffer(4));
  const desk = openDesk(project.world.packageRoot);
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  // Told where it is waited for.
  failed.catch(() => undefined);
  let watching: Watching | undefined;
  const begin = (): number => Atomics.add(newest, 0, 1) + 1;
  const isNewest = (turn: number): boolean => Atomics.load(newest, 0) === turn;
  const check = (turn: number, parts: ReturnType<typeof savedParts>, numbers: Promise<boolean>): void => {
    const { cwd, packageRoot } = project.world;
    checkSave({ desk, where: { cwd, packageRoot }, ...parts, levels, proofs, turn, newest, send, numbers }).catch((error: unknown) => fail(error));
  };
  const run = (turn: number): Promise<boolean> => {
    send({ kind: "stage", stage: "run", now: { ...running, state: "running" } });
    return live.run().then(
      (result) => (isNewest(turn) ? tellResult(result, send) : false),
      (error: unknown) => {
        if (!isAbort(error)) fail(error);
        return false;
      },
    );
  };
  return {
    failed,
    write: async (report, outputs, rendering) => {
      const result = await desk.ask({ kind: "render", report, outputs, rendering });
      if (result.kind !== "rendered") throw new Error("a desk was asked for files and gave something else");
      try {
        writeAll(result.files);
        return undefined;
      } catch (error) {
        if (error instanceof UsageError) return error.text;
        throw error;
      }
    },
    leave: () => {
      begin();
      watching?.close();
      live.stop();
    },
    start: async (texts) => await live.run(texts),
    watches: () => watching !== undefined,
    check: (operands) => (isNewest(0) ? check(0, { paths: operands, policies: operands }, Promise.resolve(true)) : undefined),
    watch: (roots, operands) => {
      watching?.close();
      watching = watchFolders(roots, (files) => {
        const turn = begin();
        const parts = savedParts(project, operands, files);
        send({ kind: "saved", files: files.map((file) => shownPath(project, file)) });
        live.try(undefined);
        const numbers = run(turn);
        check(turn, parts, numbers);
      }, { settleMs: 8 });
    },
    try: (policy, parameters) => {
      const trial: Trial | undefined = Object.keys(parameters).length === 0 ? undefined : { policy, parameters };
      live.try(trial);
      send({ kind: "saved", files: [], trial });
      void run(begin());
    },
    close: async () => {
      watching?.close();
      await Promise.all([live.close(), desk.close()]);
    },
  };
}

const running: StageState = { state: "running", told: { en: "", zh: "" }, findings: 0, found: [] };

/** What the run of a save came to; whether there are new numbers. */
function tellResult({ done, diagnostics }: LiveDone, send: SessionRequest["send"]): boolean {
  if (done === undefined) {
    const errors = diagnostics.filter(({ level }) => level === "error");
    send({ kind: "stage", stage: "run", now: { state: "failed", told: { en: "not run", zh: "未运行" }, findings: errors.length, found: errors } });
    send({ kind: "broken", diagnostics: errors });
    return false;
  }
  const { kept, unchanged } = done;
  const count = kept.report.inputs.customers.toLocaleString("en-US");
  send({ kind: "broken", diagnostics: [] });
  send({ kind: "stage", stage: "run", now: { ...running, state: "ok", told: unchanged === "no-rule" ? { en: "not needed", zh: "无需运行" } : { en: count, zh: count } } });
  if (unchanged !== undefined) send({ kind: "unchanged", how: unchanged });
  return true;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
