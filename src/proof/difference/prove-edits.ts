import type { Text } from "../../base/index.ts";
import type { FactName } from "../../facts/index.ts";
import { lower } from "../../policy/index.ts";
import type { Change, Constant, DecisionName, Moment, Policy, ReadOutcome, Row as Applicant, RuleFile } from "../../policy/index.ts";
import { applicantsWithin, departuresOf } from "../claims/applicants.ts";
import { isNobodyAnyhow } from "../claims/opaque.ts";
import { differs } from "../claims/violation.ts";
import { questionsOf, statementsOf } from "../findings/rule-statements.ts";
import type { DecisionStatements, RuleStatements } from "../findings/rule-statements.ts";
import type { Formula, Formulas } from "../logic/formula.ts";
import type { Assignment } from "../logic/ordinary.ts";
import { makeSolver, usualBudget } from "../logic/solver.ts";
import type { Budget } from "../logic/solver.ts";
import { makeSpace } from "../logic/space.ts";
import { modelPolicy } from "../model.ts";
import { outcomeFact } from "../outcomes/outcome-facts.ts";
import { truthsOf } from "../terms/condition.ts";
import type { Truths } from "../terms/condition.ts";

/** What an edit of a decision file does to every possible applicant. */
export type EditVerdict =
  /** Nobody's outcome changes; which rule is named as the reason may. */
  | { readonly kind: "equivalent" }
  /** Somebody's does, tried on the decision as the bench makes it; `moments` are all at which it may. */
  | {
      readonly kind: "differs";
      readonly moment: Moment;
      readonly departures: Readonly<Record<FactName, Constant | null>>;
      readonly before: ReadOutcome;
      readonly after: ReadOutcome;
      readonly moments: readonly Moment[];
    }
  | { readonly kind: "undecided"; readonly why: Text };

/** One edit: what it does to the file, the file with it made, and what is decided about an applicant before and after. */
export interface TriedChange {
  readonly change: Change;
  readonly edited: RuleFile;
  decide(moment: Moment, applicant: Applicant): readonly [before: ReadOutcome, after: ReadOutcome];
}

/** Of a decision with so many rules at most the whole outcome is compared where the rules alone do not settle the matter. */
const wholeMax = 200;
const [attemptsMax, triesMax] = [6, 40];
/** A question of so many parts is first asked with its comparisons of numbers left open. */
const anyhowParts = 8_000;

/**
 * Judges edits of one decision, one after the other: first whether anybody meets an edited rule that has a say, then whether
 * such an applicant is decided otherwise, and where that leaves it open, whether any outcome can differ at all.
 */
export function makeEditProver(policy: Policy, decision: DecisionName, budget: Budget = usualBudget): (tried: TriedChange) => EditVerdict {
  const space = makeSpace();
  const { formulas } = space;
  const model = modelPolicy(policy, space);
  const statements = statementsOf(model, [decision]);
  const solver = makeSolver(space, questionsOf(statements), budget);
  const isSmall = policy.decisions[decision].rules.length <= wholeMax;

  /** An applicant of the region who is decided otherwise; `nobody` where the region is empty. */
  const find = (tried: TriedChange, moment: Moment, region: Formula, ask: (question: Formula) => ReturnType<typeof solver.ask>): "nobody" | "none found" | Extract<EditVerdict, { readonly kind: "undecided" }> | Omit<Extract<EditVerdict, { readonly kind: "differs" }>, "moments"> => {
    let question = region;
    for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
      const answer = ask(question);
      if (answer.kind === "unknown") return { kind: "undecided", why: answer.why };
      if (answer.kind === "nobody") return attempt === 0 ? "nobody" : "none found";
      let tries = 0;
      for (const { first } of applicantsWithin(policy, answer.assignment, moment, undefined)) {
        tries += 1;
        if (tries > triesMax) break;
        const [before, after] = tried.decide(moment, first);
        if (!isSame(before, after)) return { kind: "differs", moment, departures: departuresOf(policy, first), before, after };
      }
      question = formulas.all([question, formulas.not(cornerOf(formulas, answer.assignment))]);
    }
    return "none found";
  };

  /** Where any outcome differs, as far as the model tells; undefined where it does not tell all. */
  const outcomeDiffers = (each: DecisionStatements, { edited }: TriedChange): Formula | undefined => {
    if (!isSmall || !isModelled(each, edited)) return undefined;
    const { moment } = each;
    const other = modelPolicy({ ...policy, decisions: { ...policy.decisions, [decision]: edited } }, space, "", "′").outcome({ decision, moment });
    const scope = model.scope([{ decision, moment }]);
    const names = new Set([...each.model.fields.keys(), ...other.fields.keys()]);
    return formulas.any([...names].map((name) => differs(scope, each.model.fields.get(name), other.fields.get(name), (of) => of, (term) => term)));
  };

  return (tried) => {
    const regions = statements.map((each) => ({ each, region: regionOf(each, tried, formulas) })).filter(({ region }) => region !== formulas.no);
    const touched = regions.filter(({ region }) => solver.somebody(region) !== false);
    const moments = touched.map(({ each }) => each.moment);
    let open: Text | undefined;
    for (const { each, region } of touched) {
      const found = find(tried, each.moment, region, (question) => solver.ask(question));
      if (found === "nobody") continue;
      if (typeof found === "object" && found.kind === "differs") return { ...found, moments };
      const differs = outcomeDiffers(each, tried);
      if (differs === undefined) {
        open ??= typeof found === "object" ? found.why : leftOpen;
        continue;
      }
      const whole = formulas.all([region, differs]);
      if (isNobodyAnyhow(space, whole, { nodes: budget.nodes, parts: anyhowParts })) continue;
      const own = makeSolver(space, [whole], budget);
      const again = find(tried, each.moment, whole, (question) => own.ask(question));
      if (again === "nobody") continue;
      if (typeof again === "object" && again.kind === "differs") return { ...again, moments };
      open ??= typeof again === "object" ? again.why : leftOpen;
    }
    return open === undefined ? { kind: "equivalent" } : { kind: "undecided", why: open };
  };
}

