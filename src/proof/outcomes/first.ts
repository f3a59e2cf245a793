import { choose } from "../logic/formula.ts";
import type { Formula, Formulas } from "../logic/formula.ts";
import type { Scope } from "../terms/scope.ts";
import type { Row } from "./rows.ts";

/** Which saying comes out where the first of some rules speaks. The statements exclude each other. */
export interface FirstSays {
  /** By class of rows that say the same: a row of it, and where it is said. */
  readonly sayings: ReadonlyMap<string, { readonly row: Row; readonly when: Formula }>;
  /** No rule fires, and none is open. */
  readonly none: Formula;
  /** An open rule, or a missing fact of the one that speaks, could change what is said. */
  readonly open: Formula;
}

/**
 * The first rule that fires speaks. An open rule above it matters only if it would say something else; where what two
 * rows say is read from facts, whether it is the same is left open.
 */
export function firstOf(rows: readonly Row[], last: Row | undefined, scope: Scope): FirstSays {
  const { formulas } = scope.space;
  const may = rows.filter(({ truths }) => truths.no !== formulas.yes);
  const said = may.some((row) => row.readsFacts && row.open !== formulas.no) || (may.some(({ open }) => open !== formulas.no) && [...may, last].some((row) => row?.readsFacts)) ? bySayings(may, last, scope) : byRuns(may, last, formulas);
  let { open } = said;
  const sayings = new Map<string, { readonly row: Row; readonly when: Formula }>();
  for (const [saying, { row, when }] of said.sayings) {
    sayings.set(saying, { row, when: formulas.all([when, row.complete]) });
    open = formulas.any([open, formulas.all([when, formulas.not(row.complete)])]);
  }
  return { sayings, none: said.none, open };
}

/** Row by row from the last one up, for each of the sayings. */
function bySayings(rows: readonly Row[], last: Row | undefined, scope: Scope): FirstSays {
  const { formulas } = scope.space;
  const sayings = new Map<string, { row: Row; when: Formula }>();
  let [none, open]: [Formula, Formula] = [last === undefined ? formulas.yes : formulas.no, formulas.no];
  if (last !== undefined) sayings.set(last.saying, { row: last, when: formulas.yes });
  for (const row of rows.toReversed()) {
    const { yes, no } = row.truths;
    const same = sameAs(row, sayings, scope);
    open = choose(formulas, yes, formulas.no, choose(formulas, no, open, formulas.not(same)));
    none = formulas.all([no, none]);
    for (const entry of sayings.values()) entry.when = formulas.all([formulas.not(yes), entry.when, formulas.any([no, same])]);
    const own = sayings.get(row.saying);
    if (own === undefined) sayings.set(row.saying, { row, when: yes });
    else own.when = formulas.any([yes, own.when]);
  }
  return { sayings, none, open };
}

/** The same where no two sayings can turn out alike. */
function byRuns(rows: readonly Row[], last: Row | undefined, formulas: Formulas): FirstSays {
  const { whens, same, none } = sayingRuns(rows, last?.saying, formulas);
  const sayings = new Map<string, { readonly row: Row; readonly when: Formula }>();
  for (const [saying, { when, index }] of whens) {
    const row = last?.saying === saying ? last : rows[index];
    if (row !== undefined) sayings.set(saying, { row, when });
  }
  let open = formulas.no;
  for (const [index, row] of [...rows.entries()].toReversed()) {
    const ignored = row.open === formulas.no ? formulas.no : formulas.all([row.open, formulas.not(same[index] ?? formulas.no)]);
    open = formulas.any([ignored, formulas.all([row.truths.no, open])]);
  }
  return { sayings, none: last === undefined ? none : formulas.no, open };
}

/** Who says what, where the first of some rows speaks. */
export interface SayingRuns {
  /** By saying: where it is said, and the first row that says it; no row where only the last resort does. */
  readonly whens: ReadonlyMap<string, { readonly when: Formula; readonly index: number }>;
  /** By row: where what is said below it is what it would say. */
  readonly same: readonly Formula[];
  readonly none: Formula;
}

/**
 * For each saying its own rows alone, and between them that no other row fires. Of 2,000 rows with 500 sayings that is
 * 2,000 steps, not a million.
 */
export function sayingRuns(rows: readonly Row[], last: string | undefined, formulas: Formulas): SayingRuns {
  const noneIn = makeRuns(rows.map(({ truths }) => truths.no), formulas);
  const own = new Map<string, number[]>();
  for (const [index, { saying }] of rows.entries()) {
    const list = own.get(saying);
    if (list === undefined) own.set(saying, [index]);
    else list.push(index);
  }
  if (last !== undefined && !own.has(last)) own.set(last, []);
  const whens = new Map<string, { readonly when: Formula; readonly index: number }>();
  const same: Formula[] = rows.map(() => formulas.no);
  for (const [saying, indices] of own) {
    let [when, from] = [saying === last ? formulas.yes : formulas.no, rows.length];
    for (const index of indices.toReversed()) {
      const below = formulas.all([noneIn(index + 1, from), when]);
      same[index] = below;
      when = formulas.any([rows[index]?.truths.yes ?? formulas.no, below]);
      from = index;
    }
    whens.set(saying, { when: formulas.all([noneIn(0, from), when]), index: indices[0] ?? -1 });
  }
  return { whens, same, none: noneIn(0, rows.length) };
}

/** That none of a run of rows fires: runs of two, four, eight … rows are put together once. */
function makeRuns(none: readonly Formula[], formulas: Formulas): (from: number, to: number) => Formula {
  const levels: (readonly Formula[])[] = [none];
  for (let level = none; level.length > 1; levels.push(level)) {
    const pairs = level;
    level = Array.from({ length: Math.ceil(pairs.length / 2) }, (_, index) => formulas.all(pairs.slice(2 * index, 2 * index + 2)));
  }
  return (from, to) => {
    const parts: Formula[] = [];
    for (let [at, level] = [from, 0]; at < to; ) {
      while (level > 0 && (at % (1 << level) !== 0 || at + (1 << level) > to)) level -= 1;
      while (at % (2 << level) === 0 && at + (2 << level) <= to) level += 1;
      parts.push(levels[level]?.[at >> level] ?? formulas.yes);
      at += 1 << level;
    }
    return formulas.all(parts);
  };
}

/** Where what is said below a rule is what the rule itself would say. */
function sameAs(row: Row, sayings: ReadonlyMap<string, { readonly row: Row; readonly when: Formula }>, { space, open }: Scope): Formula {
  const { formulas } = space;
  if (row.open === formulas.no) return formulas.no;
  return formulas.any(
    [...sayings].map(([saying, other]) => {
      if (saying === row.saying) return other.when;
      const mayAgree = row.event.type === other.row.event.type && (row.readsFacts || other.row.readsFacts);
      if (!mayAgree) return formulas.no;
      return formulas.all([other.when, row.complete, other.row.complete, open(`same ${row.saying} ${saying}`, { en: "whether two outcomes that are read from facts are the same", zh: "两个取自事实的结果是否相同" })]);
    }),
  );
}
