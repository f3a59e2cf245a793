import { reachable } from "../logic/formula.ts";
import type { Formula, Variable } from "../logic/formula.ts";
import type { Space } from "../logic/space.ts";

/** What is left open in a statement that may be another way for an applicant with another value of a fact. */
export function openAbout({ formulas }: Space, of: Formula, variable: Variable): readonly Variable[] {
  const met = reachable(formulas, [of]).flatMap((part) => {
    const node = formulas.node(part);
    return node.kind === "less" ? [node.left.variable, node.right.variable] : node.kind === "atLeast" ? [node.variable] : [];
  });
  return [...new Set(met)].filter((each) => each.original === undefined && mayRest(each, variable));
}

/** Whether statements speak of a fact by its cuts alone, and leave nothing open that could depend on it. */
export function isPlain({ formulas }: Space, statements: readonly Formula[], variable: Variable): boolean {
  return reachable(formulas, statements).every((of) => {
    const node = formulas.node(of);
    if (node.kind === "less") return [node.left.variable, node.right.variable].every((each) => each !== variable && !mayRest(each, variable));
    return node.kind !== "atLeast" || !mayRest(node.variable, variable);
  });
}

/** Whether what is left open may be another way where the fact is another one. */
export function mayRest({ why, restsOn }: Variable, variable: Variable): boolean {
  return why !== undefined && (restsOn === undefined || restsOn.includes(variable));
}
