/** Sets of rules of one verdict, each `words` words of 32 rules. */
export interface VerdictSets {
  readonly judged: Int32Array;
  readonly violated: Int32Array;
  readonly inconclusive: Int32Array;
  /** Decided, but open without what the author declared. */
  readonly declared: Int32Array;
}

/** The distinct verdicts met so far, numbered. There are few: acts of one form mostly get one of two or three. */
export class Verdicts {
  readonly words: number;
  readonly #numbers = new Map<string, number>();
  #bits: Int32Array;

  /** None yet, on so many rules. */
  constructor(rules: number) {
    this.words = Math.max(1, (rules + 31) >> 5);
    this.#bits = new Int32Array(this.words * 4 * 64);
  }

  count(): number {
    return this.#numbers.size;
  }

  /** The four sets of verdict v, one after another, from v × 4 × words. Replaced as verdicts are added. */
  bits(): Int32Array {
    return this.#bits;
  }

  /** The number of a verdict, a new one if need be. */
  number({ judged, violated, inconclusive, declared }: VerdictSets): number {
    const key = [judged, violated, inconclusive, declared].map((set) => set.join()).join(";");
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const verdict = this.#numbers.size;
    const at = verdict * 4 * this.words;
    if (at + 4 * this.words > this.#bits.length) {
      const more = new Int32Array(this.#bits.length * 2);
      more.set(this.#bits);
      this.#bits = more;
    }
    [judged, violated, inconclusive, declared].forEach((set, i) => this.#bits.set(set, at + i * this.words));
    this.#numbers.set(key, verdict);
    return verdict;
  }
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
