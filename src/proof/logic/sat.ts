/** A small solver of clauses. Literals are variables from 1 on, negative for their opposite. */
export interface Sat {
  variable(): number;
  /** Adds a clause; false once the clauses contradict each other. Only before or between `solve`. */
  clause(literals: readonly number[]): boolean;
  solve(assumed: readonly number[], conflictsMax: number): "satisfiable" | "unsatisfiable" | "unknown";
  /** Of the last model. */
  value(variable: number): boolean;
}

/**
 * Conflict-driven clause learning with two watched literals, first unique implication point, activity order and phase
 * saving, restarts by Luby's sequence. Source: N. Eén, N. Sörensson, "An extensible SAT-solver" (2003).
 */
export function makeSat(): Sat {
  const clauses: number[][] = [];
  /** By literal (2v or 2v+1): clauses that watch it. */
  const watches: number[][] = [[], []];
  /** By variable: 0 open, 1 true, −1 false. */
  const values: number[] = [0];
  const levels: number[] = [0];
  const reasons: (number[] | undefined)[] = [undefined];
  const phases: boolean[] = [false];
  const activity: number[] = [0];
  const trail: number[] = [];
  const limits: number[] = [];
  let [head, increment, contradicts] = [0, 1, false];
  const heap = makeHeap((a, b) => (activity[a] ?? 0) > (activity[b] ?? 0));
  let model: number[] = [];

  const side = (literal: number): number => (literal > 0 ? 2 * literal : -2 * literal + 1);
  const valueOf = (literal: number): number => (literal > 0 ? (values[literal] ?? 0) : -(values[-literal] ?? 0));

  const assign = (literal: number, reason: number[] | undefined): void => {
    const variable = Math.abs(literal);
    values[variable] = literal > 0 ? 1 : -1;
    levels[variable] = limits.length;
    reasons[variable] = reason;
    trail.push(literal);
  };

  /** Follows what is forced; the clause that fails, if one does. */
  const propagate = (): number[] | undefined => {
    while (head < trail.length) {
      const falsified = -(trail[head] ?? 0);
      head += 1;
      const watching = watches[side(falsified)] ?? [];
      let kept = 0;
      for (let at = 0; at < watching.length; at += 1) {
        const index = watching[at] ?? 0;
        const clause = clauses[index] ?? [];
        if (clause[0] === falsified) [clause[0], clause[1]] = [clause[1] ?? 0, falsified];
        const first = clause[0] ?? 0;
        if (valueOf(first) === 1 || !moveWatch(clause, index)) {
          watching[kept] = index;
          kept += 1;
          if (valueOf(first) === 1) continue;
          if (valueOf(first) === -1) {
            for (let rest = at + 1; rest < watching.length; rest += 1, kept += 1) watching[kept] = watching[rest] ?? 0;
            watching.length = kept;
            return clause;
          }
          assign(first, clause);
        }
      }
      watching.length = kept;
    }
    return undefined;
  };

  const moveWatch = (clause: number[], index: number): boolean => {
    for (let at = 2; at < clause.length; at += 1) {
      const literal = clause[at] ?? 0;
      if (valueOf(literal) === -1) continue;
      [clause[1], clause[at]] = [literal, clause[1] ?? 0];
      watches[side(literal)]?.push(index);
      return true;
    }
    return false;
  };

  const undo = (level: number): void => {
    if (limits.length <= level) return;
    const to = limits[level] ?? 0;
    for (let at = trail.length - 1; at >= to; at -= 1) {
      const variable = Math.abs(trail[at] ?? 0);
      phases[variable] = values[variable] === 1;
      values[variable] = 0;
      reasons[variable] = undefined;
      heap.push(variable);
    }
    trail.length = to;
    limits.length = level;
    head = to;
  };

  const bump = (variable: number): void => {
    activity[variable] = (activity[variable] ?? 0) + increment;
    if ((activity[variable] ?? 0) > 1e100) {
      for (let each = 0; each < activity.length; each += 1) activity[each] = (activity[each] ?? 0) * 1e-100;
      increment *= 1e-100;
    }
    heap.rise(variable);
  };

  /** The clause to learn from a failed one, its own literal first, and the level to go back to. */
  const analyse = (failed: number[]): { readonly learned: number[]; readonly level: number } => {
    const seen = new Set<number>();
    const learned: number[] = [0];
    let [open, at, reason, literal] = [0, trail.length - 1, failed as readonly number[] | undefined, 0];
    do {
      for (const other of reason ?? []) {
        const variable = Math.abs(other);
        if (other === literal || seen.has(variable) || (levels[variable] ?? 0) === 0) continue;
        seen.add(variable);
        bump(variable);
        if (levels[variable] === limits.length) open += 1;
        else learned.push(other);
      }
      while (!seen.has(Math.abs(trail[at] ?? 0))) at -= 1;
      literal = trail[at] ?? 0;
      at -= 1;
      reason = reasons[Math.abs(literal)];
      open -= 1;
    } while (open > 0);
    learned[0] = -literal;
    let level = 0;
    for (let other = 1; other < learned.length; other += 1) {
      const its = levels[Math.abs(learned[other] ?? 0)] ?? 0;
      if (its <= level) continue;
      level = its;
      [learned[1], learned[other]] = [learned[other] ?? 0, learned[1] ?? 0];
    }
    return { learned, level };
  };

  const attach = (clause: number[]): void => {
    const index = clauses.push(clause) - 1;
    watches[side(clause[0] ?? 0)]?.push(index);
    watches[side(clause[1] ?? 0)]?.push(index);
  };

  const learn = (failed: number[]): void => {
    const { learned, level } = analyse(failed);
    undo(level);
    if (learned.length > 1) attach(learned);
    assign(learned[0] ?? 0, learned.length > 1 ? learned : undefined);
    increment *= 1.05;
  };

  /** The next assumption or the most active open variable; 0 where all are set, undefined where an assumption fails. */
  const decide = (assumed: readonly number[]): number | undefined => {
    while (limits.length < assumed.length) {
      const wanted = assumed[limits.length] ?? 0;
      if (valueOf(wanted) === -1) return undefined;
      if (valueOf(wanted) === 0) return wanted;
      limits.push(trail.length);
    }
    for (let variable = heap.pop(); variable !== undefined; variable = heap.pop()) {
      if (values[variable] === 0) return phases[variable] === true ? variable : -variable;
    }
    return 0;
  };

  const solve: Sat["solve"] = (assumed, conflictsMax) => {
    undo(0);
    if (contradicts || propagate() !== undefined) {
      contradicts = true;
      return "unsatisfiable";
    }
    let [conflicts, sinceRestart, restarts] = [0, 0, 1];
    for (;;) {
      const failed = propagate();
      if (failed !== undefined) {
        conflicts += 1;
        sinceRestart += 1;
        if (limits.length === 0) {
          contradicts = true;
          return "unsatisfiable";
        }
        if (conflicts > conflictsMax) return "unknown";
        learn(failed);
        continue;
      }
      if (sinceRestart > 64 * luby(restarts)) {
        [sinceRestart, restarts] = [0, restarts + 1];
        undo(0);
        continue;
      }
      const next = decide(assumed);
      if (next === undefined) return "unsatisfiable";
      if (next === 0) {
        model = [...values];
        return "satisfiable";
      }
      limits.push(trail.length);
      assign(next, undefined);
    }
  };

  return {
    variable() {
      const made = values.push(0) - 1;
      levels.push(0);
      reasons.push(undefined);
      phases.push(false);
      activity.push(0);
      watches.push([], []);
      heap.push(made);
      return made;
    },
    clause(literals) {
      undo(0);
      const kept = [...new Set(literals)].filter((literal) => valueOf(literal) !== -1);
      if (contradicts || kept.some((literal) => valueOf(literal) === 1 || kept.includes(-literal))) return !contradicts;
      const [only, ...more] = kept;
      if (only === undefined) contradicts = true;
      else if (more.length === 0) assign(only, undefined);
      else attach(kept);
      return !contradicts;
    },
    solve,
    value: (variable) => model[variable] === 1,
  };
}

