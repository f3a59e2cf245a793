import { layoutFacts } from "../../facts/index.ts";
import type { FactLayout } from "../../facts/index.ts";
import { caseRow } from "../case-row.ts";
import type { CaseFacts } from "../case-row.ts";
import { knownFacts } from "../compile/derive.ts";
import type { Row } from "../compiled.ts";
import { decider, departures, freshTitle, momentIn, simplify } from "../coverage/build-example.ts";
import { judgeLeaves } from "../coverage/judge-leaves.ts";
import { ruleTree } from "../coverage/rule-tree.ts";
import type { RuleTree, Tree } from "../coverage/rule-tree.ts";
import { findRow } from "../coverage/search.ts";
import type { Goal } from "../coverage/search.ts";
import type { SuggestedExample } from "../coverage/suggest-examples.ts";
import { expectedOf } from "../examples/expected-of.ts";
import { moments } from "../policy.ts";
import type { DecisionName, Policy, Rule, RuleFile } from "../policy.ts";
import { joinText } from "../words/value-text.ts";
import { applyChange } from "./mutant.ts";
import type { Mutant } from "./mutant.ts";

/** Examples that would notice edits, and the edits for which the search found none. */
export interface NoticeSuggestions {
  readonly examples: readonly SuggestedExample[];
  readonly unreached: readonly Mutant[];
}

/**
 * For each edit that survived, an example whose outcome it would change; one example may do for several. The search
 * starts from the existing examples and the typical applicant, as that for coverage does, and knows no more than it.
 */
export function suggestNotice(policy: Policy, decision: DecisionName, survivors: readonly Survivor[]): NoticeSuggestions {
  const work = prepare(policy, decision);
  const examples: SuggestedExample[] = [];
  const kept: Row[] = [];
  const unreached = survivors.filter(({ mutant, witness }) => {
    const differs = makeDiffers(mutant, work);
    if (kept.some(differs)) return false;
    const row = findDifference(mutant, differs, work) ?? known(witness, differs, work);
    if (row === undefined) return true;
    kept.push(row);
    examples.push(asExample(mutant, row, examples, work));
    return false;
  });
  return { examples, unreached: unreached.map(({ mutant }) => mutant) };
}

/** An edit that nobody notices, and somebody whom it concerns where one is known. */
export interface Survivor {
  readonly mutant: Mutant;
  readonly witness?: CaseFacts;
}

/** The applicant who is known to be decided otherwise, made as ordinary as she can be. */
function known(witness: CaseFacts | undefined, differs: (row: Row) => boolean, { layout, policy }: Work): Row | undefined {
  if (witness === undefined) return undefined;
  const row = caseRow(witness, layout, policy.scorecard);
  if (!differs(row)) return undefined;
  simplify(row, layout, differs);
  return row;
}

interface Work {
  readonly policy: Policy;
  readonly decision: DecisionName;
  readonly file: RuleFile;
  readonly layout: FactLayout;
  readonly rows: readonly { readonly row: Row; readonly because: unknown }[];
  readonly decide: ReturnType<typeof decider>;
}

const startsMax = 500;

function prepare(policy: Policy, decision: DecisionName): Work {
  const layout = layoutFacts(policy.dictionary);
  const file = policy.decisions[decision];
  const examples = file.examples.slice(0, startsMax).map((example) => ({ row: caseRow(example, layout, policy.scorecard), because: example.expect["because"] }));
  const typical = moments[decision].map((moment) => ({ row: caseRow({ moment, facts: {} }, layout, policy.scorecard), because: undefined }));
  return { policy, decision, file, layout, rows: [...examples, ...typical], decide: decider(policy, decision, layout) };
}

/** Whether a row comes out otherwise once the edit is made; false where rules contradict each other there. */
function makeDiffers(mutant: Mutant, { policy, decision, file, layout, decide }: Work): (row: Row) => boolean {
  const edited: Policy = { ...policy, decisions: { ...policy.decisions, [decision]: applyChange(file, mutant.change) } };
  const decideEdited = decider(edited, decision, layout);
  return (row) => {
    const moment = momentIn(row, decision, layout);
    if (moment === undefined) return false;
    const [now, then] = [decide(moment, row), decideEdited(moment, row)];
    return !now.conflict && JSON.stringify(expectedOf(decision, now)) !== JSON.stringify(expectedOf(decision, then));
  };
}

