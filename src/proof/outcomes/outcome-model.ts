import type { FactName } from "../../facts/index.ts";
import type { DecisionName, Moment, Policy } from "../../policy/index.ts";
import type { Formula } from "../logic/formula.ts";
import { codeField, numberField } from "../terms/field.ts";
import type { Field } from "../terms/field.ts";
import type { Scope } from "../terms/scope.ts";
import { chooseModel } from "./choose-model.ts";
import { closureModel } from "./closure-model.ts";
import { limitModel } from "./limit-model.ts";
import { monitoringModel } from "./monitoring-model.ts";
import { outcomeFact, outcomeFacts } from "./outcome-facts.ts";
import { rowsOf } from "./rows.ts";
import type { Row, Rows } from "./rows.ts";
import type { FieldContext } from "./said-fields.ts";

/** What one decision says at one moment about every applicant. */
export interface OutcomeModel {
  readonly decision: DecisionName;
  readonly moment: Moment;
  readonly rows: Rows;
  /** By fact name: `outcome.limit.limitFen`. */
  readonly fields: ReadonlyMap<FactName, Field>;
  /** `otherwise` spoke, since no rule did; `onMissing` spoke. */
  readonly silent: Formula;
  readonly undecided: Formula;
  /** Rules that may not match together do; `onMissing` speaks, or the lower one is dropped. */
  readonly contradicts: Formula;
}

/** The model of a decision of a policy; the scope has the moment among its known facts. `met`: rules known from other moments. */
export function modelOutcome(policy: Policy, decision: DecisionName, moment: Moment, scope: Scope, met?: Map<number, Row>): OutcomeModel {
  const rows = rowsOf(policy.decisions[decision], moment, scope, met);
  const context = { policy, decision, scope };
  const made = decision === "limit" ? limitModel : decision === "closure" ? closureModel : decision === "monitoring" ? monitoringModel : chooseModel;
  const model = made(context, rows);
  return { decision, moment, rows, ...model, fields: withSilentFields(context, rows, model.fields) };
}

/** Fields that nothing says are absent; those of a limit that rules do say beside its amount are left open. */
function withSilentFields({ policy, decision, scope }: FieldContext, { file }: Rows, fields: ReadonlyMap<FactName, Field>): ReadonlyMap<FactName, Field> {
  const all = new Map(fields);
  const prefix = outcomeFact(decision, "");
  for (const { name, type } of outcomeFacts(policy)) {
    if (!name.startsWith(prefix) || all.has(name)) continue;
    const param = name.slice(prefix.length);
    if (decision === "limit" && file.rules.some(({ event }) => event.params?.[param] !== undefined)) continue;
    all.set(name, type === "integer" || type === "decimal" ? numberField(scope.space, []) : codeField(scope.space, [], []));
  }
  return all;
}
