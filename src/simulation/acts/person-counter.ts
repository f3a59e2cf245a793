import { jackknifeGroups } from "../tally.ts";
import { createBitCounter } from "./bit-counter.ts";
import { keptCases, noteCase, noteFirstMonth, type LawTally } from "./law-tally.ts";

/** Persons and accounts by rule: each counts once, however many acts concern them. */
export interface PersonCounter {
  begin(customer: number): void;
  /** A verdict not met before on this customer and account: its four sets stand in `bits` from `at`. */
  meet(bits: Int32Array, at: number, month: number): void;
  opened(): void;
  /** The account, if there was one, counts; another may follow. */
  settleAccount(): void;
  end(): void;
  /** Writes what was counted into the tally. First months and cases are kept there all along. */
  expand(): void;
  /** Forgets what was counted. */
  clear(): void;
}

/** A counter of nobody for so many words of 32 rules. */
export function createPersonCounter(words: number, tally: LawTally): PersonCounter {
  // Of the customer at hand, in the order of a verdict's sets: judged, matched, left open, decided by declaration.
  const sets = new Int32Array(words * 4);
  /** Matched on her account. */
  const account = new Int32Array(words);
  let customer = 0;
  let holdsAccount = false;
  const byGroup = createBitCounter(jackknifeGroups * words);
  const [judgedPersons, openPersons, declaredPersons, accounts] = [createBitCounter(words), createBitCounter(words), createBitCounter(words), createBitCounter(words)];

  const firstMatch = (bits: number, word: number, month: number) => {
    const { firstMonth, cases } = tally;
    for (let left = bits; left !== 0; left &= left - 1) {
      const rule = word * 32 + 31 - Math.clz32(left & -left);
      const first = firstMonth[rule] ?? -1;
      if (first < 0 || month < first) noteFirstMonth(tally, rule, month);
      const last = cases[((rule + 1) * keptCases - 1) * 2] ?? -1;
      if (last < 0 || customer < last) noteCase(tally, rule, customer, month);
    }
  };
  const put = (into: Float64Array, from: ReturnType<typeof createBitCounter>) => {
    for (let rule = 0; rule < into.length; rule++) into[rule] = from.count(rule >> 5, rule & 31);
  };
  return {
    begin(number) {
      customer = number;
      holdsAccount = false;
      for (let i = 0; i < words * 4; i++) sets[i] = 0;
      for (let w = 0; w < words; w++) account[w] = 0;
    },
    meet(bits, at, month) {
      for (let w = 0; w < words; w++) {
        const matched = bits[at + words + w] ?? 0;
        const first = matched & ~(sets[words + w] ?? 0);
        if (first !== 0) firstMatch(first, w, month);
        account[w] = (account[w] ?? 0) | matched;
      }
      for (let i = 0; i < words * 4; i++) sets[i] = (sets[i] ?? 0) | (bits[at + i] ?? 0);
    },
    opened() {
      holdsAccount = true;
    },
    settleAccount() {
      for (let w = 0; w < words; w++) {
        if (holdsAccount) accounts.add(w, account[w] ?? 0);
        account[w] = 0;
      }
      holdsAccount = false;
    },
    end() {
      const group = customer % jackknifeGroups;
      for (let w = 0; w < words; w++) {
        const matched = sets[words + w] ?? 0;
        judgedPersons.add(w, sets[w] ?? 0);
        byGroup.add(group * words + w, matched);
        openPersons.add(w, (sets[words * 2 + w] ?? 0) & ~matched);
        declaredPersons.add(w, sets[words * 3 + w] ?? 0);
      }
    },
    clear() {
      for (const counter of [byGroup, judgedPersons, openPersons, declaredPersons, accounts]) counter.clear();
    },
    expand() {
      put(tally.judgedPersons, judgedPersons);
      put(tally.inconclusivePersons, openPersons);
      put(tally.declaredPersons, declaredPersons);
      put(tally.accounts, accounts);
      for (let rule = 0; rule < tally.persons.length; rule++) {
        let sum = 0;
        for (let g = 0; g < jackknifeGroups; g++) {
          const persons = byGroup.count(g * words + (rule >> 5), rule & 31);
          tally.personsByGroup[rule * jackknifeGroups + g] = persons;
          sum += persons;
        }
        tally.persons[rule] = sum;
      }
    },
  };
}
