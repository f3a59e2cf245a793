import type { Text } from "../base/index.ts";
import type { RuleSeverity } from "../statistics/index.ts";

/** What a report says of a law rule beside its counts. */
export interface LawRuleWords {
  readonly id: string;
  readonly jurisdiction: string;
  readonly title: Text;
  readonly citation: Text;
  readonly remedy: Text;
  readonly act: string;
  readonly severity: RuleSeverity;
  readonly verification: "text" | "secondary" | "unverified";
  readonly houseStandard: boolean;
  readonly declared: boolean;
  /** What its matches are counted in; absent: persons. */
  readonly counts?: LawCount;
  /** One of the rules that every run reports first. */
  readonly core?: boolean;
}

/** What matches of a rule are counted in. */
export type LawCount = "persons" | "accounts" | "lender-months";

/** A law pack, as much of it as a report needs. */
export interface RulePack {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly houseStandard: boolean }[];
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly rules: readonly (Omit<LawRuleWords, "jurisdiction" | "act" | "declared"> & {
    readonly trigger: string;
    readonly conditions: unknown;
  })[];
}

/**
 * The words of a pack's rules, in file order. A rule that reads one of the `declared` facts rests on the author's
 * word; one that reads a parameter of ours is a house standard, whatever the law behind it.
 */
export function lawRuleWords(pack: RulePack, declared: ReadonlySet<string>): readonly LawRuleWords[] {
  const ours = new Set(pack.parameters.filter(({ houseStandard }) => houseStandard).map(({ name }) => name));
  return pack.rules.map((rule) => {
    const facts = factsIn(rule.conditions, pack.conditions);
    const { id, title, citation, remedy, severity, verification, counts = "persons", core = false } = rule;
    return {
      id,
      jurisdiction: pack.name,
      title,
      citation,
      remedy,
      act: rule.trigger,
      severity,
      verification,
      counts,
      core,
      houseStandard: rule.houseStandard || [...facts].some((fact) => ours.has(fact)),
      declared: [...facts].some((fact) => declared.has(fact)),
    };
  });
}

/** Facts that a law rule reads, in alphabetical order; `named` are its pack's named conditions. */
export function lawFacts(conditions: unknown, named: Readonly<Record<string, unknown>>): readonly string[] {
  return [...factsIn(conditions, named)].toSorted();
}

/** Every fact named below a condition, in leaves, in values and in named conditions. */
function factsIn(
  condition: unknown,
  named: Readonly<Record<string, unknown>>,
  seen: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const facts = new Set<string>();
  if (typeof condition !== "object" || condition === null) return facts;
  for (const [key, value] of Object.entries(condition)) {
    if (key === "fact" && typeof value === "string") facts.add(value);
    else if (key === "condition" && typeof value === "string") {
      const inner = seen.has(value) || !Object.hasOwn(named, value) ? undefined : named[value];
      for (const fact of factsIn(inner, named, new Set([...seen, value]))) facts.add(fact);
    } else for (const fact of factsIn(value, named, seen)) facts.add(fact);
  }
  return facts;
}