const leftOpen: Text = { en: "nobody was found who is decided otherwise, nor is it proved that there is nobody", zh: "未找到决定因此不同的申请人，也未能证明不存在" };

function isSame(a: ReadOutcome, b: ReadOutcome): boolean {
  const said = ({ type, types, params, undecided }: ReadOutcome): string => JSON.stringify([type, types, Object.entries(params).toSorted(([x], [y]) => (x < y ? -1 : 1)), undecided]);
  return said(a) === said(b);
}

function cornerOf(formulas: Formulas, assignment: Assignment): Formula {
  return formulas.all([...assignment].flatMap(([variable, { from, to }]) => [from < variable.lowest ? formulas.yes : formulas.atLeast(variable, from), formulas.not(formulas.atLeast(variable, to + 1))]));
}

/** Whether every param that rules say is a field of the model: lists are not, but for the factors of a closure. */
function isModelled({ decision, model }: DecisionStatements, edited: RuleFile): boolean {
  const events = [...model.rows.file.rules, ...edited.rules].map(({ event }) => event);
  return events.every(({ type, params }) =>
    Object.keys(params ?? {}).every((param) => param === "factors" || model.fields.has(outcomeFact(decision, decision === "monitoring" ? `${type}.${param}` : param))),
  );
}

/** Applicants for whom the edit may matter: nobody else is decided otherwise. */
function regionOf(each: DecisionStatements, { change }: TriedChange, formulas: Formulas): Formula {
  const { file } = each.model.rows;
  const of = (index: number): readonly RuleStatements[] => each.rules.filter(({ row }) => row.rule === index);
  switch (change.kind) {
    case "conditions":
      return formulas.any(of(change.rule).map((rule) => formulas.all([turned(rule, truthsIn(each, change.conditions, file.conditions), formulas), heard(each, rule, formulas, true)])));
    case "named": {
      const named = { ...file.conditions, [change.name]: change.condition };
      const regions = each.rules.map((rule) => ({ rule, turns: turned(rule, truthsIn(each, file.rules[rule.row.rule ?? -1]?.conditions ?? { all: [] }, named), formulas) })).filter(({ turns }) => turns !== formulas.no);
      return formulas.any(regions.map(({ rule, turns }) => (regions.length === 1 ? formulas.all([turns, heard(each, rule, formulas, true)]) : turns)));
    }
    case "event":
      return formulas.any(of(change.rule).map((rule) => formulas.all([mayFire(rule, formulas), heard(each, rule, formulas, false)])));
    case "removed":
      return formulas.any(of(change.rule).map((rule) => formulas.all([mayFire(rule, formulas), heard(each, rule, formulas, true)])));
    case "priorities":
      return formulas.any(swapped(file, new Map(change.rules)).flatMap(([a, b]) => of(a).flatMap((one) => of(b).map((two) => formulas.all([mayFire(one, formulas), mayFire(two, formulas)])))));
  }
}

function truthsIn({ model }: DecisionStatements, condition: RuleFile["rules"][number]["conditions"], named: RuleFile["conditions"]): Truths {
  const { scope } = model.rows;
  return truthsOf(lower(condition, { facts: scope.facts, named }).node, scope);
}

/** Where a rule comes out otherwise, missing facts included. */
function turned({ row }: RuleStatements, { yes, no }: Truths, formulas: Formulas): Formula {
  const unlike = (a: Formula, b: Formula): Formula => (a === b ? formulas.no : formulas.any([formulas.all([a, formulas.not(b)]), formulas.all([b, formulas.not(a)])]));
  return formulas.any([unlike(row.truths.yes, yes), unlike(row.truths.no, no)]);
}

function mayFire({ row }: RuleStatements, formulas: Formulas): Formula {
  return formulas.not(row.truths.no);
}

/** Where nobody goes before the rule for certain, and what is said below it is not what it says itself. */
function heard({ model }: DecisionStatements, { left, changes }: RuleStatements, formulas: Formulas, withBelow: boolean): Formula {
  if (Object.values(model.rows.file.combine).includes("unique")) return formulas.yes;
  return withBelow ? formulas.all([left, changes]) : left;
}

/** Pairs of rules that change places when these priorities are given. */
function swapped({ rules }: RuleFile, priorities: ReadonlyMap<number, number>): readonly (readonly [number, number])[] {
  const was = (index: number): number => rules[index]?.priority ?? 1;
  const is = (index: number): number => priorities.get(index) ?? was(index);
  const before = (rank: (index: number) => number, a: number, b: number): boolean => rank(a) > rank(b) || (rank(a) === rank(b) && a < b);
  return [...priorities.keys()].flatMap((a) => rules.flatMap((_, b) => (b !== a && before(was, a, b) !== before(is, a, b) ? [[a, b] as const] : [])));
}
