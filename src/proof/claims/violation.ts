import type { FactName } from "../../facts/index.ts";
import { decisionNames, lower, moments } from "../../policy/index.ts";
import type { Condition, Moment } from "../../policy/index.ts";
import { reachable } from "../logic/formula.ts";
import { withoutCircles } from "../logic/circles.ts";
import type { Formula, Variable } from "../logic/formula.ts";
import { aboutOther } from "../logic/rewrite.ts";
import type { Asked, PolicyModel } from "../model.ts";
import { isLess } from "../terms/compare.ts";
import { truthsOf } from "../terms/condition.ts";
import type { Truths } from "../terms/condition.ts";
import type { Field, NumberField } from "../terms/field.ts";
import type { Scope } from "../terms/scope.ts";
import { factTerm, variablesOf } from "../terms/term.ts";
import type { Term } from "../terms/term.ts";
import { atEnds } from "./at-ends.ts";
import { enoughFor } from "./enough.ts";
import { isPlain, mayRest, openAbout } from "./plain.ts";
import type { Claim } from "./claim.ts";

/** A claim at one set of moments: the applicants, or pairs of them, that break it. */
export interface Violation {
  readonly asked: readonly Asked[];
  /** The fact in which the second applicant differs, for claims about two. */
  readonly differs?: FactName;
  /** Who breaks it; about two applicants a question over twice as many facts, made only where it is needed. */
  readonly question: () => Formula;
  /** Of a claim about two applicants, where statements about one say it all. */
  readonly pair?: Pair;
  /** The same of a claim whose numbers are computed: that there is no such pair is enough for it to hold, and no less is asked. */
  readonly enough?: Pair;
  /** Applicants the claim is about. */
  readonly premise: Formula;
}

/**
 * Two applicants, alike but for one fact: of one of them a statement is true, of the other it is not, and of both the
 * premise. In `falls` the one has less of the fact than the other, in `rises` more; in `changes` either way.
 */
export interface Pair {
  readonly variable: Variable;
  readonly how: "falls" | "rises" | "changes";
  readonly statements: readonly Formula[];
  /** True of the other one. */
  readonly there: Formula;
}

/** Every way a claim could break: by moment, and for claims about several facts by fact. */
export function violationsOf(claim: Claim, model: PolicyModel, since?: PolicyModel): readonly Violation[] {
  return casesOf(claim).flatMap((asked): readonly Violation[] => {
    const scope = model.scope(asked);
    const premise = claim.when === undefined ? scope.space.formulas.yes : truths(claim.when, scope).yes;
    const { formulas } = scope.space;
    return broken(claim, { asked, scope, premise, model, since }).map((each) => ({ ...each, question: once(() => withoutCircles(formulas, each.question())) }));
  });
}

function once(make: () => Formula): () => Formula {
  let made: Formula | undefined;
  return () => (made ??= make());
}

/** The moments at which a claim is asked: every one of its first decision, with the first of each other. */
export function casesOf({ decisions, at }: Claim): readonly (readonly Asked[])[] {
  const ordered = decisionNames.filter((name) => decisions.includes(name));
  return ordered.reduce<readonly (readonly Asked[])[]>((cases, decision, index) => {
    const all: readonly Moment[] = moments[decision];
    const named = at[decision] ?? (index === 0 ? all : all.slice(0, 1));
    return cases.flatMap((sofar) => named.map((moment) => [...sofar, { decision, moment }]));
  }, [[]]);
}

interface Case {
  readonly asked: readonly Asked[];
  readonly scope: Scope;
  readonly premise: Formula;
  readonly model: PolicyModel;
  readonly since: PolicyModel | undefined;
}

/** A condition of a claim as statements. */
function truths(condition: Condition, scope: Scope): Truths {
  return truthsOf(lower(condition, { facts: scope.facts, named: {} }).node, scope);
}

function broken(claim: Claim, { asked, scope, premise, model, since }: Case): readonly Violation[] {
  const { formulas } = scope.space;
  switch (claim.kind) {
    case "always":
    case "never": {
      const { yes, no } = truths(claim.that, scope);
      return [{ asked, premise, question: () => formulas.all([premise, claim.kind === "always" ? no : yes]) }];
    }
    case "exhaustive": {
      const [first] = asked;
      if (first === undefined) return [];
      return [{ asked, premise, question: () => formulas.all([premise, model.outcome(first).silent]) }];
    }
    case "monotone":
      return [monotone(claim, asked, scope, premise)];
    case "independent":
      return claim.of.map((fact) => independent(fact, claim.outcomes, { asked, scope, premise }));
    case "unchanged-since": {
      if (since === undefined) return [];
      const other = since.scope(asked);
      const names = [...model.dictionary.facts.keys()].filter((name) => scope.field(name) !== undefined && other.field(name) !== undefined);
      const differ = names.map((name) => differs(scope, scope.field(name), other.field(name), (of) => of, (term) => term));
      return [{ asked, premise, question: () => formulas.all([premise, formulas.any(differ)]) }];
    }
  }
}

