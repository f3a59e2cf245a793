import { compareExpectation, type DecisionName, type Example, type Policy } from "../policy/index.ts";
import { decideOne, type DecidedOne } from "./decide-one.ts";
import type { ExampleResult, TraceRule } from "../view/index.ts";
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
  const place = passed ? undefined : example.place?.();
  return {
    policy: policy.name,
    decision,
    file: place?.file ?? file.file,
    ...(place === undefined ? {} : { line: place.line }),
    name: example.name,
    moment,
    passed,
    expected,
    got,
    ...(passed ? {} : { rules: await rulesInQuestion(policy, decision, example, decided) }),
  };
}

/** The rules that were expected to decide and those that did, as json-rules-engine judged them; where neither names one, those that matched. */
async function rulesInQuestion(policy: Policy, decision: DecisionName, { expect }: Example, { facts, outcome }: DecidedOne): Promise<readonly TraceRule[]> {
  const traced = await askReference(policy.decisions[decision], facts);
  const expected = Array.isArray(expect["because"]) ? expect["because"].map(String) : [];
  const names = new Set([...expected, ...outcome.because].filter((name) => !(expected.includes(name) && outcome.because.includes(name))));
  const rules = traced.filter(({ name }) => names.has(name));
  return rules.length > 0 ? rules : traced.filter(({ name, fired }) => fired || outcome.because.includes(name));
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
