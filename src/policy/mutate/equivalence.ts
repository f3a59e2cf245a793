import { encodeFact, typicalRow } from "../../facts/index.ts";
import type { FactDefinition, FactLayout, FactName } from "../../facts/index.ts";
import { compileDecision } from "../compile/compile-decision.ts";
import { compileRules } from "../compile/compile-rules.ts";
import { isOn } from "../compile/bits.ts";
import { knownFacts } from "../compile/derive.ts";
import { readOutcome } from "../compile/read-outcome.ts";
import type { ReadOutcome } from "../compile/read-outcome.ts";
import type { CompiledDecision, Outcome, Row } from "../compiled.ts";
import { factsOf, ruleTree } from "../coverage/rule-tree.ts";
import { stepOf } from "../coverage/moves.ts";
import { moments } from "../policy.ts";
import type { DecisionName, Leaf, Policy, Rule, RuleFile } from "../policy.ts";
import { applyChange } from "./mutant.ts";
import type { Mutant } from "./mutant.ts";

/** Rows tried for one rule at most, and for a whole decision. */
const rowsMax = 20_000;
const decisionRowsMax = 4_000;

interface Given {
  readonly policy: Policy;
  readonly layout: FactLayout;
}

/**
 * Whether an edit is shown to change nothing, by trying it out on every cell of the facts that matter: all values of
 * booleans and enums, each threshold of a number with its neighbours and the ends of its domain, missing where a fact
 * may be. False where facts are compared with each other, derived, or too many: then it is not known to be equivalent.
 */
export function isEquivalent(mutant: Mutant, given: Given): boolean {
  const file = given.policy.decisions[mutant.decision];
  const changed = applyChange(file, mutant.change);
  return neverTogether(mutant, file, given) || sameRules(mutant, [file, changed], given) || sameDecisions(mutant.decision, [file, changed], given);
}

type Pair = readonly [RuleFile, RuleFile];

/** Two neighbours in rank of which never both fire or are open may change places. */
function neverTogether({ change, decision }: Mutant, file: RuleFile, given: Given): boolean {
  if (change.kind !== "priorities") return false;
  const rules = change.rules.flatMap(([index]) => file.rules[index] ?? []);
  const cells = cellsOf(leavesOf(rules, file), decision, given);
  if (cells === undefined || size(cells) > rowsMax) return false;
  const { policy, layout } = given;
  const code = compileRules({ rules, named: file.conditions, layout, known: knownFacts(policy), derived: policy.derived });
  const judged = { fired: new Int32Array(1), open: new Int32Array(1), failed: new Int32Array(1) };
  return everyRow(cells, typicalRow(layout), (row) => {
    code.judge(row, [], judged);
    return rules.some((_, index) => !isOn(judged.fired, index) && !isOn(judged.open, index));
  });
}

/** Every rule whose conditions differ fires on the same rows as before. */
function sameRules({ change, decision }: Mutant, [before, after]: Pair, given: Given): boolean {
  if (change.kind !== "conditions" && change.kind !== "named") return false;
  const pairs = before.rules.flatMap((rule, index) => {
    const next = after.rules[index];
    const differs = change.kind === "named" || index === change.rule;
    return next === undefined || !differs ? [] : [[rule, next] as const];
  });
  return pairs.every(([rule, next]) => {
    const cells = cellsOf([...leavesOf([rule], before), ...leavesOf([next], after)], decision, given);
    return cells !== undefined && size(cells) <= rowsMax && firesAlike([rule, next], [before, after], cells, given);
  });
}

function firesAlike([rule, next]: readonly [Rule, Rule], [before, after]: Pair, cells: Cells, { policy, layout }: Given): boolean {
  const compile = (one: Rule, file: RuleFile) => compileRules({ rules: [one], named: file.conditions, layout, known: knownFacts(policy), derived: policy.derived });
  const codes = [compile(rule, before), compile(next, after)] as const;
  const judged = codes.map(() => ({ fired: new Int32Array(1), open: new Int32Array(1), failed: new Int32Array(1) }));
  const [a, b] = judged;
  if (a === undefined || b === undefined) return false;
  return everyRow(cells, typicalRow(layout), (row) => {
    codes[0].judge(row, [], a);
    codes[1].judge(row, [], b);
    return isOn(a.fired, 0) === isOn(b.fired, 0) && isOn(a.open, 0) === isOn(b.open, 0);
  });
}

