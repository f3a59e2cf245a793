import { typicalFacts } from "../../src/facts/index.ts";
import type { FactDefinition } from "../../src/facts/index.ts";
import { dictionary } from "./written.ts";
import type { WrittenExample, WrittenPolicy } from "./written.ts";

export type Facts = Readonly<Record<string, number | string | boolean>>;

/**
 * The facts of an example: the typical applicant, the example's own, parameters and derived facts.
 * Where it leaves facts missing, every combination of their extreme values (at most 2^5; beyond that all low, all high).
 */
export function completions(policy: WrittenPolicy, example: WrittenExample): readonly Facts[] {
  const missing = Object.entries(example.facts).flatMap(([name, value]) => (value === null ? [name] : []));
  const given = Object.fromEntries(Object.entries(example.facts).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  const parameters = Object.fromEntries(Object.entries(policy.parameters).map(([name, { value }]) => [`param.${name}`, value]));
  const known: Facts = { ...typicalFacts(dictionary), ...given, "request.moment": example.moment, ...parameters };
  const masks = missing.length > 5 ? [0, 2 ** missing.length - 1] : Array.from({ length: 2 ** missing.length }, (_, mask) => mask);
  return masks.map((mask) => {
    const drawn = missing.map((name, i) => [name, extreme(name, (mask >> i) % 2 === 1)]);
    return withDerived(policy, { ...known, ...Object.fromEntries(drawn) });
  });
}

function extreme(name: string, high: boolean): number | string | boolean {
  const fact: FactDefinition | undefined = dictionary.facts.get(name);
  if (fact === undefined) throw new Error(`no fact ${name}`);
  if (fact.type === "boolean") return high;
  if (fact.type === "enum") return fact.values.at(high ? -1 : 0) ?? "";
  return high ? fact.max : fact.min;
}

/** Adds the derived facts, whichever order they are written in. */
function withDerived(policy: WrittenPolicy, facts: Facts): Facts {
  const number = (operand: string | number): number => {
    if (typeof operand === "number") return operand;
    const definition = operand.startsWith("derived.") ? policy.derived[operand.slice("derived.".length)] : undefined;
    return definition === undefined ? Number(facts[operand]) : compute(definition, number);
  };
  const derived = Object.keys(policy.derived).map((name) => [`derived.${name}`, number(`derived.${name}`)]);
  return { ...facts, ...Object.fromEntries(derived) };
}

function compute(by: WrittenPolicy["derived"][string], number: (operand: string | number) => number): number {
  const raw = computeRaw(by, number);
  return by.roundDownTo === undefined ? raw : Math.floor(raw / by.roundDownTo) * by.roundDownTo;
}

function computeRaw(by: WrittenPolicy["derived"][string], number: (operand: string | number) => number): number {
  if (by.times) return number(by.times[0]) * number(by.times[1]);
  if (by.plus) return number(by.plus[0]) + number(by.plus[1]);
  if (by.minus) return number(by.minus[0]) - number(by.minus[1]);
  if (by.dividedBy) return number(by.dividedBy[0]) / number(by.dividedBy[1]);
  if (by.min) return Math.min(...by.min.map(number));
  if (by.max) return Math.max(...by.max.map(number));
  const at = number(by.band ?? 0);
  return (by.steps ?? []).filter(({ from }) => from <= at).at(-1)?.to ?? Number.NaN;
}
