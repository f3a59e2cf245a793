import { compareExpectation, type DecisionName, type Example, type Policy } from "../policy/index.ts";
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
  const { passed, expected, got } = compareExpectation(expect, decided.outcome);
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
