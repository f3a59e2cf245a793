import type { Formula, Monotone, Variable } from "../logic/formula.ts";
import { presenceOf, valueAt } from "../logic/space.ts";
import type { Space } from "../logic/space.ts";
import { numberAbove, numberAtLeast } from "../logic/thresholds.ts";

/** A number that rules compare: known, or computed from the applicant's facts. */
export type Term =
  | { readonly kind: "number"; readonly value: number }
  | Monotone
  /** The least or the most of several; missing where one of them is. */
  | { readonly kind: "least" | "most"; readonly key: string; readonly parts: readonly Term[] }
  /** The `to` of the last step whose `from` the number reaches; missing below the first. */
  | { readonly kind: "steps"; readonly key: string; readonly of: Term; readonly steps: readonly { readonly from: number; readonly to: number }[] }
  /** A number nobody computes here (arithmetic between facts): any, where its facts are there. */
  | { readonly kind: "unknown"; readonly key: string; readonly any: Monotone; readonly present: Formula };

/** A known number. */
export function known(value: number): Term {
  return { kind: "number", value };
}

/** A fact as it stands. */
export function factTerm(variable: Variable): Term {
  return { kind: "monotone", key: variable.name, variable, rising: true, at: (value) => value };
}

/** Two terms of one key are the same number for every applicant. */
export function keyOf(term: Term): string {
  if (term.kind === "number") return `#${term.value}`;
  return term.kind === "monotone" ? `${term.key}@${term.variable.index}` : term.key;
}

/** The facts a number is computed from. */
export function variablesOf(term: Term): readonly Variable[] {
  switch (term.kind) {
    case "number":
      return [];
    case "monotone":
      return [term.variable];
    case "least":
    case "most":
      return term.parts.flatMap(variablesOf);
    case "steps":
      return variablesOf(term.of);
    case "unknown":
      return term.any.variable.restsOn ?? [];
  }
}

/** Whether the number is there. */
export function isPresent(space: Space, term: Term): Formula {
  const { formulas } = space;
  switch (term.kind) {
    case "number":
      return Number.isNaN(term.value) ? formulas.no : formulas.yes;
    case "monotone":
      return presenceOf(space, term.variable);
    case "least":
    case "most":
      return formulas.all(term.parts.map((part) => isPresent(space, part)));
    case "steps":
      return isAtLeast(space, term.of, term.steps[0]?.from ?? Infinity);
    case "unknown":
      return term.present;
  }
}

/** Whether the number is there and at least `bound`. */
export function isAtLeast(space: Space, term: Term, bound: number): Formula {
  return bounded(space, term, { bound, strict: false });
}

/** Whether the number is there and above `bound`. */
export function isAbove(space: Space, term: Term, bound: number): Formula {
  return bounded(space, term, { bound, strict: true });
}

interface Bound {
  readonly bound: number;
  readonly strict: boolean;
}

function reaches({ bound, strict }: Bound, value: number): boolean {
  return strict ? value > bound : value >= bound;
}

function bounded(space: Space, term: Term, bound: Bound): Formula {
  const { formulas } = space;
  switch (term.kind) {
    case "number":
      return reaches(bound, term.value) ? formulas.yes : formulas.no;
    case "monotone":
      return bound.strict ? numberAbove(space, term, bound.bound) : numberAtLeast(space, term, bound.bound);
    case "least":
      return formulas.all(term.parts.map((part) => bounded(space, part, bound)));
    case "most":
      return formulas.all([isPresent(space, term), formulas.any(term.parts.map((part) => bounded(space, part, bound)))]);
    case "steps":
      return formulas.any(stepsOf(space, term).flatMap(({ here, to }) => (reaches(bound, to) ? [here] : [])));
    case "unknown":
      return formulas.all([term.present, bounded(space, term.any, bound)]);
  }
}

/** Each step, and where the number lies on it. */
export function stepsOf(space: Space, term: Extract<Term, { readonly kind: "steps" }>): readonly { readonly here: Formula; readonly to: number }[] {
  const { formulas } = space;
  return term.steps.map(({ from, to }, index) => {
    const next = term.steps[index + 1];
    const above = next === undefined ? [] : [formulas.not(isAtLeast(space, term.of, next.from))];
    return { here: formulas.all([isAtLeast(space, term.of, from), ...above]), to };
  });
}

/** The least and the most a term can be, where both are known. */
export function boundsOf(term: Term): readonly [number, number] {
  switch (term.kind) {
    case "number":
      return [term.value, term.value];
    case "monotone": {
      const { variable, at } = term;
      const ends = [at(valueAt(variable, variable.lowest)), at(valueAt(variable, variable.highest))] as const;
      return [Math.min(...ends), Math.max(...ends)];
    }
    case "least":
    case "most": {
      const bounds = term.parts.map(boundsOf);
      const pick = term.kind === "least" ? Math.min : Math.max;
      return [pick(...bounds.map(([low]) => low)), pick(...bounds.map(([, high]) => high))];
    }
    case "steps":
      return [Math.min(...term.steps.map(({ to }) => to)), Math.max(...term.steps.map(({ to }) => to))];
    case "unknown":
      return [term.any.variable.lowest, term.any.variable.highest];
  }
}
