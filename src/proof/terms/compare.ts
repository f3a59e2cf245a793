import type { Formula, Monotone } from "../logic/formula.ts";
import { valueAt } from "../logic/space.ts";
import type { Space } from "../logic/space.ts";
import { isAbove, isAtLeast, isPresent, keyOf, stepsOf } from "./term.ts";
import type { Term } from "./term.ts";

/** Whether both numbers are there and the first is below the second. */
export function isLess(space: Space, left: Term, right: Term): Formula {
  return space.formulas.all([isPresent(space, left), isPresent(space, right), below(space, left, right)]);
}

/** Whether both numbers are there and the first is at most the second. */
export function isAtMost(space: Space, left: Term, right: Term): Formula {
  const { formulas } = space;
  return formulas.all([isPresent(space, left), isPresent(space, right), formulas.not(below(space, right, left))]);
}

/** The order of two numbers where both are there. */
function below(space: Space, left: Term, right: Term): Formula {
  const { formulas } = space;
  if (keyOf(left) === keyOf(right)) return formulas.no;
  if (left.kind === "least" || left.kind === "most") {
    const parts = left.parts.map((part) => below(space, part, right));
    return left.kind === "least" ? formulas.any(parts) : formulas.all(parts);
  }
  if (right.kind === "least" || right.kind === "most") {
    const parts = right.parts.map((part) => below(space, left, part));
    return right.kind === "least" ? formulas.all(parts) : formulas.any(parts);
  }
  if (left.kind === "number") return isAbove(space, right, left.value);
  if (right.kind === "number") return formulas.not(isAtLeast(space, left, right.value));
  if (left.kind === "steps") {
    return formulas.any(stepsOf(space, left).map(({ here, to }) => formulas.all([here, isAbove(space, right, to)])));
  }
  if (right.kind === "steps") {
    return formulas.any(stepsOf(space, right).map(({ here, to }) => formulas.all([here, formulas.not(isAtLeast(space, left, to))])));
  }
  const [a, b] = [functionOf(left), functionOf(right)];
  if (a.variable !== b.variable) return ofTwoApplicants(space, a, b);
  return ofOneFact(space, a, b);
}

/**
 * Functions of the same fact of two applicants. Where both rise, the order of the fact and which function is less for
 * either applicant alone say most of it, and leave less open than the order of the two numbers alone.
 */
function ofTwoApplicants(space: Space, a: Monotone, b: Monotone): Formula {
  const { formulas } = space;
  const less = formulas.less(a, b);
  const isFact = a.key === a.variable.name || b.key === b.variable.name;
  const [mine, yours] = [a.variable.original ?? a.variable, b.variable.original ?? b.variable];
  if (mine !== yours || !a.rising || !b.rising || (a.key === b.key && isFact)) return less;
  const plain = (variable: Monotone["variable"]): Monotone => ({ kind: "monotone", key: mine.name, variable, rising: true, at: (value) => value });
  const [risen, fallen] = [formulas.less(plain(a.variable), plain(b.variable)), formulas.less(plain(b.variable), plain(a.variable))];
  const atEither = [a.variable, b.variable].map((variable) => ofOneFact(space, { ...a, variable }, { ...b, variable }));
  const may = formulas.any([risen, formulas.all(atEither)]);
  const must = formulas.all([formulas.not(fallen), formulas.any(atEither)]);
  return formulas.any([formulas.all([less, may]), must]);
}

function functionOf(term: Term): Monotone {
  if (term.kind === "unknown") return term.any;
  if (term.kind === "monotone") return term;
  throw new Error("all other kinds of numbers are taken apart before");
}

/** Steps allowed to find where of two functions of one fact one is less. */
const stepsMax = 4_000;

/**
 * Where of two functions of one fact the first is less: halves of the domain, until in each one of them lies wholly
 * below the other. Where that takes too long the matter is left open.
 */
function ofOneFact(space: Space, left: Monotone, right: Monotone): Formula {
  if (left.key === right.key) return space.formulas.no;
  const known = found.get(space) ?? new Map<string, Formula>();
  found.set(space, known);
  const key = `${left.key} < ${right.key} @ ${left.variable.index}`;
  const less = known.get(key) ?? searched(space, left, right);
  known.set(key, less);
  return less;
}

/** Two terms of one key and variable are the same function, wherever they are compared. */
const found = new WeakMap<Space, Map<string, Formula>>();

function searched(space: Space, left: Monotone, right: Monotone): Formula {
  const { formulas } = space;
  const { variable } = left;
  const less: { readonly from: number; readonly to: number }[] = [];
  const waiting = [{ from: variable.lowest, to: variable.highest }];
  let steps = 0;
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    steps += 1;
    const [a, b] = [range(left, part), range(right, part)];
    if (a.most < b.least) less.push(part);
    else if (a.least < b.most) {
      if (steps > stepsMax) {
        return space.open(`${keyOf(left)}<${keyOf(right)}`, { en: `where ${left.key} is below ${right.key}`, zh: `${left.key} 何时小于 ${right.key}` }, [variable]);
      }
      const middle = part.from + Math.floor((part.to - part.from) / 2);
      waiting.push({ from: part.from, to: middle }, { from: middle + 1, to: part.to });
    }
  }
  return formulas.any(less.map(({ from, to }) => formulas.all([formulas.atLeast(variable, from), formulas.not(formulas.atLeast(variable, to + 1))])));
}

function range({ variable, at }: Monotone, { from, to }: { readonly from: number; readonly to: number }) {
  const [a, b] = [at(valueAt(variable, from)), at(valueAt(variable, to))];
  return { least: Math.min(a, b), most: Math.max(a, b) };
}
