import { partsOf, weightMax } from "./formula.ts";
import type { Formula, Formulas } from "./formula.ts";

/** Whether a statement is made of so many different statements at most, itself included. */
export function isSmall(formulas: Formulas, of: Formula, most: number): boolean {
  if (formulas.weight(of) <= Math.min(most, weightMax - 1)) return true;
  const met = new Set([of]);
  // What is added while going through is gone through too.
  for (const each of met) {
    for (const part of partsOf(formulas.node(each))) met.add(part);
    if (met.size > most) return false;
  }
  return true;
}

/** Statements that are all true exactly where one is, each once. */
export function conjuncts(formulas: Formulas, of: Formula): readonly Formula[] {
  const found = new Set<Formula>();
  const waiting = [of];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = formulas.node(next);
    if (node.kind === "all") waiting.push(...node.parts.toReversed());
    else found.add(next);
  }
  return [...found];
}
