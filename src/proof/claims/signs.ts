import { partsOf, reachable } from "../logic/formula.ts";
import type { Formula, Formulas } from "../logic/formula.ts";

/** A part of a question as it stands, or negated. */
export function keyOf(of: Formula, asItStands: boolean): string {
  return `${of}${asItStands ? "+" : "-"}`;
}

/** In which ways each part of a question is asked: as it stands, negated, or both. */
export function signsOf(formulas: Formulas, question: Formula): ReadonlySet<string> {
  const found = new Set([keyOf(question, true)]);
  for (const of of reachable(formulas, [question]).toReversed()) {
    const node = formulas.node(of);
    for (const asItStands of [true, false]) {
      if (!found.has(keyOf(of, asItStands))) continue;
      for (const part of partsOf(node)) found.add(keyOf(part, node.kind === "not" ? !asItStands : asItStands));
    }
  }
  return found;
}
