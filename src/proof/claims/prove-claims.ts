import type { Text, Verdict } from "../../base/index.ts";
import type { FactName } from "../../facts/index.ts";
import type { Constant, Policy, ReadOutcome } from "../../policy/index.ts";
import { reachable } from "../logic/formula.ts";
import type { Formula } from "../logic/formula.ts";
import { makeSamples } from "../logic/samples.ts";
import { makeSolver, usualBudget } from "../logic/solver.ts";
import type { Budget, Solver } from "../logic/solver.ts";
import { makeSpace } from "../logic/space.ts";
import type { Space } from "../logic/space.ts";
import { makeTruth } from "../logic/truth.ts";
import { modelPolicy } from "../model.ts";
import type { Asked, PolicyModel } from "../model.ts";
import { applicantsWithin, departuresOf } from "./applicants.ts";
import type { Applicants } from "./applicants.ts";
import type { Claim } from "./claim.ts";
import { isNobodyAnyhow } from "./opaque.ts";
import { areThere, findPairs } from "./pairs.ts";
import { regionAround } from "./region.ts";
import type { Region } from "./region.ts";
import { makeConditions, makeDeciders, makeTrial } from "./trial.ts";
import { tryApplicants } from "./try-applicants.ts";
import type { Conditions, DeciderOf, Trial } from "./trial.ts";
import { violationsOf } from "./violation.ts";
import type { Violation } from "./violation.ts";

/** Applicants who break a claim, tried on the compiled decisions. */
export interface Counterexample {
  readonly asked: readonly Asked[];
  readonly applicants: Applicants;
  /** How the applicant departs from the typical one. */
  readonly departures: Readonly<Record<FactName, Constant | null>>;
  /** What is decided about each applicant, decision by decision. */
  readonly outcomes: readonly ReadOutcome[];
  /** The second applicant's value of the fact in which alone she differs, and what is decided about her. */
  readonly second?: { readonly fact: FactName; readonly value: Constant | null; readonly outcomes: readonly ReadOutcome[] };
  /** Everybody in it breaks the claim. */
  readonly region?: Region;
}

/** What became of one claim. */
export interface ClaimResult {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** Nobody is such as the claim speaks of. */
  readonly vacuous: boolean;
  /** Why it is undecided. */
  readonly why?: Text;
  /** One for each moment or fact where it breaks. */
  readonly counterexamples: readonly Counterexample[];
}

/** Claims about one policy, ready to be proved one by one. */
export interface Prover {
  readonly space: Space;
  readonly model: PolicyModel;
  readonly budget: Budget;
  /** What its decisions say of one applicant, compiled once. */
  readonly deciderOf: DeciderOf;
  readonly claims: readonly Claim[];
  prove(claim: Claim): ClaimResult;
  /** Every way a claim could break, as questions. */
  violations(claim: Claim): readonly Violation[];
  /** The trial of a claim at the moments of a counterexample, to ask it about other applicants. */
  trial(claim: Claim, asked: readonly Asked[]): Trial;
}

export interface ProverInput {
  readonly policy: Policy;
  readonly claims: readonly Claim[];
  readonly budget?: Budget;
  /** Policies that claims compare with, by name. */
  readonly since?: ReadonlyMap<string, Policy>;
}

/** Models a policy and puts every claim as a question. */
export function makeProver({ policy, claims, budget = usualBudget, since = new Map() }: ProverInput): Prover {
  const space = makeSpace();
  const model = modelPolicy(policy, space);
  const others = new Map([...since].map(([name, other]) => [name, modelPolicy(other, space, `${name}:`)]));
  const otherOf = (claim: Claim): PolicyModel | undefined => (claim.kind === "unchanged-since" ? others.get(claim.since) : undefined);
  const violations = new Map(claims.map((claim) => [claim, violationsOf(claim, model, otherOf(claim))]));
  const solverFor = sharedSolvers([...violations.values()].flat(), (questions) => makeSolver(space, questions, budget), (of) => space.formulas.compares(of));
  const deciderOf = makeDeciders();
  const compiled = new Map<Claim, Conditions>();
  const trial = (claim: Claim, asked: readonly Asked[]): Trial => {
    const conditions = compiled.get(claim) ?? makeConditions(model, claim);
    compiled.set(claim, conditions);
    return makeTrial({ claim, asked, model, since: otherOf(claim), deciderOf, conditions });
  };
  return {
    space,
    model,
    budget,
    deciderOf,
    claims,
    trial,
    violations: (claim) => violations.get(claim) ?? [],
    prove(claim) {
      if (claim.kind === "unchanged-since" && otherOf(claim) === undefined) {
        return undecided(claim, { en: `there is no policy \`${claim.since}\` to compare with`, zh: `没有可供比较的政策 \`${claim.since}\`` });
      }
      return proveClaim(claim, violations.get(claim) ?? [], { space, model, solverFor, trial, budget });
    },
  };
}

