import type { CustomerState } from "../customer-state.ts";
import type { Recorder } from "../recorder.ts";
import type { World, WorldStage } from "../world.ts";
import { withhold } from "./withhold.ts";

/** What an audit had mended is in force from its month on: for the customer in hand too. */
export function changeProcedures(w: World, s: CustomerState, stages: readonly WorldStage[]): void {
  const before = w.stage;
  enterStage(w, stages, s.month);
  if (w.stage === before) return;
  withhold(w, s);
  const { recorder } = w.hand;
  if (recorder !== undefined) tell(recorder, s.month, stages[w.stage]);
}

function tell(recorder: Recorder, month: number, stage: WorldStage | undefined): void {
  const { mended = [], filed = [] } = stage ?? {};
  if (mended.length > 0) recorder.event(month, "procedures-mended", { mended: mended.join(", ") });
  for (const [filing, counts] of filed) recorder.event(month, counts ? "filing-made" : "filing-lapsed", { filing });
}

/** Puts the procedures of a month into force: before a customer begins, or comes from another policy. */
export function enterStage(w: World, stages: readonly WorldStage[], month: number): void {
  let at = 0;
  while (month >= (stages[at + 1]?.from ?? Infinity)) at++;
  const stage = stages[at];
  if (stage === undefined || at === w.stage) return;
  w.stage = at;
  w.procedures = stage.procedures;
  w.policy = stage.policy;
  w.judges.enter(at);
}
