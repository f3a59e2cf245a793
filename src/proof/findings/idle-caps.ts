import type { Formula } from "../logic/formula.ts";
import { limitModel } from "../outcomes/limit-model.ts";
import { outcomeFact } from "../outcomes/outcome-facts.ts";
import { saidOf } from "../outcomes/rows.ts";
import { known } from "../terms/term.ts";
import type { Term } from "../terms/term.ts";
import { findingOf, nameOf } from "./finding-of.ts";
import type { RuleFinding } from "./finding.ts";
import type { DecisionStatements } from "./rule-statements.ts";
import type { Shop } from "./shop.ts";

/** Caps of a limit that never cut anything: without them no limit would be above what they allow. */
export function idleCaps(shop: Shop, statements: readonly DecisionStatements[]): readonly RuleFinding[] {
  const [first] = statements;
  if (first?.decision !== "limit" || first.model.rows.combiner("cap") !== "min") return [];
  const { policy, space } = shop.model;
  const { formulas } = space;
  return first.rules.flatMap(({ row }): readonly RuleFinding[] => {
    if (row.event.type !== "cap") return [];
    const cuts = ({ rules, model: { rows } }: DecisionStatements): Formula => {
      const own = rules.find((rule) => rule.row.rule === row.rule);
      if (own === undefined || own.fires === formulas.no) return formulas.no;
      const without = limitModel({ policy, decision: "limit", scope: rows.scope }, { ...rows, rows: rows.rows.filter(({ rule }) => rule !== row.rule) });
      const field = without.fields.get(outcomeFact("limit", "limitFen"));
      const said = saidOf(row.event, "limitFen", rows.scope);
      const amount: Term = said?.kind === "fact" ? rows.scope.term(said.name) : known(typeof said?.value === "number" ? said.value : NaN);
      return field?.kind !== "number" ? formulas.no : formulas.all([own.fires, field.above(amount)]);
    };
    if (statements.some((each) => shop.exists(cuts(each)) !== false)) return [];
    const fires = statements.some(({ rules }) => rules.some((rule) => rule.row.rule === row.rule && shop.exists(rule.fires) === true));
    if (!fires) return [];
    const name = nameOf(first, row);
    return [findingOf(shop, statements, { kind: "idle-cap", moments: [], row, message: { en: `the cap \`${name}\` never cuts a limit`, zh: `上限 \`${name}\` 从未压低任何额度` } })];
  });
}
