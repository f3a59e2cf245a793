import type { Text } from "../../base/index.ts";
import { layoutFacts } from "../../facts/index.ts";
import type { FactLayout } from "../../facts/index.ts";
import { caseRow } from "../case-row.ts";
import { knownFacts } from "../compile/derive.ts";
import type { ReadOutcome } from "../compile/read-outcome.ts";
import type { Row } from "../compiled.ts";
import { expectedOf } from "../examples/expected-of.ts";
import { below } from "../json.ts";
import { moments } from "../policy.ts";
import type { Constant, DecisionName, Example, Moment, Policy } from "../policy.ts";
import { leafText } from "../words/leaf-text.ts";
import { joinText } from "../words/value-text.ts";
import { decider, departures, freshTitle, momentIn, simplify } from "./build-example.ts";
import { constantLeaves } from "./constant-leaves.ts";
import { leafGoal, partnerGoal, unmasked } from "./goals.ts";
import { judgeLeaves } from "./judge-leaves.ts";
import { collectRule } from "./rule-record.ts";
import type { RuleCollector } from "./rule-record.ts";
import { ruleTree } from "./rule-tree.ts";
import { markDeciding, truthOf } from "./truth.ts";
import { findRow, meets } from "./search.ts";
import type { Goal, SearchContext } from "./search.ts";

/** An example that would show what no example shows yet; its expectation is what is decided now. */
export interface SuggestedExample {
  readonly rule: string;
  /** What it shows. */
  readonly closes: Text;
  readonly title: Text;
  readonly moment: Moment;
  readonly facts: Readonly<Record<string, Constant | null>>;
  readonly expect: Example["expect"];
}

/** Suggestions, and the gaps for which the search found nothing: dead code, or beyond it. */
export interface Suggestions {
  readonly examples: readonly SuggestedExample[];
  readonly unreached: readonly { readonly rule: string; readonly gap: Text }[];
}

/**
 * Examples that close gaps of rule, condition and MC/DC coverage, found by a search from the existing examples and the
 * typical applicant over thresholds, their neighbours and the values of enums. At most `most`; the first gaps first.
 * The search knows no dependence between facts (a score without a bureau file): look before you keep one.
 */
export function suggestExamples({ policy, decision, most = 200 }: { readonly policy: Policy; readonly decision: DecisionName; readonly most?: number }): Suggestions {
  const work = prepare(policy, decision);
  const unreached: { rule: string; gap: Text }[] = [];
  work.rules.forEach((rule, index) => {
    if (work.found.length >= most) return;
    for (const gap of gapsOf(rule, work)) {
      if (work.found.length >= most) return;
      if (!gap.isOpen()) continue;
      if (!gap.close(index)) unreached.push({ rule: rule.name, gap: gap.text });
    }
  });
  return { examples: work.found, unreached };
}

/** A search starts from so many examples at most; all of them count as cases. */
const startsMax = 2_000;

interface RuleWork {
  readonly name: string;
  readonly collector: RuleCollector;
  readonly context: SearchContext;
  /** What each comparison always comes to; undefined where it may come to either. */
  readonly constant: readonly (0 | 1 | undefined)[];
}

interface Work {
  readonly policy: Policy;
  readonly decision: DecisionName;
  readonly layout: FactLayout;
  readonly rules: readonly RuleWork[];
  /** Rows of cases by name: the examples, the suggestions, and the typical applicant at each moment. */
  readonly rows: Map<string, Row>;
  readonly found: SuggestedExample[];
  readonly decide: (moment: Moment, row: Row) => ReadOutcome;
}

function prepare(policy: Policy, decision: DecisionName): Work {
  const layout = layoutFacts(policy.dictionary);
  const known = knownFacts(policy);
  const derived = new Map(policy.derived.map((fact) => [fact.name, fact]));
  const file = policy.decisions[decision];
  const rules = file.rules.map((rule, index): RuleWork => {
    const tree = ruleTree(rule.conditions, below("/rules", index, "conditions"), file.conditions);
    const leaves = tree.leaves.map(({ leaf }) => leaf);
    const judge = judgeLeaves(leaves, { policy, layout });
    const constant = constantLeaves({ judge, layout, decision, leaves, known });
    return { name: rule.name, collector: collectRule(tree), context: { layout, known, derived, decision, rule: tree, judge }, constant };
  });
  const rows = new Map<string, Row>();
  for (const example of file.examples) {
    const row = caseRow(example, layout, policy.scorecard);
    for (const rule of rules) collect(rule, example.name, row);
    if (rows.size < startsMax) rows.set(example.name, row);
  }
  for (const moment of moments[decision]) rows.set(`\u0000${moment}`, caseRow({ moment, facts: {} }, layout, policy.scorecard));
  return { policy, decision, layout, rules, rows, found: [], decide: decider(policy, decision, layout) };
}

