import { makeEncoding } from "./encoding.ts";
import type { Cuts } from "./encoding.ts";
import type { Formula } from "./formula.ts";
import { isSmall } from "./parts.ts";
import { makeSat } from "./sat.ts";
import type { Sat } from "./sat.ts";
import type { Space } from "./space.ts";
import { makeTruth } from "./truth.ts";
import type { Wholes } from "./truth.ts";

/** Statements gone through from the first to the last, and who is left by those before each. */
export interface Ladder {
  /**
   * Whether some statements are all true of somebody of whom none of the first `place` is true; undefined where the
   * conflicts do not do.
   */
  somebody(place: number, statements: readonly Formula[], conflictsMax: number): boolean | undefined;
}

/** A statement of so few parts is asked for at once. */
const smallParts = 300;

/**
 * Statements of the whole decision are not put into clauses where they need not be: whoever is found without them is looked
 * at, and mostly they are true of her; where nobody is found without them, nobody is with them.
 */
export function makeLadder(space: Space, steps: readonly Formula[]): Ladder {
  const { formulas } = space;
  const [plain, whole] = [makeSteps(space, steps), makeSteps(space, steps)];
  const isTrue = makeTruth(formulas);
  return {
    somebody(place, statements, conflictsMax) {
      const large = statements.filter((of) => !isSmall(formulas, of, smallParts));
      const found = plain.solve(place, statements.filter((of) => !large.includes(of)), conflictsMax);
      if (large.length === 0 || found === "unsatisfiable") return found === "unknown" ? undefined : found === "satisfiable";
      if (found === "satisfiable") {
        const wholes = plain.wholes();
        if (large.every((of) => isTrue(of, wholes))) return true;
      }
      const again = whole.solve(place, statements, conflictsMax);
      return again === "unknown" ? undefined : again === "satisfiable";
    },
  };
}

/** Clauses of the steps passed so far. */
export interface Steps {
  /** Whether some statements are all true of somebody of whom none of the first `place` steps is. */
  solve(place: number, statements: readonly Formula[], conflictsMax: number): ReturnType<Sat["solve"]>;
  /** Who was found last. */
  wholes(): Wholes;
}

/**
 * What is left only ever shrinks on the way down, so each statement that was passed is a clause for good, and what was
 * learned stays true. To look up again means to start anew.
 */
export function makeSteps(space: Space, steps: readonly Formula[]): Steps {
  let [sat, passed] = [makeSat(), 0];
  let encoding = makeEncoding(space, sat);
  const go = (place: number): void => {
    if (place < passed) {
      [sat, passed] = [makeSat(), 0];
      encoding = makeEncoding(space, sat);
    }
    for (; passed < place; passed += 1) encoding.forbid(steps[passed] ?? space.formulas.no);
  };
  return {
    solve(place, statements, conflictsMax) {
      if (conflictsMax <= 0) return "unknown";
      go(place);
      return sat.solve(statements.flatMap((of) => encoding.literals(of)), conflictsMax, encoding.inputs);
    },
    wholes: () => wholesOf(encoding.allCuts, sat),
  };
}

/** Of each variable the typical value, or the one nearest to it that the last model allows. */
function wholesOf(cuts: Cuts, sat: Sat): Wholes {
  const found: number[] = [];
  for (const [{ index, typical }, chain] of cuts) {
    // The first cut that is not reached.
    let [low, high] = [0, chain.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sat.value(chain[middle]?.literal ?? 0)) low = middle + 1;
      else high = middle;
    }
    found[index] = Math.max(chain[low - 1]?.cut ?? -Infinity, Math.min(typical, (chain[low]?.cut ?? Infinity) - 1));
  }
  return ({ index, typical }) => found[index] ?? typical;
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
