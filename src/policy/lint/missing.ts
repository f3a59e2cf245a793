import { below, type JsonDocument } from "../../base/index.ts";
import type { FactName } from "../../facts/index.ts";
import type { Condition, RuleFile } from "../policy.ts";
import { conjuncts, isLeaf, steps, type Step } from "./conjuncts.ts";
import type { Subject } from "./subject.ts";

/** A node of a rule or a named condition, and the comparisons that must hold beside it. */
export interface PlacedStep {
  readonly step: Step;
  readonly document: JsonDocument;
  readonly file: RuleFile;
  /** Conditions of the `all`s around it, as far as they stand outside every `not`. */
  readonly guarded: readonly Condition[];
}

/** Every node of every condition of a policy, as written. */
export function allSteps(subject: Subject): readonly PlacedStep[] {
  const rules = subject.rules.map(({ rule, file, document, pointer }) => ({ condition: rule.conditions, file, document, pointer: below(pointer, "conditions") }));
  return [...rules, ...subject.named].flatMap(({ condition, file, document, pointer }) =>
    [...steps(condition, pointer)].map((step) => ({
      step,
      document,
      file,
      guarded: step.within.flatMap((outer) => conjuncts(outer, "", file.conditions).map(({ node }) => node)),
    })),
  );
}

/** Whether a fact is never missing here: by its nature, or because a condition beside it fails where it is. */
export function missingGuard(subject: Subject, name: FactName, guarded: readonly Condition[]): boolean {
  const fact = subject.policy.dictionary.facts.get(name);
  if (fact === undefined || !fact.nullable) return true;
  const [topic = ""] = name.split(".");
  return guarded.some((node) => {
    if (!isLeaf(node) || node.operator.includes(":")) return false;
    const present = node.fact === `${topic}.hasFile` && node.operator === "equal" && node.value === true;
    const positive = node.operator !== "notEqual" && node.operator !== "notIn" && node.operator !== "doesNotContain";
    return present || (node.fact === name && positive);
  });
}
