import type { FactName } from "../../facts/index.ts";
import { choose } from "../logic/formula.ts";
import type { Formula } from "../logic/formula.ts";
import type { Field } from "../terms/field.ts";
import { nothing } from "./choose-model.ts";
import { firstOf } from "./first.ts";
import { outcomeFact, outcomeFacts } from "./outcome-facts.ts";
import type { OutcomeModel } from "./outcome-model.ts";
import type { Row, Rows } from "./rows.ts";
import { commonFields, flag, saidFields } from "./said-fields.ts";
import type { FieldContext, Speaker } from "./said-fields.ts";

/** Closure: a refusal wins; else one plan of the factors to verify and the first way to settle. */
export function closureModel(context: FieldContext, of: Rows): Pick<OutcomeModel, "fields" | "silent" | "undecided" | "contradicts"> {
  const { scope } = context;
  const { formulas } = scope.space;
  const { rows, otherwise = nothing(of.onMissing), onMissing } = of;
  const ofType = (type: string): readonly Row[] => rows.filter((row) => row.event.type === type);
  const anyFired = formulas.any(rows.map((row) => row.truths.yes));
  const silent = formulas.all(rows.map((row) => row.truths.no));
  // Where no rule fires for certain, an open one changes nothing only if it says what `otherwise` says.
  const openMatters = formulas.any(rows.map((row) => (row.saying === otherwise.saying ? formulas.no : row.open)));
  const [refusals, settlements] = [firstOf(ofType("refuse"), undefined, scope), firstOf(ofType("settle"), undefined, scope)];
  const factors = factorsOf(context, of, ofType("verify"));
  const planned = formulas.all([anyFired, refusals.none]);
  const contradicts = formulas.any(["refuse", "verify", "settle"].map((type) => (of.combiner(type) === "unique" ? twice(ofType(type), formulas) : formulas.no)));
  const settledOpen = formulas.any([
    formulas.all([formulas.not(anyFired), openMatters]),
    formulas.all([anyFired, refusals.open]),
    formulas.all([planned, formulas.any([settlements.open, factors.open])]),
    contradicts === formulas.no ? formulas.no : formulas.all([anyFired, contradicts]),
  ]);
  const undecided = contradicts === formulas.no ? settledOpen : choose(formulas, formulas.any(rows.map((row) => row.open)), scope.open("unique rules of a closure", { en: "rules of a `unique` outcome where facts are missing", zh: "事实缺失时的 `unique` 规则" }), settledOpen);
  const decided = formulas.not(undecided);
  const fallsSilent = formulas.all([formulas.not(anyFired), decided]);
  const speakers: Speaker[] = [
    { row: otherwise, when: fallsSilent },
    { row: onMissing, when: undecided },
    { row: { ...onMissing, event: { type: "plan" }, saying: "plan", complete: formulas.yes }, when: formulas.all([planned, decided]) },
    ...[...refusals.sayings.values()].map(({ row, when }) => ({ row, when: formulas.all([when, anyFired, decided]) })),
  ];
  const settled = [...settlements.sayings.values()].map(({ row, when }) => ({ row, when: formulas.all([when, planned, decided]) }));
  const isPlan = (type: string): string => (type === "verify" || type === "settle" ? "plan" : type);
  const fields = new Map<FactName, Field>([
    ...saidFields(context, [...speakers, ...settled]),
    ...commonFields(context, speakers, isPlan, undecided),
  ]);
  for (const factor of factors.names) {
    const asks = (row: Row): boolean => listed(row).includes(factor);
    const alone = speakers.filter(({ row }) => row.event.type === "verify" && asks(row)).map(({ when }) => when);
    fields.set(outcomeFact("closure", `verify.${factor}`), flag(scope, formulas.any([...alone, formulas.all([planned, decided, factors.certain(factor)])])));
  }
  return { fields, silent, undecided, contradicts };
}

function listed({ event }: Row): readonly unknown[] {
  const factors = event.params?.["factors"];
  return Array.isArray(factors) ? factors : [];
}

function factorsOf({ policy, scope }: FieldContext, of: Rows, verify: readonly Row[]) {
  const { formulas } = scope.space;
  const prefix = outcomeFact("closure", "verify.");
  const names = outcomeFacts(policy).flatMap(({ name }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  if (of.combiner("verify") === "set") {
    const certain = (factor: string): Formula => formulas.any(verify.flatMap((row) => (listed(row).includes(factor) ? [row.truths.yes] : [])));
    const possible = (factor: string): Formula => formulas.any(verify.flatMap((row) => (listed(row).includes(factor) ? [formulas.not(row.truths.no)] : [])));
    const more = formulas.any(names.map((factor) => formulas.all([possible(factor), formulas.not(certain(factor))])));
    const anyOpen = formulas.any(verify.map((row) => row.open));
    // An open rule that adds no factor may still put them in another order, which the compiler takes for another plan.
    const reordered = anyOpen === formulas.no ? formulas.no : formulas.all([anyOpen, scope.open("the order of factors", { en: "the order of factors where facts are missing", zh: "事实缺失时核验方式的顺序" })]);
    return { names, certain, open: formulas.any([more, reordered]) };
  }
  const first = firstOf(verify, undefined, scope);
  const certain = (factor: string): Formula => formulas.any([...first.sayings.values()].flatMap(({ row, when }) => (listed(row).includes(factor) ? [when] : [])));
  return { names, certain, open: first.open };
}

function twice(rows: readonly Row[], formulas: FieldContext["scope"]["space"]["formulas"]): Formula {
  return formulas.any(rows.flatMap((row, index) => rows.slice(index + 1).map((other) => formulas.all([row.truths.yes, other.truths.yes]))));
}
