import { jackknifeGroups } from "../tally.ts";
import { BitCounter } from "./bit-counter.ts";
import { keptCases, noteCase, noteFirstMonth, type LawTally } from "./law-tally.ts";

/** Persons and accounts by rule: each counts once, however many acts concern them. */
export class PersonCounter {
  readonly #words: number;
  readonly #tally: LawTally;
  /** Of the customer at hand, in the order of a verdict's sets: judged, matched, left open, decided by declaration. */
  readonly #sets: Int32Array;
  /** Matched on her account. */
  readonly #account: Int32Array;
  #customer = 0;
  #holdsAccount = false;
  readonly #byGroup: BitCounter;
  readonly #judgedPersons: BitCounter;
  readonly #openPersons: BitCounter;
  readonly #declaredPersons: BitCounter;
  readonly #accounts: BitCounter;

  /** Nobody yet, for so many words of 32 rules. First months and cases are kept in the tally all along. */
  constructor(words: number, tally: LawTally) {
    this.#words = words;
    this.#tally = tally;
    this.#sets = new Int32Array(words * 4);
    this.#account = new Int32Array(words);
    this.#byGroup = new BitCounter(jackknifeGroups * words);
    this.#judgedPersons = new BitCounter(words);
    this.#openPersons = new BitCounter(words);
    this.#declaredPersons = new BitCounter(words);
    this.#accounts = new BitCounter(words);
  }

  begin(customer: number): void {
    this.#customer = customer;
    this.#holdsAccount = false;
    const sets = this.#sets;
    const account = this.#account;
    for (let i = 0; i < sets.length; i++) sets[i] = 0;
    for (let w = 0; w < account.length; w++) account[w] = 0;
  }

  /** A verdict not met before on this customer and account: its four sets stand in `bits` from `at`. */
  meet(bits: Int32Array, at: number, month: number): void {
    const words = this.#words;
    const sets = this.#sets;
    const account = this.#account;
    for (let w = 0; w < words; w++) {
      const matched = bits[at + words + w] ?? 0;
      const first = matched & ~(sets[words + w] ?? 0);
      if (first !== 0) this.#matchFirst(first, w, month);
      account[w] = (account[w] ?? 0) | matched;
    }
    for (let i = 0; i < words * 4; i++) sets[i] = (sets[i] ?? 0) | (bits[at + i] ?? 0);
  }

  #matchFirst(bits: number, word: number, month: number): void {
    const tally = this.#tally;
    const customer = this.#customer;
    const { firstMonth, cases } = tally;
    for (let left = bits; left !== 0; left &= left - 1) {
      const rule = word * 32 + 31 - Math.clz32(left & -left);
      const first = firstMonth[rule] ?? -1;
      if (first < 0 || month < first) noteFirstMonth(tally, rule, month);
      const last = cases[((rule + 1) * keptCases - 1) * 2] ?? -1;
      if (last < 0 || customer < last) noteCase(tally, rule, customer, month);
    }
  }

  opened(): void {
    this.#holdsAccount = true;
  }

  /** The account, if there was one, counts; another may follow. */
  settleAccount(): void {
    const account = this.#account;
    for (let w = 0; w < account.length; w++) {
      if (this.#holdsAccount) this.#accounts.add(w, account[w] ?? 0);
      account[w] = 0;
    }
    this.#holdsAccount = false;
  }

  end(): void {
    const words = this.#words;
    const sets = this.#sets;
    const group = this.#customer % jackknifeGroups;
    for (let w = 0; w < words; w++) {
      const matched = sets[words + w] ?? 0;
      this.#judgedPersons.add(w, sets[w] ?? 0);
      this.#byGroup.add(group * words + w, matched);
      this.#openPersons.add(w, (sets[words * 2 + w] ?? 0) & ~matched);
      this.#declaredPersons.add(w, sets[words * 3 + w] ?? 0);
    }
  }

  /** Forgets what was counted. */
  clear(): void {
    for (const counter of [this.#byGroup, this.#judgedPersons, this.#openPersons, this.#declaredPersons, this.#accounts]) counter.clear();
  }

  /** Writes what was counted into the tally. */
  expand(): void {
    const tally = this.#tally;
    expandInto(tally.judgedPersons, this.#judgedPersons);
    expandInto(tally.inconclusivePersons, this.#openPersons);
    expandInto(tally.declaredPersons, this.#declaredPersons);
    expandInto(tally.accounts, this.#accounts);
    for (let rule = 0; rule < tally.persons.length; rule++) {
      let sum = 0;
      for (let g = 0; g < jackknifeGroups; g++) {
        const persons = this.#byGroup.count(g * this.#words + (rule >> 5), rule & 31);
        tally.personsByGroup[rule * jackknifeGroups + g] = persons;
        sum += persons;
      }
      tally.persons[rule] = sum;
    }
  }
}

function expandInto(into: Float64Array, from: BitCounter): void {
  for (let rule = 0; rule < into.length; rule++) into[rule] = from.count(rule >> 5, rule & 31);
}