/** Cases in which the rules edited come out otherwise, from each start by itself, until one changes the outcome. */
function findDifference(mutant: Mutant, differs: (row: Row) => boolean, work: Work): Row | undefined {
  const { policy, layout, decision, rows } = work;
  const derived = new Map(policy.derived.map((fact) => [fact.name, fact]));
  for (const { rule, goals } of differences(mutant, work)) {
    const judge = judgeLeaves(rule.leaves.map(({ leaf }) => leaf), { policy, layout });
    const context = { layout, known: knownFacts(policy), derived, decision, rule, judge };
    for (const start of startsFor(mutant, rows)) {
      for (const goal of goals) {
        const row = findRow(goal, [start], context);
        if (row === undefined || !differs(row)) continue;
        simplify(row, layout, differs);
        return row;
      }
    }
  }
  return undefined;
}

/** The examples that the rule decided first. */
function startsFor({ rule }: Mutant, rows: Work["rows"]): readonly Row[] {
  const isOwn = (because: unknown): boolean => Array.isArray(because) && because.includes(rule);
  return [...rows.filter(({ because }) => isOwn(because)), ...rows.filter(({ because }) => !isOwn(because))].map(({ row }) => row);
}

interface Difference {
  readonly rule: RuleTree;
  readonly goals: readonly Goal[];
}

/** Where an edit can show: its rules fire before and not after, or the other way round; or the rules it touches fire. */
function differences({ change }: Mutant, { file }: Work): readonly Difference[] {
  const changed = applyChange(file, change);
  if (change.kind === "conditions" || change.kind === "named") {
    return file.rules.flatMap((rule, index) => {
      const next = changed.rules[index];
      const isTouched = change.kind === "named" ? next !== undefined : index === change.rule;
      return next === undefined || !isTouched ? [] : [turned(treeOf(rule, file), treeOf(next, changed))];
    });
  }
  const touched = change.kind === "priorities" ? change.rules.map(([index]) => index) : [change.rule];
  const trees = touched.flatMap((index) => file.rules[index] ?? []).map((rule) => treeOf(rule, file));
  const { rule, parts } = beside(trees);
  return [{ rule, goals: [parts.map((part) => ({ part, want: 1 }) as const)] }];
}

function treeOf(rule: Rule, file: RuleFile): RuleTree {
  return ruleTree(rule.conditions, "", file.conditions);
}

function turned(before: RuleTree, after: RuleTree): Difference {
  const { rule, parts } = beside([before, after]);
  const [a, b] = parts;
  if (a === undefined || b === undefined) throw new Error("two trees stand side by side");
  const goals: readonly Goal[] = [
    [{ part: a, want: 1 }, { part: b, want: 0 }],
    [{ part: a, want: 0 }, { part: b, want: 1 }],
  ];
  return { rule, goals };
}

/** Several trees over one list of comparisons. */
function beside(trees: readonly RuleTree[]): { readonly rule: RuleTree; readonly parts: readonly Tree[] } {
  const leaves = trees.flatMap((tree) => tree.leaves);
  let first = 0;
  const parts = trees.map((tree) => {
    const moved = shift(tree.tree, first);
    first += tree.leaves.length;
    return moved;
  });
  return { rule: { tree: { kind: "all", parts }, leaves }, parts };
}

function shift(tree: Tree, by: number): Tree {
  if (tree.kind === "leaf") return { kind: "leaf", leaf: tree.leaf + by };
  return tree.kind === "not" ? { kind: "not", part: shift(tree.part, by) } : { kind: tree.kind, parts: tree.parts.map((part) => shift(part, by)) };
}

function asExample(mutant: Mutant, row: Row, found: readonly SuggestedExample[], { policy, decision, file, layout, decide }: Work): SuggestedExample {
  const moment = momentIn(row, decision, layout);
  if (moment === undefined) throw new Error("a row that differs has a moment");
  const taken = (lang: "en" | "zh"): readonly string[] => [...file.examples.map(({ name }) => name), ...found.map(({ title }) => title[lang])];
  const title = freshTitle(joinText(mutant.rule, { en: ": notices if ", zh: "：能发现" }, mutant.edit), taken);
  return { rule: mutant.rule, closes: mutant.edit, title, moment, facts: departures(row, layout, policy.scorecard), expect: expectedOf(decision, decide(moment, row)) };
}
