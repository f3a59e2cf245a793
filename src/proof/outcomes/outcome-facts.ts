import type { Text } from "../../base/index.ts";
import type { Dictionary, FactDefinition, FactName } from "../../facts/index.ts";
import { decisionNames, outcomes } from "../../policy/index.ts";
import type { DecisionName, ParamKind, Policy, RuleEvent } from "../../policy/index.ts";

/** What of a policy says which words its outcomes have. */
type Speaking = Pick<Policy, "reasons" | "arrangements" | "decisions">;

/**
 * What a decision says, as facts for claims: `outcome.<decision>.type`, its params, and
 * - `undecided`: a missing fact left it open and `onMissing` spoke; `hasReason`: a reason is given;
 * - closure `verify.<factor>`: the plan asks for it; monitoring `<type>`: it is among the outcomes;
 * - pricing `allInBps`: the all-in annual rate of the dearest term on offer; `longestTerm`; `fundingBps`, `lossBps`,
 *   `revenueBps`: what the shares of its arrangement add up to.
 */
export function outcomeFacts(policy: Speaking): readonly FactDefinition[] {
  const facts = made.get(policy) ?? decisionNames.flatMap((decision) => [...factsOf(policy, decision).values()]);
  made.set(policy, facts);
  return facts;
}

/** A policy never changes. */
const made = new WeakMap<Speaking, readonly FactDefinition[]>();

/** The dictionary of a policy with what its decisions say. */
export function withOutcomes(policy: Policy): Dictionary {
  const facts = new Map<FactName, FactDefinition>(policy.dictionary.facts);
  for (const fact of outcomeFacts(policy)) facts.set(fact.name, fact);
  return { facts };
}

/** The name of a field as a fact. */
export function outcomeFact(decision: DecisionName, field: string): FactName {
  return `outcome.${decision}.${field}`;
}

function factsOf(policy: Speaking, decision: DecisionName): ReadonlyMap<FactName, FactDefinition> {
  const found = new Map<FactName, FactDefinition>();
  const add = (field: string, make: (name: FactName) => FactDefinition): void => {
    const name = outcomeFact(decision, field);
    if (!found.has(name)) found.set(name, make(name));
  };
  const types = Object.keys(outcomes[decision]);
  if (decision !== "monitoring") {
    const said = types.filter((type) => outcomes[decision][type]?.places.includes("expect"));
    add("type", (name) => words(name, [...new Set([...said, "no-action"])], { en: "what is decided", zh: "决定的结果" }));
  } else {
    for (const type of types.filter((each) => each !== "no-action")) {
      add(type, (name) => truth(name, outcomes.monitoring[type]?.title ?? { en: type, zh: type }));
    }
  }
  add("undecided", (name) => truth(name, { en: "a missing fact left it open", zh: "因事实缺失而未能决定" }));
  for (const type of types) {
    for (const [param, { holds, title }] of Object.entries(outcomes[decision][type]?.params ?? {})) {
      const field = decision === "monitoring" ? `${type}.${param}` : param;
      const definition = paramFact(policy, decision, param, holds, title);
      if (definition !== undefined) add(field, definition);
      if (holds.kind === "reason") add("hasReason", (name) => truth(name, { en: "a reason is given", zh: "附有原因" }));
      if (holds.kind === "texts" && param === "factors") {
        for (const factor of holds.words ?? []) add(`verify.${factor}`, (name) => truth(name, { en: `proof by ${factor} is asked for`, zh: `要求以 ${factor} 核验` }));
      }
    }
  }
  if (decision === "pricing") pricingFacts(add);
  return found;
}

function pricingFacts(add: (field: string, make: (name: FactName) => FactDefinition) => void): void {
  add("allInBps", (name) => amount(name, 0, 1_200_000, "bps", { en: "all-in annual rate of the dearest term", zh: "最贵期数的综合年化利率" }));
  add("longestTerm", (name) => amount(name, 0, 24, "months", { en: "longest term on offer", zh: "最长分期期数" }));
  const shares: readonly (readonly [string, Text])[] = [
    ["fundingBps", { en: "sum of the shares in funding", zh: "出资份额合计" }],
    ["lossBps", { en: "sum of the shares in the rest of the losses", zh: "剩余损失份额合计" }],
    ["revenueBps", { en: "sum of the shares in revenue", zh: "收入份额合计" }],
  ];
  for (const [field, title] of shares) add(field, (name) => amount(name, 0, 20_000, "bps", title));
}

function paramFact(policy: Speaking, decision: DecisionName, param: string, holds: ParamKind, title: Text): ((name: FactName) => FactDefinition) | undefined {
  switch (holds.kind) {
    case "number":
      return (name) => ({ ...amount(name, holds.min, holds.max, holds.unit, title), ...(holds.whole ? {} : { type: "decimal", decimals: 4 }) });
    case "boolean":
      return (name) => truth(name, title);
    case "reason":
      return (name) => words(name, [...policy.reasons.keys()], title);
    case "arrangement":
      return (name) => words(name, Object.keys(policy.arrangements), title);
    case "word":
      return (name) => words(name, holds.words, title);
    case "grade":
    case "text":
      return (name) => words(name, [...new Set(said(policy, decision, param))], title);
    case "texts":
    case "numbers":
      return undefined;
  }
}

/** The words a policy uses for a param. */
function said(policy: Speaking, decision: DecisionName, param: string): readonly string[] {
  const file = policy.decisions[decision];
  const events: readonly RuleEvent[] = [...file.rules.map(({ event }) => event), ...Object.values(file.otherwise), file.onMissing];
  return events.flatMap(({ params }) => {
    const value = params?.[param];
    return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
  });
}

function common(name: FactName, title: Text) {
  return { name, title, description: title, nullable: true, producedBy: "policy", level: 1, sensitive: false, riskFactor: false } as const;
}

function truth(name: FactName, title: Text): FactDefinition {
  return { ...common(name, title), type: "boolean", typical: false };
}

function words(name: FactName, values: readonly string[], title: Text): FactDefinition {
  return { ...common(name, title), type: "enum", values, typical: values[0] ?? "" };
}

function amount(name: FactName, min: number, max: number, unit: string, title: Text): Extract<FactDefinition, { readonly min: number }> {
  return { ...common(name, title), type: "integer", min, max, decimals: 0, unit, typical: min };
}
