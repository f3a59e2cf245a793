/** Sets of rules of one verdict, each `words` words of 32 rules. */
export interface VerdictSets {
  readonly judged: Int32Array;
  readonly violated: Int32Array;
  readonly inconclusive: Int32Array;
  /** Decided, but open without what the author declared. */
  readonly declared: Int32Array;
}

/** The distinct verdicts met so far, numbered. There are few: acts of one form mostly get one of two or three. */
export interface Verdicts {
  readonly words: number;
  count(): number;
  /** The four sets of verdict v, one after another, from v × 4 × words. Replaced as verdicts are added. */
  bits(): Int32Array;
  /** The number of a verdict, a new one if need be. */
  number(sets: VerdictSets): number;
}

/** An empty numbering for so many rules. */
export function createVerdicts(rules: number): Verdicts {
  const words = Math.max(1, (rules + 31) >> 5);
  const numbers = new Map<string, number>();
  let bits = new Int32Array(words * 4 * 64);
  return {
    words,
    count: () => numbers.size,
    bits: () => bits,
    number({ judged, violated, inconclusive, declared }) {
      const key = [judged, violated, inconclusive, declared].map((set) => set.join()).join(";");
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const verdict = numbers.size;
      const at = verdict * 4 * words;
      if (at + 4 * words > bits.length) {
        const more = new Int32Array(bits.length * 2);
        more.set(bits);
        bits = more;
      }
      [judged, violated, inconclusive, declared].forEach((set, i) => bits.set(set, at + i * words));
      numbers.set(key, verdict);
      return verdict;
    },
  };
}

/** Calls back for each rule of a word of 32. */
export function eachRule(bits: number, word: number, visit: (rule: number) => void): void {
  let left = bits;
  while (left !== 0) {
    const low = 31 - Math.clz32(left & -left);
    visit(word * 32 + low);
    left &= left - 1;
  }
}
