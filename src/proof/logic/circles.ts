import { reachable } from "./formula.ts";
import type { Formula, Formulas, Monotone } from "./formula.ts";

/**
 * What orders of facts have to do with each other: of three facts compared in a circle, the first below the second and
 * the second below the third leave only one order of the first and the third. Added to a question, this shuts out
 * combinations that no applicant can have.
 */
export function withoutCircles(formulas: Formulas, question: Formula): Formula {
  const terms = new Map<string, Monotone>();
  const compared = new Set<string>();
  for (const of of reachable(formulas, [question])) {
    const node = formulas.node(of);
    if (node.kind !== "less" || terms.size > termsMax || [node.left, node.right].some(({ key, variable }) => key !== variable.name)) continue;
    const [left, right] = [node.left, node.right].map(nameOf);
    if (left === undefined || right === undefined) continue;
    terms.set(left, node.left);
    terms.set(right, node.right);
    compared.add(`${left}|${right}`).add(`${right}|${left}`);
  }
  const names = [...terms.keys()];
  const orders = names.flatMap((a) => names.flatMap((b) => names.flatMap((c) => (a !== c && compared.has(`${a}|${b}`) && compared.has(`${b}|${c}`) && compared.has(`${a}|${c}`) ? transitive(formulas, [a, b, c].map((name) => terms.get(name))) : []))));
  return formulas.all([question, ...orders]);
}

/** More comparisons than these are left as they are. */
const termsMax = 12;

function nameOf({ key, variable }: Monotone): string {
  return `${key}@${variable.index}`;
}

/** a < b and b < c give a < c; a ≤ b and b ≤ c give a ≤ c; where all are there. */
function transitive(formulas: Formulas, [a, b, c]: readonly (Monotone | undefined)[]): readonly Formula[] {
  if (a === undefined || b === undefined || c === undefined) return [];
  const there = formulas.all([a, b, c].map(({ variable }) => formulas.atLeast(variable, variable.lowest)));
  const unless = (conclusion: Formula, premises: readonly Formula[]): Formula => formulas.any([formulas.not(there), ...premises.map((premise) => formulas.not(premise)), conclusion]);
  const [ab, bc, ac] = [formulas.less(a, b), formulas.less(b, c), formulas.less(a, c)];
  const [ba, cb, ca] = [formulas.less(b, a), formulas.less(c, b), formulas.less(c, a)].map((less) => formulas.not(less));
  return [unless(ac, [ab, bc]), unless(ca ?? formulas.no, [ba ?? formulas.no, cb ?? formulas.no])];
}
