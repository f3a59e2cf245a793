import { encodeFact, type FactLayout } from "../../facts/index.ts";
import type { CustomerState } from "../customer-state.ts";
import type { Layoff } from "../environment.ts";
import type { World } from "../world.ts";

/** A layoff, its group found in the row. */
export interface PreparedLayoff {
  readonly from: number;
  readonly to: number;
  readonly slot: number;
  readonly value: number;
  readonly factor: number;
}

/** Finds the groups of layoffs in a row. Throws for a fact that is not in the dictionary: its reader has checked it. */
export function prepareLayoffs(layoffs: readonly Layoff[], layout: FactLayout): readonly PreparedLayoff[] {
  return layoffs.map(({ from, to, fact, value, factor }) => {
    const definition = layout.dictionary.facts.get(fact);
    if (definition === undefined) throw new Error(`${fact} is not in the dictionary`);
    return { from, to, slot: layout.slot(fact), value: encodeFact(definition, value), factor };
  });
}

/** Which layoffs can meet her, as bits; from her row as it was drawn. */
export function layoffsOf(w: World): number {
  let bits = 0;
  w.layoffs.forEach(({ slot, value }, index) => {
    if (w.row[slot] === value) bits |= 1 << index;
  });
  return bits;
}

/** The chance of losing income this month for somebody whom a layoff may meet. */
export function laidOff(w: World, s: CustomerState, entry: number): number {
  let chance = entry;
  for (let i = 0; i < w.layoffs.length; i++) {
    const layoff = w.layoffs[i];
    if (layoff !== undefined && (s.layoffs & (1 << i)) !== 0 && layoff.from <= s.month && s.month <= layoff.to) chance *= layoff.factor;
  }
  return Math.min(1, chance);
}
