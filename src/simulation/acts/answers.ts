import type { VerdictSets, Verdicts } from "./verdicts.ts";

/** What a compiled law has answered so far. There are few answers, mostly two or three: they are found by comparing bits. */
export interface Answers {
  /** The number of the verdict; the rules without what was declared, if they were asked, stand after the others. */
  number(violated: Int32Array, open: Int32Array, verdicts: Verdicts): number;
}

interface Answer {
  readonly violated: Int32Array;
  readonly open: Int32Array;
  readonly verdict: number;
}

/** No answers yet of rules that have these numbers among all rules. */
export function createAnswers(numbers: readonly number[], words: number): Answers {
  const known: Answer[] = [];
  let last: Answer | undefined;
  const isSame = (one: Answer, violated: Int32Array, open: Int32Array): boolean => {
    for (let w = 0; w < words; w++) if (one.violated[w] !== violated[w] || one.open[w] !== open[w]) return false;
    return true;
  };
  return {
    number(violated, open, verdicts) {
      if (last !== undefined && isSame(last, violated, open)) return last.verdict;
      last = known.find((one) => isSame(one, violated, open));
      if (last === undefined) {
        last = { violated: violated.slice(), open: open.slice(), verdict: verdicts.number(spreadOut({ violated, open }, numbers, verdicts.words)) };
        known.push(last);
      }
      return last.verdict;
    },
  };
}

/** From the bits of one compiled law to the bits of all rules. */
function spreadOut({ violated, open }: { readonly violated: Int32Array; readonly open: Int32Array }, numbers: readonly number[], words: number): VerdictSets {
  const sets = { judged: new Int32Array(words), violated: new Int32Array(words), inconclusive: new Int32Array(words), declared: new Int32Array(words) };
  numbers.forEach((number, bit) => {
    const set = (bits: Int32Array) => {
      bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
    };
    set(sets.judged);
    const isOpen = has(open, bit);
    if (has(violated, bit)) set(sets.violated);
    if (isOpen) set(sets.inconclusive);
    if (!isOpen && has(open, numbers.length + bit)) set(sets.declared);
  });
  return sets;
}

function has(bits: Int32Array, bit: number): boolean {
  return (((bits[bit >> 5] ?? 0) >> (bit & 31)) & 1) === 1;
}
