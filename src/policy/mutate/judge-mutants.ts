import { layoutFacts } from "../../facts/index.ts";
import type { FactLayout } from "../../facts/index.ts";
import { caseRow } from "../case-row.ts";
import { compileDecision } from "../compile/compile-decision.ts";
import { compileRules } from "../compile/compile-rules.ts";
import { isOn } from "../compile/bits.ts";
import { knownFacts } from "../compile/derive.ts";
import { readOutcome } from "../compile/read-outcome.ts";
import type { ReadOutcome } from "../compile/read-outcome.ts";
import type { CompiledDecision, Row } from "../compiled.ts";
import { compareExpectation } from "../examples/expected-of.ts";
import type { Condition, DecisionName, Example, Moment, Policy, Rule, RuleFile } from "../policy.ts";
import { applyChange } from "./mutant.ts";
import type { Mutant } from "./mutant.ts";

/** What is decided about an applicant before and after an edit. */
export type DecideBoth = (moment: Moment, row: Row) => readonly [before: ReadOutcome, after: ReadOutcome];

/** Tries edits of one decision on its examples. */
export interface MutantJudge {
  /** Examples that hold now, and can thus notice an edit. */
  readonly examples: number;
  /** Examples that fail as things stand; they judge nothing. */
  readonly failing: readonly string[];
  /** The first example that fails once the edit is made; undefined where none notices. */
  killer(mutant: Mutant): string | undefined;
  /** Decides about any applicant, as things stand and with the edit made. */
  both(mutant: Mutant): DecideBoth;
}

interface Case {
  readonly example: Example;
  readonly row: Row;
  /** By rule: 0 does not fire, 1 fires, 2 open. */
  readonly truths: Uint8Array;
}

/** Compiled decisions by moment and what fires there; all of files with the same outcomes and order. */
type Codes = Map<string, CompiledDecision>;

interface Bench {
  /** For files in which nothing but conditions differs. */
  readonly codes: Codes;
  /** Whether an example fails where these rules fire, as far as that has been worked out; by example and rules. */
  readonly remembered: Map<string, boolean>;
  readonly policy: Policy;
  readonly decision: DecisionName;
  readonly file: RuleFile;
  readonly layout: FactLayout;
}

/**
 * Prepares the examples of a decision. An edit is first put to its own rules alone; only where they come out otherwise
 * on an example is the decision compiled again, at that example's moment, from the rules that have a say there: one that
 * does not fire has none. Invariant: that gives what the whole edited decision gives.
 */
export function prepareMutation(policy: Policy, decision: DecisionName): MutantJudge {
  const layout = layoutFacts(policy.dictionary);
  const file = policy.decisions[decision];
  const bench: Bench = { codes: new Map(), remembered: new Map(), policy, decision, file, layout };
  const rows = file.examples.map((example) => caseRow(example, layout, policy.scorecard));
  const whole = makeRuleJudge(file.rules, file.conditions, bench);
  const truths = rows.map(whole);
  const cases = file.examples.map((example, index): Case => ({ example, row: rows[index] ?? new Float64Array(0), truths: truths[index] ?? new Uint8Array(0) }));
  const holding = cases.filter((one) => compareExpectation(one.example.expect, decideWith({ file, codes: bench.codes }, one.truths, { moment: one.example.moment, row: one.row }, bench)).passed);
  return {
    examples: holding.length,
    failing: cases.filter((one) => !holding.includes(one)).map(({ example }) => example.name),
    killer: (mutant) => findKiller(mutant, holding, bench)?.example.name,
    both: (mutant) => decideBoth(mutant, whole, bench),
  };
}

function findKiller(mutant: Mutant, cases: readonly Case[], bench: Bench): Case | undefined {
  const { change } = mutant;
  const changed = applyChange(bench.file, change);
  if (change.kind === "conditions" || change.kind === "named") {
    const affected = bench.file.rules.flatMap((rule, index) => (isAffected(rule, index, mutant, bench.file) ? [index] : []));
    const rules = affected.flatMap((index) => changed.rules[index] ?? []);
    const judge = makeRuleJudge(rules, changed.conditions, bench);
    return cases.find((one) => {
      const next = one.truths.slice();
      judge(one.row).forEach((truth, place) => (next[affected[place] ?? -1] = truth));
      return next.some((truth, index) => truth !== one.truths[index]) && failsWhere(one, changed, next, bench);
    });
  }
  const touched = change.kind === "priorities" ? change.rules.map(([index]) => index) : [change.rule];
  const codes: Codes = new Map();
  return cases.find((one) => {
    if (!touched.every((index) => one.truths[index] !== 0)) return false;
    const next = change.kind === "removed" ? one.truths.filter((_, index) => index !== change.rule) : one.truths;
    return fails(one, { file: changed, codes }, next, bench);
  });
}

/** The same where only conditions changed: what is decided then follows from which rules fire. An open rule is worked out anew. */
function failsWhere(one: Case, file: RuleFile, truths: Uint8Array, bench: Bench): boolean {
  if (truths.includes(2)) return fails(one, { file, codes: new Map() }, truths, bench);
  const fired = Array.from(truths, (truth, index) => (truth === 1 ? index : -1)).filter((index) => index >= 0);
  const key = `${fired.join()} ${one.example.name}`;
  const known = bench.remembered.get(key);
  const found = known ?? fails(one, { file, codes: bench.codes }, truths, bench);
  if (known === undefined && bench.remembered.size < rememberedMax) bench.remembered.set(key, found);
  return found;
}

