import type { FactDefinition, FactName } from "../../facts/index.ts";
import type { Constant, DecisionName, Policy } from "../../policy/index.ts";
import type { Formula } from "../logic/formula.ts";
import { codeField, numberField } from "../terms/field.ts";
import type { Case, Field } from "../terms/field.ts";
import type { Scope } from "../terms/scope.ts";
import { known } from "../terms/term.ts";
import type { Term } from "../terms/term.ts";
import { computedPrices } from "./computed-prices.ts";
import { outcomeFact } from "./outcome-facts.ts";
import { saidOf, valuesOfFact } from "./rows.ts";
import type { Row, Said } from "./rows.ts";

/** A row that speaks, and where. */
export interface Speaker {
  readonly when: Formula;
  readonly row: Row;
}

/** What the fields of a decision are made from. */
export interface FieldContext {
  readonly policy: Policy;
  readonly decision: DecisionName;
  readonly scope: Scope;
}

/** The definition of a field; undefined where the decision has none of that name. */
export function fieldDefinition({ decision, scope }: FieldContext, field: string): FactDefinition | undefined {
  try {
    return scope.definition(outcomeFact(decision, field));
  } catch {
    return undefined;
  }
}

/** Fields of the params that some rows say, where each of them speaks alone. */
export function saidFields(context: FieldContext, speakers: readonly Speaker[], nameOf: (param: string) => string = (param) => param): Map<FactName, Field> {
  const { scope } = context;
  const fields = new Map<FactName, Field>();
  const params = new Set(speakers.flatMap(({ row }) => Object.keys(row.event.params ?? {})));
  for (const param of params) {
    const field = nameOf(param);
    const definition = fieldDefinition(context, field);
    if (definition === undefined) continue;
    const said = speakers.flatMap(({ when, row }) => {
      const of = saidOf(row.event, param, scope);
      return of === undefined ? [] : [{ when, said: of }];
    });
    fields.set(outcomeFact(context.decision, field), fieldOf(definition, said, scope));
  }
  return fields;
}

function fieldOf(definition: FactDefinition, said: readonly { readonly when: Formula; readonly said: Said }[], scope: Scope): Field {
  const { space } = scope;
  if (definition.type === "integer" || definition.type === "decimal") {
    return numberField(space, said.flatMap(({ when, said: of }): Case<Term>[] => {
      const term = termOf(of, scope);
      return term === undefined ? [] : [{ when, value: term }];
    }));
  }
  const values = definition.type === "enum" ? definition.values : [false, true];
  return codeField(space, values, said.flatMap(({ when, said: of }) => codesOf(of, when, definition.type === "boolean", scope)));
}

function termOf(said: Said, scope: Scope): Term | undefined {
  if (said.kind === "fact") return scope.term(said.name);
  return typeof said.value === "number" ? known(said.value) : undefined;
}

function codesOf(said: Said, when: Formula, truth: boolean, scope: Scope): readonly Case<string | boolean>[] {
  if (said.kind === "fact") {
    return valuesOfFact(said.name, scope).map((each) => ({ when: scope.space.formulas.all([when, each.when]), value: each.value }));
  }
  const { value } = said;
  if (Array.isArray(value) || typeof value === "object") return [];
  return [{ when, value: truth ? value === true || value === 1 : String(value) }];
}

/** `type`, `undecided`, `hasReason` and, for prices, what is computed from them: the fields of decisions where one row speaks. */
export function commonFields(context: FieldContext, speakers: readonly Speaker[], typeOf: (type: string) => string, undecided: Formula): Map<FactName, Field> {
  const { decision, policy, scope } = context;
  const { space } = scope;
  const fields = new Map<FactName, Field>();
  const put = (field: string, made: Field): void => {
    fields.set(outcomeFact(decision, field), made);
  };
  const type = fieldDefinition(context, "type");
  if (type?.type === "enum") put("type", codeField(space, type.values, speakers.map(({ when, row }) => ({ when, value: typeOf(row.event.type) }))));
  put("undecided", flag(scope, undecided));
  const reasons = speakers.filter(({ row }) => row.event.params?.["reason"] !== undefined);
  put("hasReason", flag(scope, space.formulas.any(reasons.map(({ when }) => when))));
  if (decision !== "pricing") return fields;
  const prices = speakers.map(({ when, row }) => ({ when, computed: computedPrices(policy, (param) => constantOf(saidOf(row.event, param, scope))) }));
  for (const field of ["allInBps", "longestTerm", "fundingBps", "lossBps", "revenueBps"] as const) {
    const cases = prices.flatMap(({ when, computed }): Case<Term>[] => {
      const value = computed[field];
      return value === undefined ? [] : [{ when, value: known(value) }];
    });
    put(field, numberField(space, cases));
  }
  return fields;
}

function constantOf(said: Said | undefined): Constant | readonly Constant[] | undefined {
  return said?.kind === "constant" ? said.value : undefined;
}

/** A field that is true or false for everybody. */
export function flag({ space }: Scope, when: Formula): Field {
  return codeField(space, [false, true], [
    { when, value: true },
    { when: space.formulas.not(when), value: false },
  ]);
}
