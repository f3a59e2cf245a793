import type { Text } from "../../base/index.ts";
import type { FactName } from "../../facts/index.ts";
import { decisionNames, moments } from "../../policy/index.ts";
import type { Constant, DecisionName, Moment, Policy, ReadOutcome } from "../../policy/index.ts";
import { applicantsWithin, departuresOf } from "../claims/applicants.ts";
import { regionAround } from "../claims/region.ts";
import type { Region } from "../claims/region.ts";
import { differs } from "../claims/violation.ts";
import type { Formula } from "../logic/formula.ts";
import { makeSolver, usualBudget } from "../logic/solver.ts";
import type { Budget, Solver } from "../logic/solver.ts";
import { makeSpace } from "../logic/space.ts";
import type { Space } from "../logic/space.ts";
import { modelPolicy } from "../model.ts";
import type { PolicyModel } from "../model.ts";
import { computedPrices } from "../outcomes/computed-prices.ts";
import { outcomeFact } from "../outcomes/outcome-facts.ts";
import { makeDecider } from "../outcomes/said-outcome.ts";
import { leanOf, ranks } from "./lean.ts";
import type { Lean } from "./lean.ts";

/** Somebody who is decided differently, and the region around. */
export interface DecidedDifferently {
  readonly lean: Exclude<Lean, "same">;
  readonly departures: Readonly<Record<FactName, Constant | null>>;
  readonly before: ReadOutcome;
  readonly after: ReadOutcome;
  readonly region?: Region;
}

/** What two policies make of every possible applicant in one decision at one moment. */
export interface ProvedDifference {
  readonly decision: DecisionName;
  readonly moment: Moment;
  /** `otherwise`: never more and never less is given, but something else is said. */
  readonly verdict: "equivalent" | "more" | "less" | "incomparable" | "otherwise" | "undecided";
  readonly cases: readonly DecidedDifferently[];
  readonly why?: Text;
}

/** Compares two policies, decision by decision and moment by moment, for all applicants. */
export function comparePolicies(before: Policy, after: Policy, budget: Budget = usualBudget): readonly ProvedDifference[] {
  const space = makeSpace();
  const models = [modelPolicy(before, space, "before:"), modelPolicy(after, space)] as const;
  return decisionNames.flatMap((decision) => moments[decision].map((moment: Moment) => compareAt({ space, models, budget }, decision, moment)));
}

interface Comparison {
  readonly space: Space;
  readonly models: readonly [PolicyModel, PolicyModel];
  readonly budget: Budget;
}

function compareAt(comparison: Comparison, decision: DecisionName, moment: Moment): ProvedDifference {
  const { space, models, budget } = comparison;
  const { formulas } = space;
  if (isAlike(models[0].policy, models[1].policy, decision)) return { decision, moment, verdict: "equivalent", cases: [] };
  const scopes = models.map((model) => model.scope([{ decision, moment }]));
  const [one, two] = scopes;
  if (one === undefined || two === undefined) throw new Error("two policies have two scopes");
  const prefix = outcomeFact(decision, "");
  const names = [...new Set(models.flatMap(({ dictionary }) => [...dictionary.facts.keys()]))].filter((name) => name.startsWith(prefix));
  const any = formulas.any(names.map((name) => differs(two, two.field(name), one.field(name), (of) => of, (term) => term)));
  const [more, less] = [gives(comparison, decision, moment, 1), gives(comparison, decision, moment, 0)];
  const other = formulas.all([any, formulas.not(more), formulas.not(less)]);
  const solver = makeSolver(space, [more, less, other], budget);
  const leans = [["more", more], ["less", less], ["other", other]] as const;
  const answers = leans.map(([lean, question]) => somebody(comparison, solver, { lean, question, decision, moment }));
  const cases = answers.flatMap((answer) => (typeof answer === "object" && "lean" in answer ? [answer] : []));
  const why = answers.flatMap((answer) => (typeof answer === "object" && "en" in answer ? [answer] : []))[0];
  if (why !== undefined) return { decision, moment, verdict: "undecided", cases, why };
  const has = (lean: Lean): boolean => cases.some((each) => each.lean === lean);
  const verdict = has("more") ? (has("less") ? "incomparable" : "more") : has("less") ? "less" : has("other") ? "otherwise" : "equivalent";
  return { decision, moment, verdict, cases };
}

