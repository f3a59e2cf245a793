import type { Clauses } from "./sat-clauses.ts";

/**
 * The clause to learn from a failed one, its own literal first, and the level to go back to: resolved along the trail
 * until one literal of the last level is left. `marks` is scratch, zero before and after.
 */
export function analyseConflict({ state, literals }: Clauses, failed: number, marks: number[], bump: (variable: number) => void): { readonly learned: number[]; readonly level: number } {
  const { trail, levels, reasons } = state;
  const arena = literals();
  const now = state.limits.length;
  const learned: number[] = [0];
  const marked: number[] = [];
  let [open, at, clause, literal] = [0, trail.length - 1, failed, -1];
  do {
    const last = clause + (arena[clause] ?? 0);
    for (let place = clause + 1; place <= last; place += 1) {
      const other = arena[place] ?? 0;
      const variable = other >> 1;
      if (other === literal || marks[variable] === 1 || levels[variable] === 0) continue;
      marks[variable] = 1;
      marked.push(variable);
      bump(variable);
      if (levels[variable] === now) open += 1;
      else learned.push(other);
    }
    while (marks[(trail[at] ?? 0) >> 1] !== 1) at -= 1;
    literal = trail[at] ?? 0;
    at -= 1;
    clause = reasons[literal >> 1] ?? 0;
    open -= 1;
  } while (open > 0);
  learned[0] = literal ^ 1;
  const short = learned.filter((other, index) => index === 0 || !follows(other));
  for (const variable of marked) marks[variable] = 0;
  let level = 0;
  for (let other = 1; other < short.length; other += 1) {
    const its = levels[(short[other] ?? 0) >> 1] ?? 0;
    if (its <= level) continue;
    level = its;
    [short[1], short[other]] = [short[other] ?? 0, short[1] ?? 0];
  }
  return { learned: short, level };

  /** Whether a literal says nothing that the others do not: its reason holds only them. */
  function follows(other: number): boolean {
    const reason = reasons[other >> 1] ?? 0;
    if (reason === 0) return false;
    const last = reason + (arena[reason] ?? 0);
    for (let place = reason + 1; place <= last; place += 1) {
      const variable = (arena[place] ?? 0) >> 1;
      if (variable !== other >> 1 && marks[variable] !== 1 && levels[variable] !== 0) return false;
    }
    return true;
  }
}

/** The assumptions that together make one of them false, that one included. `marks` is scratch, zero before and after. */
export function assumptionsBehind({ state, literals }: Clauses, failed: number, marks: number[]): readonly number[] {
  const { trail, levels, reasons, limits } = state;
  const arena = literals();
  const found = [failed];
  if ((levels[failed >> 1] ?? 0) === 0) return found;
  const marked = [failed >> 1];
  marks[failed >> 1] = 1;
  for (let at = trail.length - 1; at >= (limits[0] ?? 0); at -= 1) {
    const literal = trail[at] ?? 0;
    if (marks[literal >> 1] !== 1) continue;
    const reason = reasons[literal >> 1] ?? 0;
    if (reason === 0) {
      found.push(literal);
      continue;
    }
    const last = reason + (arena[reason] ?? 0);
    for (let place = reason + 1; place <= last; place += 1) {
      const variable = (arena[place] ?? 0) >> 1;
      if (marks[variable] === 1 || levels[variable] === 0) continue;
      marks[variable] = 1;
      marked.push(variable);
    }
  }
  for (const variable of marked) marks[variable] = 0;
  return found;
}
