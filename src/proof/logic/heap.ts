/** A queue of small whole numbers, the first by `before` on top. */
export interface Heap {
  push(item: number): void;
  pop(): number | undefined;
  /** The item has come before others. */
  rise(item: number): void;
}

/** An empty queue. */
export function makeHeap(before: (a: number, b: number) => boolean): Heap {
  const items: number[] = [];
  /** By item: one more than its place; 0 where it is not in the queue. */
  const places: number[] = [];
  const put = (item: number, at: number): void => {
    items[at] = item;
    places[item] = at + 1;
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
      while (places.length <= item) places.push(0);
      if ((places[item] ?? 0) > 0) return;
      items.push(item);
      places[item] = items.length;
      up(items.length - 1);
    },
    pop() {
      const [top] = items;
      if (top === undefined) return undefined;
      const last = items.pop() ?? 0;
      places[top] = 0;
      if (items.length > 0) {
        put(last, 0);
        down(0);
      }
      return top;
    },
    rise(item) {
      const at = places[item] ?? 0;
      if (at > 0) up(at - 1);
    },
  };
}
