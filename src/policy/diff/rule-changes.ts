import type { Text } from "../../base/index.ts";
import type { DecisionName, Policy, Rule, RuleEvent, RuleFile } from "../policy.ts";
import { eventText, paramText } from "../words/event-text.ts";
import { conditionText } from "../words/leaf-text.ts";
import { both, joinText } from "../words/value-text.ts";
import { conditionChanges, same } from "./condition-changes.ts";
import type { Vocabularies } from "./condition-changes.ts";
import { fromTo } from "./policy-change.ts";
import type { DecisionChange } from "./policy-change.ts";
import { valueChanges, valueChangeText } from "./value-changes.ts";

/** What changed from one decision file to another, rule by rule. */
export function decisionChanges(decision: DecisionName, [before, after]: readonly [Policy, Policy]): readonly DecisionChange[] {
  const words: Vocabularies = [before, after];
  const files = [before.decisions[decision], after.decisions[decision]] as const;
  return [...ruleChanges(files, words), ...namedChanges(files, words), ...frameChanges(files, words)].map((change) => ({ part: decision, ...change }));
}

type Files = readonly [RuleFile, RuleFile];
type Change = Omit<DecisionChange, "part">;

function ruleChanges([before, after]: Files, words: Vocabularies): readonly Change[] {
  const earlier = new Map(before.rules.map((rule) => [rule.name, rule]));
  const later = new Map(after.rules.map((rule) => [rule.name, rule]));
  const gone = before.rules.filter(({ name }) => !later.has(name));
  const come = after.rules.filter(({ name }) => !earlier.has(name));
  const renamed = new Map(gone.flatMap((rule) => come.filter((other) => isSameRule(rule, other)).slice(0, 1).map((other) => [rule.name, other] as const)));
  const taken = new Set([...renamed.values()].map(({ name }) => name));
  return [
    ...before.rules.flatMap((rule): readonly Change[] => {
      const next = later.get(rule.name);
      if (next !== undefined) return changesOf(rule, next, [before, after], words);
      const other = renamed.get(rule.name);
      if (other !== undefined) return [{ kind: "renamed", name: rule.name, title: rule.title, text: { en: `now called ${other.name}`, zh: `更名为 ${other.name}` } }];
      return [{ kind: "removed", name: rule.name, title: rule.title, text: joinText({ en: "removed: ", zh: "删去：" }, ruleText(rule, before, words[0])) }];
    }),
    ...come.filter(({ name }) => !taken.has(name)).map((rule): Change => ({
      kind: "added", name: rule.name, title: rule.title, text: joinText({ en: "new: ", zh: "新增：" }, ruleText(rule, after, words[1])),
    })),
  ];
}

function isSameRule(a: Rule, b: Rule): boolean {
  return a.priority === b.priority && same(a.conditions, b.conditions) && valueChanges(a.event, b.event).length === 0;
}

function ruleText(rule: Rule, { decision }: RuleFile, words: Vocabularies[number]): Text {
  return joinText(conditionText(rule.conditions, words), { en: " → ", zh: " → " }, eventText(rule.event, decision, words), {
    en: `, priority ${rule.priority}`, zh: `，优先级 ${rule.priority}`,
  });
}

function changesOf(rule: Rule, next: Rule, [before]: Files, words: Vocabularies): readonly Change[] {
  const base = { name: rule.name, title: next.title };
  const real = [
    ...conditionChanges(rule.conditions, next.conditions, words),
    ...eventChanges(rule.event, next.event, { decision: before.decision, words }),
    ...(rule.priority === next.priority ? [] : [{ en: `priority ${rule.priority} → ${next.priority}`, zh: `优先级 ${rule.priority} → ${next.priority}` }]),
  ];
  const wording = [...valueChanges({ title: rule.title, why: rule.why, serves: rule.serves }, { title: next.title, why: next.why, serves: next.serves })];
  return [
    ...real.map((text): Change => ({ ...base, kind: "changed", text })),
    ...wording.map((change): Change => ({ ...base, kind: "wording", path: change.path, text: valueChangeText(change) })),
  ];
}

interface EventContext {
  readonly decision: DecisionName;
  readonly words: Vocabularies;
}

function eventChanges(before: RuleEvent, after: RuleEvent, { decision, words }: EventContext): readonly Text[] {
  if (before.type !== after.type) return [joinText({ en: "outcome: ", zh: "结果：" }, fromTo(eventText(before, decision, words[0]), eventText(after, decision, words[1])))];
  const params = [...new Set([...Object.keys(before.params ?? {}), ...Object.keys(after.params ?? {})])];
  return params.flatMap((param) => {
    const [a, b] = [before.params?.[param], after.params?.[param]];
    if (JSON.stringify(a) === JSON.stringify(b)) return [];
    const side = (value: typeof a, at: 0 | 1): Text =>
      value === undefined ? { en: "none", zh: "无" } : paramText({ decision, type: before.type, param }, value, words[at]);
    return [joinText(`${param}`, { en: ": ", zh: "：" }, fromTo(side(a, 0), side(b, 1)))];
  });
}

function namedChanges([before, after]: Files, words: Vocabularies): readonly Change[] {
  const names = [...new Set([...Object.keys(before.conditions), ...Object.keys(after.conditions)])];
  return names.flatMap((name): readonly Change[] => {
    const [a, b] = [before.conditions[name], after.conditions[name]];
    if (a === undefined || b === undefined) {
      const only = a ?? b;
      if (only === undefined) return [];
      const text = joinText(a === undefined ? { en: "new: ", zh: "新增：" } : { en: "removed: ", zh: "删去：" }, conditionText(only, a === undefined ? words[1] : words[0]));
      return [{ kind: a === undefined ? "added" : "removed", name, text }];
    }
    return conditionChanges(a, b, words).map((text) => ({ kind: "changed", name, text }));
  });
}

/** What stands around the rules: combination, exclusive pairs, and what holds where no rule decides. */
function frameChanges([before, after]: Files, words: Vocabularies): readonly Change[] {
  const told = (event: RuleEvent | undefined, at: 0 | 1): Text => (event === undefined ? both("no-action") : eventText(event, before.decision, words[at]));
  const moments = [...new Set([...Object.keys(before.otherwise), ...Object.keys(after.otherwise)])];
  const lookUp = (file: RuleFile, moment: string): RuleEvent | undefined => Object.entries(file.otherwise).find(([name]) => name === moment)?.[1];
  const spoken = [
    ...moments.map((moment) => [`otherwise.${moment}`, lookUp(before, moment), lookUp(after, moment)] as const),
    ["onMissing", before.onMissing, after.onMissing] as const,
  ];
  return [
    ...valueChanges({ combine: before.combine, exclusive: before.exclusive }, { combine: after.combine, exclusive: after.exclusive }).map(
      (change): Change => ({ kind: "changed", name: change.path, text: valueChangeText({ ...change, path: "" }) }),
    ),
    ...spoken.filter(([, a, b]) => valueChanges(a, b).length > 0).map(([name, a, b]): Change => ({ kind: "changed", name, text: fromTo(told(a, 0), told(b, 1)) })),
  ];
}
