import { makeEncoding } from "./encoding.ts";
import type { Formula } from "./formula.ts";
import type { Assignment } from "./ordinary.ts";
import { makeSat } from "./sat.ts";
import { ordinaryModel } from "./search.ts";
import type { Space } from "./space.ts";

/** Statements gone through from the first to the last, and who is left by those before each. */
export interface Ladder {
  /**
   * Whether some statements are all true of somebody of whom none of the first `place` is true; undefined where the
   * conflicts do not do.
   */
  somebody(place: number, statements: readonly Formula[], conflictsMax: number): boolean | undefined;
  /** The same, with somebody ordinary of whom they are true; undefined where there is nobody, or it is not known. */
  someone(place: number, statements: readonly Formula[], conflictsMax: number): Assignment | undefined;
}

/**
 * What is left only ever shrinks on the way down, so each statement that was passed is a clause for good, and what was
 * learned stays true. To look up again means to start anew.
 */
export function makeLadder(space: Space, steps: readonly Formula[]): Ladder {
  let [sat, passed] = [makeSat(), 0];
  let encoding = makeEncoding(space, sat);
  const go = (place: number): void => {
    if (place < passed) {
      [sat, passed] = [makeSat(), 0];
      encoding = makeEncoding(space, sat);
    }
    for (; passed < place; passed += 1) encoding.forbid(steps[passed] ?? space.formulas.no);
  };
  const somebody: Ladder["somebody"] = (place, statements, conflictsMax) => {
    if (conflictsMax <= 0) return undefined;
    go(place);
    const found = sat.solve(statements.flatMap((of) => encoding.literals(of)), conflictsMax, encoding.inputs);
    return found === "unknown" ? undefined : found === "satisfiable";
  };
  return {
    somebody,
    someone(place, statements, conflictsMax) {
      if (somebody(place, statements, conflictsMax) !== true) return undefined;
      return ordinaryModel(encoding.allCuts, sat, statements.flatMap((of) => encoding.literals(of)), { conflictsMax, inputs: encoding.inputs });
    },
  };
}

/**
 * Of some statements those that together keep a first one from being true of anybody; each is left out that is not
 * needed, where there are not too many. Undefined where they do not, or it is not known.
 */
export function clashOf(space: Space, first: Formula, others: readonly Formula[], { conflictsMax, neededMax }: { readonly conflictsMax: number; readonly neededMax: number }): readonly Formula[] | undefined {
  if (conflictsMax <= 0) return undefined;
  const sat = makeSat();
  const encoding = makeEncoding(space, sat);
  const switches = new Map<number, Formula>();
  encoding.demand(first);
  for (const other of others) {
    const on = sat.variable(true);
    switches.set(on, other);
    encoding.forbidWhere(on, other);
  }
  const clashes = (on: readonly number[]): readonly number[] | undefined => (sat.solve(on, conflictsMax, encoding.inputs) === "unsatisfiable" ? sat.core() : undefined);
  let needed = clashes([...switches.keys()]);
  if (needed === undefined) return undefined;
  for (const each of needed.length > neededMax ? [] : needed) {
    if (needed.includes(each)) needed = clashes(needed.filter((other) => other !== each)) ?? needed;
  }
  return needed.flatMap((on) => switches.get(on) ?? []);
}
