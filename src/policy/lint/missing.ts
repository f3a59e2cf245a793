import { below, type JsonDocument } from "../../base/index.ts";
import type { FactName } from "../../facts/index.ts";
import type { Condition, RuleFile } from "../policy.ts";
import { conjuncts, isLeaf, steps, type Step } from "./conjuncts.ts";
import { remembered } from "./remembered.ts";
import type { Subject } from "./subject.ts";

/** A node of a rule or a named condition. */
export interface PlacedStep {
  readonly step: Step;
  readonly document: JsonDocument;
  readonly file: RuleFile;
}

/** Every node of every condition of a policy, as written. */
export const allSteps: (subject: Subject) => readonly PlacedStep[] = remembered(stepsOf);

function stepsOf(subject: Subject): readonly PlacedStep[] {
  const rules = subject.rules.map(({ rule, file, document, pointer }) => ({ condition: rule.conditions, file, document, pointer: below(pointer, "conditions") }));
  return [...rules, ...subject.named].flatMap(({ condition, file, document, pointer }) =>
    [...steps(condition, pointer)].map((step) => ({ step, document, file })),
  );
}

/** Conditions of the `all`s around a node, as far as they stand outside every `not`, named conditions put in. */
export function guardsOf({ step, file }: PlacedStep): readonly Condition[] {
  return step.within.flatMap((outer) => conjuncts(outer, "", file.conditions).map(({ node }) => node));
}

/** Whether a fact is never missing here: by its nature, or because a condition beside it fails where it is. */
export function missingGuard(subject: Subject, name: FactName, guards: () => readonly Condition[]): boolean {
  const fact = subject.policy.dictionary.facts.get(name);
  if (fact === undefined || !fact.nullable) return true;
  const [topic = ""] = name.split(".");
  return guards().some((node) => {
    if (!isLeaf(node) || node.operator.includes(":")) return false;
    const present = node.fact === `${topic}.hasFile` && node.operator === "equal" && node.value === true;
    const positive = node.operator !== "notEqual" && node.operator !== "notIn" && node.operator !== "doesNotContain";
    return present || (node.fact === name && positive);
  });
}
