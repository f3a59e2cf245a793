import { decodeFact, encodeFact, layoutFacts, typicalRow } from "../../facts/index.ts";
import type { FactName } from "../../facts/index.ts";
import type { Constant, Moment, Policy, Row } from "../../policy/index.ts";
import type { Variable } from "../logic/formula.ts";
import type { Assignment, Range } from "../logic/ordinary.ts";
import { valueAt } from "../logic/space.ts";

/** One applicant, and for claims about two the other one: rows in the layout of the policy's own dictionary. */
export interface Applicants {
  readonly first: Row;
  readonly second?: Row;
}

/** So many ways are looked at to pick values from the ranges of a counterexample, and so many of those in order are tried. */
const [waysMax, triesMax, othersMax] = [30_000, 400, 200];

/**
 * Applicants within the ranges, the most ordinary first: of each fact the typical value or the nearest to it, then the
 * ends and neighbours, since an order between facts may ask for them.
 */
export function* applicantsWithin(policy: Policy, assignment: Assignment, moment: Moment | undefined, differs: FactName | undefined): Generator<Applicants, undefined> {
  const own = [...assignment].filter(([variable]) => variable.kind !== "open");
  const ordered = comparedIn(assignment);
  const choices = own.map(([variable, range]) => choicesOf(variable, range, own).slice(0, ordered.has(variable.index) || variable.name === differs ? undefined : 1));
  const order = own.map((_, index) => index).toSorted((a, b) => (choices[a]?.length ?? 0) - (choices[b]?.length ?? 0));
  const orders = ordersIn(assignment, own.map(([variable]) => variable));
  // An order says nothing of facts that lie in different cells, which only the rules know: those out of order come last.
  const others: Map<Variable, number>[] = [];
  for (let [attempt, tried] = [0, 0]; attempt < waysMax && tried < triesMax; attempt += 1) {
    let rest = attempt;
    const picked = new Map<Variable, number>();
    for (const index of order) {
      const [variable] = own[index] ?? [];
      const list = choices[index] ?? [];
      if (variable === undefined) continue;
      picked.set(variable, list[rest % list.length] ?? variable.typical);
      rest = Math.floor(rest / list.length);
    }
    if (rest > 0) break;
    if (!orders.every((holds) => holds(picked))) {
      if (others.length < othersMax) others.push(picked);
      continue;
    }
    tried += 1;
    yield rowsOf(policy, picked, moment, differs);
  }
  for (const picked of others) yield rowsOf(policy, picked, moment, differs);
  return undefined;
}

/** The variables whose order the assignment fixes within a cell, by index. */
function comparedIn(assignment: Assignment): ReadonlySet<number> {
  const names = [...assignment.keys()].flatMap(({ kind, name }) => (kind === "open" && name.includes("|") ? name.split("|") : []));
  return new Set(names.map((name) => Number(name.split("@").at(-1))));
}

/** What the assignment says about the order of facts themselves: 0 less, 1 equal, 2 greater. */
function ordersIn(assignment: Assignment, own: readonly Variable[]): readonly ((picked: ReadonlyMap<Variable, number>) => boolean)[] {
  const byIndex = new Map(own.map((variable) => [variable.index, variable]));
  return [...assignment].flatMap(([{ kind, name }, { from, to }]) => {
    if (kind !== "open" || !name.includes("|")) return [];
    const [a, b] = name.split("|").map((side) => {
      const at = side.lastIndexOf("@");
      const variable = byIndex.get(Number(side.slice(at + 1)));
      return variable?.name === side.slice(0, at) ? variable : undefined;
    });
    if (a === undefined || b === undefined) return [];
    return [
      (picked: ReadonlyMap<Variable, number>): boolean => {
        const [x, y] = [picked.get(a) ?? a.typical, picked.get(b) ?? b.typical];
        if (x < a.lowest || y < b.lowest) return true;
        const order = valueAt(a, x) < valueAt(b, y) ? 0 : valueAt(a, x) === valueAt(b, y) ? 1 : 2;
        return order >= from && order <= to;
      },
    ];
  });
}

/** Whole numbers to try: the nearest to the typical one, then what other facts stand at, then ends. */
function choicesOf(variable: Variable, range: Range, all: readonly (readonly [Variable, Range])[]): readonly number[] {
  const { lowest, typical } = variable;
  if (range.to < lowest || (typical < lowest && range.from <= typical)) return [Math.min(range.to, lowest - 1)];
  const from = Math.max(range.from, lowest);
  const within = (whole: number): number => Math.min(range.to, Math.max(from, whole));
  const nearest = within(typical);
  if (from === range.to) return [nearest];
  const others = all.flatMap(([other]) => (other === variable || other.kind === "open" || other.highest !== variable.highest ? [] : [within(other.typical)]));
  const tries = [nearest, nearest + 1, nearest - 1, ...others.flatMap((value) => [value, value + 1, value - 1]), from, range.to, Math.floor((from + range.to) / 2)];
  return [...new Set(tries.filter((value) => value >= from && value <= range.to))];
}

function rowsOf(policy: Policy, picked: ReadonlyMap<Variable, number>, moment: Moment | undefined, differs: FactName | undefined): Applicants {
  const layout = layoutFacts(policy.dictionary);
  const first = typicalRow(layout);
  const atMoment = policy.dictionary.facts.get("request.moment");
  if (atMoment !== undefined && moment !== undefined) first[layout.slot("request.moment")] = encodeFact(atMoment, moment);
  const write = (row: Row, variable: Variable, whole: number): void => {
    const name = variable.original?.name ?? variable.name;
    if (policy.dictionary.facts.has(name)) row[layout.slot(name)] = whole < variable.lowest ? NaN : valueAt(variable, whole);
  };
  for (const [variable, whole] of picked) if (variable.kind === "fact") write(first, variable, whole);
  if (differs === undefined) return { first };
  const second = Float64Array.from(first);
  for (const [variable, whole] of picked) if (variable.kind === "copy") write(second, variable, whole);
  return { first, second };
}

/** The facts of an applicant that are not typical, in dictionary order; the moment is none of them. */
export function departuresOf(policy: Policy, row: Row): Readonly<Record<FactName, Constant | null>> {
  const layout = layoutFacts(policy.dictionary);
  return Object.fromEntries(
    [...policy.dictionary.facts.values()].flatMap((definition): [FactName, Constant | null][] => {
      const value = row[layout.slot(definition.name)] ?? NaN;
      const isOwn = !["request.moment"].includes(definition.name) && !definition.name.startsWith("param.") && !definition.name.startsWith("derived.");
      return !isOwn || Object.is(value, encodeFact(definition, definition.typical)) ? [] : [[definition.name, decodeFact(definition, value)]];
    }),
  );
}
