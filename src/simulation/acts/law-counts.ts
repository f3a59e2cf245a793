import { jackknifeGroups } from "../tally.ts";
import { emptyLawTally, noteCase, noteFirstMonth, type LawTally } from "./law-tally.ts";
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
  /** One act of the customer. Months never go back. */
  count(verdict: number, month: number): void;
  /** One act of the lender, which concerns no person. */
  countLender(verdict: number, month: number): void;
  opened(): void;
  closed(): void;
  end(): void;
}

/** Empty counts over the verdicts of some judges, by ids of rules. */
export function createLawCounts(verdicts: Verdicts, rules: readonly string[], months: number): LawCounts {
  const tally = emptyLawTally(rules, months);
  const byMonth = createMonthCounter(verdicts.words, rules.length, months);
  const { words } = verdicts;
  // Of the customer at hand: judged, matched, left open, decided by declaration; and of her account.
  const [judged, matched, open, declared] = [new Int32Array(words), new Int32Array(words), new Int32Array(words), new Int32Array(words)];
  const account = new Int32Array(words);
  let customer = 0;
  let holdsAccount = false;
  // Acts by verdict, spread over the rules only when asked; and where each verdict was last met. A verdict met
  // before sets no new bit: most acts only add one here.
  let acts = new Float64Array(64);
  let metInStretch = new Float64Array(64);
  let metInMonth = new Float64Array(64);
  /** Counts customers and changes of account, and months of customers; never starts again. */
  let stretch = 0;
  let customerMonth = 0;
  let month = -1;

  const bump = (column: Float64Array, rule: number) => {
    column[rule] = (column[rule] ?? 0) + 1;
  };
  const firstMatch = (bits: number, word: number) =>
    eachRule(bits, word, (rule) => {
      bump(tally.persons, rule);
      bump(tally.personsByGroup, rule * jackknifeGroups + (customer % jackknifeGroups));
      noteFirstMonth(tally, rule, month);
      noteCase(tally, rule, customer, month);
    });
  const meet = (verdict: number) => {
    const { bits } = verdicts;
    const at = verdict * 4 * words;
    for (let w = 0; w < words; w++) {
      const violated = bits[at + words + w] ?? 0;
      const before = matched[w] ?? 0;
      if ((violated & ~before) !== 0) firstMatch(violated & ~before, w);
      matched[w] = before | violated;
      account[w] = (account[w] ?? 0) | violated;
      judged[w] = (judged[w] ?? 0) | (bits[at + w] ?? 0);
      open[w] = (open[w] ?? 0) | (bits[at + 2 * words + w] ?? 0);
      declared[w] = (declared[w] ?? 0) | (bits[at + 3 * words + w] ?? 0);
    }
  };
  const settleAccount = () => {
    for (let w = 0; w < words; w++) {
      if (holdsAccount) eachRule(account[w] ?? 0, w, (rule) => bump(tally.accounts, rule));
      account[w] = 0;
    }
    holdsAccount = false;
    stretch += 1;
  };
  const grow = (verdict: number) => {
    const longer = (column: Float64Array): Float64Array<ArrayBuffer> => {
      const more = new Float64Array(Math.max(column.length * 2, verdict + 1));
      more.set(column);
      return more;
    };
    acts = longer(acts);
    metInStretch = longer(metInStretch);
    metInMonth = longer(metInMonth);
  };
  const spread = (column: Float64Array, set: number) => {
    column.fill(0);
    for (let verdict = 0; verdict < verdicts.count; verdict++) {
      const times = acts[verdict] ?? 0;
      for (let w = 0; w < words && times > 0; w++)
        eachRule(verdicts.bits[(verdict * 4 + set) * words + w] ?? 0, w, (rule) => {
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
      return copyTally(tally);
    },
    registers: {
      begin(number) {
        customer = number;
        holdsAccount = false;
        stretch += 1;
        month = -1;
        for (const set of [judged, matched, open, declared, account]) for (let w = 0; w < words; w++) set[w] = 0;
        byMonth.begin();
      },
      count(verdict, inMonth) {
        addAct(verdict);
        if (inMonth !== month) {
          month = inMonth;
          customerMonth += 1;
          byMonth.turn(month);
        }
        if (metInStretch[verdict] !== stretch) {
          metInStretch[verdict] = stretch;
          meet(verdict);
        }
        if (metInMonth[verdict] !== customerMonth) {
          metInMonth[verdict] = customerMonth;
          byMonth.add(verdicts.bits, (verdict * 4 + 1) * words);
        }
      },
      countLender(verdict, inMonth) {
        addAct(verdict);
        for (let w = 0; w < words; w++) eachRule(verdicts.bits[(verdict * 4 + 1) * words + w] ?? 0, w, (rule) => noteFirstMonth(tally, rule, inMonth));
      },
      opened() {
        holdsAccount = true;
      },
      closed: () => settleAccount(),
      end() {
        byMonth.end();
        settleAccount();
        month = -1;
        customerMonth += 1;
        for (let w = 0; w < words; w++) {
          eachRule(judged[w] ?? 0, w, (rule) => bump(tally.judgedPersons, rule));
          eachRule((open[w] ?? 0) & ~(matched[w] ?? 0), w, (rule) => bump(tally.inconclusivePersons, rule));
          eachRule(declared[w] ?? 0, w, (rule) => bump(tally.declaredPersons, rule));
        }
      },
    },
  };
}

/**
 * Persons with a match by month. Most customers' matches stay the same for months on end, so only changes are
 * written: +1 where a run of months begins, −1 after its last.
 */
function createMonthCounter(words: number, rules: number, months: number) {
  const changes = new Float64Array(rules * (months + 1));
  const running = new Int32Array(words); // matched in `lastMonth`
  const current = new Int32Array(words); // matched so far in `month`
  let month = -1;
  let lastMonth = -2;
  const change = (bits: number, word: number, at: number, by: number) =>
    eachRule(bits, word, (rule) => {
      changes[rule * (months + 1) + at] = (changes[rule * (months + 1) + at] ?? 0) + by;
    });
  const stop = () => {
    for (let w = 0; w < words; w++) {
      if (running[w] !== 0) change(running[w] ?? 0, w, lastMonth + 1, -1);
      running[w] = 0;
    }
  };
  const flush = () => {
    if (month < 0) return;
    if (month > lastMonth + 1) stop();
    for (let w = 0; w < words; w++) {
      const now = current[w] ?? 0;
      const before = running[w] ?? 0;
      if (now !== before) {
        change(now & ~before, w, month, 1);
        change(before & ~now, w, month, -1);
      }
      running[w] = now;
      current[w] = 0;
    }
    lastMonth = month;
  };
  return {
    begin() {
      month = -1;
      lastMonth = -2;
      for (let w = 0; w < words; w++) {
        running[w] = 0;
        current[w] = 0;
      }
    },
    /** A new month begins. */
    turn(to: number) {
      flush();
      month = to;
    },
    /** Matches from `at` in `bits` stand in the month. */
    add(bits: Int32Array, at: number) {
      for (let w = 0; w < words; w++) current[w] = (current[w] ?? 0) | (bits[at + w] ?? 0);
    },
    end() {
      flush();
      stop();
    },
    expand(into: Float64Array) {
      for (let rule = 0; rule < rules; rule++) {
        let persons = 0;
        for (let m = 0; m < months; m++) {
          persons += changes[rule * (months + 1) + m] ?? 0;
          into[rule * months + m] = persons;
        }
      }
    },
  };
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
