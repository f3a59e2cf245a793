import type { ConditionNode, ConditionSide, TypedFact } from "../../policy/index.ts";
import type { Formula } from "../logic/formula.ts";
import { isExactly, presenceOf } from "../logic/space.ts";
import { isAtMost } from "./compare.ts";
import type { Field, NumberField } from "./field.ts";
import type { Scope } from "./scope.ts";
import { isAbove, isAtLeast, isPresent, known } from "./term.ts";
import type { Term } from "./term.ts";

/** Where a condition is certainly true and where it is certainly false; elsewhere a missing fact decides. */
export interface Truths {
  readonly yes: Formula;
  readonly no: Formula;
}

/** A lowered condition as statements about the applicant. */
export function truthsOf(node: ConditionNode, scope: Scope): Truths {
  const { formulas } = scope.space;
  switch (node.kind) {
    case "constant":
      return { yes: node.truth === 1 ? formulas.yes : formulas.no, no: node.truth === 0 ? formulas.yes : formulas.no };
    case "compare":
      return comparison(node.operator, node.left, node.right, scope);
    case "among":
      return among(node.fact, node.codes, scope);
    case "pair":
      return pair(node.left, node.right, (a, b) => node.truths[a * (node.right.values?.length ?? 0) + b] === 1, scope);
    case "apply":
      return applied(node, scope);
    case "not": {
      const { yes, no } = truthsOf(node.of, scope);
      return { yes: no, no: yes };
    }
    case "all":
    case "any": {
      const parts = node.sets.flat().map((part) => truthsOf(part, scope));
      const [yes, no] = [parts.map((part) => part.yes), parts.map((part) => part.no)];
      return node.kind === "all" ? { yes: formulas.all(yes), no: formulas.any(no) } : { yes: formulas.any(yes), no: formulas.all(no) };
    }
  }
}

/** True and false exactly where a statement is, of what is there. */
function within(scope: Scope, present: Formula, yes: Formula): Truths {
  const { formulas } = scope.space;
  return { yes: formulas.all([present, yes]), no: formulas.all([present, formulas.not(yes)]) };
}

type Operand = Term | NumberField;

function isField(operand: Operand): operand is NumberField {
  return "atLeast" in operand;
}

function comparison(operator: "<" | "<=" | "===", left: TypedFact | number, right: TypedFact | number, scope: Scope): Truths {
  const { formulas } = scope.space;
  const [a, b] = [operandOf(left, scope), operandOf(right, scope)];
  const present = formulas.all([presence(a, scope), presence(b, scope)]);
  switch (operator) {
    case "<":
      return within(scope, present, formulas.not(atLeast(a, b, scope)));
    case "<=":
      return within(scope, present, atLeast(b, a, scope));
    case "===":
      return within(scope, present, formulas.all([atLeast(a, b, scope), atLeast(b, a, scope)]));
  }
}

function operandOf(of: TypedFact | number, scope: Scope): Operand {
  if (typeof of === "number") return known(of);
  const field = scope.field(of.name);
  if (field === undefined) return scope.term(of.name);
  if (field.kind === "codes") throw new Error("only numbers are put in order");
  return field;
}

function presence(of: Operand, { space }: Scope): Formula {
  return isField(of) ? of.present : isPresent(space, of);
}

/** Whether the first number is at least the second, where both are there. */
function atLeast(a: Operand, b: Operand, { space }: Scope): Formula {
  const { formulas } = space;
  if (isField(a)) {
    if (!isField(b)) return a.atLeast(b);
    // Somewhere among the numbers it can be, the second one reaches a number that the first does not.
    return formulas.not(formulas.any(b.terms.map((term) => formulas.all([b.atLeast(term), formulas.not(a.atLeast(term))]))));
  }
  return isField(b) ? formulas.not(b.above(a)) : isAtMost(space, b, a);
}

function among(fact: TypedFact, codes: readonly number[], scope: Scope): Truths {
  const { space } = scope;
  const { formulas } = space;
  const field = scope.field(fact.name);
  if (field !== undefined) return within(scope, field.present, formulas.any(codes.map((code) => equals(field, code))));
  if (fact.values !== undefined) {
    const variable = space.fact(scope.definition(fact.name));
    return within(scope, presenceOf(space, variable), formulas.any(codes.map((code) => isExactly(space, variable, code))));
  }
  const term = scope.term(fact.name);
  const isCode = (code: number): Formula => formulas.all([isAtLeast(space, term, code), formulas.not(isAbove(space, term, code))]);
  return within(scope, isPresent(space, term), formulas.any(codes.map(isCode)));

  function equals(of: Field, code: number): Formula {
    return of.kind === "codes" ? of.is(code) : formulas.all([of.atLeast(known(code)), formulas.not(of.above(known(code)))]);
  }
}

/** Every pair of values of two facts that have finitely many. */
function pair(left: TypedFact, right: TypedFact, holds: (a: number, b: number) => boolean, scope: Scope): Truths {
  const { formulas } = scope.space;
  const [a, b] = [valuesOf(left, scope), valuesOf(right, scope)];
  const cases = a.cases.flatMap((one, i) => b.cases.flatMap((two, j) => (holds(i, j) ? [formulas.all([one, two])] : [])));
  return within(scope, formulas.all([a.present, b.present]), formulas.any(cases));
}

function valuesOf(fact: TypedFact, scope: Scope): { readonly present: Formula; readonly cases: readonly Formula[] } {
  const field = scope.field(fact.name);
  const values = fact.values ?? [];
  if (field?.kind === "codes") return { present: field.present, cases: values.map((_, code) => field.is(code)) };
  const variable = scope.space.fact(scope.definition(fact.name));
  return { present: presenceOf(scope.space, variable), cases: values.map((_, code) => isExactly(scope.space, variable, code)) };
}

/** Operators that compare words with numbers: tried for every value where there are finitely many. */
function applied({ operation, left, right }: Extract<ConditionNode, { kind: "apply" }>, scope: Scope): Truths {
  const [a, b] = [countable(left), countable(right)];
  if (a === undefined || b === undefined) {
    const open = scope.open(`apply ${nameOf(left)} ${nameOf(right)}`, { en: "a word is compared with a number", zh: "词语与数值相比较" });
    return { yes: open, no: scope.space.formulas.not(open) };
  }
  const holds = (i: number, j: number): boolean => operation(a[i], b[j]);
  if (left.kind === "typed" && right.kind === "typed") return pair(left, right, holds, scope);
  const fact = left.kind === "typed" ? left : right;
  if (fact.kind !== "typed") throw new Error("two constants are folded before");
  const codes = (fact.values ?? []).flatMap((_, code) => ((fact === left ? holds(code, 0) : holds(0, code)) ? [code] : []));
  return among(fact, codes, scope);
}

function countable(side: ConditionSide): readonly unknown[] | undefined {
  if (side.kind === "constant") return [side.value];
  return side.kind === "typed" ? side.values : undefined;
}

function nameOf(side: ConditionSide): string {
  return side.kind === "constant" ? JSON.stringify(side.value) : side.name;
}


