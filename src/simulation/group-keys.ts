import { decodeFact, type Dictionary, type FactDefinition, type FactName } from "../facts/index.ts";
import type { CustomerBlock } from "../population/index.ts";

/** Keys beyond this many are counted under `other`. */
const mostKeys = 200;

/** Stands for a fact: whether the new policy of a roll-out reaches a customer. */
export const rollOut = "rollOut";

/** What keys are made from beside the block. */
export interface Keying {
  readonly dictionary: Dictionary;
  readonly reached: (customer: number) => boolean;
}

/** Which group a customer of a block belongs to: the values of the facts, numbers in bands. */
export function groupKeys(block: CustomerBlock, facts: readonly FactName[], { dictionary, reached }: Keying): string[] {
  const seen = new Set<string>();
  const parts = facts.map((name) => ({ name, column: block.observed.get(name), fact: dictionary.facts.get(name) }));
  return Array.from({ length: block.count }, (_, index) => {
    const key = parts.map(({ name, column, fact }) => (name === rollOut ? (reached(block.first + index) ? "reached" : "not reached") : label(fact, column?.[index] ?? Number.NaN))).join(" / ");
    if (!seen.has(key) && seen.size >= mostKeys) return "other";
    seen.add(key);
    return key;
  });
}

function label(fact: FactDefinition | undefined, value: number): string {
  if (fact === undefined || value !== value) return "missing";
  if (fact.type === "boolean" || fact.type === "enum") return String(decodeFact(fact, value));
  if (fact.max - fact.min < 12) return String(value);
  return band(value, widths[fact.unit]);
}

/** Width of the bands, by unit; other units go by 1–2–5. */
const widths: Readonly<Record<string, number>> = { years: 10, points: 50, bps: 1000 };

function band(value: number, width: number | undefined): string {
  if (width !== undefined) {
    const from = Math.floor(value / width) * width;
    return `${from}–${from + width - 1}`;
  }
  if (value <= 0) return value === 0 ? "0" : "below 0";
  let step = 1;
  while (step * 10 <= value) step *= 10;
  const digit = value / step;
  const from = digit >= 5 ? 5 * step : digit >= 2 ? 2 * step : step;
  const to = digit >= 5 ? 10 * step : digit >= 2 ? 5 * step : 2 * step;
  return `${from}–${to - 1}`;
}