/** The same rules, parameters and derived facts decide the same, whatever facts are missing. */
function isAlike(a: Policy, b: Policy, decision: DecisionName): boolean {
  const key = (policy: Policy): string => {
    const { rules, conditions, combine, exclusive, otherwise, onMissing } = policy.decisions[decision];
    const said = rules.map(({ name, priority, conditions: own, event }) => [name, priority, own, event]);
    return JSON.stringify([said, conditions, combine, exclusive, otherwise, onMissing, policy.parameters.map(({ name, value }) => [name, value]), policy.derived, policy.arrangements]);
  };
  return key(a) === key(b);
}

/** Where one of the two (0: before, 1: after) gives more than the other. */
function gives({ space, models }: Comparison, decision: DecisionName, moment: Moment, side: 0 | 1): Formula {
  const { formulas } = space;
  const [mine, yours] = (side === 1 ? [models[1], models[0]] : models).map((model) => (field: string) => model.scope([{ decision, moment }]).field(outcomeFact(decision, field)));
  if (mine === undefined || yours === undefined) return formulas.no;
  const reaches = (of: typeof mine, words: readonly string[]): Formula => {
    const field = of("type");
    return field?.kind === "codes" ? formulas.any(words.map((word) => field.is(field.values.indexOf(word)))) : formulas.no;
  };
  const unlike = (a: Formula, b: Formula): Formula => formulas.all([a, formulas.not(b)]);
  const order = ranks[decision];
  if (order !== undefined) return formulas.any(order.slice(1).map((_, rank) => unlike(reaches(mine, order.slice(rank + 1)), reaches(yours, order.slice(rank + 1)))));
  const field = decision === "limit" ? "limitFen" : decision === "pricing" ? "allInBps" : undefined;
  const [a, b] = field === undefined ? [] : [mine(field), yours(field)];
  if (a?.kind !== "number" || b?.kind !== "number") return formulas.no;
  const terms = [...a.terms, ...b.terms];
  if (decision === "limit") return formulas.any([unlike(a.present, b.present), ...terms.map((term) => unlike(a.atLeast(term), b.atLeast(term)))]);
  // A lower rate is more.
  const offered = [reaches(mine, ["price"]), reaches(yours, ["price"])] as const;
  return formulas.any([unlike(...offered), formulas.all([...offered, formulas.any(terms.map((term) => unlike(b.atLeast(term), a.atLeast(term))))])]);
}

interface Asked {
  readonly lean: Exclude<Lean, "same">;
  readonly question: Formula;
  readonly decision: DecisionName;
  readonly moment: Moment;
}

const attemptsMax = 6;

/** Somebody in fact decided so: nobody, the most ordinary one, or why it is not known. */
function somebody({ space, models }: Comparison, solver: Solver, { lean, question, decision, moment }: Asked): "nobody" | DecidedDifferently | Text {
  const { formulas } = space;
  const [before, after] = models.map(({ policy }) => ({ policy, decider: makeDecider(policy, decision, moment) }));
  if (before === undefined || after === undefined) throw new Error("two policies decide");
  let left = question;
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const answer = solver.ask(left);
    if (answer.kind === "nobody") return attempt === 0 ? "nobody" : leftOpen;
    if (answer.kind === "unknown") return answer.why;
    for (const { first } of applicantsWithin(after.policy, answer.assignment, moment, undefined)) {
      const [was, is] = [before.decider.decide(first), after.decider.decide(first)];
      if (leanOf(decision, was, is, (outcome) => computedPrices(outcome === was ? before.policy : after.policy, (param) => outcome.params[param]).allInBps) !== lean) continue;
      const region = regionAround(space, solver, question, answer.assignment);
      return { lean, departures: departuresOf(after.policy, first), before: was, after: is, ...(region === undefined ? {} : { region }) };
    }
    const corner = [...answer.assignment].map(([variable, { from, to }]) => formulas.all([from < variable.lowest ? formulas.yes : formulas.atLeast(variable, from), formulas.not(formulas.atLeast(variable, to + 1))]));
    left = formulas.all([left, formulas.not(formulas.all(corner))]);
  }
  return leftOpen;
}

const leftOpen: Text = { en: "none of the differences found is one in fact; arithmetic between facts, or what missing facts leave open, is not followed", zh: "找到的差异都不成立；未能推演事实之间的运算或事实缺失时的结果" };
