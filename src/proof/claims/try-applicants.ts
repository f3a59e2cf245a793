import { encodeFact, layoutFacts, typicalRow } from "../../facts/index.ts";
import type { FactName } from "../../facts/index.ts";
import type { Row } from "../../policy/index.ts";
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

/** So many applicants are tried, and so many values of a fact to bring one nearer to the typical. */
const [triesMax, valuesMax] = [1_000, 24];

/**
 * Applicants who break a claim about two, for decisions too large to be asked about as a whole: some near each rule are tried on
 * the compiled decision, the same in every run, and the first who breaks it is made as ordinary as goes.
 */
export function tryApplicants(model: PolicyModel, { asked, differs, premise }: Violation, trial: () => Trial): Applicants | undefined {
  const { policy, space } = model;
  const layout = layoutFacts(policy.dictionary);
  const rules = asked.flatMap((each) => model.outcome(each).rows.rows.map(({ truths }) => truths.yes));
  const boxes = rules.flatMap((rule) => boxAround(space.formulas, rule) ?? []);
  // Near rules that are no boxes hardly anybody is met who shows anything.
  if (boxes.filter(({ exact }) => exact).length * 2 < rules.length) return undefined;
  const values = valuesOf(space.formulas, [...rules, premise], policy.dictionary.facts);
  const own = [...values.keys()];
  const apart = own.find(({ name }) => name === differs);
  if (differs !== undefined && apart === undefined) return undefined;
  const next = numbersFrom(20_261_122);
  const typical = typicalRow(layout);
  const moment = policy.dictionary.facts.get("request.moment");
  if (moment !== undefined) typical[layout.slot("request.moment")] = encodeFact(moment, asked[0]?.moment);
  const write = (row: Row, variable: Variable, whole: number): void => {
    row[layout.slot(variable.name)] = whole < variable.lowest ? NaN : valueAt(variable, whole);
  };
  const any = (variable: Variable): number => {
    const list = values.get(variable) ?? [];
    return list[next(list.length)] ?? variable.typical;
  };
  const judge = trial();
  const breaks = (one: Picked): boolean => {
    const first = Float64Array.from(typical);
    for (const [variable, whole] of one.facts) write(first, variable, whole);
    return judge.breaks(one.second === undefined || apart === undefined ? { first } : pairOf(first, apart, one.second));
  };
  const pairOf = (first: Row, variable: Variable, whole: number): Applicants => {
    const second = Float64Array.from(first);
    write(second, variable, whole);
    return { first, second };
  };
  for (let attempt = 0; attempt < triesMax; attempt += 1) {
    const box = boxes[next(boxes.length)];
    if (box === undefined) continue;
    // Ordinary ones first, later those in whom most is otherwise.
    const isTypical = (): boolean => next(triesMax) >= attempt;
    const facts = new Map(own.map((variable) => [variable, near(variable, box, isTypical() ? () => variable.typical : any, next)]));
    const found: Picked = { facts, ...(apart === undefined ? {} : { second: any(apart) }) };
    if (!breaks(found)) continue;
    const ordinary = nearer(found, { own, apart, values, breaks });
    const first = Float64Array.from(typical);
    for (const [variable, whole] of ordinary.facts) write(first, variable, whole);
    return ordinary.second === undefined || apart === undefined ? { first } : pairOf(first, apart, ordinary.second);
  }
  return undefined;
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