/** The whole decision comes to the same on every cell; only where outcomes hold no facts, whose amounts no cell shows. */
function sameDecisions(decision: DecisionName, [before, after]: Pair, given: Given): boolean {
  const { policy, layout } = given;
  const events = [before, after].flatMap((file) => [...file.rules.map((rule) => rule.event), ...Object.values(file.otherwise), file.onMissing]);
  const readsFacts = events.some(({ params }) => Object.values(params ?? {}).some((value) => typeof value === "object" && "fact" in value && !knownFacts(policy).has(value.fact)));
  const cells = readsFacts ? undefined : cellsOf([...leavesOf(before.rules, before), ...leavesOf(after.rules, after)], decision, given);
  if (cells === undefined || size(cells) > decisionRowsMax) return false;
  const others = cells.filter(({ slot }) => slot !== layout.slot("request.moment"));
  return moments[decision].every((moment) => {
    const compile = (file: RuleFile) => {
      const changed: Policy = { ...policy, decisions: { ...policy.decisions, [decision]: file } };
      return compileDecision({ policy: changed, decision, moment, layout, known: knownFacts(policy) });
    };
    const [a, b] = [compile(before), compile(after)];
    const [x, y] = [a.newOutcome(), b.newOutcome()];
    const areAlike = shapeOf(a) === shapeOf(b);
    return everyRow(others, typicalRow(layout), (row) => {
      a.decide(row, x);
      b.decide(row, y);
      return areAlike ? sameNumbers(x, y) : sameWords([x, y], [a, b]);
    });
  });
}

/** Decisions of one shape mean the same by the same numbers. */
function shapeOf({ outcomes, params, forms, texts, ranks }: CompiledDecision): string {
  return JSON.stringify([outcomes, params, forms, texts, ranks]);
}

function sameNumbers(x: Outcome, y: Outcome): boolean {
  if (x.code !== y.code || x.undecided !== y.undecided || x.conflict !== y.conflict) return false;
  return x.params.every((value, param) => Object.is(value, y.params[param])) && (x.because ?? []).every((word, index) => word === y.because?.[index]);
}

function sameWords([x, y]: readonly [Outcome, Outcome], [a, b]: readonly [CompiledDecision, CompiledDecision]): boolean {
  const words = ({ type, params, because, undecided, conflict }: ReadOutcome): string => JSON.stringify([type, params, because, undecided, conflict]);
  return words(readOutcome(a, x)) === words(readOutcome(b, y));
}

/** The values of one fact that stand for all of them. */
interface Cell {
  readonly slot: number;
  readonly values: readonly number[];
}
type Cells = readonly Cell[];

function leavesOf(rules: readonly Rule[], { conditions }: RuleFile): readonly Leaf[] {
  return rules.flatMap((rule) => ruleTree(rule.conditions, "", conditions).leaves.map(({ leaf }) => leaf));
}

/** Undefined where a comparison has two facts or a derived one. */
function cellsOf(leaves: readonly Leaf[], decision: DecisionName, { policy, layout }: Given): Cells | undefined {
  const known = knownFacts(policy);
  const derived = new Set(policy.derived.map(({ name }) => name));
  const thresholds = new Map<FactName, number[]>();
  for (const leaf of leaves) {
    const facts = factsOf(leaf).filter((fact) => !known.has(fact));
    if (facts.length > 1 || facts.some((fact) => derived.has(fact))) return undefined;
    const [fact] = facts;
    if (fact === undefined) continue;
    const [, other] = factsOf(leaf);
    const numbers = other === undefined ? numbersIn(leaf.value) : fact === leaf.fact ? [known.get(other) ?? NaN] : [known.get(leaf.fact) ?? NaN];
    thresholds.set(fact, [...(thresholds.get(fact) ?? []), ...numbers]);
  }
  return [...thresholds].flatMap(([fact, numbers]) => {
    const definition = layout.dictionary.facts.get(fact);
    if (definition === undefined) return [];
    const values = fact === "request.moment" ? moments[decision].map((moment) => encodeFact(definition, moment)) : representatives(definition, numbers);
    return [{ slot: layout.slot(fact), values: [...values, ...(definition.nullable ? [NaN] : [])] }];
  });
}

function numbersIn(value: unknown): readonly number[] {
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  const number = typeof value === "boolean" || value === null || value === "" ? NaN : Number(value);
  return Number.isFinite(number) ? [number] : [];
}

function representatives(definition: FactDefinition, numbers: readonly number[]): readonly number[] {
  if (definition.type === "boolean") return [0, 1];
  if (definition.type === "enum") return definition.values.map((_, code) => code);
  const step = stepOf(definition);
  const decimals = definition.type === "integer" ? 0 : definition.decimals;
  const near = numbers.flatMap((at) => [Math.floor(at / step) - 1, Math.floor(at / step), Math.floor(at / step) + 1, Math.floor(at / step) + 2]);
  const all = [definition.min, definition.max, ...near.map((count) => Number((count * step).toFixed(decimals)))];
  return [...new Set(all)].filter((value) => value >= definition.min && value <= definition.max);
}

function size(cells: Cells): number {
  return cells.reduce((product, { values }) => product * values.length, 1);
}

/** Whether something holds for every combination; the row is one and the same, changed in place. */
function everyRow(cells: Cells, row: Row, holds: (row: Row) => boolean): boolean {
  const [first, ...rest] = cells;
  if (first === undefined) return holds(row);
  return first.values.every((value) => {
    row[first.slot] = value;
    return everyRow(rest, row, holds);
  });
}