function collect({ collector, context }: RuleWork, name: string, row: Row): void {
  collector.add(name, truthsOf(context, row));
}

function truthsOf({ rule, judge }: SearchContext, row: Row): Uint8Array {
  const truths = new Uint8Array(rule.leaves.length);
  judge.judge(row, truths);
  return truths;
}

interface Gap {
  readonly text: Text;
  isOpen(): boolean;
  /** Adds an example that closes it; false where none is found. */
  close(rule: number): boolean;
}

/** All that is to be shown of a rule: that it fires and does not, and that each comparison is true, false, and decides. */
function gapsOf(rule: RuleWork, work: Work): readonly Gap[] {
  const { collector, context } = rule;
  const whole = context.rule.tree;
  const simple = (text: Text, goal: Goal, isOpen: () => boolean): Gap => ({ text, isOpen, close: () => seek({ rule, goal, text, work }) !== undefined });
  const leaves = context.rule.leaves.flatMap(({ leaf }, index): readonly Gap[] => {
    if (rule.constant[index] !== undefined) return [];
    const words = leafText(leaf, work.policy);
    const record = () => collector.leaf(index);
    return [
      simple(told(words, 1), leafGoal(index, 1), () => record().isTrue === 0),
      simple(told(words, 0), leafGoal(index, 0), () => record().isFalse === 0),
      { text: joinText(words, { en: " decides alone", zh: " 单独起决定作用" }), isOpen: () => record().shown === "none", close: () => showDeciding({ rule, leaf: index, words, work }) },
    ];
  });
  const fixed = Uint8Array.from(rule.constant, (truth) => truth ?? 2);
  const all = [
    simple({ en: "the rule fires", zh: "规则触发" }, [{ part: whole, want: 1 }], () => !collector.outcomes().fired),
    simple({ en: "the rule does not fire", zh: "规则不触发" }, [{ part: whole, want: 0 }], () => !collector.outcomes().notFired && truthOf(whole, fixed) !== 1),
  ];
  // Pairs first: what shows that a comparison decides shows most of the rest.
  return [...all.slice(0, 1), ...leaves.filter((_, at) => at % 3 === 2), ...all.slice(1), ...leaves.filter((_, at) => at % 3 !== 2)];
}

function told(words: Text, truth: 0 | 1): Text {
  return joinText(words, truth === 1 ? { en: " is true", zh: " 为真" } : { en: " is false", zh: " 为假" });
}

interface Deciding {
  readonly rule: RuleWork;
  readonly leaf: number;
  readonly words: Text;
  readonly work: Work;
}

/** A partner for a case in which the comparison decides already; else a case of each side, the second as like the first as can be. */
function showDeciding({ rule, leaf, words, work }: Deciding): boolean {
  const path = unmasked(rule.context.rule.tree, leaf);
  const seekSide = (truth: 0 | 1, beside: readonly Row[]): Row | undefined => {
    const text = told(words, truth);
    return keep(partnerOf(rule, { leaf, truth, beside }, work), { rule, text, work }) ?? seek({ rule, goal: [...path, ...leafGoal(leaf, truth)], text, work });
  };
  const side = rule.collector.decidingSide(leaf);
  if (side !== undefined) {
    return seekSide(side === 1 ? 0 : 1, casesDecidedBy(rule, leaf, side, work).slice(0, 12)) !== undefined;
  }
  const first = seekSide(1, []);
  return first !== undefined && seekSide(0, [first]) !== undefined;
}

