/** A set of whole numbers as closed, sorted, disjoint spans. */
export type Spans = readonly (readonly [low: number, high: number])[];

/** The numbers in either set. */
export function union(one: Spans, other: Spans): Spans {
  const sorted = [...one, ...other].toSorted((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [low, high] of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else merged.push([low, high]);
  }
  return merged;
}

/** The numbers in both sets. */
export function intersect(one: Spans, other: Spans): Spans {
  return one.flatMap(([low, high]) => other.map(([from, to]): [number, number] => [Math.max(low, from), Math.min(high, to)]).filter(([from, to]) => from <= to));
}

/** The numbers of the domain that are not in the set. */
export function complement(set: Spans, domain: Spans): Spans {
  return set.reduce<Spans>(
    (rest, [low, high]) =>
      rest.flatMap(([from, to]): [number, number][] =>
        high < from || low > to ? [[from, to]] : [[from, low - 1] as [number, number], [high + 1, to] as [number, number]].filter(([a, b]) => a <= b),
      ),
    domain,
  );
}

/** Whether every number of the second set is in the first. */
export function covers(set: Spans, other: Spans): boolean {
  return other.every(([low, high]) => set.some(([from, to]) => from <= low && high <= to));
}

/** Whether both sets hold the same numbers. */
export function same(one: Spans, other: Spans): boolean {
  return covers(one, other) && covers(other, one);
}
