import { decisionNames, moments } from "../../policy/index.ts";
import type { DecisionName, Moment } from "../../policy/index.ts";
import type { Formula } from "../logic/formula.ts";
import type { PolicyModel } from "../model.ts";
import type { OutcomeModel } from "../outcomes/outcome-model.ts";
import { sayingRuns } from "../outcomes/first.ts";
import type { Row } from "../outcomes/rows.ts";

/** One rule at one moment: what is asked about it. */
export interface RuleStatements {
  readonly row: Row;
  readonly fires: Formula;
  /** It fires, and no rule that it competes with goes before it. */
  readonly speaks: Formula;
  /** The rules that keep each other from speaking, the highest first, and its place among them; none where all that fire count. */
  readonly chain: readonly Row[];
  readonly place: number;
  /** None of those before it fires. */
  readonly left: Formula;
  /** Where something else would be said below it. */
  readonly changes: Formula;
  /** It speaks, and without it something else would be said. */
  readonly matters: Formula;
}

/** Rules that go before it, the highest first. */
export function before({ chain, place }: RuleStatements): readonly Row[] {
  return chain.slice(0, place);
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
  return all.flatMap(({ model, rules }) => [model.silent, model.contradicts, ...rules.flatMap(({ fires, speaks, changes, matters }) => [fires, speaks, changes, matters])]);
}

/** Rules of one priority of which the first keeps the other from saying something else. */
export function equalPairs({ rules, model }: DecisionStatements): readonly (readonly [RuleStatements, RuleStatements])[] {
  const byPriority = new Map<number, RuleStatements[]>();
  for (const rule of rules) {
    const priority = model.rows.file.rules[rule.row.rule ?? -1]?.priority ?? 1;
    const equal = byPriority.get(priority);
    if (equal === undefined) byPriority.set(priority, [rule]);
    else equal.push(rule);
  }
  return [...byPriority.values()].flatMap((equal) => equal.flatMap((one, index) => equal.slice(index + 1).flatMap((two) => (one.chain === two.chain && one.place < two.place && one.row.saying !== two.row.saying ? [[one, two] as const] : []))));
}

function statementsAt(model: PolicyModel, decision: DecisionName, moment: Moment): DecisionStatements {
  const outcome = model.outcome({ decision, moment });
  const { formulas } = model.space;
  const { rows, otherwise } = outcome.rows;
  const isChoice = decision === "enrolment" || decision === "pricing";
  /** Rules of one class keep each other from speaking: all of a choice, those of one type where the first of them counts. */
  const classOf = ({ event }: Row): string | undefined => (isChoice ? "" : outcome.rows.combiner(event.type) === "first" ? event.type : undefined);
  const same = isChoice ? sayingRuns(rows, otherwise?.saying, formulas).same : [];
  const met = new Map<string, { readonly chain: Row[]; none: Formula }>();
  const rules = rows.map((row, rank): RuleStatements => {
    const key = classOf(row);
    const above = key === undefined ? undefined : (met.get(key) ?? { chain: [], none: formulas.yes });
    const left = above?.none ?? formulas.yes;
    const speaks = formulas.all([row.truths.yes, left]);
    const changes = formulas.not(same[rank] ?? formulas.no);
    const rule = { row, fires: row.truths.yes, speaks, chain: above?.chain ?? [], place: above?.chain.length ?? 0, left, changes, matters: formulas.all([speaks, changes]) };
    if (key !== undefined && above !== undefined) {
      above.chain.push(row);
      above.none = formulas.all([above.none, formulas.not(row.truths.yes)]);
      met.set(key, above);
    }
    return rule;
  });
  return { decision, moment, model: outcome, rules };
}
