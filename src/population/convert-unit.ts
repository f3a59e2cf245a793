/** One of the first is so many of the second. */
const factors: readonly (readonly [from: string, to: string, factor: number])[] = [
  ["yuan", "fen", 100],
  ["percent", "bps", 100],
  ["share", "bps", 10_000],
  ["years", "months", 12],
  ["months", "days", 30],
  ["years", "days", 365],
];

/** How many of the second unit one of the first is; `undefined` where we do not know. */
export function unitFactor(from: string, to: string): number | undefined {
  if (from === to) return 1;
  return factors.find(([first, second]) => first === from && second === to)?.[2];
}

/** Units that can be turned into this one. */
export function unitsInto(to: string): readonly string[] {
  return [to, ...factors.filter(([, second]) => second === to).map(([first]) => first)];
}
