/** Values, the trail of what was set, and where its levels begin. */
export interface SatState {
  /** By literal: 1 true, −1 false, 0 open. */
  values: Int8Array;
  /** By variable: the level it was set at, and the clause that forced it (0: none). */
  levels: Int32Array;
  reasons: Int32Array;
  readonly trail: number[];
  readonly limits: number[];
  /** What of the trail was followed. */
  head: number;
}

/** Clauses in one array, a length before the literals of each; by literal the clauses that watch it. */
export interface Clauses {
  readonly state: SatState;
  /** The literals of a clause: `arena[at]` many from `at + 1` on. */
  readonly literals: () => Int32Array;
  add(literals: readonly number[], isLearned: boolean): number;
  assign(literal: number, reason: number): void;
  /** Follows what is forced; the clause that fails, or 0. */
  propagate(): number;
  /** Makes room for a variable. */
  room(variable: number): void;
  learned(): number;
  /** Forgets the longer half of what was learned. Only at level 0. */
  forget(): void;
}

/** No clauses. */
export function makeClauses(): Clauses {
  let arena = new Int32Array(1 << 14);
  let end = 1;
  let learned: number[] = [];
  const given: number[] = [];
  /**
   * By literal: for each watching clause another literal of it, which mostly answers the question, and the clause; its
   * opposite where these two literals are all it has, so that it need not be looked at.
   */
  const watches: number[][] = [[], []];
  const state: SatState = { values: new Int8Array(256), levels: new Int32Array(128), reasons: new Int32Array(128), trail: [], limits: [], head: 0 };

  const assign = (literal: number, reason: number): void => {
    const variable = literal >> 1;
    state.values[literal] = 1;
    state.values[literal ^ 1] = -1;
    state.levels[variable] = state.limits.length;
    state.reasons[variable] = reason;
    state.trail.push(literal);
  };

  const watch = (clause: number): void => {
    const [first, second] = [arena[clause + 1] ?? 0, arena[clause + 2] ?? 0];
    const shown = arena[clause] === 2 ? -clause : clause;
    watches[first]?.push(second, shown);
    watches[second]?.push(first, shown);
  };

  /** Looks for another literal to watch; false where there is none. */
  const moveWatch = (clause: number, first: number): boolean => {
    const { values } = state;
    const last = clause + (arena[clause] ?? 0);
    for (let at = clause + 3; at <= last; at += 1) {
      const literal = arena[at] ?? 0;
      if ((values[literal] ?? 0) < 0) continue;
      arena[at] = arena[clause + 2] ?? 0;
      arena[clause + 2] = literal;
      watches[literal]?.push(first, clause);
      return true;
    }
    return false;
  };

  /** Keeps those not looked at yet; the clause that fails. */
  const stop = (watching: number[], kept: number, at: number, failed: number): number => {
    let to = kept;
    for (let rest = at + 2; rest < watching.length; rest += 1, to += 1) watching[to] = watching[rest] ?? 0;
    watching.length = to;
    return failed;
  };

  // Half of every search is spent here: what it reads again and again stands in variables of its own.
  const propagate = (): number => {
    const { trail, values, levels, reasons } = state;
    const inArena = arena;
    const level = state.limits.length;
    const force = (literal: number, reason: number): void => {
      values[literal] = 1;
      values[literal ^ 1] = -1;
      levels[literal >> 1] = level;
      reasons[literal >> 1] = reason;
      trail.push(literal);
    };
    while (state.head < trail.length) {
      const falsified = (trail[state.head] ?? 0) ^ 1;
      state.head += 1;
      const watching = watches[falsified] ?? [];
      const count = watching.length;
      let kept = 0;
      for (let at = 0; at < count; at += 2) {
        const [blocker, clause] = [watching[at] ?? 0, watching[at + 1] ?? 0];
        const answer = values[blocker] ?? 0;
        if (answer > 0 || clause < 0) {
          watching[kept] = blocker;
          watching[kept + 1] = clause;
          kept += 2;
          if (answer > 0) continue;
          if (answer === 0) {
            force(blocker, -clause);
            continue;
          }
          return stop(watching, kept, at, -clause);
        }
        if (inArena[clause + 1] === falsified) {
          inArena[clause + 1] = inArena[clause + 2] ?? 0;
          inArena[clause + 2] = falsified;
        }
        const first = inArena[clause + 1] ?? 0;
        const now = values[first] ?? 0;
        if (now <= 0 && moveWatch(clause, first)) continue;
        watching[kept] = first;
        watching[kept + 1] = clause;
        kept += 2;
        if (now > 0) continue;
        if (now < 0) return stop(watching, kept, at, clause);
        force(first, clause);
      }
      watching.length = kept;
    }
    return 0;
  };

  return {
    state,
    literals: () => arena,
    assign,
    propagate,
    add(literals, isLearned) {
      const clause = end;
      if (end + literals.length + 1 > arena.length) arena = wider(arena, Math.max(arena.length * 2, end + literals.length + 1));
      arena[end] = literals.length;
      for (const [index, literal] of literals.entries()) arena[end + 1 + index] = literal;
      end += literals.length + 1;
      watch(clause);
      (isLearned ? learned : given).push(clause);
      return clause;
    },
    room(variable) {
      watches.push([], []);
      if (state.levels.length > variable) return;
      const size = state.levels.length * 2;
      const values = new Int8Array(size * 2);
      values.set(state.values);
      state.values = values;
      state.levels = wider(state.levels, size);
      state.reasons = wider(state.reasons, size);
    },
    learned: () => learned.length,
    forget() {
      const byLength = learned.toSorted((a, b) => (arena[a] ?? 0) - (arena[b] ?? 0) || b - a);
      learned = byLength.slice(0, Math.ceil(byLength.length / 2)).toSorted((a, b) => a - b);
      // What is set at level 0 stays set; nobody asks again why.
      for (const literal of state.trail) state.reasons[literal >> 1] = 0;
      for (const list of watches) list.length = 0;
      for (const clause of given) rewatch(clause);
      for (const clause of learned) rewatch(clause);
      state.head = 0;
    },
  };

  /** Two literals that are not false are watched, if there are. */
  function rewatch(clause: number): void {
    const last = clause + (arena[clause] ?? 0);
    let free = clause + 1;
    for (let at = clause + 1; at <= last && free < clause + 3; at += 1) {
      const literal = arena[at] ?? 0;
      if ((state.values[literal] ?? 0) < 0) continue;
      arena[at] = arena[free] ?? 0;
      arena[free] = literal;
      free += 1;
    }
    watch(clause);
  }
}

function wider(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const made = new Int32Array(length);
  made.set(array);
  return made;
}
