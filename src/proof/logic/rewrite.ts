import { reachable } from "./formula.ts";
import type { Formula, FormulaNode, Formulas, Variable } from "./formula.ts";

/** Statements with their leaves replaced; `keep` leaves one as it is. */
export function rewrite(
  formulas: Formulas,
  roots: readonly Formula[],
  leaf: (node: Extract<FormulaNode, { readonly kind: "atLeast" | "less" }>, of: Formula) => Formula,
): (of: Formula) => Formula {
  const made = new Map<Formula, Formula>();
  for (const of of reachable(formulas, roots)) made.set(of, rewritten(formulas, of, made, leaf));
  return (of) => {
    const found = made.get(of);
    if (found === undefined) throw new Error("only what was rewritten can be looked up");
    return found;
  };
}

function rewritten(formulas: Formulas, of: Formula, made: ReadonlyMap<Formula, Formula>, leaf: Parameters<typeof rewrite>[2]): Formula {
  const node = formulas.node(of);
  const part = (inner: Formula): Formula => made.get(inner) ?? inner;
  switch (node.kind) {
    case "constant":
      return of;
    case "atLeast":
    case "less":
      return leaf(node, of);
    case "not":
      return formulas.not(part(node.of));
    case "all":
    case "any":
      return node.kind === "all" ? formulas.all(node.parts.map(part)) : formulas.any(node.parts.map(part));
  }
}

/** The same statement about another applicant: every variable of the map replaced. */
export function aboutOther(formulas: Formulas, of: Formula, copies: ReadonlyMap<Variable, Variable>): Formula {
  const other = (variable: Variable): Variable => copies.get(variable) ?? variable;
  return rewrite(formulas, [of], (node) => {
    if (node.kind === "atLeast") return formulas.atLeast(other(node.variable), node.cut);
    const { left, right } = node;
    return formulas.less({ ...left, variable: other(left.variable) }, { ...right, variable: other(right.variable) });
  })(of);
}
