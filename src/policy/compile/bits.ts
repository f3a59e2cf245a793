/** Whether bit `index` of a set of bits is on: bit i of word i>>5. */
export function isOn(words: Int32Array, index: number): boolean {
  return (((words[index >> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}

/** Turns bit `index` on. */
export function turnOn(words: Int32Array, index: number): void {
  words[index >> 5] = (words[index >> 5] ?? 0) | (1 << (index & 31));
}

/** The lowest bit that is on from `from` on; −1 where there is none. */
export function lowestOn(words: Int32Array, from = 0): number {
  for (let at = from >> 5; at < words.length; at += 1) {
    const rest = at === from >> 5 ? -1 << (from & 31) : -1;
    const word = (words[at] ?? 0) & rest;
    if (word !== 0) return at * 32 + 31 - Math.clz32(word & -word);
  }
  return -1;
}

/** Whether no bit is on. */
export function isEmpty(words: Int32Array): boolean {
  for (let at = 0; at < words.length; at += 1) if (words[at] !== 0) return false;
  return true;
}

/** The first of some bits that is on; −1 where none is. */
export function firstOn(indices: readonly number[], words: Int32Array): number {
  for (const index of indices) if (isOn(words, index)) return index;
  return -1;
}

/** How many of some bits are on. */
export function countOn(indices: readonly number[], words: Int32Array): number {
  let count = 0;
  for (const index of indices) if (isOn(words, index)) count += 1;
  return count;
}
