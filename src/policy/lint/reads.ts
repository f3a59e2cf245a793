import type { FactName } from "../../facts/index.ts";
import { isObject } from "../json.ts";
import { inForce, scoreFact } from "../scorecard/index.ts";
import type { Derivation, Policy, RuleEvent } from "../policy.ts";
import { leavesOf } from "./conjuncts.ts";
import type { PlacedRule } from "./subject.ts";

/** Facts that a rule's conditions read, derived facts followed to what they rest on. */
export function factsOfConditions(placed: PlacedRule, policy: Policy): ReadonlySet<FactName> {
  const before = factsByRule.get(placed);
  if (before !== undefined) return before;
  const facts = factsIn(placed, policy);
  factsByRule.set(placed, facts);
  return facts;
}

// A placed rule belongs to one policy.
const factsByRule = new WeakMap<PlacedRule, ReadonlySet<FactName>>();

function factsIn({ rule, file }: PlacedRule, policy: Policy): ReadonlySet<FactName> {
  const names = [...leavesOf(rule.conditions, file.conditions)].flatMap(({ fact, value }) => [fact, ...factIn(value)]);
  return withSources(names, policy);
}

/** Facts that an outcome's params read, derived facts followed. */
export function factsOfEvent(event: RuleEvent, policy: Policy): ReadonlySet<FactName> {
  return withSources(Object.values(event.params ?? {}).flatMap(factIn), policy);
}

/** Facts that a rule reads anywhere. */
export function factsOfRule(placed: PlacedRule, policy: Policy): ReadonlySet<FactName> {
  return new Set([...factsOfConditions(placed, policy), ...factsOfEvent(placed.rule.event, policy)]);
}

/** The fact that stands for a value, if one does. */
export function factIn(value: unknown): readonly FactName[] {
  return isObject(value) && typeof value["fact"] === "string" ? [value["fact"]] : [];
}

/** The facts and numbers a derivation is made of. */
export function operandsIn(derivation: Derivation): readonly (FactName | number)[] {
  if ("band" in derivation) return [derivation.band];
  if ("times" in derivation) return derivation.times;
  if ("plus" in derivation) return derivation.plus;
  if ("minus" in derivation) return derivation.minus;
  if ("dividedBy" in derivation) return derivation.dividedBy;
  return "min" in derivation ? derivation.min : derivation.max;
}

function withSources(names: readonly FactName[], policy: Policy): ReadonlySet<FactName> {
  const derived = new Map(policy.derived.map(({ name, derivation }) => [name, derivation]));
  const own = inForce(policy.scorecard);
  const seen = new Set<FactName>();
  const follow = (name: FactName): void => {
    if (seen.has(name)) return;
    seen.add(name);
    // A score that the policy makes itself is read through the facts that it is made of.
    if (name === scoreFact) own?.characteristics.forEach(({ fact }) => follow(fact));
    const derivation = derived.get(name);
    for (const operand of derivation === undefined ? [] : operandsIn(derivation)) if (typeof operand === "string") follow(operand);
  };
  names.forEach(follow);
  return seen;
}
