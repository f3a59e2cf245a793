import { decisionNames, moments } from "../../policy/index.ts";
import type { DecisionName, Moment } from "../../policy/index.ts";
import type { Formula, Formulas } from "../logic/formula.ts";
import type { PolicyModel } from "../model.ts";
import type { OutcomeModel } from "../outcomes/outcome-model.ts";
import type { Row } from "../outcomes/rows.ts";

/** One rule at one moment: what is asked about it. */
export interface RuleStatements {
  readonly row: Row;
  readonly fires: Formula;
  /** It fires, and no rule that it competes with goes before it. */
  readonly speaks: Formula;
  /** Rules that go before it, the highest first; empty where all that fire count. */
  readonly before: readonly Row[];
  /** None of those fires. */
  readonly left: Formula;
  /** It speaks, and without it something else would be said. */
  readonly matters: Formula;
}

/** One decision at one moment. */
export interface DecisionStatements {
  readonly decision: DecisionName;
  readonly moment: Moment;
  readonly model: OutcomeModel;
  readonly rules: readonly RuleStatements[];
}

/** Decisions of a policy, all unless some are named, at every moment. */
export function statementsOf(model: PolicyModel, decisions: readonly DecisionName[] = decisionNames): readonly DecisionStatements[] {
  return decisions.flatMap((decision) => moments[decision].map((moment: Moment) => statementsAt(model, decision, moment)));
}

/** The questions that findings will ask. */
export function questionsOf(all: readonly DecisionStatements[]): readonly Formula[] {
  return all.flatMap(({ model, rules }) => [model.silent, model.contradicts, ...rules.flatMap(({ fires, speaks, matters }) => [fires, speaks, matters])]);
}

/** Rules of one priority of which the first keeps the other from saying something else. */
export function equalPairs({ rules, model }: DecisionStatements): readonly (readonly [RuleStatements, RuleStatements])[] {
  const byPriority = new Map<number, RuleStatements[]>();
  for (const rule of rules) {
    const priority = model.rows.file.rules[rule.row.rule ?? -1]?.priority ?? 1;
    byPriority.set(priority, [...(byPriority.get(priority) ?? []), rule]);
  }
  return [...byPriority.values()].flatMap((equal) => equal.flatMap((one, index) => equal.slice(index + 1).flatMap((two) => (two.before.includes(one.row) && one.row.saying !== two.row.saying ? [[one, two] as const] : []))));
}

function statementsAt(model: PolicyModel, decision: DecisionName, moment: Moment): DecisionStatements {
  const outcome = model.outcome({ decision, moment });
  const { formulas } = model.space;
  const { rows, otherwise } = outcome.rows;
  const isChoice = decision === "enrolment" || decision === "pricing";
  /** Rules of one class keep each other from speaking: all of a choice, those of one type where the first of them counts. */
  const classOf = ({ event }: Row): string | undefined => (isChoice ? "" : outcome.rows.combiner(event.type) === "first" ? event.type : undefined);
  const matters = isChoice ? mattersIn(rows, otherwise?.saying, formulas) : undefined;
  const met = new Map<string, { readonly rows: Row[]; none: Formula }>();
  const rules = rows.map((row, rank): RuleStatements => {
    const key = classOf(row);
    const above = key === undefined ? undefined : (met.get(key) ?? { rows: [], none: formulas.yes });
    const before = above?.rows.slice() ?? [];
    const left = above?.none ?? formulas.yes;
    const speaks = formulas.all([row.truths.yes, left]);
    if (key !== undefined && above !== undefined) {
      above.rows.push(row);
      above.none = formulas.all([above.none, formulas.not(row.truths.yes)]);
      met.set(key, above);
    }
    return { row, fires: row.truths.yes, speaks, before, left, matters: matters === undefined ? speaks : formulas.all([speaks, matters[rank] ?? formulas.yes]) };
  });
  return { decision, moment, model: outcome, rules };
}

/** By rank: where what is said without the rule is something else. Only for what several rules say is there more to ask. */
function mattersIn(rows: readonly Row[], otherwise: string | undefined, formulas: Formulas): readonly Formula[] {
  const times = new Map<string, number>();
  for (const { saying } of rows) times.set(saying, (times.get(saying) ?? 0) + 1);
  const repeated = [...times].flatMap(([saying, count]) => (count > 1 || saying === otherwise ? [saying] : []));
  const found: Formula[] = rows.map(() => formulas.yes);
  for (const saying of repeated) {
    let same = saying === otherwise ? formulas.yes : formulas.no;
    for (const [rank, row] of [...rows.entries()].toReversed()) {
      if (row.saying === saying) {
        found[rank] = formulas.not(same);
        same = formulas.any([row.truths.yes, same]);
      } else same = formulas.all([row.truths.no, same]);
    }
  }
  return found;
}
