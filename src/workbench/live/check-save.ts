import type { Diagnostic, Text } from "../../base/index.ts";
import type { SaveStage, ScreenNews, StageState } from "../../view/index.ts";
import type { CheckTask, DeskResult } from "./check-runner.ts";
import type { Desk } from "./open-desk.ts";

/** What is to be checked of a save, and who is told. */
export interface SaveChecks extends Omit<CheckTask, "kind" | "stage"> {
  readonly desk: Desk;
  readonly send: (news: ScreenNews) => void;
  /** Settles when the new numbers are on the screen, or there will be none (false): what costs more than a moment waits for them. */
  readonly numbers: Promise<boolean>;
}

const stages = ["lint", "examples", "proofs"] as const;

/**
 * Lints a save at once, then tries its examples and proves its claims, each told as it ends; nothing more is told once a
 * newer save has come. Examples and proofs begin when the first new numbers are there, so that these never wait. Files that cannot be run have no examples.
 */
export async function checkSave({ desk, numbers, send, policies, ...save }: SaveChecks): Promise<void> {
  const isNewest = (): boolean => Atomics.load(save.newest, 0) === save.turn;
  const tell = (stage: SaveStage, now: StageState): void => (isNewest() ? send({ kind: "stage", stage, now }) : undefined);
  for (const stage of stages) tell(stage, pending);
  for (const stage of stages) {
    if (stage !== "lint" && !(await numbers)) return;
    if (!isNewest()) return;
    tell(stage, { ...pending, state: "running" });
    const result = await desk.ask({ kind: "check", stage, policies, ...save });
    if (result.kind !== "checked") throw new Error("a desk was asked for a check and gave something else");
    if (result.over) return;
    tell(stage, stateOf(stage, result));
  }
}

const pending: StageState = { state: "pending", told: { en: "", zh: "" }, findings: 0, found: [] };

/** Findings of a stage that a screen is given at most: the first are what it shows. */
const foundMost = 50;

function stateOf(stage: (typeof stages)[number], { cases, failed, diagnostics }: Extract<DeskResult, { kind: "checked" }>): StageState {
  const told = { lint: linted, examples: tried, proofs: proved }[stage](cases, failed, diagnostics);
  const order = (level: Diagnostic["level"]): number => ["error", "warning", "note"].indexOf(level);
  const found = diagnostics.toSorted((a, b) => order(a.level) - order(b.level)).slice(0, foundMost);
  return { state: failed > 0 ? "failed" : "ok", told, findings: diagnostics.length, found };
}

function linted(_cases: number, _failed: number, { length }: readonly Diagnostic[]): Text {
  if (length === 0) return { en: "", zh: "" };
  return { en: `${length} finding${length === 1 ? "" : "s"}`, zh: `${length} 处` };
}

function tried(cases: number, failed: number): Text {
  return failed === 0 ? { en: `${cases}`, zh: `${cases}` } : { en: `${failed} of ${cases} fail`, zh: `${failed}/${cases} 未通过` };
}

function proved(cases: number, failed: number, { length }: readonly Diagnostic[]): Text {
  if (failed > 0) return { en: `${failed} of ${cases} broken`, zh: `${failed}/${cases} 不成立` };
  return length === 0 ? { en: `${cases}`, zh: `${cases}` } : { en: `${cases}, ${length} remark${length === 1 ? "" : "s"}`, zh: `${cases}，${length} 条提示` };
}
