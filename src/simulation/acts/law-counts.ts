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
  const acts = createActCounter(verdicts, tally);
  const byMonth = createMonthCounter(verdicts.words, rules.length, months);
  const { words } = verdicts;
  // Of the customer at hand: judged, matched, left open, decided by declaration; and of her account.
  const [judged, matched, open, declared] = [new Int32Array(words), new Int32Array(words), new Int32Array(words), new Int32Array(words)];
  const account = new Int32Array(words);
  let customer = 0;
  let holdsAccount = false;

  const bump = (column: Float64Array, rule: number) => {
    column[rule] = (column[rule] ?? 0) + 1;
  };
  const firstMatch = (bits: number, word: number, month: number) =>
    eachRule(bits, word, (rule) => {
      bump(tally.persons, rule);
      bump(tally.personsByGroup, rule * jackknifeGroups + (customer % jackknifeGroups));
      noteFirstMonth(tally, rule, month);
      noteCase(tally, rule, customer, month);
    });
  const settleAccount = () => {
    for (let w = 0; w < words; w++) {
      if (holdsAccount) eachRule(account[w] ?? 0, w, (rule) => bump(tally.accounts, rule));
      account[w] = 0;
    }
    holdsAccount = false;
  };

  return {
    data: () => {
      acts.expand();
      byMonth.expand(tally.personsByMonth);
      return copyTally(tally);
    },
    registers: {
      begin(number) {
        customer = number;
        holdsAccount = false;
        for (const set of [judged, matched, open, declared, account]) set.fill(0);
        byMonth.begin();
      },
      count(verdict, month) {
        acts.add(verdict);
        const { bits } = verdicts;
        const at = verdict * 4 * words;
        for (let w = 0; w < words; w++) {
          const violated = bits[at + words + w] ?? 0;
          const before = matched[w] ?? 0;
          const fresh = violated & ~before;
          if (fresh !== 0) firstMatch(fresh, w, month);
          matched[w] = before | violated;
          account[w] = (account[w] ?? 0) | violated;
          judged[w] = (judged[w] ?? 0) | (bits[at + w] ?? 0);
          open[w] = (open[w] ?? 0) | (bits[at + 2 * words + w] ?? 0);
          declared[w] = (declared[w] ?? 0) | (bits[at + 3 * words + w] ?? 0);
          byMonth.add(violated, w, month);
        }
      },
      countLender(verdict, month) {
        acts.add(verdict);
        for (let w = 0; w < words; w++) eachRule(verdicts.bits[verdict * 4 * words + words + w] ?? 0, w, (rule) => noteFirstMonth(tally, rule, month));
      },
      opened() {
        holdsAccount = true;
      },
      closed: settleAccount,
      end() {
        byMonth.end();
        settleAccount();
        for (let w = 0; w < words; w++) {
          eachRule(judged[w] ?? 0, w, (rule) => bump(tally.judgedPersons, rule));
          eachRule((open[w] ?? 0) & ~(matched[w] ?? 0), w, (rule) => bump(tally.inconclusivePersons, rule));
          eachRule(declared[w] ?? 0, w, (rule) => bump(tally.declaredPersons, rule));
        }
      },
    },
  };
}

/** Counts acts by verdict, and spreads them over the rules only when asked. */
function createActCounter(verdicts: Verdicts, tally: LawTally) {
  let counts = new Float64Array(64);
  const spread = (column: Float64Array, verdict: number, set: number) => {
    const times = counts[verdict] ?? 0;
    for (let w = 0; w < verdicts.words; w++)
      eachRule(verdicts.bits[(verdict * 4 + set) * verdicts.words + w] ?? 0, w, (rule) => {
        column[rule] = (column[rule] ?? 0) + times;
      });
  };
  return {
    add(verdict: number) {
      if (verdict >= counts.length) {
        const more = new Float64Array(Math.max(counts.length * 2, verdict + 1));
        more.set(counts);
        counts = more;
      }
      counts[verdict] = (counts[verdict] ?? 0) + 1;
    },
    expand() {
      for (const column of [tally.judged, tally.violations, tally.inconclusiveActs]) column.fill(0);
      for (let verdict = 0; verdict < verdicts.count; verdict++) {
        spread(tally.judged, verdict, 0);
        spread(tally.violations, verdict, 1);
        spread(tally.inconclusiveActs, verdict, 2);
      }
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
  const stop = () => {
    for (let w = 0; w < words; w++) {
      change(running[w] ?? 0, w, lastMonth + 1, -1);
      running[w] = 0;
    }
  };
  return {
    begin() {
      month = -1;
      lastMonth = -2;
      running.fill(0);
      current.fill(0);
    },
    add(bits: number, word: number, inMonth: number) {
      if (inMonth !== month) {
        flush();
        month = inMonth;
      }
      current[word] = (current[word] ?? 0) | bits;
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
