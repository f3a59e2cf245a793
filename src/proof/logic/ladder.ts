import { makeEncoding } from "./encoding.ts";
import type { Cuts } from "./encoding.ts";
import type { Formula, Variable } from "./formula.ts";
import { departure, domainOf } from "./ordinary.ts";
import type { Assignment, Range } from "./ordinary.ts";
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
  /** Somebody of whom they are true, made more ordinary as long as `question` stays true, which says the same before facts are put into cells. */
  someone(place: number, statements: readonly Formula[], question: Formula, conflictsMax: number): Assignment | undefined;
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
    someone(place, statements, question, conflictsMax) {
      if (plain.solve(place, statements, conflictsMax) !== "satisfiable") return undefined;
      const found = new Map(plain.assignment());
      if (!isTrue(question, wholesIn(found))) return found;
      for (const variable of found.keys()) {
        const range = found.get(variable);
        if (range === undefined || departure(variable, range) === 0) continue;
        found.set(variable, { from: variable.typical, to: variable.typical });
        if (!isTrue(question, wholesIn(found))) found.set(variable, range);
      }
      return found;
    },
  };
}

/** Clauses of the steps passed so far. */
export interface Steps {
  /** Whether some statements are all true of somebody of whom none of the first `place` steps is. */
  solve(place: number, statements: readonly Formula[], conflictsMax: number): ReturnType<Sat["solve"]>;
  /** Who was found last: between which values each fact lies, and one of them, typical if it can be. */
  assignment(): Assignment;
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
    assignment: () => assignmentOf(encoding.allCuts, sat),
    wholes: () => wholesIn(assignmentOf(encoding.allCuts, sat)),
  };
}

/** Of each variable the values that the last model allows. */
function assignmentOf(cuts: Cuts, sat: Sat): Assignment {
  const found = new Map<Variable, Range>();
  for (const [variable, chain] of cuts) {
    // The first cut that is not reached.
    let [low, high] = [0, chain.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sat.value(chain[middle]?.literal ?? 0)) low = middle + 1;
      else high = middle;
    }
    const { from, to } = domainOf(variable);
    found.set(variable, { from: chain[low - 1]?.cut ?? from, to: (chain[low]?.cut ?? to + 1) - 1 });
  }
  return found;
}

/** Of each variable the typical value, or the one nearest to it within its range. */
function wholesIn(ranges: Assignment): Wholes {
  return (variable) => {
    const range = ranges.get(variable);
    return range === undefined ? variable.typical : Math.max(range.from, Math.min(variable.typical, range.to));
  };
}
