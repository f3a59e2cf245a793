import type { Formula, Monotone } from "./formula.ts";
import { valueAt } from "./space.ts";
import type { Space } from "./space.ts";

/** Whether a number that rises or falls with a fact is there and at least `number`. */
export function numberAtLeast(space: Space, term: Monotone, number: number): Formula {
  if (term.variable.kind === "open") return space.formulas.atLeast(term.variable, number);
  if (isWhole(term) && !Number.isNaN(number)) return space.formulas.atLeast(term.variable, Math.ceil(number));
  return where(space, term, (value) => value >= number);
}

/** Whether it is there and above `number`. */
export function numberAbove(space: Space, term: Monotone, number: number): Formula {
  if (term.variable.kind === "open") return space.formulas.atLeast(term.variable, nextUp(number));
  if (isWhole(term) && !Number.isNaN(number)) return space.formulas.atLeast(term.variable, Math.floor(number) + 1);
  return where(space, term, (value) => value > number);
}

/** A fact as it stands, whose values are whole numbers: nothing needs to be asked to find an edge. */
function isWhole({ key, variable }: Monotone): boolean {
  return variable.scale === 1 && key === variable.name;
}

function where(space: Space, term: Monotone, test: (value: number) => boolean): Formula {
  const { formulas } = space;
  const { variable, rising } = term;
  const at = edgeOf(term, test);
  if (rising) return formulas.atLeast(variable, at);
  const there = formulas.atLeast(variable, variable.lowest);
  return formulas.all([there, formulas.not(formulas.atLeast(variable, at + 1))]);
}

/**
 * The edge of where a test is true that a rising term passes from some number on: the first whole number of the domain
 * that passes (past the domain where none does); for a falling term the last one (before the domain where none does).
 * Found by asking the comparison itself about the very numbers that the rules see, so that no rounding of ours can
 * put an edge one step off.
 */
export function edgeOf({ variable, rising, at }: Monotone, test: (value: number) => boolean): number {
  const { lowest, highest } = variable;
  const passes = (whole: number): boolean => test(at(valueAt(variable, whole))) === rising;
  // From `high` on all pass (a falling term: all fail); below `low` none does.
  let [low, high] = [lowest, highest + 1];
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return rising ? low : low - 1;
}

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** The next larger double. */
function nextUp(number: number): number {
  if (number === 0) return Number.MIN_VALUE;
  if (!(number < Infinity)) return number;
  double[0] = number;
  bits[0] = (bits[0] ?? 0n) + (number > 0 ? 1n : -1n);
  return double[0];
}
