import { makeEncoding } from "./encoding.ts";
import type { Formula } from "./formula.ts";
import { makeSat } from "./sat.ts";
import type { Space } from "./space.ts";

/** What a clash may cost. */
export interface ClashBudget {
  readonly conflictsMax: number;
  /** Of so many statements at most each is left out that is not needed. */
  readonly neededMax: number;
}

/**
 * Of some statements those that together keep a first one from being true of anybody; undefined where they do not, or it is
 * not known.
 */
export type Clash = (first: Formula, others: readonly Formula[], budget: ClashBudget) => readonly Formula[] | undefined;

/** Finds clashes. What was learned of statements met before stays learned; what is left out is tried among few. */
export function makeClash(space: Space): Clash {
  const all = makeSwitched(space);
  return (first, others, { conflictsMax, neededMax }) => {
    const found = conflictsMax <= 0 ? undefined : all(first, others, conflictsMax);
    if (found === undefined || found.length > neededMax) return found;
    const few = makeSwitched(space);
    let needed = found;
    for (const each of found) {
      if (needed.includes(each)) needed = few(first, needed.filter((other) => other !== each), conflictsMax) ?? needed;
    }
    return needed;
  };
}

/** Statements that are false of everybody while they are switched on. */
function makeSwitched(space: Space): (first: Formula, others: readonly Formula[], conflictsMax: number) => readonly Formula[] | undefined {
  const sat = makeSat();
  const encoding = makeEncoding(space, sat);
  const [switches, switched] = [new Map<Formula, number>(), new Map<number, Formula>()];
  const switchOf = (of: Formula): number => {
    const found = switches.get(of);
    if (found !== undefined) return found;
    const made = sat.variable(true);
    switches.set(of, made);
    switched.set(made, of);
    encoding.forbidWhere(made, of);
    return made;
  };
  return (first, others, conflictsMax) => {
    const assumed = [...encoding.literals(first), ...others.map(switchOf)];
    if (sat.solve(assumed, conflictsMax, encoding.inputs) !== "unsatisfiable") return undefined;
    return sat.core().flatMap((literal) => switched.get(literal) ?? []);
  };
}
