import { encodeFact, layoutFacts, typicalRow } from "../../facts/index.ts";
import type { FactName } from "../../facts/index.ts";
import type { Moment, Policy, Row } from "../../policy/index.ts";
import { boxAround } from "../logic/box.ts";
import type { Box } from "../logic/box.ts";
import { reachable } from "../logic/formula.ts";
import type { Formula, Variable } from "../logic/formula.ts";
import { domainOf } from "../logic/ordinary.ts";
import { numbersFrom } from "../logic/samples.ts";
import { valueAt } from "../logic/space.ts";
import type { PolicyModel } from "../model.ts";
import type { Applicants } from "./applicants.ts";
import type { Trial } from "./trial.ts";
import type { Violation } from "./violation.ts";
import { walkRules } from "./walk-rules.ts";

/** So many applicants are tried, and so many values of a fact to bring one nearer to the typical. */
const [triesMax, valuesMax] = [1_000, 24];

/**
 * Applicants who break a claim, for decisions too large to be asked about as a whole: some near each rule, or met on the way
 * down the rules, are tried on the compiled decision, the same in every run, and the first who break it are made as
 * ordinary as goes.
 */
export function tryApplicants(model: PolicyModel, violation: Violation, trial: () => Trial): Applicants | undefined {
  const { policy, space } = model;
  const { asked, differs, premise, question } = violation;
  const rules = asked.flatMap((each) => model.outcome(each).rows.rows.map(({ truths }) => truths.yes));
  const values = valuesOf(space.formulas, [...rules, ...(differs === undefined ? [question()] : [premise])], policy.dictionary.facts);
  const own = [...values.keys()];
  const apart = own.find(({ name }) => name === differs);
  if (differs !== undefined && apart === undefined) return undefined;
  const typical = typicalAt(policy, asked[0]?.moment);
  const judge = trial();
  const applicants = (one: Picked): Applicants => {
    const first = written(policy, typical, one.facts);
    return one.second === undefined || apart === undefined ? { first } : { first, second: written(policy, first, new Map([[apart, one.second]])) };
  };
  const breaks = (one: Picked): boolean => judge.breaks(applicants(one));
  for (const found of candidates(model, violation, { rules, values, own, apart })) {
    if (breaks(found)) return applicants(nearer(found, { own, apart, values, breaks }));
  }
  return undefined;
}

interface About {
  readonly rules: readonly Formula[];
  readonly values: ReadonlyMap<Variable, readonly number[]>;
  readonly own: readonly Variable[];
  readonly apart: Variable | undefined;
}

/** Near rules that are boxes; where they mostly are not, or about one applicant only, those met on the way down. */
function* candidates(model: PolicyModel, violation: Violation, { rules, values, own, apart }: About): Generator<Picked, undefined> {
  const boxes = rules.flatMap((rule) => boxAround(model.space.formulas, rule) ?? []);
  const areBoxes = boxes.filter(({ exact }) => exact).length * 2 >= rules.length;
  const next = numbersFrom(20_261_122);
  const any = (variable: Variable): number => {
    const list = values.get(variable) ?? [];
    return list[next(list.length)] ?? variable.typical;
  };
  for (let attempt = 0; areBoxes && apart !== undefined && attempt < triesMax; attempt += 1) {
    const box = boxes[next(boxes.length)];
    if (box === undefined) continue;
    // Ordinary ones first, later those in whom most is otherwise.
    const isTypical = (): boolean => next(triesMax) >= attempt;
    const facts = new Map(own.map((variable) => [variable, near(variable, box, isTypical() ? () => variable.typical : any, next)]));
    yield { facts, second: any(apart) };
  }
  for (const { wholes, second } of walkRules(model, violation, apart)) {
    yield { facts: new Map(own.map((variable) => [variable, wholes(variable)])), ...(second === undefined ? {} : { second }) };
  }
  return undefined;
}

/** The typical applicant at a moment. */
function typicalAt(policy: Policy, moment: Moment | undefined): Row {
  const layout = layoutFacts(policy.dictionary);
  const row = typicalRow(layout);
  const definition = policy.dictionary.facts.get("request.moment");
  if (definition !== undefined) row[layout.slot("request.moment")] = encodeFact(definition, moment);
  return row;
}

/** The row with some facts written over. */
function written(policy: Policy, row: Row, facts: ReadonlyMap<Variable, number>): Row {
  const layout = layoutFacts(policy.dictionary);
  const made = Float64Array.from(row);
  for (const [variable, whole] of facts) made[layout.slot(variable.name)] = whole < variable.lowest ? NaN : valueAt(variable, whole);
  return made;
}

interface Picked {
  readonly facts: ReadonlyMap<Variable, number>;
  /** The second applicant's value of the fact in which she differs. */
  readonly second?: number;
}

/** The values at which something changes, of each fact that is asked about. */
function valuesOf(formulas: PolicyModel["space"]["formulas"], asked: readonly Formula[], facts: ReadonlyMap<FactName, unknown>): ReadonlyMap<Variable, readonly number[]> {
  const found = new Map<Variable, Set<number>>();
  const add = (variable: Variable, whole: number): void => {
    if (variable.kind !== "fact" || !facts.has(variable.name)) return;
    const { from, to } = domainOf(variable);
    const list = found.get(variable) ?? new Set([from, variable.lowest, variable.typical, to].filter((each) => each >= from));
    found.set(variable, list.add(Math.min(to, Math.max(from, whole))));
  };
  for (const of of reachable(formulas, asked)) {
    const node = formulas.node(of);
    if (node.kind === "atLeast") {
      add(node.variable, node.cut);
      add(node.variable, node.cut - 1);
    } else if (node.kind === "less") for (const { variable } of [node.left, node.right]) add(variable, variable.typical);
  }
  return new Map([...found].map(([variable, list]) => [variable, [...list].toSorted((a, b) => distance(variable, a) - distance(variable, b) || a - b)]));
}

function distance({ typical, lowest }: Variable, whole: number): number {
  return whole < lowest ? Infinity : Math.abs(whole - typical);
}

/** A value within the box: what is picked for it where that lies within, else any other there. */
function near(variable: Variable, { ranges }: Box, pick: (variable: Variable) => number, next: (below: number) => number): number {
  const picked = pick(variable);
  const range = ranges.get(variable);
  if (range === undefined || (picked >= range.from && picked <= range.to)) return picked;
  return range.from + next(Math.min(range.to - range.from + 1, 0x40000000));
}

interface Nearer {
  readonly own: readonly Variable[];
  readonly apart: Variable | undefined;
  readonly values: ReadonlyMap<Variable, readonly number[]>;
  readonly breaks: (one: Picked) => boolean;
}

/** Fact by fact the nearest value to the typical one with which the claim is broken still. */
function nearer(found: Picked, { own, apart, values, breaks }: Nearer): Picked {
  let best = found;
  for (const variable of own) {
    const now = best.facts.get(variable) ?? variable.typical;
    const others = (values.get(variable) ?? []).filter((whole) => distance(variable, whole) < distance(variable, now)).slice(0, valuesMax);
    const whole = others.find((each) => breaks({ ...best, facts: new Map(best.facts).set(variable, each) }));
    if (whole !== undefined) best = { ...best, facts: new Map(best.facts).set(variable, whole) };
  }
  const { second } = best;
  if (apart === undefined || second === undefined) return best;
  const closer = (values.get(apart) ?? []).filter((whole) => distance(apart, whole) < distance(apart, second)).slice(0, valuesMax);
  const whole = closer.find((each) => breaks({ ...best, second: each }));
  return whole === undefined ? best : { ...best, second: whole };
}