/**
 * A solver for each violation: claims about the same decisions share diagrams. Questions over twice as many facts have
 * diagrams of their own.
 */
function sharedSolvers(violations: readonly Violation[], make: (about: readonly Formula[]) => Solver, compares: (of: Formula) => boolean): (violation: Violation, alone?: boolean) => Solver {
  const keyOf = ({ asked }: Violation): string => asked.map(({ decision, moment }) => `${decision}@${moment}`).join();
  const groups = new Map<string, Violation[]>();
  for (const violation of violations) groups.set(keyOf(violation), [...(groups.get(keyOf(violation)) ?? []), violation]);
  const made = new Map<string, Solver>();
  return (violation, alone = false) => {
    if (alone) return make([violation.question(), violation.premise]);
    const key = keyOf(violation);
    const found = made.get(key) ?? make((groups.get(key) ?? [violation]).flatMap(statementsOf).filter((of) => !compares(of)));
    made.set(key, found);
    return found;
  };
}

/** What diagrams of a violation are made of. */
function statementsOf({ premise, pair, question, differs }: Violation): readonly Formula[] {
  if (pair !== undefined) return [premise, pair.there, ...pair.statements];
  return differs === undefined ? [premise, question()] : [premise];
}

function undecided(claim: Claim, why: Text): ClaimResult {
  return { claim, verdict: "undecided", vacuous: false, why, counterexamples: [] };
}

interface Workshop extends Pick<Prover, "space" | "model" | "trial" | "budget"> {
  readonly solverFor: (violation: Violation, alone?: boolean) => Solver;
}

function proveClaim(claim: Claim, violations: readonly Violation[], shop: Workshop): ClaimResult {
  const counterexamples: Counterexample[] = [];
  let [why, someone]: [Text | undefined, boolean] = [undefined, false];
  for (const violation of violations) {
    someone ||= claim.when === undefined || isSomebody(shop.space, violation.premise) || shop.solverFor(violation).somebody(violation.premise) !== false;
    const answer = tryEnough(violation, shop) ?? tryPair(claim, violation, shop) ?? tryLarge(claim, violation, shop) ?? tryViolation(claim, violation, shop);
    if (answer === "held") continue;
    if ("en" in answer) why ??= answer;
    else counterexamples.push(answer);
  }
  if (counterexamples.length > 0) return { claim, verdict: "broken", vacuous: false, counterexamples };
  if (why !== undefined) return undecided(claim, why);
  if (!someone) {
    return { ...undecided(claim, { en: "vacuous: nobody is such as `when` says, so the claim says nothing", zh: "空洞：没有任何申请人符合 `when`，该不变量没有意义" }), vacuous: true };
  }
  return { claim, verdict: "held", vacuous: false, counterexamples };
}

/** So many counterexamples of the diagram are tried before the matter is left undecided. */
const attemptsMax = 12;
/** A search is dearer. */
const searchesMax = 10;

/** Whether a statement is true of one of a few applicants, which is soon seen; they are what it says or they are not, whatever is left open. */
function isSomebody(space: Space, statement: Formula): boolean {
  return makeTruth(space.formulas)(statement, ({ typical }) => typical) || makeSamples(space, [statement], []).any(statement);
}

/** Parts of a question to which "no" is enough, and nodes of its diagrams. */
const [enoughParts, enoughNodes] = [2_000, 20_000];

/** A claim about computed numbers that holds whatever they come to. */
function tryEnough({ enough, differs, question }: Violation, { space, budget }: Workshop): "held" | undefined {
  if (budget.nodes <= 0) return undefined;
  if (enough !== undefined) {
    const solver = makeSolver(space, [...enough.statements, enough.there], { nodes: Math.min(enoughNodes, budget.nodes), conflicts: 0 });
    return areThere(space, solver, enough, enough.there) === false ? "held" : undefined;
  }
  if (differs !== undefined) return undefined;
  if (question() === space.formulas.no) return "held";
  return isNobodyAnyhow(space, question(), { nodes: budget.nodes, parts: enoughParts }) ? "held" : undefined;
}

