import type { Prover } from "../claims/prove-claims.ts";
import { areApart, areSame, boxAround, boxOfBoth } from "../logic/box.ts";
import type { Box } from "../logic/box.ts";
import type { Formula } from "../logic/formula.ts";
import { makeClash } from "../logic/clash.ts";
import { makeLadder } from "../logic/ladder.ts";
import type { Ladder } from "../logic/ladder.ts";
import type { Assignment } from "../logic/ordinary.ts";
import { makeSamples } from "../logic/samples.ts";
import type { Samples } from "../logic/samples.ts";
import { makeSolver } from "../logic/solver.ts";
import type { Solver } from "../logic/solver.ts";
import type { Row } from "../outcomes/rows.ts";
import { equalPairs, questionsOf } from "./rule-statements.ts";
import type { DecisionStatements, RuleStatements } from "./rule-statements.ts";

/** What findings about one decision are worked out with. */
export interface Shop extends Pick<Prover, "space" | "model" | "deciderOf"> {
  readonly solver: Solver;
  readonly samples: Samples;
  /** Whether a statement is true of anybody: first put to samples, then to the solver; undefined where that is not known. */
  readonly exists: (question: Formula) => boolean | undefined;
  /** Whether two statements are seen to be true of nobody together, at a glance. */
  readonly apart: (one: Formula, other: Formula) => boolean;
  /** Whether two statements are true of the same applicants, where a glance tells. */
  readonly sameBox: (one: Formula, other: Formula) => boolean | undefined;
  /** The same of a question that says: none of those before the rule fires, the rule does, and all of the others are true. */
  readonly remains: (rule: RuleStatements, others: readonly Formula[], question: Formula) => boolean | undefined;
  /** Somebody of whom such a question is true, not always the most ordinary one. */
  readonly someone: (rule: RuleStatements, others: readonly Formula[], question: Formula) => Assignment | undefined;
  /** Of some rules' statements those that keep another from being true of anybody; undefined where that is not known. */
  readonly clash: (first: Formula, others: readonly Formula[], neededMax: number) => readonly Formula[] | undefined;
}

/** Conflicts of a search among those whom the rules before leave, before it is put to all the engines. */
const conflictsMax = 1_000;
/** Pairs of rules of one priority near which applicants are looked for. */
const pairsMax = 3_000;

/** Opens it: samples near every rule's own applicants, one solver for all moments. */
export function openShop({ space, model, budget, deciderOf }: Prover, statements: readonly DecisionStatements[]): Shop {
  const questions = questionsOf(statements);
  const solver = makeSolver(space, questions, budget);
  const boxes = new Map<Formula, Box | undefined>();
  const boxOf = (of: Formula): Box | undefined => {
    if (!boxes.has(of)) boxes.set(of, boxAround(space.formulas, of));
    return boxes.get(of);
  };
  const apart = (one: Formula, other: Formula): boolean => {
    const [a, b] = [boxOf(one), boxOf(other)];
    return a === undefined || b === undefined || areApart(a, b);
  };
  const samples = makeSamples(space, questions, nearRules(boxOf, solver, statements));
  const answers = new Map<Formula, boolean | undefined>();
  const once = (question: Formula, find: () => boolean | undefined): boolean | undefined => {
    if (answers.has(question)) return answers.get(question);
    const answer = samples.any(question) ? true : (find() ?? solver.somebody(question));
    answers.set(question, answer);
    return answer;
  };
  const conflicts = Math.min(budget.conflicts, conflictsMax);
  const ladders = new Map<readonly Row[], Ladder>();
  const ladderOf = (chain: readonly Row[]): Ladder => {
    const ladder = ladders.get(chain) ?? makeLadder(space, chain.map(({ truths }) => solver.settled(truths.yes)));
    ladders.set(chain, ladder);
    return ladder;
  };
  const all = (rule: RuleStatements, others: readonly Formula[]): readonly Formula[] => [rule.fires, ...others].map((of) => solver.settled(of));
  const clashes = makeClash(space);
  return {
    space,
    model,
    deciderOf,
    solver,
    samples,
    exists: (question) => once(question, () => undefined),
    apart,
    sameBox(one, other) {
      const [a, b] = [boxOf(one), boxOf(other)];
      return a?.exact === true && b?.exact === true ? areSame(a, b) : undefined;
    },
    remains: (rule, others, question) => once(question, () => ladderOf(rule.chain).somebody(rule.place, all(rule, others), conflicts)),
    someone: (rule, others, question) => ladderOf(rule.chain).someone(rule.place, all(rule, others), question, conflicts),
    clash(first, others, neededMax) {
      const settled = new Map(others.filter((of) => !apart(first, of)).map((of) => [solver.settled(of), of]));
      return clashes(solver.settled(first), [...settled.keys()], { conflictsMax: conflicts, neededMax })?.flatMap((of) => settled.get(of) ?? []);
    },
  };
}

/** Somebody near each rule and near each two of one priority, where that is quickly found. */
function nearRules(boxOf: (of: Formula) => Box | undefined, solver: Solver, statements: readonly DecisionStatements[]): readonly Assignment[] {
  const near = new Map<string, Assignment | undefined>();
  const add = (key: string, find: () => Assignment | undefined): void => {
    if (!near.has(key)) near.set(key, find());
  };
  for (const { rules } of statements) {
    for (const { fires } of rules) add(String(fires), () => (boxOf(fires)?.exact === true ? boxOf(fires)?.ranges : solver.someone(fires)));
  }
  for (const each of statements) {
    for (const [{ fires: one }, { fires: two }] of equalPairs(each).slice(0, pairsMax)) {
      add(`${one} ${two}`, () => {
        const [a, b] = [boxOf(one), boxOf(two)];
        const both = a?.exact === true && b?.exact === true ? boxOfBoth(a, b) : undefined;
        return both?.ranges;
      });
    }
  }
  return [...near.values()].flatMap((found) => found ?? []);
}
