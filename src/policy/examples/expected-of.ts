import type { DecisionName } from "../policy.ts";
import type { ReadOutcome } from "../compile/read-outcome.ts";

/** What an example expects: an outcome's type, its params, the rules that decided. */
export type Expectation = Readonly<Record<string, unknown>>;

/** The `expect` of an example that holds for this outcome as it is. */
export function expectedOf(decision: DecisionName, outcome: ReadOutcome): Expectation {
  const { types, undecided, because } = outcome;
  const isSet = decision === "monitoring" && types.length > 0 && types.every((type) => type !== "no-action");
  const type = isSet ? { type: "set", events: types } : { type: outcome.type };
  return { ...type, ...bareParams(outcome), ...(undecided ? { undecided: true } : {}), because };
}

/** Params without their event: monitoring names them `remind.channel`, an example says `channel`. */
function bareParams({ params }: ReadOutcome): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key.replace(/^.*\./u, ""), value]));
}

/** Both sides of an example, key by key; params that it does not name are not compared. */
export interface Compared {
  readonly passed: boolean;
  readonly expected: Expectation;
  readonly got: Expectation;
}

/** Holds an outcome against what an example expects. */
export function compareExpectation(expect: Expectation, outcome: ReadOutcome): Compared {
  const { type, events, because, undecided, ...params } = expect;
  const types = outcome.types.length === 0 ? ["no-action"] : outcome.types;
  const list = Array.isArray(events) ? events : Array.isArray(type) ? type : undefined;
  const bare = bareParams(outcome);
  const rows: readonly (readonly [string, unknown, unknown])[] = [
    list === undefined ? ["type", type, types.join(" + ")] : ["events", list.map(String).toSorted(), types.toSorted()],
    ...Object.entries(params).map(([key, value]) => [key, value, bare[key]] as const),
    ...(because === undefined ? [] : [["because", because, outcome.because] as const]),
    ["undecided", undecided === true, outcome.undecided],
    ["conflict", false, outcome.conflict],
  ];
  return {
    passed: rows.every(([, expected, got]) => JSON.stringify(expected) === JSON.stringify(got)),
    expected: Object.fromEntries(rows.map(([key, expected]) => [key, expected])),
    got: Object.fromEntries(rows.map(([key, , got]) => [key, got])),
  };
}
