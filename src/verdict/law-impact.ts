import type { Text } from "../base/index.ts";
import type { LawCount } from "./law-rule.ts";
import type { LawLine, LawSummary, RunReport } from "./report.ts";

/** What one rule says of a policy before or after a change of law; null where it is not in force. */
export interface RuleSays {
  readonly count: number;
  readonly inconclusive: number;
}

/** A rule that says something else of a policy after the change. */
export interface RuleImpact {
  readonly id: string;
  readonly title: Text;
  readonly severity: LawLine["severity"];
  readonly verification: LawLine["verification"];
  readonly counts: LawCount;
  readonly before: RuleSays | null;
  readonly after: RuleSays | null;
}

/** What a change of law does to one policy, on the same customers and the same luck. */
export interface PolicyImpact {
  readonly name: string;
  readonly title: Text;
  readonly before: LawSummary;
  readonly after: LawSummary;
  /** Rules that say something else, in the order of the packs; new ones last. */
  readonly rules: readonly RuleImpact[];
}

/** What a change does to each policy: two runs that differ in the law alone. */
export function lawImpact(before: RunReport, after: RunReport): readonly PolicyImpact[] {
  return before.policies.flatMap((policy) => {
    const other = after.policies.find(({ name }) => name === policy.name);
    if (other === undefined) return [];
    const ids = [...new Set([...policy.laws, ...other.laws].map(({ id }) => id))];
    const rules = ids.flatMap((id) => ruleImpact(policy.laws.find((line) => line.id === id), other.laws.find((line) => line.id === id)));
    return [{ name: policy.name, title: policy.title, before: policy.lawSummary, after: other.lawSummary, rules }];
  });
}

function ruleImpact(before: LawLine | undefined, after: LawLine | undefined): readonly RuleImpact[] {
  const line = after ?? before;
  if (line === undefined) return [];
  const [was, is] = [says(before), says(after)];
  if (was !== null && is !== null && was.count === is.count && was.inconclusive === is.inconclusive) return [];
  const { id, title, severity, verification, counts } = line;
  return [{ id, title, severity, verification, counts, before: was, after: is }];
}

function says(line: LawLine | undefined): RuleSays | null {
  return line === undefined ? null : { count: line.count, inconclusive: line.inconclusive };
}
