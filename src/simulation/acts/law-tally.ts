import { jackknifeGroups, type LawFinding } from "../tally.ts";

/** Cases kept of each rule: the customers of lowest number. */
export const keptCases = 3;

/**
 * What the laws said over a run or a block of it, by rule. Plain typed arrays, all integers; tallies of disjoint
 * customers merge in any order to the same bytes.
 */
export interface LawTally {
  /** Ids of the rules, in pack order: the index of every column. */
  readonly rules: readonly string[];
  readonly months: number;
  /** Acts judged while the rule was in force, and of these: matches, and acts left open. */
  readonly judged: Float64Array;
  readonly violations: Float64Array;
  readonly inconclusiveActs: Float64Array;
  /** Persons with an act judged; with a match; with none but an act left open; whose verdict rested on a declaration. */
  readonly judgedPersons: Float64Array;
  readonly persons: Float64Array;
  readonly inconclusivePersons: Float64Array;
  readonly declaredPersons: Float64Array;
  /** Accounts that a match concerned, or led to. */
  readonly accounts: Float64Array;
  /** First month with a match; −1 where there is none. */
  readonly firstMonth: Int32Array;
  /** Persons with a match in the month, at rule × months + month. */
  readonly personsByMonth: Float64Array;
  /** Persons with a match, at rule × groups + (customer modulo groups). */
  readonly personsByGroup: Float64Array;
  /** Customer and month of a first match, at (rule × kept + i) × 2; −1 where there is none; by customer. */
  readonly cases: Int32Array;
}

/** A finding with the persons behind its shares: pass = judged − matched − inconclusive. */
export interface JudgedLawFinding extends LawFinding {
  readonly judgedPersons: number;
  readonly passedPersons: number;
  readonly inconclusiveActs: number;
}

const added = [
  "judged", "violations", "inconclusiveActs", "judgedPersons", "persons", "inconclusivePersons", "declaredPersons",
  "accounts", "personsByMonth", "personsByGroup",
] as const satisfies readonly (keyof LawTally)[];

/** A tally of nobody. */
export function emptyLawTally(ruleIds: readonly string[], months: number): LawTally {
  const rules = ruleIds.length;
  return {
    rules: ruleIds,
    months,
    judged: new Float64Array(rules),
    violations: new Float64Array(rules),
    inconclusiveActs: new Float64Array(rules),
    judgedPersons: new Float64Array(rules),
    persons: new Float64Array(rules),
    inconclusivePersons: new Float64Array(rules),
    declaredPersons: new Float64Array(rules),
    accounts: new Float64Array(rules),
    firstMonth: new Int32Array(rules).fill(-1),
    personsByMonth: new Float64Array(rules * months),
    personsByGroup: new Float64Array(rules * jackknifeGroups),
    cases: new Int32Array(rules * keptCases * 2).fill(-1),
  };
}

/** The tally of several disjoint sets of customers under the same rules and months; throws where these differ. */
export function mergeLawTallies(tallies: readonly LawTally[]): LawTally {
  const [first] = tallies;
  const merged = emptyLawTally(first?.rules ?? [], first?.months ?? 0);
  for (const tally of tallies) {
    if (tally.rules.join("\n") !== merged.rules.join("\n") || tally.months !== merged.months) throw new Error("law tallies of different runs do not add up");
    for (const name of added) addInto(merged[name], tally[name]);
    for (let rule = 0; rule < tally.rules.length; rule++) {
      noteFirstMonth(merged, rule, tally.firstMonth[rule] ?? -1);
      for (let i = 0; i < keptCases; i++) {
        const at = (rule * keptCases + i) * 2;
        noteCase(merged, rule, tally.cases[at] ?? -1, tally.cases[at + 1] ?? -1);
      }
    }
  }
  return merged;
}

/** The tally by rule, in the order of the rules. */
export function viewLawFindings(tally: LawTally): readonly JudgedLawFinding[] {
  return tally.rules.map((rule, index) => {
    const at = (column: Float64Array) => column[index] ?? 0;
    return {
      rule,
      judged: at(tally.judged),
      violations: at(tally.violations),
      inconclusiveActs: at(tally.inconclusiveActs),
      judgedPersons: at(tally.judgedPersons),
      persons: at(tally.persons),
      accounts: at(tally.accounts),
      inconclusivePersons: at(tally.inconclusivePersons),
      passedPersons: at(tally.judgedPersons) - at(tally.persons) - at(tally.inconclusivePersons),
      declaredPersons: at(tally.declaredPersons),
      firstMonth: tally.firstMonth[index] ?? -1,
      personsByMonth: tally.personsByMonth.slice(index * tally.months, (index + 1) * tally.months),
      personsByGroup: tally.personsByGroup.slice(index * jackknifeGroups, (index + 1) * jackknifeGroups),
      cases: casesOf(tally, index),
    };
  });
}

/** Keeps the earlier month. */
export function noteFirstMonth(tally: LawTally, rule: number, month: number): void {
  const known = tally.firstMonth[rule] ?? -1;
  if (month >= 0 && (known < 0 || month < known)) tally.firstMonth[rule] = month;
}

/** Keeps the customers of lowest number, in order. */
export function noteCase(tally: LawTally, rule: number, customer: number, month: number): void {
  if (customer < 0) return;
  let [held, heldMonth] = [customer, month];
  for (let i = 0; i < keptCases; i++) {
    const at = (rule * keptCases + i) * 2;
    const other = tally.cases[at] ?? -1;
    if (other >= 0 && other <= held) continue;
    const otherMonth = tally.cases[at + 1] ?? -1;
    tally.cases[at] = held;
    tally.cases[at + 1] = heldMonth;
    [held, heldMonth] = [other, otherMonth];
    if (held < 0) return;
  }
}

function casesOf(tally: LawTally, rule: number) {
  const cases: { readonly customer: number; readonly month: number }[] = [];
  for (let i = 0; i < keptCases; i++) {
    const at = (rule * keptCases + i) * 2;
    const customer = tally.cases[at] ?? -1;
    if (customer >= 0) cases.push({ customer, month: tally.cases[at + 1] ?? -1 });
  }
  return cases;
}

function addInto(sum: Float64Array, more: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (more[i] ?? 0);
}