const rememberedMax = 200_000;

interface Changed {
  readonly file: RuleFile;
  readonly codes: Codes;
}

function fails(one: Case, changed: Changed, truths: Uint8Array, bench: Bench): boolean {
  return !compareExpectation(one.example.expect, decideWith(changed, truths, { moment: one.example.moment, row: one.row }, bench)).passed;
}

/** The same reduced decisions for anybody: the edited rules are compiled once. */
function decideBoth(mutant: Mutant, whole: RuleJudge, bench: Bench): DecideBoth {
  const { change } = mutant;
  const changed = applyChange(bench.file, change);
  const isOfConditions = change.kind === "conditions" || change.kind === "named";
  const affected = isOfConditions ? bench.file.rules.flatMap((rule, index) => (isAffected(rule, index, mutant, bench.file) ? [index] : [])) : [];
  const judge = makeRuleJudge(affected.flatMap((index) => changed.rules[index] ?? []), changed.conditions, bench);
  const codes: Codes = isOfConditions ? bench.codes : new Map();
  return (moment, row) => {
    const truths = whole(row);
    const next = change.kind === "removed" ? truths.filter((_, index) => index !== change.rule) : truths.slice();
    judge(row).forEach((truth, place) => (next[affected[place] ?? -1] = truth));
    const own = next.includes(2) ? new Map<string, CompiledDecision>() : codes;
    return [decideWith({ file: bench.file, codes: bench.codes }, truths, { moment, row }, bench), decideWith({ file: changed, codes: own }, next, { moment, row }, bench)];
  };
}

/** Whether an edit may change when a rule fires. */
function isAffected(rule: Rule, index: number, { change }: Mutant, file: RuleFile): boolean {
  if (change.kind === "conditions") return index === change.rule;
  return change.kind === "named" && refersTo(rule.conditions, change.name, file.conditions);
}

function refersTo(condition: Condition, name: string, named: Readonly<Record<string, Condition>>): boolean {
  if ("all" in condition) return condition.all.some((part) => refersTo(part, name, named));
  if ("any" in condition) return condition.any.some((part) => refersTo(part, name, named));
  if ("not" in condition) return refersTo(condition.not, name, named);
  if (!("condition" in condition)) return false;
  const inner = named[condition.condition];
  return condition.condition === name || (inner !== undefined && refersTo(inner, name, named));
}

type RuleJudge = (row: Row) => Uint8Array;

/** The truth of each rule on a row. */
function makeRuleJudge(rules: readonly Rule[], named: RuleFile["conditions"], { policy, layout }: Bench): RuleJudge {
  const code = compileRules({ rules, named, layout, known: knownFacts(policy), derived: policy.derived });
  const judged = { fired: new Int32Array(code.words), open: new Int32Array(code.words), failed: new Int32Array(code.words) };
  return (row) => {
    code.judge(row, [], judged);
    return Uint8Array.from(rules, (_, index) => (isOn(judged.fired, index) ? 1 : isOn(judged.open, index) ? 2 : 0));
  };
}

const always: Condition = { all: [] };
const never: Condition = { not: { all: [] } };

/** What a file decides on a case where these rules fire or are open. */
function decideWith({ file, codes }: Changed, truths: Uint8Array, { moment, row }: { readonly moment: Moment; readonly row: Row }, bench: Bench): ReadOutcome {
  const key = `${moment} ${truths.join("")}`;
  const code = codes.get(key) ?? compileReduced(file, truths, moment, bench);
  if (codes.size < codesMax) codes.set(key, code);
  const outcome = code.newOutcome();
  code.decide(row, outcome);
  return readOutcome(code, outcome);
}

const codesMax = 2_000;

/** The rules that have a say, those that fire without their conditions, and those that shape the params of others. */
function compileReduced(file: RuleFile, truths: Uint8Array, moment: Moment, { policy, decision, layout }: Bench): CompiledDecision {
  const shaping = shapingRules(file.rules);
  const rules = file.rules.flatMap((rule, index) => {
    const truth = truths[index];
    if (truth === 2) return [rule];
    if (truth === 1) return [{ ...rule, conditions: always }];
    return shaping.has(rule.event) ? [{ ...rule, conditions: never }] : [];
  });
  const reduced: Policy = { ...policy, decisions: { ...policy.decisions, [decision]: { ...file, rules } } };
  return compileDecision({ policy: reduced, decision, moment, layout, known: knownFacts(policy) });
}

/**
 * One event of each shape: a param that is a text in any rule is a text in all, so that a rule which does not fire may
 * still shape what another says.
 */
function shapingRules(rules: readonly Rule[]): ReadonlySet<Rule["event"]> {
  const shapes = new Map<string, Rule["event"]>();
  for (const { event } of rules) {
    const shape = shapeOf(event);
    if (!shapes.has(shape)) shapes.set(shape, event);
  }
  return new Set(shapes.values());
}

const shapeMemory = new WeakMap<Rule["event"], string>();

function shapeOf(event: Rule["event"]): string {
  const known = shapeMemory.get(event);
  if (known !== undefined) return known;
  const kinds = Object.entries(event.params ?? {}).map(([param, value]) => {
    if (typeof value !== "object") return `${param}:${typeof value}`;
    return "fact" in value ? `${param}=${value.fact}` : `${param}:list`;
  });
  const shape = `${event.type} ${kinds.toSorted().join(" ")}`;
  shapeMemory.set(event, shape);
  return shape;
}
