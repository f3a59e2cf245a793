import { decisionNames } from "../policy.ts";
import type { Parameter, Policy } from "../policy.ts";
import { derivationText } from "../words/derivation-text.ts";
import { joinText, valueText } from "../words/value-text.ts";
import { fromTo } from "./policy-change.ts";
import type { PolicyChange } from "./policy-change.ts";
import { scorecardParts } from "./scorecard-parts.ts";
import { decisionChanges } from "./rule-changes.ts";
import { valueChanges, valueChangeText } from "./value-changes.ts";

/**
 * What changed from one policy to another, in words: parameters, derived facts, arrangements, procedures, scorecard, and every
 * rule. The order of rules in a file is no change: it decides only between equal priorities, which are a finding.
 */
export function policyChanges(before: Policy, after: Policy): readonly PolicyChange[] {
  return [
    ...frameChanges(before, after),
    ...parameterChanges(before.parameters, after.parameters),
    ...derivedChanges(before, after),
    ...sectionChanges("arrangements", before.arrangements, after.arrangements),
    ...sectionChanges("procedures", before.procedures, after.procedures),
    ...sectionChanges("scorecard", scorecardParts(before), scorecardParts(after)),
    ...decisionNames.flatMap((decision) => decisionChanges(decision, [before, after])),
  ];
}

function frameChanges(before: Policy, after: Policy): readonly PolicyChange[] {
  const frame = ({ title, version, effectiveFrom, effectiveTo }: Policy): unknown => ({ title, version, effectiveFrom, effectiveTo });
  return valueChanges(frame(before), frame(after)).map((change) => ({
    part: "policy",
    kind: change.path.startsWith("title") || change.path === "version" ? "wording" : "changed",
    name: change.path,
    text: valueChangeText({ ...change, path: "" }),
  }));
}

function parameterChanges(before: readonly Parameter[], after: readonly Parameter[]): readonly PolicyChange[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  return names.flatMap((name): readonly PolicyChange[] => {
    const [a, b] = [before, after].map((list) => list.find((one) => one.name === name));
    const only = a ?? b;
    if (only === undefined) return [];
    const base = { part: "parameters", name, title: (b ?? only).title } as const;
    if (a === undefined) return [{ ...base, kind: "added", text: joinText({ en: "new: ", zh: "新增：" }, valueText(only.value, only.unit)) }];
    if (b === undefined) return [{ ...base, kind: "removed", text: joinText({ en: "removed; it was ", zh: "删去，原为 " }, valueText(only.value, only.unit)) }];
    const value: readonly PolicyChange[] = a.value === b.value ? [] : [{ ...base, kind: "changed", text: fromTo(valueText(a.value, a.unit), valueText(b.value, b.unit)) }];
    const rest = valueChanges({ ...a, value: 0 }, { ...b, value: 0 }).map((change): PolicyChange => ({ ...base, kind: "wording", path: change.path, text: valueChangeText(change) }));
    return [...value, ...rest];
  });
}

function derivedChanges(before: Policy, after: Policy): readonly PolicyChange[] {
  const names = [...new Set([...before.derived, ...after.derived].map(({ name }) => name))];
  return names.flatMap((name): readonly PolicyChange[] => {
    const [a, b] = [before, after].map((policy) => {
      const fact = policy.derived.find((one) => one.name === name);
      return fact === undefined ? undefined : { fact, text: derivationText(fact.derivation, policy) };
    });
    const only = b ?? a;
    if (only === undefined) return [];
    const base = { part: "derived", name, title: only.fact.title } as const;
    if (a === undefined) return [{ ...base, kind: "added", text: joinText({ en: "new: ", zh: "新增：" }, only.text) }];
    if (b === undefined) return [{ ...base, kind: "removed", text: joinText({ en: "removed; it was ", zh: "删去，原为：" }, only.text) }];
    return valueChanges(a.fact.derivation, b.fact.derivation).length === 0 ? [] : [{ ...base, kind: "changed", text: fromTo(a.text, b.text) }];
  });
}

function sectionChanges(part: "arrangements" | "procedures" | "scorecard", before: unknown, after: unknown): readonly PolicyChange[] {
  return valueChanges(before, after).map((change): PolicyChange => {
    const kind = change.before === undefined ? "added" : change.after === undefined ? "removed" : "changed";
    return { part, kind, name: change.path, text: valueChangeText({ ...change, path: change.path.endsWith("Fen") ? change.path : "" }) };
  });
}
