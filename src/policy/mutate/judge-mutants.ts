import { layoutFacts } from "../../facts/index.ts";
import type { FactLayout } from "../../facts/index.ts";
import { caseRow } from "../case-row.ts";
import { compileDecision } from "../compile/compile-decision.ts";
import { compileRules } from "../compile/compile-rules.ts";
import { isOn } from "../compile/bits.ts";
import { knownFacts } from "../compile/derive.ts";
import { readOutcome } from "../compile/read-outcome.ts";
import type { ReadOutcome } from "../compile/read-outcome.ts";
import type { Row } from "../compiled.ts";
import { compareExpectation } from "../examples/expected-of.ts";
import type { Condition, DecisionName, Example, Policy, Rule, RuleFile } from "../policy.ts";
import { isEquivalent } from "./equivalence.ts";
import { applyChange } from "./mutant.ts";
import type { Mutant } from "./mutant.ts";

/** What became of an edit: an example fails, no example does, or it is shown to change nothing for anybody. */
export type MutantStatus = "killed" | "survived" | "equivalent";

/** An edit and what became of it. */
export interface JudgedMutant {
  readonly mutant: Mutant;
  readonly status: MutantStatus;
  /** The first example that fails. */
  readonly killedBy?: string;
}

/** Tries edits of one decision on its examples. */
export interface MutantJudge {
  /** Examples that hold now, and can thus notice an edit. */
  readonly examples: number;
  /** Examples that fail as things stand; they judge nothing. */
  readonly failing: readonly string[];
  judge(mutant: Mutant): JudgedMutant;
}

interface Case {
  readonly example: Example;
  readonly row: Row;
  /** By rule: 0 does not fire, 1 fires, 2 open. */
  readonly truths: Uint8Array;
}

interface Bench {
  readonly policy: Policy;
  readonly decision: DecisionName;
  readonly file: RuleFile;
  readonly layout: FactLayout;
}

/**
 * Prepares the examples of a decision. An edit is first put to its own rules alone; only where they come out otherwise
 * on an example is the decision compiled again, at that example's moment, with the rules that have a say there: a rule
 * that does not fire has none. Invariant: that gives what the whole edited decision gives.
 */
export function prepareMutation(policy: Policy, decision: DecisionName): MutantJudge {
  const layout = layoutFacts(policy.dictionary);
  const file = policy.decisions[decision];
  const bench: Bench = { policy, decision, file, layout };
  const rows = file.examples.map((example) => caseRow(example, layout));
  const truths = judgeRules(file.rules, file.conditions, rows, bench);
  const cases = file.examples.map((example, index): Case => ({ example, row: rows[index] ?? new Float64Array(0), truths: truths[index] ?? new Uint8Array(0) }));
  const holding = cases.filter((one) => compareExpectation(one.example.expect, decideWith(file, one.truths, one, bench)).passed);
  return {
    examples: holding.length,
    failing: cases.filter((one) => !holding.includes(one)).map(({ example }) => example.name),
    judge(mutant) {
      const killer = findKiller(mutant, holding, bench);
      if (killer !== undefined) return { mutant, status: "killed", killedBy: killer.example.name };
      return { mutant, status: isEquivalent(mutant, { policy, layout }) ? "equivalent" : "survived" };
    },
  };
}

function findKiller(mutant: Mutant, cases: readonly Case[], bench: Bench): Case | undefined {
  const { change } = mutant;
  const changed = applyChange(bench.file, change);
  if (change.kind === "conditions" || change.kind === "named") {
    const affected = bench.file.rules.flatMap((rule, index) => (isAffected(rule, index, mutant, bench.file) ? [index] : []));
    const rules = affected.flatMap((index) => changed.rules[index] ?? []);
    const truths = judgeRules(rules, changed.conditions, cases.map(({ row }) => row), bench);
    return cases.find((one, at) => {
      const next = one.truths.slice();
      affected.forEach((index, place) => (next[index] = truths[at]?.[place] ?? 0));
      return next.some((truth, index) => truth !== one.truths[index]) && fails(one, changed, next, bench);
    });
  }
  const touched = change.kind === "priorities" ? change.rules.map(([index]) => index) : [change.rule];
  return cases.find((one) => {
    if (!touched.every((index) => one.truths[index] !== 0)) return false;
    const next = change.kind === "removed" ? one.truths.filter((_, index) => index !== change.rule) : one.truths;
    return fails(one, changed, next, bench);
  });
}

function fails(one: Case, changed: RuleFile, truths: Uint8Array, bench: Bench): boolean {
  return !compareExpectation(one.example.expect, decideWith(changed, truths, one, bench)).passed;
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

/** The truth of each rule on each row. */
function judgeRules(rules: readonly Rule[], named: RuleFile["conditions"], rows: readonly Row[], { policy, layout }: Bench): readonly Uint8Array[] {
  const code = compileRules({ rules, named, layout, known: knownFacts(policy), derived: policy.derived });
  const judged = { fired: new Int32Array(code.words), open: new Int32Array(code.words), failed: new Int32Array(code.words) };
  return rows.map((row) => {
    code.judge(row, [], judged);
    return Uint8Array.from(rules, (_, index) => (isOn(judged.fired, index) ? 1 : isOn(judged.open, index) ? 2 : 0));
  });
}

const never: Condition = { not: { all: [] } };

/** What a file decides, compiled with nothing in it that cannot fire on this row. */
function decideWith(file: RuleFile, truths: Uint8Array, { example, row }: Case, { policy, decision, layout }: Bench): ReadOutcome {
  const rules = file.rules.map((rule, index) => (truths[index] === 0 ? { ...rule, conditions: never } : rule));
  const reduced: Policy = { ...policy, decisions: { ...policy.decisions, [decision]: { ...file, rules } } };
  const code = compileDecision({ policy: reduced, decision, moment: example.moment, layout, known: knownFacts(policy) });
  const outcome = code.newOutcome();
  code.decide(row, outcome);
  return readOutcome(code, outcome);
}
