// json-rules-engine as the judge: a fresh engine for every run, what became of each rule, and what it evaluated.
import { Engine, type RuleProperties, type TopLevelCondition } from "json-rules-engine";
import type { RandomCase, RandomFacts } from "./random-rules.ts";

/** What became of a rule: it fired, it did not, or evaluating it threw. */
export type Verdict = "fired" | "not fired" | "failed";

export interface Judgement {
  /** Rule by rule, in the order given. */
  readonly verdicts: readonly Verdict[];
  /** The class of the error that rejected the run; undefined where it did not reject. */
  readonly rejected: string | undefined;
  /** Trees of conditions with what was evaluated, one for each rule that did not throw. */
  readonly trees: readonly unknown[];
}

/** Runs the rules on one set of facts. What is missing is left to the package's strict mode: it rejects. */
export async function judge({ rules, named }: Pick<RandomCase, "rules" | "named">, facts: RandomFacts): Promise<Judgement> {
  const engine = new Engine();
  // The package writes into the objects it is given.
  for (const [name, conditions] of Object.entries(named)) engine.setCondition(name, structuredClone(conditions) as TopLevelCondition);
  for (const [index, rule] of rules.entries()) engine.addRule({ ...structuredClone(rule), event: { type: `rule ${index}` } } as RuleProperties);
  const verdicts: Verdict[] = rules.map(() => "failed");
  const trees: unknown[] = [];
  engine.on("success", (event, _almanac, result) => {
    verdicts[indexOf(event.type)] = "fired";
    trees.push(result.conditions);
  });
  engine.on("failure", (event, _almanac, result) => {
    verdicts[indexOf(event.type)] = "not fired";
    trees.push(result.conditions);
  });
  const rejected = await engine.run({ ...facts }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.constructor.name : "no error"),
  );
  // After an error the other rules are still evaluated, in the background.
  if (rejected !== undefined) await new Promise((resolve) => setImmediate(resolve));
  return { verdicts, rejected, trees };
}

function indexOf(type: string): number {
  return Number(type.slice("rule ".length));
}