/** 1 1 2 1 1 2 4 …: M. Luby, A. Sinclair, D. Zuckerman (1993). */
function luby(index: number): number {
  let size = 1;
  while (size < index + 1) size = size * 2 + 1;
  let at = index;
  while (size - 1 !== at) {
    size = (size - 1) / 2;
    at %= size;
  }
  return (size + 1) / 2;
}

interface Heap {
  push(item: number): void;
  pop(): number | undefined;
  /** The item has come before others. */
  rise(item: number): void;
}

function makeHeap(before: (a: number, b: number) => boolean): Heap {
  const items: number[] = [];
  const places = new Map<number, number>();
  const put = (item: number, at: number): void => {
    items[at] = item;
    places.set(item, at);
  };
  const up = (from: number): void => {
    const item = items[from] ?? 0;
    let at = from;
    for (let parent = (at - 1) >> 1; at > 0 && before(item, items[parent] ?? 0); parent = (at - 1) >> 1) {
      put(items[parent] ?? 0, at);
      at = parent;
    }
    put(item, at);
  };
  const down = (from: number): void => {
    const item = items[from] ?? 0;
    let at = from;
    for (let child = 2 * at + 1; child < items.length; child = 2 * at + 1) {
      if (child + 1 < items.length && before(items[child + 1] ?? 0, items[child] ?? 0)) child += 1;
      if (!before(items[child] ?? 0, item)) break;
      put(items[child] ?? 0, at);
      at = child;
    }
    put(item, at);
  };
  return {
    push(item) {
      if (places.has(item)) return;
      items.push(item);
      places.set(item, items.length - 1);
      up(items.length - 1);
    },
    pop() {
      const [top] = items;
      if (top === undefined) return undefined;
      const last = items.pop() ?? 0;
      places.delete(top);
      if (items.length > 0) {
        put(last, 0);
        down(0);
      }
      return top;
    },
    rise(item) {
      const at = places.get(item);
      if (at !== undefined) up(at);
    },
  };
}
