import type { Constant } from "../policy.ts";

/** Texts and lists of params, each kept once. */
export interface Texts {
  readonly all: readonly (string | readonly Constant[])[];
  readonly lists: Lists;
  /** Throws for what was not given: our defect. */
  indexOf(value: Constant | readonly Constant[]): number;
}

/** Lists that can be united: also texts, since every union that can come out is one. */
export interface Lists {
  /** The index of the union of the lists at two indices; the first where either is no list. */
  unite(a: number, b: number): number;
  /** Whether two indices are of lists to be united that hold the same, in whatever order they are written. */
  isSame(a: number, b: number): boolean;
}

/** So many different items may lists hold that are to be united: the unions are all worked out beforehand. */
const itemsMax = 12;

/** Interns the values of params, and every union of the lists to be united. Throws where those hold too many items. */
export function makeTexts(values: readonly (Constant | readonly Constant[])[], united: readonly (readonly Constant[])[]): Texts {
  const all: (string | readonly Constant[])[] = [];
  const places = new Map<string, number>();
  const put = (value: Constant | readonly Constant[]): number => {
    const text = isList(value) ? value : String(value);
    const key = JSON.stringify(text);
    const found = places.get(key);
    if (found !== undefined) return found;
    places.set(key, all.length);
    return all.push(text) - 1;
  };
  for (const value of values) put(value);
  return {
    all,
    lists: makeLists(united, put),
    indexOf(value) {
      const found = places.get(JSON.stringify(isList(value) ? value : String(value)));
      if (found === undefined) throw new Error("a text of params was not interned");
      return found;
    },
  };
}

function isList(value: Constant | readonly Constant[]): value is readonly Constant[] {
  return Array.isArray(value);
}

function makeLists(united: readonly (readonly Constant[])[], put: (list: readonly Constant[]) => number): Lists {
  const items = [...new Set(united.flat())];
  if (items.length > itemsMax) throw new Error(`lists of more than ${itemsMax} different items cannot be united`);
  const placeOf = new Map<number, number>();
  const maskOf = new Map<number, number>();
  const keep = (mask: number): void => {
    if (placeOf.has(mask)) return;
    const place = put(items.filter((_, bit) => ((mask >> bit) & 1) === 1));
    placeOf.set(mask, place);
    maskOf.set(place, mask);
  };
  const own = united.map((list) => [put(list), maskOfItems(items, list)] as const);
  for (const [place, mask] of own) {
    keep(mask);
    maskOf.set(place, mask);
  }
  // Every union of some of them: with each list is united whatever was reached before it.
  for (const [, mask] of own) for (const reached of placeOf.keys()) keep(reached | mask);
  return {
    unite(a, b) {
      const [left, right] = [maskOf.get(a), maskOf.get(b)];
      return left === undefined || right === undefined ? a : (placeOf.get(left | right) ?? a);
    },
    isSame(a, b) {
      const mask = maskOf.get(a);
      return mask !== undefined && mask === maskOf.get(b);
    },
  };
}

function maskOfItems(items: readonly Constant[], list: readonly Constant[]): number {
  return list.reduce<number>((mask, item) => mask | (1 << items.indexOf(item)), 0);
}
