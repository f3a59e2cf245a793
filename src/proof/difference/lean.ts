import type { DecisionName, ReadOutcome } from "../../policy/index.ts";

/** Words of an outcome from the least to the most that is given. */
export const ranks: Readonly<Partial<Record<DecisionName, readonly string[]>>> = {
  enrolment: ["decline", "review", "invite", "enrol"],
  closure: ["refuse", "plan"],
};

/** Which way a decision went: more was given, less, something else that is neither, or the same. */
export type Lean = "more" | "less" | "other" | "same";

/** From what was decided before to what is decided after; `allIn` tells the all-in rate of a price. */
export function leanOf(decision: DecisionName, before: ReadOutcome, after: ReadOutcome, allIn: (outcome: ReadOutcome) => number | undefined): Lean {
  const [a, b] = [before, after].map((outcome) => given(decision, outcome, allIn));
  if (a !== undefined && b !== undefined && a !== b) return a < b ? "more" : "less";
  return JSON.stringify([before.type, before.types, before.params]) === JSON.stringify([after.type, after.types, after.params]) ? "same" : "other";
}

/** How much is given, as a number; undefined where outcomes are in no order. */
function given(decision: DecisionName, outcome: ReadOutcome, allIn: (outcome: ReadOutcome) => number | undefined): number | undefined {
  const order = ranks[decision];
  if (order !== undefined) return Math.max(0, order.indexOf(outcome.type));
  if (decision === "limit") {
    const { limitFen } = outcome.params;
    return outcome.type === "grant" && typeof limitFen === "number" ? limitFen : -1;
  }
  if (decision !== "pricing") return undefined;
  return outcome.type === "price" ? -(allIn(outcome) ?? 0) : -Infinity;
}
