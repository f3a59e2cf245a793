import { below } from "../json.ts";
import { combinerOf } from "../compile/events.ts";
import type { DecisionName, Policy, Rule, RuleFile } from "../policy.ts";
import { conditionEdits } from "./condition-edits.ts";
import { eventEdits } from "./event-edits.ts";
import { mutantKinds } from "./mutant.ts";
import type { Mutant } from "./mutant.ts";

/** Every edit of a decision file, rule by rule, then of its named conditions; those of one rule by kind. */
export function makeMutants(policy: Policy, decision: DecisionName): readonly Mutant[] {
  const file = policy.decisions[decision];
  const ofRules = file.rules.flatMap((rule, index) => byKind([...conditionMutants(rule, index, policy, decision), ...rankMutants(file, index), ...eventMutants(file, index, policy)]));
  const ofNamed = Object.entries(file.conditions).flatMap(([name, condition]) =>
    byKind(
      conditionEdits(condition, below("/conditions", name), policy).map(({ kind, pointer, edit, condition: next }) => ({
        decision, kind, rule: name, named: true, pointer, edit, change: { kind: "named", name, condition: next },
      })),
    ),
  );
  return [...ofRules, ...ofNamed];
}

function byKind(mutants: readonly Mutant[]): readonly Mutant[] {
  return mutants.toSorted((a, b) => mutantKinds.indexOf(a.kind) - mutantKinds.indexOf(b.kind));
}

function conditionMutants(rule: Rule, index: number, policy: Policy, decision: DecisionName): readonly Mutant[] {
  return conditionEdits(rule.conditions, below("/rules", index, "conditions"), policy).map(({ kind, pointer, edit, condition }) => ({
    decision, kind, rule: rule.name, named: false, pointer, edit, change: { kind: "conditions", rule: index, conditions: condition },
  }));
}

function eventMutants(file: RuleFile, index: number, policy: Policy): readonly Mutant[] {
  const rule = file.rules[index];
  if (rule === undefined) return [];
  const base = { decision: file.decision, rule: rule.name, named: false } as const;
  const removed: Mutant = {
    ...base, kind: "rule-removed", pointer: below("/rules", index), edit: { en: "the rule is removed", zh: "删去该规则" }, change: { kind: "removed", rule: index },
  };
  const edits = eventEdits(rule.event, file, policy).map(({ keys, edit, event }): Mutant => ({
    ...base, kind: "outcome", pointer: below("/rules", index, "event", ...keys), edit, change: { kind: "event", rule: index, event },
  }));
  return [...edits, removed];
}

/** The rule and the next below it, of those whose order matters, change places. */
function rankMutants(file: RuleFile, index: number): readonly Mutant[] {
  const rule = file.rules[index];
  if (rule === undefined) return [];
  const lower = file.rules
    .map((other, place) => ({ other, place }))
    .filter(({ other }) => other.priority < rule.priority && orderMatters(file, rule, other))
    .toSorted((a, b) => b.other.priority - a.other.priority || a.place - b.place)[0];
  if (lower === undefined) return [];
  const { other, place } = lower;
  return [
    {
      decision: file.decision,
      kind: "priority",
      rule: rule.name,
      named: false,
      pointer: below("/rules", index, "priority"),
      edit: {
        en: `${rule.name} (priority ${rule.priority}) and ${other.name} (${other.priority}) change places`,
        zh: `${rule.name}（优先级 ${rule.priority}）与 ${other.name}（${other.priority}）互换次序`,
      },
      change: { kind: "priorities", rules: [[index, other.priority], [place, rule.priority]] },
    },
  ];
}

function orderMatters(file: RuleFile, a: Rule, b: Rule): boolean {
  if (file.decision === "enrolment" || file.decision === "pricing") return true;
  return a.event.type === b.event.type && combinerOf(file, a.event.type) === "first";
}
