import { layoutFacts } from "../../facts/index.ts";
import type { FactLayout } from "../../facts/index.ts";
import type { Text } from "../../base/index.ts";
import { caseRow } from "../case-row.ts";
import { compileDecision } from "../compile/compile-decision.ts";
import { knownFacts } from "../compile/derive.ts";
import { isOn } from "../compile/bits.ts";
import type { CompiledDecision, Outcome, Row } from "../compiled.ts";
import { below } from "../json.ts";
import type { DecisionName, Moment, Policy, RuleFile } from "../policy.ts";
import { leafText } from "../words/leaf-text.ts";
import { constantLeaves } from "./constant-leaves.ts";
import { judgeLeaves } from "./judge-leaves.ts";
import { collectRule } from "./rule-record.ts";
import type { LeafRecord, RuleCollector } from "./rule-record.ts";
import { ruleTree } from "./rule-tree.ts";
import type { RuleTree } from "./rule-tree.ts";
import { truthOf } from "./truth.ts";

/** One case put to a decision. The row may be used again for the next case. */
export interface CoverageCase {
  readonly name: string;
  readonly moment: Moment;
  /** Of the layout of the policy's own dictionary. */
  readonly row: Row;
}

/** One comparison of a rule, and what the cases have shown of it. */
export interface ConditionCoverage extends LeafRecord {
  /** JSON pointer in the decision file. */
  readonly pointer: string;
  readonly named?: string;
  readonly text: Text;
  /** True or false at every moment of this decision, whatever the other facts are: nothing can cover it. */
  readonly constant: boolean;
}

/** One rule, and what the cases have shown of it. */
export interface RuleCoverage {
  readonly rule: string;
  readonly title: Text;
  readonly pointer: string;
  readonly fired: number;
  readonly notFired: number;
  readonly open: number;
  /** Cases in which it is among the rules that decided. */
  readonly decided: number;
  /** No case can miss it: it has no condition that can be false. */
  readonly always: boolean;
  readonly conditions: readonly ConditionCoverage[];
}

/** So many of so many. */
export interface Ratio {
  readonly covered: number;
  readonly of: number;
}

/** Coverage of one decision file. */
export interface DecisionCoverage {
  readonly decision: DecisionName;
  readonly file: string;
  readonly cases: number;
  readonly rules: readonly RuleCoverage[];
  /** Rules fired and not fired: two to be shown for each rule. */
  readonly ruleOutcomes: Ratio;
  /** Conditions true and false: two to be shown for each condition. */
  readonly conditionOutcomes: Ratio;
  /** Conditions shown to decide their rule alone, with masking, and by a pair that differs in nothing else. */
  readonly mcdc: Ratio;
  readonly mcdcUnique: Ratio;
}

/** The cases of the examples of a decision, one row at a time. */
export function* exampleCases({ policy, decision }: { readonly policy: Policy; readonly decision: DecisionName }): Generator<CoverageCase> {
  const layout = layoutFacts(policy.dictionary);
  for (const example of policy.decisions[decision].examples) yield { name: example.name, moment: example.moment, row: caseRow(example, layout, policy.scorecard) };
}

/**
 * What cases show of every rule and condition of a decision. Every comparison is judged in every case, whatever the
 * others came to, so the figures depend on the rules and cases only. A condition is shown to decide (MC/DC) by two
 * cases in which it and the rule differ, while every other condition is the same (unique cause) or cannot change
 * the rule (masking; Chilenski 2001). A comparison that occurs twice in a rule counts twice.
 */
export function measureCoverage(input: { readonly policy: Policy; readonly decision: DecisionName; readonly cases: Iterable<CoverageCase> }): DecisionCoverage {
  const { policy, decision, cases } = input;
  const layout = layoutFacts(policy.dictionary);
  const file = policy.decisions[decision];
  const trees = file.rules.map((rule, index) => ruleTree(rule.conditions, below("/rules", index, "conditions"), file.conditions));
  const leaves = trees.flatMap((tree) => tree.leaves.map(({ leaf }) => leaf));
  const judge = judgeLeaves(leaves, { policy, layout });
  const collectors = trees.map(collectRule);
  const decided = decidedCounter(policy, decision, layout);
  const truths = truthViews(trees);
  let count = 0;
  for (const one of cases) {
    judge.judge(one.row, truths.all);
    collectors.forEach((collector, rule) => collector.add(one.name, truths.of[rule] ?? truths.all));
    decided.count(one);
    count += 1;
  }
  const constant = constantLeaves({ judge, layout, decision, leaves, known: knownFacts(policy) });
  const rules = rulesOf({ file, policy, trees, collectors, constant, decided: decided.counts });
  return { decision, file: file.file, cases: count, rules, ...totals(rules) };
}

