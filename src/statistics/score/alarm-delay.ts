import { drift, isChecked, rechecksOf } from "../../simulation/index.ts";
import type { ScoreSums } from "./score-sums.ts";

/** How far scores have moved by the month of the slice, or by the last; null where they are not checked again. */
export function driftIn({ run, months, month }: Pick<ScoreSums, "run" | "months" | "month">): number | null {
  return isChecked(run) ? drift(run, month ?? months - 1) : null;
}

/** Months from the first fault of the score to the first alarm at or after it; null without either. */
export function alarmDelay({ run, months }: Pick<ScoreSums, "run" | "months">): number | null {
  const { faultFrom } = run;
  if (faultFrom === null) return null;
  const alarm = rechecksOf({ scores: run, months }).find(({ month, alarm: raised }) => raised && month >= faultFrom);
  return alarm === undefined ? null : alarm.month - faultFrom;
}

/** Months from the first fault of the score to the first month of what follows its alarm; null without either. */
export function repairDelay({ run: { faultFrom, repairFrom } }: Pick<ScoreSums, "run">): number | null {
  return faultFrom === null || repairFrom === null || repairFrom < faultFrom ? null : repairFrom - faultFrom;
}
