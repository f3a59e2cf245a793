import type { Formula } from "../logic/formula.ts";
import type { Space } from "../logic/space.ts";
import { isAtMost, isLess } from "./compare.ts";
import { isAbove, isAtLeast, isPresent, keyOf } from "./term.ts";
import type { Term } from "./term.ts";

/** One thing a decision says (its type, a param), as statements about the applicant. */
export type Field = CodeField | NumberField;

/** One of several values. */
export interface CodeField {
  readonly kind: "codes";
  readonly values: readonly (string | boolean)[];
  readonly present: Formula;
  /** Whether it says this value. */
  is(code: number): Formula;
}

/** A number, of those that `terms` can be. */
export interface NumberField {
  readonly kind: "number";
  readonly present: Formula;
  readonly terms: readonly Term[];
  /** Whether both are there and it is at least, or above, the term. */
  atLeast(term: Term): Formula;
  above(term: Term): Formula;
}

/** What is said in one case; the cases exclude each other. */
export interface Case<T> {
  readonly when: Formula;
  readonly value: T;
}

/** A field that says one value in each case, and nothing in all others. */
export function codeField({ formulas }: Space, values: readonly (string | boolean)[], cases: readonly Case<string | boolean>[]): CodeField {
  const whens = new Map<string | boolean, Formula[]>();
  for (const { when, value } of cases) whens.set(value, [...(whens.get(value) ?? []), when]);
  return {
    kind: "codes",
    values,
    present: formulas.any(cases.map(({ when }) => when)),
    is: (code) => formulas.any(whens.get(values[code] ?? "") ?? []),
  };
}

/** A field that says one number in each case. */
export function numberField(space: Space, cases: readonly Case<Term>[]): NumberField {
  const { formulas } = space;
  const merged = new Map<string, { term: Term; whens: Formula[] }>();
  for (const { when, value } of cases) {
    const found = merged.get(keyOf(value));
    if (found === undefined) merged.set(keyOf(value), { term: value, whens: [when] });
    else found.whens.push(when);
  }
  const all = [...merged.values()].map(({ term, whens }) => ({ term, when: formulas.any(whens) }));
  const over = (test: (of: Term) => Formula): Formula => formulas.any(all.map(({ term, when }) => formulas.all([when, test(term)])));
  return {
    kind: "number",
    present: over((of) => isPresent(space, of)),
    terms: all.map(({ term }) => term),
    atLeast: (term) => over((of) => (term.kind === "number" ? isAtLeast(space, of, term.value) : isAtMost(space, term, of))),
    above: (term) => over((of) => (term.kind === "number" ? isAbove(space, of, term.value) : isLess(space, term, of))),
  };
}
