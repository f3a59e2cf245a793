import { choose } from "../logic/formula.ts";
import type { Formula } from "../logic/formula.ts";
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
  const { space } = scope;
  const { formulas } = space;
  const sayings = new Map<string, { row: Row; when: Formula }>();
  let [none, open]: [Formula, Formula] = [last === undefined ? formulas.yes : formulas.no, formulas.no];
  if (last !== undefined) sayings.set(last.saying, { row: last, when: formulas.yes });
  for (const row of rows.toReversed()) {
    const { yes, no } = row.truths;
    if (no === formulas.yes) continue;
    const same = sameAs(row, sayings, scope);
    open = choose(formulas, yes, formulas.no, choose(formulas, no, open, formulas.not(same)));
    none = formulas.all([no, none]);
    for (const entry of sayings.values()) entry.when = formulas.all([formulas.not(yes), entry.when, formulas.any([no, same])]);
    const own = sayings.get(row.saying);
    if (own === undefined) sayings.set(row.saying, { row, when: yes });
    else own.when = formulas.any([yes, own.when]);
  }
  for (const entry of sayings.values()) {
    const incomplete = formulas.all([entry.when, formulas.not(entry.row.complete)]);
    entry.when = formulas.all([entry.when, entry.row.complete]);
    open = formulas.any([open, incomplete]);
  }
  return { sayings, none, open };
}

/** Where what is said below a rule is what the rule itself would say. */
function sameAs(row: Row, sayings: ReadonlyMap<string, { readonly row: Row; readonly when: Formula }>, { space }: Scope): Formula {
  const { formulas } = space;
  if (row.open === formulas.no) return formulas.no;
  return formulas.any(
    [...sayings].map(([saying, other]) => {
      if (saying === row.saying) return other.when;
      const mayAgree = row.event.type === other.row.event.type && (row.readsFacts || other.row.readsFacts);
      if (!mayAgree) return formulas.no;
      return formulas.all([other.when, row.complete, other.row.complete, space.open(`same ${row.saying} ${saying}`, { en: "whether two outcomes that are read from facts are the same", zh: "两个取自事实的结果是否相同" })]);
    }),
  );
}
