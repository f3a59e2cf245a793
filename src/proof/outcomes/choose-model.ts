import { choose } from "../logic/formula.ts";
import type { Formula } from "../logic/formula.ts";
import { firstOf } from "./first.ts";
import type { OutcomeModel } from "./outcome-model.ts";
import type { Row, Rows } from "./rows.ts";
import { commonFields, saidFields } from "./said-fields.ts";
import type { FieldContext, Speaker } from "./said-fields.ts";

/** What speaks where a file says nothing of a moment. */
export function nothing(onMissing: Row): Row {
  return { ...onMissing, event: { type: "no-action" }, saying: "nothing", readsFacts: false };
}

/** Enrolment and pricing: the matching rule of highest priority speaks, whatever its type. */
export function chooseModel(context: FieldContext, of: Rows): Pick<OutcomeModel, "fields" | "silent" | "undecided" | "contradicts"> {
  const { scope } = context;
  const { formulas } = scope.space;
  const { rows, otherwise = nothing(of.onMissing), onMissing } = of;
  const { sayings, open } = firstOf(rows, otherwise, scope);
  const contradicts = twiceUnique(of, (row) => row.truths.yes);
  const mayContradict = twiceUnique(of, (row) => formulas.not(row.truths.no));
  const anyOpen = formulas.any(rows.map((row) => row.open));
  // Two matches of a unique type leave it to `onMissing`; with open rules beside them it is left open which.
  const unsure = mayContradict === formulas.no ? open : formulas.any([open, scope.open("unique rules where facts are missing", { en: "rules of a `unique` outcome where facts are missing", zh: "事实缺失时的 `unique` 规则" })]);
  const undecided = mayContradict === formulas.no ? open : choose(formulas, anyOpen, unsure, formulas.any([open, contradicts]));
  const speakers: Speaker[] = [...sayings.values()].map(({ row, when }) => ({ row, when: formulas.all([when, formulas.not(undecided)]) }));
  speakers.push({ row: onMissing, when: undecided });
  const fields = new Map([...saidFields(context, speakers), ...commonFields(context, speakers, (type) => type, undecided)]);
  const silent = formulas.all([...rows.map((row) => row.truths.no), formulas.not(undecided)]);
  return { fields, silent, undecided, contradicts };
}

/** Where the first rule that fires is of a unique type of which another rule fires too; `fires` for certain, or possibly. */
function twiceUnique(of: Rows, fires: (row: Row) => Formula): Formula {
  const { rows, scope } = of;
  const { formulas } = scope.space;
  const found: Formula[] = [];
  rows.forEach((row, rank) => {
    if (of.combiner(row.event.type) !== "unique") return;
    const above = rows.slice(0, rank).map((other) => formulas.not(other.truths.yes));
    const others = rows.slice(rank + 1).filter((other) => other.event.type === row.event.type);
    found.push(formulas.all([fires(row), ...above, formulas.any(others.map(fires))]));
  });
  return formulas.any(found);
}