/** Cases in which a comparison, coming to this, decides the rule. */
function casesDecidedBy({ context }: RuleWork, leaf: number, side: 0 | 1, { rows }: Work): readonly Row[] {
  const marks = new Uint8Array(context.rule.leaves.length);
  return [...rows.values()].filter((row) => {
    const truths = truthsOf(context, row);
    if (truths[leaf] !== side) return false;
    markDeciding(context.rule.tree, truths, marks);
    return marks[leaf] === 1;
  });
}

/** A case that differs from one of these in one comparison alone; best where the rule, should it fire, is seen to. */
function partnerOf(rule: RuleWork, { leaf, truth, beside }: { readonly leaf: number; readonly truth: 0 | 1; readonly beside: readonly Row[] }, work: Work): Row | undefined {
  let hidden: Row | undefined;
  for (const row of beside) {
    const goal = partnerGoal(rule.context.rule, truthsOf(rule.context, row), leaf);
    const found = goal === undefined ? undefined : findRow([...goal, ...leafGoal(leaf, truth)], [row], rule.context);
    if (found === undefined) continue;
    if (isShownBy(rule, found, work) && isShownBy(rule, row, work)) return found;
    hidden ??= found;
  }
  return hidden;
}

interface Seek {
  readonly rule: RuleWork;
  readonly goal: Goal;
  readonly text: Text;
  readonly work: Work;
}

function seek({ rule, goal, text, work }: Seek): Row | undefined {
  return keep(seekAnew(rule, goal, work), { rule, text, work });
}

/** Keeps a case as an example, named after what it shows; none where two rules contradict each other there. */
function keep(row: Row | undefined, { rule, text, work }: Omit<Seek, "goal">): Row | undefined {
  const moment = row === undefined ? undefined : momentOf(row, work);
  const outcome = row === undefined || moment === undefined ? undefined : work.decide(moment, row);
  if (row === undefined || moment === undefined || outcome === undefined || outcome.conflict) return undefined;
  const taken = (lang: "en" | "zh"): readonly string[] => [...work.policy.decisions[work.decision].examples.map((one) => one.name), ...work.found.map((one) => one.title[lang])];
  const title = freshTitle(joinText(rule.name, { en: ": ", zh: "：" }, text), taken);
  work.rows.set(`\u0001${work.rows.size}`, row);
  for (const each of work.rules) collect(each, `\u0001${work.rows.size - 1}`, row);
  work.found.push({ rule: rule.name, closes: text, title, moment, facts: departures(row, work.layout, work.policy.scorecard), expect: expectedOf(work.decision, outcome) });
  return row;
}

/** Best is a case in which the rule, where it fires, is among those that decide: found from a case in which it is. */
function seekAnew(rule: RuleWork, goal: Goal, work: Work): Row | undefined {
  let hidden: Row | undefined;
  for (const starts of startsFor(rule, work)) {
    const row = findRow(goal, starts, rule.context);
    if (row === undefined) continue;
    const isSeen = (one: Row): boolean => isShownBy(rule, one, work);
    const wasSeen = isSeen(row);
    simplify(row, rule.context.layout, (one) => meets(goal, one, rule.context) && (!wasSeen || isSeen(one)));
    if (wasSeen) return row;
    hidden ??= row;
  }
  return hidden;
}

function isShownBy({ name, context }: RuleWork, row: Row, work: Work): boolean {
  if (truthOf(context.rule.tree, truthsOf(context, row)) !== 1) return true;
  const moment = momentOf(row, work);
  return moment !== undefined && work.decide(moment, row).because.includes(name);
}

function momentOf(row: Row, { layout, decision }: Work): Moment | undefined {
  return momentIn(row, decision, layout);
}

/** Cases that this rule decided; the typical applicant; all others. */
function startsFor(rule: RuleWork, { policy, decision, rows }: Work): readonly (readonly Row[])[] {
  const own = new Set(policy.decisions[decision].examples.filter(({ expect }) => isAmong(expect["because"], rule.name)).map(({ name }) => name));
  const rank = (name: string): number => (own.has(name) ? 0 : name.startsWith("\u0000") ? 1 : 2);
  return [0, 1, 2].map((wanted) => [...rows].filter(([name]) => rank(name) === wanted).map(([, row]) => row));
}

function isAmong(list: unknown, name: string): boolean {
  return Array.isArray(list) && list.includes(name);
}