/** The second applicant: the same but for one fact. `term` speaks about the first one in the words of the second. */
function second(scope: Scope, fact: FactName) {
  const { space } = scope;
  const variable = space.fact(scope.definition(fact));
  const copy = space.copy(variable);
  // What speaks of the first one is put aside while all else is said about the second.
  const asides = new Map<Variable, Variable>();
  const aside = (of: Variable): Variable => {
    const kept = space.copy(space.copy(of));
    asides.set(kept, of);
    return kept;
  };
  const about = (of: Formula): Formula => {
    const others = new Map([[variable, copy], ...openAbout(space, of, variable).map((open) => [open, space.copy(open)] as const)]);
    return aboutOther(space.formulas, aboutOther(space.formulas, of, others), asides);
  };
  return { variable, copy, about, ofFirst: (term: Term): Term => withVariable(term, variable, aside) };
}

/** The number with a fact, and what is left open that rests on it, put aside. */
function withVariable(term: Term, from: Variable, aside: (of: Variable) => Variable): Term {
  switch (term.kind) {
    case "number":
      return term;
    case "unknown":
      return mayRest(term.any.variable, from) ? { ...term, key: `${term.key}′${from.index}`, any: { ...term.any, variable: aside(term.any.variable) } } : term;
    case "monotone":
      return term.variable === from ? { ...term, variable: aside(from) } : term;
    case "least":
    case "most":
      return { ...term, key: `${term.key}′${from.index}`, parts: term.parts.map((part) => withVariable(part, from, aside)) };
    case "steps":
      return { ...term, key: `${term.key}′${from.index}`, of: withVariable(term.of, from, aside) };
  }
}

function monotone(claim: Extract<Claim, { kind: "monotone" }>, asked: readonly Asked[], scope: Scope, premise: Formula): Violation {
  const { space } = scope;
  const variable = space.fact(scope.definition(claim.fact));
  const statements = levelsOf(scope, claim);
  const there = space.formulas.all([premise, space.formulas.atLeast(variable, variable.lowest)]);
  const enough = statements === undefined ? enoughFor(claim, scope, premise) : undefined;
  const common = { asked, differs: claim.fact, premise, question: () => fallsBetween(claim, scope, premise), ...(enough === undefined ? {} : { enough }) };
  if (statements === undefined || !isPlain(space, [...statements.levels, statements.present, there], variable)) return common;
  return { ...common, pair: { variable, how: claim.never, statements: statements.levels.map((of) => space.formulas.all([of, space.formulas.atLeast(variable, variable.lowest)])), there: space.formulas.all([statements.present, space.formulas.atLeast(variable, variable.lowest)]) } };
}

/** That the outcome reaches each of the levels it can have, and that it has one; undefined where a level is no known number. */
function levelsOf(scope: Scope, claim: Extract<Claim, { kind: "monotone" }>): { readonly levels: readonly Formula[]; readonly present: Formula } | undefined {
  const { formulas } = scope.space;
  const field = scope.field(claim.outcome);
  if (field === undefined) return { levels: [], present: formulas.no };
  if (field.kind === "number") {
    if (field.terms.some(({ kind }) => kind !== "number")) return undefined;
    return { levels: field.terms.map((term) => field.atLeast(term)), present: field.present };
  }
  const { order = [] } = claim;
  const from = (rank: number): Formula => formulas.any(order.slice(rank).map((word) => field.is(field.values.indexOf(word))));
  return { levels: order.map((_, rank) => from(rank)), present: from(0) };
}

function fallsBetween(claim: Extract<Claim, { kind: "monotone" }>, scope: Scope, premise: Formula): Formula {
  const { space } = scope;
  const { formulas } = space;
  const { variable, copy, about, ofFirst } = second(scope, claim.fact);
  const field = scope.field(claim.outcome);
  const lower = field === undefined ? formulas.no : isLower(scope, field, claim.order ?? [], about, ofFirst);
  const worse = formulas.all([premise, about(premise), lower]);
  const rising = claim.never === "falls";
  const [low, high] = rising ? [variable, copy] : [copy, variable];
  // What is left open may be another way wherever the fact is another one: no two applicants are alike for lying in one cell.
  if (openAbout(space, worse, variable).length > 0) return formulas.all([worse, isLess(space, factTerm(low), factTerm(high))]);
  const ends = atEnds(space, worse, variable, copy);
  const apart = cutBetween(space, [worse, ends.question], low, high);
  const ordered = isLess(space, factTerm(low), factTerm(high));
  const withinCell = ends.complete && rising ? formulas.no : formulas.all([rising ? worse : ends.question, ordered, formulas.not(apart)]);
  return formulas.any([formulas.all([ends.question, apart]), withinCell]);
}

