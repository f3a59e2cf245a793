import { isIsoDate, type Text } from "../base/index.ts";
import { lawRuleWords, type LawCount, type LawRuleWords, type RulePack } from "./law-rule.ts";

/** A rule of law as a list of laws shows it. */
export interface LawEntry extends LawRuleWords {
  readonly counts: LawCount;
  readonly core: boolean;
  /** Whether the whole rule is a default of this product; `houseStandard` says so of its threshold too. */
  readonly ours: boolean;
  readonly actors: readonly string[];
  /** First and last day in force; null: always, and no end known. */
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  /** The statutory range of the sanction; null where it is not known. Never a predicted sum. */
  readonly penalty: Text | null;
}

/** A number of the law on a day. */
export interface LawValue {
  readonly jurisdiction: string;
  readonly name: string;
  readonly title: Text;
  /** Null where none had begun. */
  readonly value: number | null;
  readonly since: string | null;
  readonly houseStandard: boolean;
}

/** What changes on one day. */
export interface LawChange {
  readonly date: string;
  readonly begins: readonly LawEntry[];
  /** Rules whose last day was the day before. */
  readonly ends: readonly LawEntry[];
  readonly values: readonly (LawValue & { readonly before: number | null })[];
}

/** The law on a day: what is in force, and what changes afterwards. */
export interface LawBook {
  readonly date: string;
  readonly packs: readonly { readonly name: string; readonly title: Text; readonly stateOfLaw: string }[];
  readonly inForce: readonly LawEntry[];
  readonly values: readonly LawValue[];
  /** Days after `date` on which anything changes, the next one first. */
  readonly changes: readonly LawChange[];
}

/** A law pack, as much of it as the list needs. */
export interface DatedPack extends RulePack {
  readonly title: Text;
  readonly stateOfLaw: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly title: Text;
    readonly houseStandard: boolean;
    readonly values: readonly { readonly from: string; readonly value: number }[];
  }[];
  readonly rules: readonly (RulePack["rules"][number] & {
    readonly actors: readonly string[];
    readonly effectiveFrom?: string;
    readonly effectiveTo?: string;
    readonly penalty?: Text;
  })[];
}

/** The law of some packs on a day. `declared`: facts that are left to an author's word. */
export function lawBook(packs: readonly DatedPack[], date: string, declared: ReadonlySet<string>): LawBook {
  const entries = packs.flatMap((pack) => entriesOf(pack, declared));
  const dates = [...new Set([...entries.flatMap(turns), ...packs.flatMap(valueDates)])].filter((turn) => turn > date).toSorted();
  return {
    date,
    packs: packs.map(({ name, title, stateOfLaw }) => ({ name, title, stateOfLaw })),
    inForce: entries.filter((entry) => isInForce(entry, date)),
    values: packs.flatMap((pack) => valuesOn(pack, date)),
    changes: dates.map((turn) => changeOn(packs, entries, turn)),
  };
}

function entriesOf(pack: DatedPack, declared: ReadonlySet<string>): readonly LawEntry[] {
  return lawRuleWords(pack, declared).map((words, index) => {
    const rule = pack.rules[index];
    return {
      ...words,
      counts: words.counts ?? "persons",
      core: words.core ?? false,
      ours: rule?.houseStandard ?? false,
      actors: rule?.actors ?? [],
      effectiveFrom: rule?.effectiveFrom ?? null,
      effectiveTo: rule?.effectiveTo ?? null,
      penalty: rule?.penalty ?? null,
    };
  });
}

function isInForce({ effectiveFrom, effectiveTo }: LawEntry, date: string): boolean {
  return (effectiveFrom === null || effectiveFrom <= date) && (effectiveTo === null || date <= effectiveTo);
}

/** Days on which a rule begins, or is no longer in force. */
function turns({ effectiveFrom, effectiveTo }: LawEntry): readonly string[] {
  return [...(effectiveFrom === null ? [] : [effectiveFrom]), ...(effectiveTo === null ? [] : [dayAfter(effectiveTo)])];
}

const valueDates = ({ parameters }: DatedPack): readonly string[] => parameters.flatMap(({ values }) => values.map(({ from }) => from));

function valuesOn({ name: jurisdiction, parameters }: DatedPack, date: string): readonly LawValue[] {
  return parameters.map(({ name, title, houseStandard, values }) => {
    const last = values.findLast(({ from }) => from <= date);
    return { jurisdiction, name, title, value: last?.value ?? null, since: last?.from ?? null, houseStandard };
  });
}

function changeOn(packs: readonly DatedPack[], entries: readonly LawEntry[], date: string): LawChange {
  const values = packs.flatMap((pack) => {
    const before = new Map(pack.parameters.map(({ name, values: dated }) => [name, dated.findLast(({ from }) => from < date)?.value ?? null]));
    return valuesOn(pack, date).filter(({ since }) => since === date).map((value) => ({ ...value, before: before.get(value.name) ?? null }));
  });
  return {
    date,
    begins: entries.filter(({ effectiveFrom }) => effectiveFrom === date),
    ends: entries.filter(({ effectiveTo }) => effectiveTo !== null && dayAfter(effectiveTo) === date),
    values,
  };
}

/** The day after an ISO date. */
export function dayAfter(date: string): string {
  return step(date, 1, ["01", "01"]);
}

/** The day before an ISO date. */
export function dayBefore(date: string): string {
  return step(date, -1, ["12", "31"]);
}

function step(date: string, by: 1 | -1, [yearsMonth, yearsDay]: readonly [string, string]): string {
  const [year = 1, month = 1, day = 1] = date.split("-").map(Number);
  const within = written(year, month, day + by);
  if (isIsoDate(within)) return within;
  const days = by > 0 ? [1] : [31, 30, 29, 28];
  const other = days.map((one) => written(year, month + by, one)).find(isIsoDate);
  return other ?? `${String(year + by).padStart(4, "0")}-${yearsMonth}-${yearsDay}`;
}

function written(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
