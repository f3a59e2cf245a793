import { emptyLawTally, noteFirstMonth, type LawTally } from "./law-tally.ts";
import { createMonthCounter } from "./month-counter.ts";
import { createPersonCounter } from "./person-counter.ts";
import { eachRule, type Verdicts } from "./verdicts.ts";

/** Adds up the verdicts on one group of customers, one customer after another. */
export interface LawCounts {
  /** What was counted, as plain integers; the counts go on from there. */
  data(): LawTally;
  /** Forgets what was counted. */
  clear(): void;
  /** For the judges only. */
  readonly registers: LawRegisters;
}

/**
 * The registers of the customer at hand and the sums behind them. A rule counts once a person: a verdict only sets
 * bits, and a bit set for the first time is what gets counted. Hot: an act allocates nothing.
 */
export interface LawRegisters {
  readonly counting: Counting;
  begin(customer: number): void;
  /** A verdict for the first time in a month, or since the account changed; its acts are counted by the caller. */
  meet(verdict: number, month: number): void;
  /** One act of the lender, which concerns no person. */
  countLender(verdict: number, month: number): void;
  opened(): void;
  closed(): void;
  end(): void;
}

/**
 * Acts by verdict, spread over the rules only when asked; and when each verdict was last met. A verdict met before
 * concerns nobody new: most acts only add one here, which the judges do themselves.
 */
export interface Counting {
  acts: Float64Array;
  /** By verdict: `moments` and the month in which it was met. */
  met: Int32Array;
  /** Changes with the customer and her account, by more than there are months. */
  moments: number;
}

/** Empty counts over the verdicts of some judges, by ids of rules. */
export function createLawCounts(verdicts: Verdicts, rules: readonly string[], months: number): LawCounts {
  const { words } = verdicts;
  const tally = emptyLawTally(rules, months);
  const persons = createPersonCounter(words, tally);
  const byMonth = createMonthCounter(words, rules.length, months);
  const counting: Counting = { acts: new Float64Array(64), met: new Int32Array(64), moments: 1 };
  let metInStretch = new Int32Array(64);
  /** Counts customers and changes of account; never starts again. */
  let stretch = 0;

  const grow = (verdict: number) => {
    const length = Math.max(counting.acts.length * 2, verdict + 1);
    const moreActs = new Float64Array(length);
    moreActs.set(counting.acts);
    counting.acts = moreActs;
    counting.met = longer(counting.met, length);
    metInStretch = longer(metInStretch, length);
  };
  const meet = (verdict: number, month: number) => {
    if (verdict >= counting.acts.length) grow(verdict);
    counting.met[verdict] = counting.moments + month;
    const bits = verdicts.bits();
    for (let w = 0, at = (verdict * 4 + 1) * words; w < words; w++, at++) byMonth.add(month, w, bits[at] ?? 0);
    if (metInStretch[verdict] === stretch) return;
    metInStretch[verdict] = stretch;
    persons.meet(bits, verdict * 4 * words, month);
  };
  const startStretch = () => {
    stretch += 1;
    counting.moments += months;
  };
  const spread = (column: Float64Array, set: number) => {
    column.fill(0);
    for (let verdict = 0; verdict < verdicts.count(); verdict++) {
      const times = counting.acts[verdict] ?? 0;
      for (let w = 0; w < words && times > 0; w++)
        eachRule(verdicts.bits()[(verdict * 4 + set) * words + w] ?? 0, w, (rule) => {
          column[rule] = (column[rule] ?? 0) + times;
        });
    }
  };
  return {
    data: () => {
      spread(tally.judged, 0);
      spread(tally.violations, 1);
      spread(tally.inconclusiveActs, 2);
      byMonth.expand(tally.personsByMonth);
      persons.expand();
      return copyTally(tally);
    },
    clear() {
      counting.acts.fill(0);
      byMonth.clear();
      persons.clear();
      tally.firstMonth.fill(-1);
      tally.cases.fill(-1);
    },
    registers: {
      counting,
      begin(customer) {
        startStretch();
        persons.begin(customer);
      },
      meet,
      countLender(verdict, inMonth) {
        if (verdict >= counting.acts.length) grow(verdict);
        counting.acts[verdict] = (counting.acts[verdict] ?? 0) + 1;
        for (let w = 0; w < words; w++) eachRule(verdicts.bits()[(verdict * 4 + 1) * words + w] ?? 0, w, (rule) => noteFirstMonth(tally, rule, inMonth));
      },
      opened: () => persons.opened(),
      closed() {
        persons.settleAccount();
        startStretch();
      },
      end() {
        byMonth.end();
        persons.settleAccount();
        persons.end();
      },
    },
  };
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
