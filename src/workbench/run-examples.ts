import type { DecisionName, Example, Policy } from "../policy/index.ts";
import { decideOne } from "./decide-one.ts";
import type { ExampleResult } from "../view/index.ts";
import { askReference } from "./reference.ts";

/**
 * Runs an example twice: compiled, for the outcome, and by json-rules-engine, for the rules that fire. The two must
 * agree wherever no fact is missing; a disagreement is a defect of ours and is thrown.
 */
export async function runExample(policy: Policy, decision: DecisionName, example: Example): Promise<ExampleResult> {
  const file = policy.decisions[decision];
  const { moment, facts, expect } = example;
  const decided = decideOne(policy, { decision, moment, facts });
  await holdAgainstReference(policy, decision, example, decided);
  const { expected, got } = sides(expect, decided.outcome);
  const passed = Object.keys(expected).every((key) => JSON.stringify(expected[key]) === JSON.stringify(got[key]));
  return { policy: policy.name, decision, file: file.file, name: example.name, moment, passed, expected, got };
}

async function holdAgainstReference(
  policy: Policy,
  decision: DecisionName,
  example: Example,
  decided: ReturnType<typeof decideOne>,
): Promise<void> {
  if (Object.values(example.facts).includes(null)) return;
  const traced = await askReference(policy.decisions[decision], decided.facts);
  const byReference = traced.filter((rule) => rule.fired).map((rule) => rule.name).toSorted();
  const compiled = decided.outcome.fired.toSorted();
  if (byReference.join() !== compiled.join()) {
    throw new Error(`${policy.name} ${decision} "${example.name}": json-rules-engine fires ${byReference.join()}, the compiled form ${compiled.join()}`);
  }
}

type Side = Readonly<Record<string, unknown>>;

/** What the example says, and the same keys of what was decided; params it does not name are not compared. */
function sides(expect: Example["expect"], outcome: ReturnType<typeof decideOne>["outcome"]): { expected: Side; got: Side } {
  const { type, events, because, undecided, ...params } = expect;
  const types = outcome.types.length === 0 ? ["no-action"] : outcome.types;
  // A monitoring outcome names its params with their event, `remind.channel`; an example says `channel`.
  const bare = Object.fromEntries(Object.entries(outcome.params).map(([key, value]) => [key.replace(/^.*\./u, ""), value]));
  const rows: readonly (readonly [string, unknown, unknown])[] = [
    Array.isArray(events) ? ["events", events.toSorted(), types.toSorted()] : ["type", type, types.join(" + ")],
    ...Object.entries(params).map(([key, value]) => [key, value, bare[key]] as const),
    ...(because === undefined ? [] : [["because", because, outcome.because] as const]),
    ["undecided", undecided === true, outcome.undecided],
    ["conflict", false, outcome.conflict],
  ];
  return {
    expected: Object.fromEntries(rows.map(([key, expected]) => [key, expected])),
    got: Object.fromEntries(rows.map(([key, , got]) => [key, got])),
  };
}
