import type { FactName } from "../../facts/index.ts";
import type { CompiledDecision } from "../compiled.ts";
import { isList, isObject } from "../json.ts";
import type { RuleFile } from "../policy.ts";
import { compileDecision, type DecisionInput } from "./compile-decision.ts";
import { knownFacts } from "./derive.ts";
import { formOf } from "./law-memory.ts";

/** Compiled forms that are kept of one file: its moments, under a few values of its parameters. */
const keptMost = 24;

const compiled = new WeakMap<RuleFile, Map<string, CompiledDecision>>();

/**
 * The decision compiled before, where its file and all else that its code rests on is the same: an edit of one file
 * leaves the other decisions as they are, warm. For runs that do not overlap: what a decision found last stands in it.
 */
export function rememberedDecision(input: DecisionInput): CompiledDecision {
  const file = input.policy.decisions[input.decision];
  const kept = compiled.get(file) ?? new Map<string, CompiledDecision>();
  compiled.set(file, kept);
  const key = keyOf(input, file);
  const decision = kept.get(key) ?? compileDecision(input);
  kept.delete(key);
  kept.set(key, decision);
  if (kept.size > keptMost) kept.delete(kept.keys().next().value ?? "");
  return decision;
}

function keyOf({ policy, moment, layout, known }: DecisionInput, file: RuleFile): string {
  const own = knownFacts(policy);
  const facts = [...namesIn(file), ...namesIn(policy.derived)].map((name) => {
    const definition = layout.dictionary.facts.get(name);
    return definition === undefined ? "" : `${name}:${formOf(definition)}=${known.get(name) ?? own.get(name)}@${layout.slot(name)}`;
  });
  return [moment, layout.size, JSON.stringify(policy.derived), ...facts].join(" ");
}

/** Every text in a part of a policy, examples aside: whatever facts it reads are among them. */
function namesIn(part: object): ReadonlySet<FactName> {
  const before = named.get(part);
  if (before !== undefined) return before;
  const names = new Set<FactName>();
  const add = (value: unknown): void => {
    if (typeof value === "string") names.add(value);
    if (isList(value)) value.forEach(add);
    else if (isObject(value)) Object.values(value).forEach(add);
  };
  for (const [key, value] of Object.entries(part)) if (key !== "examples") add(value);
  named.set(part, names);
  return names;
}

const named = new WeakMap<object, ReadonlySet<FactName>>();