/** One list of truths, and each rule's part of it. */
function truthViews(trees: readonly RuleTree[]): { readonly all: Uint8Array; readonly of: readonly Uint8Array[] } {
  const all = new Uint8Array(trees.reduce((sum, { leaves }) => sum + leaves.length, 0));
  let from = 0;
  const of = trees.map(({ leaves }) => {
    from += leaves.length;
    return all.subarray(from - leaves.length, from);
  });
  return { all, of };
}

interface RulesInput {
  readonly file: RuleFile;
  readonly policy: Policy;
  readonly trees: readonly RuleTree[];
  readonly collectors: readonly RuleCollector[];
  readonly constant: readonly (0 | 1 | undefined)[];
  readonly decided: ReadonlyMap<string, number>;
}

function rulesOf({ file, policy, trees, collectors, constant, decided }: RulesInput): readonly RuleCoverage[] {
  let first = 0;
  return file.rules.map((rule, index) => {
    const { leaves, tree } = trees[index] ?? { leaves: [], tree: { kind: "all", parts: [] } as const };
    const record = collectors[index]?.record() ?? { fired: 0, notFired: 0, open: 0, leaves: [] };
    const fixed = constant.slice(first, first + leaves.length);
    first += leaves.length;
    return {
      rule: rule.name,
      title: rule.title,
      pointer: below("/rules", index),
      fired: record.fired,
      notFired: record.notFired,
      open: record.open,
      decided: decided.get(rule.name) ?? 0,
      always: truthOf(tree, Uint8Array.from(fixed, (truth) => truth ?? 2)) === 1,
      conditions: leaves.map(({ leaf, pointer, named }, at) => ({
        ...(record.leaves[at] ?? { isTrue: 0, isFalse: 0, missing: 0, shown: "none" as const }),
        pointer,
        ...(named === undefined ? {} : { named }),
        text: leafText(leaf, policy),
        constant: fixed[at] !== undefined,
      })),
    };
  });
}

function totals(rules: readonly RuleCoverage[]): Pick<DecisionCoverage, "ruleOutcomes" | "conditionOutcomes" | "mcdc" | "mcdcUnique"> {
  const open = rules.flatMap(({ conditions }) => conditions.filter(({ constant }) => !constant));
  const count = (list: readonly boolean[]): number => list.filter(Boolean).length;
  const mayMiss = rules.filter(({ always }) => !always);
  return {
    ruleOutcomes: { covered: count(rules.map(({ fired }) => fired > 0)) + count(mayMiss.map(({ notFired }) => notFired > 0)), of: rules.length + mayMiss.length },
    conditionOutcomes: { covered: count(open.flatMap(({ isTrue, isFalse }) => [isTrue > 0, isFalse > 0])), of: 2 * open.length },
    mcdc: { covered: count(open.map(({ shown }) => shown !== "none")), of: open.length },
    mcdcUnique: { covered: count(open.map(({ shown }) => shown === "unique")), of: open.length },
  };
}

/** Counts, by rule, the cases that it decided; each moment is compiled when first met. */
function decidedCounter(policy: Policy, decision: DecisionName, layout: FactLayout): { readonly counts: ReadonlyMap<string, number>; readonly count: (one: CoverageCase) => void } {
  const counts = new Map<string, number>();
  const compiled = new Map<Moment, { readonly code: CompiledDecision; readonly outcome: Outcome }>();
  return {
    counts,
    count({ moment, row }) {
      const known = compiled.get(moment);
      const code = known?.code ?? compileDecision({ policy, decision, moment, layout, known: knownFacts(policy) });
      const outcome = known?.outcome ?? code.newOutcome();
      if (known === undefined) compiled.set(moment, { code, outcome });
      code.decide(row, outcome);
      const { because } = outcome;
      if (because === undefined || because.every((word) => word === 0)) return;
      code.ranks.forEach((name, rank) => {
        if (isOn(because, rank)) counts.set(name, (counts.get(name) ?? 0) + 1);
      });
    },
  };
}
