import { inForce, scoreFact, type DecisionName, type Policy } from "../policy/index.ts";
import type { FactRead } from "../view/index.ts";
import type { DecidedOne } from "./decide-one.ts";
import type { GivenFacts } from "./read-facts.ts";

/** Every fact, parameter and derived fact that a decision reads, with its value and where that comes from; what derived facts rest on follows them. */
export function factsRead(policy: Policy, decision: DecisionName, { decided, given }: { readonly decided: DecidedOne; readonly given: GivenFacts }): readonly FactRead[] {
  const derivations = new Map(policy.derived.map(({ name, derivation }) => [name, derivation]));
  const names = new Set<string>();
  const add = (name: string): void => {
    if (names.has(name) || !policy.dictionary.facts.has(name)) return;
    names.add(name);
    const derivation = derivations.get(name);
    if (derivation !== undefined) for (const operand of Object.values(derivation).flat()) if (typeof operand === "string") add(operand);
  };
  const { rules, conditions } = policy.decisions[decision];
  // Parameters, and what is derived from them alone, are folded into the compiled decision: the rules name them.
  const computed = [...new Set(wordsIn([rules.map((rule) => [rule.conditions, rule.event.params]), conditions]))].filter((name) => /^(?:param|derived)\./u.test(name));
  for (const name of [...decided.reads, ...computed]) add(name);
  return [...names].map((name): FactRead => {
    const title = policy.dictionary.facts.get(name)?.title ?? { en: name, zh: name };
    return { name, title, value: decided.facts[name] ?? null, origin: originOf(name, policy, given) };
  });
}

function originOf(name: string, policy: Policy, given: GivenFacts): FactRead["origin"] {
  if (name.startsWith("param.")) return "parameter";
  if (name.startsWith("derived.")) return "derived";
  if (Object.hasOwn(given, name)) return "given";
  return name === scoreFact && inForce(policy.scorecard) !== undefined ? "scorecard" : "typical";
}

function* wordsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) yield* wordsIn(part);
}
