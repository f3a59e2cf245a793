import { emptyLawTally, noteFirstMonth, type LawTally } from "./law-tally.ts";
import { MonthCounter } from "./month-counter.ts";
import { PersonCounter } from "./person-counter.ts";
import { eachRule, type Verdicts } from "./verdicts.ts";

/**
 * Adds up the verdicts on one group of customers, one customer after another, and keeps the registers of the one at
 * hand. A rule counts once a person: a verdict only sets bits, and a bit set for the first time is what gets counted.
 * Hot: an act allocates nothing.
 */
export class LawCounts {
  /** Acts by verdict, spread over the rules only when asked. */
  acts = new Float64Array(64);
  /**
   * By verdict: `moments` and the month in which it was met. One met before concerns nobody new: most acts only add
   * one to `acts`, which the judges do themselves.
   */
  met = new Int32Array(64);
  /** Changes with the customer and her account, by more than there are months. */
  moments = 1;
  #metInStretch = new Int32Array(64);
  /** Counts customers and changes of account; never starts again. */
  #stretch = 0;
  readonly #verdicts: Verdicts;
  readonly #words: number;
  readonly #months: number;
  readonly #tally: LawTally;
  readonly #persons: PersonCounter;
  readonly #byMonth: MonthCounter;

  /** Empty counts over the verdicts of some judges, by ids of rules. */
  constructor(verdicts: Verdicts, rules: readonly string[], months: number) {
    this.#verdicts = verdicts;
    this.#words = verdicts.words;
    this.#months = months;
    this.#tally = emptyLawTally(rules, months);
    this.#persons = new PersonCounter(verdicts.words, this.#tally);
    this.#byMonth = new MonthCounter(verdicts.words, rules.length, months);
  }

  /** What was counted, as plain integers; the counts go on from there. */
  data(): LawTally {
    const tally = this.#tally;
    this.#spread(tally.judged, 0);
    this.#spread(tally.violations, 1);
    this.#spread(tally.inconclusiveActs, 2);
    this.#byMonth.expand(tally.personsByMonth);
    this.#persons.expand();
    return copyTally(tally);
  }

  /** Forgets what was counted. */
  clear(): void {
    this.acts.fill(0);
    this.#byMonth.clear();
    this.#persons.clear();
    this.#tally.firstMonth.fill(-1);
    this.#tally.cases.fill(-1);
  }

  begin(customer: number): void {
    this.#startStretch();
    this.#persons.begin(customer);
  }

  /** A verdict for the first time in a month, or since the account changed; its acts are counted by the caller. */
  meet(verdict: number, month: number): void {
    if (verdict >= this.acts.length) this.#grow(verdict);
    this.met[verdict] = this.moments + month;
    const words = this.#words;
    const bits = this.#verdicts.bits();
    this.#byMonth.add(month, bits, (verdict * 4 + 1) * words);
    if (this.#metInStretch[verdict] === this.#stretch) return;
    this.#metInStretch[verdict] = this.#stretch;
    this.#persons.meet(bits, verdict * 4 * words, month);
  }

  /** One act of the lender, which concerns no person. */
  countLender(verdict: number, month: number): void {
    if (verdict >= this.acts.length) this.#grow(verdict);
    this.acts[verdict] = (this.acts[verdict] ?? 0) + 1;
    const words = this.#words;
    for (let w = 0; w < words; w++) eachRule(this.#verdicts.bits()[(verdict * 4 + 1) * words + w] ?? 0, w, (rule) => noteFirstMonth(this.#tally, rule, month));
  }

  opened(): void {
    this.#persons.opened();
  }

  closed(): void {
    this.#persons.settleAccount();
    this.#startStretch();
  }

  end(): void {
    this.#byMonth.end();
    this.#persons.settleAccount();
    this.#persons.end();
  }

  #startStretch(): void {
    this.#stretch += 1;
    this.moments += this.#months;
  }

  #grow(verdict: number): void {
    const length = Math.max(this.acts.length * 2, verdict + 1);
    const moreActs = new Float64Array(length);
    moreActs.set(this.acts);
    this.acts = moreActs;
    this.met = longer(this.met, length);
    this.#metInStretch = longer(this.#metInStretch, length);
  }

  #spread(column: Float64Array, set: number): void {
    const words = this.#words;
    column.fill(0);
    for (let verdict = 0; verdict < this.#verdicts.count(); verdict++) {
      const times = this.acts[verdict] ?? 0;
      for (let w = 0; w < words && times > 0; w++)
        eachRule(this.#verdicts.bits()[(verdict * 4 + set) * words + w] ?? 0, w, (rule) => {
          column[rule] = (column[rule] ?? 0) + times;
        });
    }
  }
}

function longer(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(length);
  more.set(numbers);
  return more;
}

function copyTally(tally: LawTally): LawTally {
  return {
    rules: tally.rules,
    months: tally.months,
    judged: tally.judged.slice(),
    violations: tally.violations.slice(),
    inconclusiveActs: tally.inconclusiveActs.slice(),
    judgedPersons: tally.judgedPersons.slice(),
    persons: tally.persons.slice(),
    inconclusivePersons: tally.inconclusivePersons.slice(),
    declaredPersons: tally.declaredPersons.slice(),
    accounts: tally.accounts.slice(),
    firstMonth: tally.firstMonth.slice(),
    personsByMonth: tally.personsByMonth.slice(),
    personsByGroup: tally.personsByGroup.slice(),
    cases: tally.cases.slice(),
  };
}
