import { decisionNames, moments } from "../../policy/index.ts";
import type { Combiner, DecisionName, Moment } from "../../policy/index.ts";
import type { Formula } from "../logic/formula.ts";
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

/** Every decision of a policy at every moment. */
export function statementsOf(model: PolicyModel): readonly DecisionStatements[] {
  return decisionNames.flatMap((decision) => moments[decision].map((moment: Moment) => statementsAt(model, decision, moment)));
}

/** The questions that findings will ask. */
export function questionsOf(all: readonly DecisionStatements[]): readonly Formula[] {
  return all.flatMap(({ model, rules }) => [model.silent, model.contradicts, ...rules.flatMap(({ fires, speaks, matters }) => [fires, speaks, matters])]);
}

function statementsAt(model: PolicyModel, decision: DecisionName, moment: Moment): DecisionStatements {
  const outcome = model.outcome({ decision, moment });
  const { formulas } = model.space;
  const { rows, otherwise } = outcome.rows;
  const competes = (a: Row, b: Row): boolean => decision === "enrolment" || decision === "pricing" || (a.event.type === b.event.type && goesFirst(outcome.rows.combiner(a.event.type)));
  const matters = decision === "enrolment" || decision === "pricing" ? mattersIn(rows, otherwise?.saying, formulas) : undefined;
  const rules = rows.map((row, rank): RuleStatements => {
    const before = rows.slice(0, rank).filter((other) => competes(other, row));
    const speaks = formulas.all([row.truths.yes, ...before.map((other) => formulas.not(other.truths.yes))]);
    return { row, fires: row.truths.yes, speaks, before, matters: matters === undefined ? speaks : formulas.all([speaks, matters[rank] ?? formulas.yes]) };
  });
  return { decision, moment, model: outcome, rules };
}

function goesFirst(combiner: Combiner): boolean {
  return combiner === "first";
}

/** By rank: where what is said without the rule is something else. */
function mattersIn(rows: readonly Row[], otherwise: string | undefined, formulas: PolicyModel["space"]["formulas"]): readonly Formula[] {
  const sayings = new Map<string, Formula>(otherwise === undefined ? [] : [[otherwise, formulas.yes]]);
  const found: Formula[] = [];
  for (let rank = rows.length - 1; rank >= 0; rank -= 1) {
    const row = rows[rank];
    if (row === undefined) continue;
    found[rank] = formulas.not(sayings.get(row.saying) ?? formulas.no);
    for (const [saying, when] of sayings) sayings.set(saying, formulas.all([row.truths.no, when]));
    sayings.set(row.saying, formulas.any([row.truths.yes, sayings.get(row.saying) ?? formulas.no]));
  }
  return found;
}
