import { reachable } from "../logic/formula.ts";
import type { Formula, Formulas, Monotone, Variable } from "../logic/formula.ts";
import { conjuncts } from "../logic/parts.ts";
import type { Scope } from "../terms/scope.ts";
import type { Claim } from "./claim.ts";
import { makeOpaque } from "./opaque.ts";
import { isPlain, mayRest } from "./plain.ts";
import { keyOf, signsOf } from "./signs.ts";
import type { Pair } from "./violation.ts";

/**
 * Whether a computed number is monotone in a fact, asked of some number that nobody knows: if the one applicant reaches it
 * and the other one does not, although she has an outcome too, the claim may be broken; if there is no such pair it holds.
 * What the rules compute from other facts is compared with it in the same way for both, whatever it comes to; what they
 * compute from the fact itself may change one way only, and must be asked for in the other. Undefined where it is not so.
 */
export function enoughFor(claim: Extract<Claim, { kind: "monotone" }>, scope: Scope, premise: Formula): Pair | undefined {
  const { space } = scope;
  const { formulas } = space;
  const field = scope.field(claim.outcome);
  if (field?.kind !== "number") return undefined;
  const variable = space.fact(scope.definition(claim.fact));
  const some = space.openNumber(`some ${claim.outcome}`, -Infinity, Infinity);
  const reached = field.atLeast({ kind: "monotone", key: some.name, variable: some, rising: true, at: (value) => value });
  // Both have an outcome: what says so is no difference between them.
  const present = new Set(conjuncts(formulas, field.present));
  const asked = formulas.all(conjuncts(formulas, reached).filter((part) => !present.has(part)));
  if (!isOneWay(formulas, asked, { variable, rises: claim.never === "falls" })) return undefined;
  const opaque = makeOpaque(space, asked, variable);
  const there = formulas.atLeast(variable, variable.lowest);
  const isUsable = (part: Formula): boolean => !formulas.compares(part) && isPlain(space, [part], variable);
  const both = formulas.all([there, ...opaque.known, ...[premise, ...present].flatMap((part) => conjuncts(formulas, part)).filter(isUsable)]);
  const statement = formulas.all([opaque.statement, there, ...opaque.known]);
  return isPlain(space, [statement, both], variable) ? { variable, how: claim.never, statements: [statement], there: both } : undefined;
}

interface About {
  readonly variable: Variable;
  /** Whether the second applicant has more of the fact. */
  readonly rises: boolean;
}

/**
 * Whether every comparison with a number of the fact may be taken for something that is the same of both applicants: true of
 * the one and not of the other it would have to be as it stands where it cannot become false, negated where it cannot
 * become true.
 */
function isOneWay(formulas: Formulas, asked: Formula, about: About): boolean {
  const signs = signsOf(formulas, asked);
  return reachable(formulas, [asked]).every((of) => {
    const node = formulas.node(of);
    const change = node.kind === "less" ? changeOf(node.left, node.right, about) : "none";
    return change === "none" || (change !== "any" && !signs.has(keyOf(of, change === "shrinks")));
  });
}

/** What becomes of a comparison from the first applicant to the second. */
function changeOf(left: Monotone, right: Monotone, { variable, rises }: About): "none" | "grows" | "shrinks" | "any" {
  if (mayRest(left.variable, variable) || mayRest(right.variable, variable)) return "any";
  const up = (term: Monotone): boolean | undefined => (term.variable === variable ? term.rising === rises : undefined);
  const [a, b] = [up(left), up(right)];
  if (a === undefined && b === undefined) return "none";
  if (a !== true && b !== false) return "grows";
  return a !== false && b !== true ? "shrinks" : "any";
}
