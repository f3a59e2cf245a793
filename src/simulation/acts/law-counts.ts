import { emptyLawTally, noteFirstMonth, type LawTally } from "./law-tally.ts";
import { createMonthCounter } from "./month-counter.ts";
import { createPersonCounter } from "./person-counter.ts";
import { eachRule, type Verdicts } from "./verdicts.ts";

/** Adds up the verdicts on one group of customers, one customer after another. */
export interface LawCounts {
  /** What was counted, as plain integers; the counts go on from there. */
  data(): LawTally;
  /** For the judges only. */
  readonly registers: LawRegisters;
}

/**
 * The registers of the customer at hand and the sums behind them. A rule counts once a person: a verdict only sets
 * bits, and a bit set for the first time is what gets counted. Hot: `count` allocates nothing.
 */
export interface LawRegisters {
  begin(customer: number): void;
  /** One act of the customer. */
  count(verdict: number, month: number): void;
  /** One act of the lender, which concerns no person. */
  countLender(verdict: number, month: number): void;
  opened(): void;
  closed(): void;
  end(): void;
}

/** Empty counts over the verdicts of some judges, by ids of rules. */
export function createLawCounts(verdicts: Verdicts, rules: readonly string[], months: number): LawCounts {
  const { words } = verdicts;
  const tally = emptyLawTally(rules, months);
  const persons = createPersonCounter(words, tally);
  const byMonth = createMonthCounter(words, rules.length, months);
  // Acts by verdict, spread over the rules only when asked; and when each verdict was last met. A verdict met before
  // concerns nobody new: most acts only add one here.
  let acts = new Float64Array(64);
  let metInMonth = new Int32Array(64);
  let metInStretch = new Int32Array(64);
  /** Counts customers and changes of account; never starts again. */
  let stretch = 0;
  /** A number for each month of each stretch, less the month. */
  let moments = 1;

  const meet = (verdict: number, month: number) => {
    const bits = verdicts.bits();
    for (let w = 0, at = (verdict * 4 + 1) * words; w < words; w++, at++) byMonth.add(month, w, bits[at] ?? 0);
    if (metInStretch[verdict] === stretch) return;
    metInStretch[verdict] = stretch;
    persons.meet(bits, verdict * 4 * words, month);
  };
  const startStretch = () => {
    stretch += 1;
    moments += months;
  };
  const grow = (verdict: number) => {
    const length = Math.max(acts.length * 2, verdict + 1);
    const moreActs = new Float64Array(length);
    moreActs.set(acts);
    acts = moreActs;
    metInMonth = longer(metInMonth, length);
    metInStretch = longer(metInStretch, length);
  };
  const spread = (column: Float64Array, set: number) => {
    column.fill(0);
    for (let verdict = 0; verdict < verdicts.count(); verdict++) {
      const times = acts[verdict] ?? 0;
      for (let w = 0; w < words && times > 0; w++)
        eachRule(verdicts.bits()[(verdict * 4 + set) * words + w] ?? 0, w, (rule) => {
          column[rule] = (column[rule] ?? 0) + times;
        });
    }
  };
  const addAct = (verdict: number) => {
    if (verdict >= acts.length) grow(verdict);
    acts[verdict] = (acts[verdict] ?? 0) + 1;
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
    registers: {
      begin(customer) {
        startStretch();
        persons.begin(customer);
      },
      count(verdict, month) {
        addAct(verdict);
        if (metInMonth[verdict] === moments + month) return;
        metInMonth[verdict] = moments + month;
        meet(verdict, month);
      },
      countLender(verdict, inMonth) {
        addAct(verdict);
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
