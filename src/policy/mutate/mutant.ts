import type { Text } from "../../base/index.ts";
import type { Condition, DecisionName, RuleEvent, RuleFile } from "../policy.ts";

/** Kinds of edits, in the order in which they are listed. */
export const mutantKinds = ["threshold", "strictness", "all-any", "dropped", "negated", "value-dropped", "priority", "outcome", "rule-removed"] as const;
export type MutantKind = (typeof mutantKinds)[number];

/** What an edit does to a decision file. Rules by their place in the file. */
export type Change =
  | { readonly kind: "conditions"; readonly rule: number; readonly conditions: Condition }
  | { readonly kind: "named"; readonly name: string; readonly condition: Condition }
  | { readonly kind: "event"; readonly rule: number; readonly event: RuleEvent }
  | { readonly kind: "priorities"; readonly rules: readonly (readonly [number, number])[] }
  | { readonly kind: "removed"; readonly rule: number };

/** One small edit of a decision file, as a slip of the pen might make it. */
export interface Mutant {
  readonly decision: DecisionName;
  readonly kind: MutantKind;
  /** The rule edited, or the named condition. */
  readonly rule: string;
  readonly named: boolean;
  /** JSON pointer in the decision file to what is edited. */
  readonly pointer: string;
  /** The edit in words: `age ≥ 18 becomes ≥ 19`. */
  readonly edit: Text;
  readonly change: Change;
}

/** The file with the edit made. */
export function applyChange(file: RuleFile, change: Change): RuleFile {
  const rules = (edit: (rule: RuleFile["rules"][number], index: number) => RuleFile["rules"][number]): RuleFile => ({ ...file, rules: file.rules.map(edit) });
  switch (change.kind) {
    case "conditions":
      return rules((rule, index) => (index === change.rule ? { ...rule, conditions: change.conditions } : rule));
    case "event":
      return rules((rule, index) => (index === change.rule ? { ...rule, event: change.event } : rule));
    case "priorities": {
      const priorities = new Map(change.rules);
      return rules((rule, index) => ({ ...rule, priority: priorities.get(index) ?? rule.priority }));
    }
    case "named":
      return { ...file, conditions: { ...file.conditions, [change.name]: change.condition } };
    case "removed":
      return { ...file, rules: file.rules.filter((_, index) => index !== change.rule) };
  }
}