/** A claim about two applicants, by the diagrams of one; undefined where these do not say. */
function tryPair(claim: Claim, violation: Violation, { space, model, solverFor, trial }: Workshop): "held" | Counterexample | undefined {
  if (violation.pair === undefined) return undefined;
  const found = findPairs(space, solverFor(violation), violation.pair, violation.premise);
  if (found === undefined) return undefined;
  let attempts = 0;
  let judge: Trial | undefined;
  for (const { assignment, region } of found) {
    attempts += 1;
    if (attempts > attemptsMax) return undefined;
    judge ??= trial(claim, violation.asked);
    for (const applicants of applicantsWithin(model.policy, assignment, violation.asked[0]?.moment, violation.differs)) {
      if (!judge.breaks(applicants)) continue;
      const around = region();
      return { ...describe(model.policy, violation, applicants, judge), ...(around === undefined ? {} : { region: around }) };
    }
  }
  return attempts === 0 ? "held" : undefined;
}

/** A claim about a decision too large for diagrams: some are tried before the whole is searched. */
function tryLarge(claim: Claim, violation: Violation, { model, solverFor, trial, budget }: Workshop): Counterexample | undefined {
  const solver = solverFor(violation);
  if (budget.nodes <= 0 || claim.kind === "exhaustive" || claim.kind === "unchanged-since") return undefined;
  if (violation.differs === undefined && !solver.isTooLarge()) solver.diagram(violation.question());
  if (!solver.isTooLarge()) return undefined;
  const applicants = tryApplicants(model, violation, () => trial(claim, violation.asked));
  return applicants === undefined ? undefined : describe(model.policy, violation, applicants, trial(claim, violation.asked));
}

function tryViolation(claim: Claim, violation: Violation, { space, model, solverFor, trial }: Workshop): "held" | Counterexample | Text {
  const { formulas } = space;
  const { asked, differs } = violation;
  const solver = solverFor(violation, differs !== undefined);
  // Cells once for all: what is shut out later cuts nothing anew.
  const whole = solver.settled(violation.question());
  let question = whole;
  let judge: Trial | undefined;
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const answer = solver.ask(question);
    if (answer.kind === "nobody") return attempt === 0 ? "held" : spurious(space, whole);
    if (answer.kind === "unknown") return answer.why;
    if (answer.engine === "search" && attempt >= searchesMax) break;
    judge ??= trial(claim, asked);
    for (const applicants of applicantsWithin(model.policy, answer.assignment, asked[0]?.moment, differs)) {
      if (!judge.breaks(applicants)) continue;
      const region = regionAround(space, solver, whole, answer.assignment);
      return { ...describe(model.policy, violation, applicants, judge), ...(region === undefined ? {} : { region }) };
    }
    // None of those tried breaks it: look elsewhere than in this corner.
    const corner = [...answer.assignment].map(([variable, { from, to }]) => formulas.all([from < variable.lowest ? formulas.yes : formulas.atLeast(variable, from), formulas.not(formulas.atLeast(variable, to + 1))]));
    question = formulas.all([question, formulas.not(formulas.all(corner))]);
  }
  return spurious(space, whole);
}

/** What the statements allow, no applicant tried does: something was left open. */
function spurious({ formulas }: Space, question: Formula): Text {
  const whys = reachable(formulas, [question]).flatMap((of) => {
    const node = formulas.node(of);
    return node.kind === "atLeast" && node.variable.why !== undefined ? [node.variable.why] : [];
  });
  const [en, zh] = [[...new Set(whys.map((why) => why.en))].slice(0, 3), [...new Set(whys.map((why) => why.zh))].slice(0, 3)];
  return {
    en: `none of the counterexamples found is one in fact; left open: ${en.join("; ") || "the order of several facts"}`,
    zh: `找到的反例都不成立；未能确定之处：${zh.join("；") || "多个事实之间的顺序"}`,
  };
}

function describe(policy: Policy, { asked, differs }: Violation, applicants: Applicants, judge: Trial): Counterexample {
  const { first, second } = applicants;
  const outcomes = judge.outcomes(first).map(({ outcome }) => outcome);
  const departures = departuresOf(policy, first);
  if (second === undefined || differs === undefined) return { asked, applicants, departures, outcomes };
  const typical = policy.dictionary.facts.get(differs);
  const value = departuresOf(policy, second)[differs] ?? (typical === undefined || Object.hasOwn(departuresOf(policy, second), differs) ? null : typical.typical);
  return { asked, applicants, departures, outcomes, second: { fact: differs, value, outcomes: judge.outcomes(second).map(({ outcome }) => outcome) } };
}
