import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "../../base/index.ts";
import type { LintLevels } from "../../policy/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import type { CheckedCase, SaveStage } from "../../view/index.ts";
import type { CheckSettings } from "../check-settings.ts";
import { exampleCases } from "../checks/example-cases.ts";
import { lintCases } from "../checks/lint-cases.ts";
import { proofCases } from "../checks/proof-cases.ts";
import { lintFiles } from "../lint-files.ts";
import { openProject, policyFolder, type Project } from "../project.ts";
import { renderOutputs, type Output, type Rendering } from "../outputs.ts";
import { UsageError, type World } from "../world.ts";
import type { Writing } from "../write-file.ts";

/** What is checked of a save: the files of a project as they stand on disk. */
export interface CheckTask {
  readonly kind: "check";
  readonly stage: Exclude<SaveStage, "run">;
  readonly where: Whereabouts;
  /** Paths and policies to lint; nothing means all of the project. */
  readonly paths: readonly string[];
  /** Policies whose examples and proofs are asked for, by name or folder. */
  readonly policies: readonly string[];
  readonly levels: LintLevels;
  readonly proofs: CheckSettings["proofs"];
  /** Number of the save, and where the newest number stands: an older one is given up. */
  readonly turn: number;
  readonly newest: Int32Array;
}

/** Where a project is found. */
export type Whereabouts = Pick<World, "cwd" | "packageRoot">;

/** Reports to be made into files. */
export interface RenderTask {
  readonly kind: "render";
  readonly report: RunReport;
  readonly outputs: readonly Output[];
  readonly rendering: Rendering;
}

export type DeskTask = CheckTask | RenderTask;

export type DeskResult =
  /** What was looked at, and what was found; `over`: nobody waits for the rest any more. */
  | { readonly kind: "checked"; readonly cases: number; readonly failed: number; readonly diagnostics: readonly Diagnostic[]; readonly over: boolean }
  | { readonly kind: "rendered"; readonly files: readonly Writing[] };

/** Does one job of the thread that looks at files while others run them. */
export async function workDesk(task: DeskTask): Promise<DeskResult> {
  if (task.kind === "render") return { kind: "rendered", files: await renderOutputs(task.report, task.outputs, task.rendering) };
  const project = openProject({ ...task.where, env: {}, stdin: process.stdin, stdout: process.stdout, stderr: process.stderr });
  return await checked(project, task);
}

async function checked(project: Project, task: CheckTask): Promise<DeskResult> {
  const isWanted = (): boolean => Atomics.load(task.newest, 0) === task.turn;
  const cases = isWanted() ? await casesOf(project, task, isWanted).catch(unlessGone) : [];
  const failed = cases.filter(({ diagnostics }) => diagnostics.some(({ level }) => level === "error")).length;
  return { kind: "checked", cases: cases.length, failed, diagnostics: cases.flatMap(({ diagnostics }) => diagnostics), over: !isWanted() };
}

/** A file may go away while it is looked at; whoever takes it away is a save of its own. */
function unlessGone(error: unknown): readonly CheckedCase[] {
  if (error instanceof UsageError || (error instanceof Error && "syscall" in error)) return [];
  throw error;
}

async function casesOf(project: Project, task: CheckTask, isWanted: () => boolean): Promise<readonly CheckedCase[]> {
  switch (task.stage) {
    case "lint": {
      const there = task.paths.filter((path) => existsSync(task.policies.includes(path) ? policyFolder(project, path) : resolve(project.world.cwd, path)));
      return task.paths.length > 0 && there.length === 0 ? [] : lintCases(lintFiles(project, there, task.levels));
    }
    case "examples":
      return await exampleCases(project, task.policies, isWanted);
    case "proofs":
      return await proofCases(project, task.policies, task.proofs, { isWanted });
  }
}
