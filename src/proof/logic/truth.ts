import { partsOf } from "./formula.ts";
import type { Formula, FormulaNode, Formulas, Monotone, Variable } from "./formula.ts";
import { valueAt } from "./space.ts";

/** One applicant's value of each variable, as whole numbers of its domain. */
export type Wholes = (variable: Variable) => number;

/** Whether statements are true of one applicant after another: of a statement only what settles it is looked at. */
export function makeTruth(formulas: Formulas): (of: Formula, wholes: Wholes) => boolean {
  /** By statement: twice the number of the look that settled it, and one more where it is true. */
  const settled: number[] = [];
  const [waiting, places]: [Formula[], number[]] = [[], []];
  let look = 0;
  const known = (of: Formula): boolean | undefined => {
    const found = settled[of] ?? 0;
    return found >> 1 === look ? (found & 1) === 1 : undefined;
  };
  /** The truth of a statement whose parts are settled as far as they are needed, or the next part to be looked at. */
  const next = (node: FormulaNode, wholes: Wholes): boolean | Formula => {
    switch (node.kind) {
      case "constant":
        return node.truth;
      case "atLeast":
        return wholes(node.variable) >= node.cut;
      case "less":
        return valueOf(node.left, wholes) < valueOf(node.right, wholes);
      case "not":
      case "all":
      case "any": {
        const parts = partsOf(node);
        const decisive = node.kind === "any";
        for (let at = places.at(-1) ?? 0; at < parts.length; at += 1) {
          const part = parts[at] ?? 0;
          const truth = known(part);
          places[places.length - 1] = at;
          if (truth === undefined) return part;
          if (node.kind === "not") return !truth;
          if (truth === decisive) return decisive;
        }
        return !decisive;
      }
    }
  };
  return (of, wholes) => {
    look += 1;
    waiting.push(of);
    places.push(0);
    for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
      const found = next(formulas.node(top), wholes);
      if (typeof found === "number") {
        waiting.push(found);
        places.push(0);
        continue;
      }
      settled[top] = 2 * look + Number(found);
      waiting.pop();
      places.pop();
    }
    return known(of) === true;
  };
}

/** NaN where the fact is missing: then nothing is less. */
function valueOf({ variable, at }: Monotone, wholes: Wholes): number {
  const whole = wholes(variable);
  return whole < variable.lowest ? NaN : at(valueAt(variable, whole));
}
