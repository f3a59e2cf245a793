import { normalQuantile, type Draws } from "../base/index.ts";
import { staticMonth } from "./purposes.ts";

/**
 * The static draws of a block in columns. Four purposes share one block of the generator, so a group of four
 * is filled in one pass when the first of them is asked for; buffers are reused from block to block.
 */
export interface Lanes {
  /** Turns to customers `first` … `first + count − 1`; columns handed out before are overwritten. */
  start(first: number, count: number): void;
  /** Uniforms of a purpose, one a customer of the block. */
  of(purpose: number): Float64Array;
}

export function createLanes(draws: Draws): Lanes {
  const groups: (Float64Array[] | undefined)[] = [];
  let filled: boolean[] = [];
  let from = 0;
  let length = 0;
  let capacity = 0;

  const fill = (group: number): readonly Float64Array[] => {
    const columns = groups[group] ?? [0, 1, 2, 3].map(() => new Float64Array(capacity));
    groups[group] = columns;
    filled[group] = true;
    fillGroup(draws, columns, group * 4, from, length);
    return columns;
  };
  return {
    start: (first, count) => {
      if (count > capacity) {
        groups.length = 0;
        capacity = count;
      }
      from = first;
      length = count;
      filled = [];
    },
    of: (purpose) => {
      const group = purpose >> 2;
      const columns = filled[group] === true ? groups[group] : fill(group);
      const column = columns?.[purpose & 3];
      if (column === undefined) throw new Error(`no lane for purpose ${purpose}`);
      return column;
    },
  };
}

function fillGroup(
  draws: Draws,
  columns: readonly Float64Array[],
  purpose: number,
  first: number,
  count: number,
): void {
  const [a, b, c, d] = columns;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return;
  for (let i = 0; i < count; i++) {
    a[i] = draws.uniform(first + i, staticMonth, purpose);
    b[i] = draws.uniform(first + i, staticMonth, purpose + 1);
    c[i] = draws.uniform(first + i, staticMonth, purpose + 2);
    d[i] = draws.uniform(first + i, staticMonth, purpose + 3);
  }
}

/** The uniform of the i-th customer of the block. */
export function uniformAt(lane: Float64Array, i: number): number {
  return lane[i] ?? 0.5;
}

/** The same draw as a standard normal. */
export function normalAt(lane: Float64Array, i: number): number {
  return normalQuantile(lane[i] ?? 0.5);
}
