import type { Formula } from "../logic/formula.ts";
import type { Space } from "../logic/space.ts";
import { isAtMost, isLess } from "../terms/compare.ts";
import type { NumberField } from "../terms/field.ts";
import { isAbove, isAtLeast, isPresent, known } from "../terms/term.ts";
import type { Term } from "../terms/term.ts";
import { amountPart } from "./amount-part.ts";
import type { AmountPart, Reach } from "./amount-part.ts";
import { nothing } from "./choose-model.ts";
import { outcomeFact } from "./outcome-facts.ts";
import type { OutcomeModel } from "./outcome-model.ts";
import { saidOf } from "./rows.ts";
import type { Row, Rows } from "./rows.ts";
import { commonFields, flag, saidFields } from "./said-fields.ts";
import type { FieldContext } from "./said-fields.ts";

/**
 * Limit: the tier, raised to the floors, cut to the caps. The amount is never computed: whether it reaches a number
 * follows from which rules fire and whether their amounts reach it, and that is all that claims ask.
 */
export function limitModel(context: FieldContext, of: Rows): Pick<OutcomeModel, "fields" | "silent" | "undecided" | "contradicts"> {
  const { scope } = context;
  const { space } = scope;
  const { formulas } = space;
  const { rows, otherwise = nothing(of.onMissing), onMissing } = of;
  const [tier, floor, cap] = (["tier", "floor", "cap"] as const).map((type) => partOf(of, type, rows));
  if (tier === undefined || floor === undefined || cap === undefined) throw new Error("a limit has three parts");
  const parts = [tier, floor, cap];
  const terms = parts.flatMap((part) => part.terms);
  const least: Reach = (reaches) =>
    formulas.all([formulas.any([tier, floor].map((part) => formulas.all([part.certain, part.low(reaches)]))), formulas.any([formulas.not(cap.possible), cap.low(reaches)])]);
  const most: Reach = (reaches) =>
    formulas.all([formulas.any([tier, floor].map((part) => formulas.all([part.possible, part.high(reaches)]))), formulas.any([formulas.not(cap.certain), cap.high(reaches)])]);
  const bounds = [...terms, known(Infinity)];
  const differs = formulas.any(bounds.map((bound) => formulas.all([most(reachesOf(space, bound)), formulas.not(least(reachesOf(space, bound)))])));
  const possible = formulas.any([tier.possible, floor.possible]);
  const certain = formulas.any([tier.certain, floor.certain]);
  const contradicts = formulas.any(parts.map((part) => part.contradicts));
  const undecided = formulas.all([
    possible,
    formulas.any([formulas.not(certain), differs, ...parts.map((part) => part.mayContradict), otherParams(of, scope)]),
  ]);
  const granted = formulas.all([certain, formulas.not(undecided)]);
  const silent = formulas.all([formulas.not(possible), formulas.not(formulas.any(parts.map((part) => part.mayContradict)))]);
  const undecidedAll = formulas.any([undecided, formulas.all([formulas.not(possible), formulas.any(parts.map((part) => part.mayContradict))])]);
  const speakers = [
    { row: otherwise, when: silent },
    { row: onMissing, when: undecidedAll },
    { row: { ...onMissing, event: { type: "grant" }, saying: "grant" }, when: granted },
  ];
  const limitFen: NumberField = {
    kind: "number",
    present: granted,
    terms,
    atLeast: (term) => formulas.all([granted, isPresent(space, term), least(reachesOf(space, term))]),
    above: (term) => formulas.all([granted, isPresent(space, term), least(isOver(space, term))]),
  };
  const fields = new Map([...saidFields(context, speakers), ...commonFields(context, speakers, (type) => type, undecidedAll)]);
  fields.set(outcomeFact("limit", "limitFen"), limitFen);
  fields.set(outcomeFact("limit", "undecided"), flag(scope, undecidedAll));
  return { fields, silent, undecided: undecidedAll, contradicts };
}

function partOf(of: Rows, type: "tier" | "floor" | "cap", rows: readonly Row[]): AmountPart {
  const own = rows.filter((row) => row.event.type === type);
  const amounts = own.map((row): Term => {
    const said = saidOf(row.event, "limitFen", of.scope);
    if (said === undefined) return known(NaN);
    if (said.kind === "fact") return of.scope.term(said.name);
    return known(typeof said.value === "number" ? said.value : NaN);
  });
  return amountPart(of.scope, own, amounts, of.combiner(type));
}

function reachesOf(space: Space, bound: Term): (amount: Term) => Formula {
  return (amount) => (bound.kind === "number" ? isAtLeast(space, amount, bound.value) : isAtMost(space, bound, amount));
}

function isOver(space: Space, bound: Term): (amount: Term) => Formula {
  return (amount) => (bound.kind === "number" ? isAbove(space, amount, bound.value) : isLess(space, bound, amount));
}

/** Where rules say more than amounts, an open one may leave the limit open although its amount is decided. */
function otherParams({ rows }: Rows, { space, open }: FieldContext["scope"]): Formula {
  const { formulas } = space;
  const sayMore = rows.some(({ event }) => Object.keys(event.params ?? {}).some((param) => param !== "limitFen"));
  const anyOpen = formulas.any(rows.map((row) => formulas.any([row.open, formulas.all([row.truths.yes, formulas.not(row.complete)])])));
  if (!sayMore || anyOpen === formulas.no) return formulas.no;
  return formulas.all([anyOpen, open("limit params", { en: "params of a limit beside its amount, where facts are missing", zh: "事实缺失时额度以外的参数" })]);
}