/** Whether both are there and some cut of either lies between them. */
function cutBetween({ formulas }: Scope["space"], questions: readonly Formula[], low: Variable, high: Variable): Formula {
  const cuts = reachable(formulas, questions).flatMap((of) => {
    const node = formulas.node(of);
    return node.kind === "atLeast" && (node.variable === low || node.variable === high) ? [node.cut] : [];
  });
  const between = [...new Set(cuts)].map((cut) => formulas.all([formulas.not(formulas.atLeast(low, cut)), formulas.atLeast(high, cut)]));
  return formulas.all([formulas.atLeast(low, low.lowest), formulas.atLeast(high, high.lowest), formulas.any(between)]);
}

/** Where what the second applicant gets is below what the first one gets. */
function isLower({ space }: Scope, field: Field, order: readonly string[], about: (of: Formula) => Formula, ofFirst: (term: Term) => Term): Formula {
  const { formulas } = space;
  if (field.kind === "number") {
    return formulas.all([about(field.present), formulas.any(field.terms.map((term) => formulas.all([field.atLeast(term), formulas.not(about(field.atLeast(ofFirst(term))))])))]);
  }
  const from = (rank: number): Formula => formulas.any(order.slice(rank).map((word) => field.is(field.values.indexOf(word))));
  return formulas.all([about(from(0)), formulas.any(order.map((_, rank) => formulas.all([from(rank), formulas.not(about(from(rank)))])))]);
}

function independent(fact: FactName, outcomes: readonly FactName[], { asked, scope, premise }: Pick<Case, "asked" | "scope" | "premise">): Violation {
  const { space } = scope;
  const variable = space.fact(scope.definition(fact));
  const question = (): Formula => {
    const { about, ofFirst } = second(scope, fact);
    const differ = outcomes.map((name) => differs(scope, scope.field(name), scope.field(name), about, ofFirst));
    return space.formulas.all([premise, about(premise), space.formulas.any(differ)]);
  };
  const common = { asked, differs: fact, premise, question };
  const fields = outcomes.flatMap((name) => scope.field(name) ?? []);
  if (fields.some((field) => field.kind === "number" && field.terms.some((term) => variablesOf(term).includes(variable)))) return common;
  const statements = fields.flatMap((field) => [field.present, ...(field.kind === "number" ? field.terms.map((term) => field.atLeast(term)) : field.values.map((_, code) => field.is(code)))]);
  return isPlain(space, [...statements, premise], variable) ? { ...common, pair: { variable, how: "changes", statements, there: space.formulas.yes } } : common;
}

/** Where two fields say different things; for the second, statements and terms are put in other words. */
export function differs({ space }: Scope, one: Field | undefined, other: Field | undefined, about: (of: Formula) => Formula, ofFirst: (term: Term) => Term): Formula {
  const { formulas } = space;
  if (one === undefined || other === undefined) return formulas.no;
  const unlike = (a: Formula, b: Formula): Formula => formulas.any([formulas.all([a, formulas.not(b)]), formulas.all([b, formulas.not(a)])]);
  const presence = unlike(one.present, about(other.present));
  if (one.kind === "number" && other.kind === "number") return formulas.any([presence, numbersDiffer(space, one, other, about, ofFirst)]);
  if (one.kind !== "codes" || other.kind !== "codes") return presence;
  const values = [...new Set([...one.values, ...other.values])];
  return formulas.any([presence, ...values.map((value) => unlike(one.is(one.values.indexOf(value)), about(other.is(other.values.indexOf(value)))))]);
}

function numbersDiffer({ formulas }: Scope["space"], one: NumberField, other: NumberField, about: (of: Formula) => Formula, ofFirst: (term: Term) => Term): Formula {
  const there = formulas.all([one.present, about(other.present)]);
  // Whichever is larger reaches a number that the other does not; of the second's own numbers only those known to both are asked.
  const terms = [...one.terms, ...other.terms];
  const reaches = (term: Term) => [one.atLeast(term), about(other.atLeast(ofFirst(term)))] as const;
  const unlike = terms.map((term) => {
    const [a, b] = reaches(term);
    return formulas.any([formulas.all([a, formulas.not(b)]), formulas.all([b, formulas.not(a)])]);
  });
  return formulas.all([there, formulas.any(unlike)]);
}
