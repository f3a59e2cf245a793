import { nearest } from "../base/index.ts";
import { decodeFact, type Dictionary, type FactDefinition } from "../facts/index.ts";
import type { CustomerBlock } from "../population/index.ts";
import { counterNames, type History, type HistoryEntry } from "../simulation/index.ts";
import { UsageError } from "./world.ts";

/** A condition on customers: on a fact known from the start, or on what happened to them. */
export type Where =
  | { readonly kind: "fact"; readonly definition: FactDefinition; readonly operator: string; readonly value: string }
  | { readonly kind: "life"; readonly matches: (entry: HistoryEntry) => boolean };

const pattern = /^([A-Za-z][\w.-]*)\s*(<=|>=|!=|=|<|>)\s*(.*)$/u;

/** Events that histories tell beside the counters. */
const otherEvents = ["account-opened", "limit-changed", "price-declined", "credit-purchase", "purchase", "account-closed"];

/**
 * Reads `--where` conditions: `event=chargedOff`, `decision=closure:refuse`, `rule=ENR-10`, `law=CN-ENR-001`,
 * or a fact of the population such as `customer.age<20`. Throws a UsageError for what is none of these.
 */
export function readWhere(written: readonly string[], dictionary: Dictionary): readonly Where[] {
  return written.map((text) => {
    const [, key = "", operator = "", value = ""] = pattern.exec(text) ?? [];
    if (key === "event" && operator === "=") return onEvent(value);
    if (key === "decision" && operator === "=") return onDecision(value);
    if (key === "rule" && operator === "=") return { kind: "life", matches: ({ kind, rules }) => kind === "decision" && rules.includes(value) };
    if (key === "law" && operator === "=") return { kind: "life", matches: ({ kind, rules }) => kind === "act" && rules.includes(value) };
    return onFact(text, key, { operator, value }, dictionary);
  });
}

function onEvent(name: string): Where {
  const known = [...counterNames, ...otherEvents];
  if (!known.includes(name)) {
    const guess = nearest(name, known);
    throw new UsageError({
      en: `--where: there is no event \`${name}\`${guess === undefined ? "" : `; did you mean \`${guess}\`?`}`,
      zh: `--where：没有事件 \`${name}\`${guess === undefined ? "" : `；是否指 \`${guess}\`？`}`,
    });
  }
  return { kind: "life", matches: (entry) => entry.kind === "event" && entry.name === name };
}

function onDecision(value: string): Where {
  const [decision = "", outcome] = value.split(":");
  return {
    kind: "life",
    matches: ({ kind, name, figures }) =>
      kind === "decision" && name === decision && (outcome === undefined || String(figures["outcome"]).split(" + ").includes(outcome)),
  };
}

function onFact(
  text: string,
  name: string,
  { operator, value }: { readonly operator: string; readonly value: string },
  dictionary: Dictionary,
): Where {
  const definition = dictionary.facts.get(name);
  if (definition !== undefined && definition.producedBy === "population" && operator !== "") return { kind: "fact", definition, operator, value };
  const known = [...dictionary.facts.values()].filter((fact) => fact.producedBy === "population").map((fact) => fact.name);
  const guess = nearest(name, [...known, "event", "decision", "rule", "law"]);
  throw new UsageError({
    en: `--where \`${text}\` is no condition${guess === undefined || name === "" ? "" : `; did you mean \`${guess}\`?`} Use event=, decision=, rule=, law=, or a fact of the population such as customer.age<20`,
    zh: `--where \`${text}\` 不是有效条件${guess === undefined || name === "" ? "" : `；是否指 \`${guess}\`？`}可用 event=、decision=、rule=、law=，或客群的事实，例如 customer.age<20`,
  });
}

/** Whether a customer of a block meets all conditions on facts. */
export function meetsFacts(where: readonly Where[], block: CustomerBlock, index: number): boolean {
  return where.every((condition) => {
    if (condition.kind !== "fact") return true;
    const code = block.observed.get(condition.definition.name)?.[index] ?? NaN;
    return compare(decodeFact(condition.definition, code), condition.operator, condition.value);
  });
}

/** Whether a life meets all conditions on what happened; each may be met by another entry. */
export function meetsLife(where: readonly Where[], history: History): boolean {
  return where.every((condition) => condition.kind !== "life" || history.entries.some((entry) => entry.month >= 0 && condition.matches(entry)));
}

/** A missing fact meets nothing but `=missing`. */
function compare(have: number | string | boolean | null, operator: string, wanted: string): boolean {
  if (have === null) return operator === "=" && wanted === "missing";
  if (operator === "=") return String(have) === wanted;
  if (operator === "!=") return String(have) !== wanted;
  const number = Number(wanted);
  if (typeof have !== "number" || Number.isNaN(number)) return false;
  if (operator === "<") return have < number;
  if (operator === "<=") return have <= number;
  return operator === ">" ? have > number : have >= number;
}
