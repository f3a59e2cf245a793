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
}

/** A counter of nobody for so many words of 32 rules. */
export function createPersonCounter(words: number, tally: LawTally): PersonCounter {
  // Of the customer at hand: judged, matched, left open, decided by declaration; and of her account.
  const [judged, matched, open, declared] = [new Int32Array(words), new Int32Array(words), new Int32Array(words), new Int32Array(words)];
  const account = new Int32Array(words);
  let customer = 0;
  let group = 0;
  let holdsAccount = false;
  const byGroup = createBitCounter(jackknifeGroups * words);
  const [judgedPersons, openPersons, declaredPersons, accounts] = [createBitCounter(words), createBitCounter(words), createBitCounter(words), createBitCounter(words)];

  const firstMatch = (bits: number, word: number, month: number) => {
    byGroup.add(group * words + word, bits);
    for (let left = bits; left !== 0; left &= left - 1) {
      const rule = word * 32 + 31 - Math.clz32(left & -left);
      const first = tally.firstMonth[rule] ?? -1;
      if (first < 0 || month < first) noteFirstMonth(tally, rule, month);
      const last = tally.cases[((rule + 1) * keptCases - 1) * 2] ?? -1;
      if (last < 0 || customer < last) noteCase(tally, rule, customer, month);
    }
  };
  const put = (into: Float64Array, from: ReturnType<typeof createBitCounter>) => {
    for (let rule = 0; rule < into.length; rule++) into[rule] = from.count(rule >> 5, rule & 31);
  };
  return {
    begin(number) {
      customer = number;
      group = number % jackknifeGroups;
      holdsAccount = false;
      for (let w = 0; w < words; w++) judged[w] = matched[w] = open[w] = declared[w] = account[w] = 0;
    },
    meet(bits, at, month) {
      for (let w = 0; w < words; w++) {
        const violated = bits[at + words + w] ?? 0;
        const before = matched[w] ?? 0;
        if ((violated & ~before) !== 0) firstMatch(violated & ~before, w, month);
        matched[w] = before | violated;
        account[w] = (account[w] ?? 0) | violated;
        judged[w] = (judged[w] ?? 0) | (bits[at + w] ?? 0);
        open[w] = (open[w] ?? 0) | (bits[at + 2 * words + w] ?? 0);
        declared[w] = (declared[w] ?? 0) | (bits[at + 3 * words + w] ?? 0);
      }
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
      for (let w = 0; w < words; w++) {
        judgedPersons.add(w, judged[w] ?? 0);
        openPersons.add(w, (open[w] ?? 0) & ~(matched[w] ?? 0));
        declaredPersons.add(w, declared[w] ?? 0);
      }
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
