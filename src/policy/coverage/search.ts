import type { Row } from "../compiled.ts";
import type { LeafJudge } from "./judge-leaves.ts";
import { movesOf } from "./moves.ts";
import type { Move, MoveContext } from "./moves.ts";
import type { RuleTree, Tree } from "./rule-tree.ts";
import { truthOf } from "./truth.ts";

/** Parts of a rule and what each is to come to. */
export type Goal = readonly { readonly part: Tree; readonly want: 0 | 1 }[];

/** What a search works on: one rule, its judge, and the values facts may take. */
export interface SearchContext extends MoveContext {
  readonly rule: RuleTree;
  readonly judge: LeafJudge;
}

const stepsMax = 24;
const pairsMax = 4_000;

/**
 * A row that meets the goal, from one of the rows given; undefined where none is found. Goes downhill in the number of
 * comparisons that stand in the way, one fact at a time and two where one does not help. Finding nothing proves nothing.
 */
export function findRow(goal: Goal, starts: readonly Row[], context: SearchContext): Row | undefined {
  const measured = starts.map((row, order) => ({ row, order, distance: distance(goal, row, context) }));
  const ordered = measured.toSorted((a, b) => a.distance - b.distance || a.order - b.order).slice(0, 8);
  for (const { row } of ordered) {
    const found = descend(goal, row, context);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a row meets the goal. */
export function meets(goal: Goal, row: Row, context: SearchContext): boolean {
  return distance(goal, row, context) === 0;
}

function descend(goal: Goal, start: Row, context: SearchContext): Row | undefined {
  let row: Row = start.slice();
  let at = distance(goal, row, context);
  for (let step = 0; step < stepsMax && at > 0; step += 1) {
    const next = bestOne(goal, row, at, context) ?? bestTwo(goal, row, at, context);
    if (next === undefined) return undefined;
    row = next.row;
    at = next.distance;
  }
  return at === 0 ? row : undefined;
}

interface Step {
  readonly row: Row;
  readonly distance: number;
}

function bestOne(goal: Goal, row: Row, at: number, context: SearchContext): Step | undefined {
  let best: Step | undefined;
  for (const move of movesFor(goal, row, context)) {
    const next = moved(row, move);
    const found = distance(goal, next, context);
    if (found < (best?.distance ?? at)) best = { row: next, distance: found };
  }
  return best;
}

function bestTwo(goal: Goal, row: Row, at: number, context: SearchContext): Step | undefined {
  let tried = 0;
  for (const first of movesFor(goal, row, context)) {
    const between = moved(row, first);
    for (const second of movesFor(goal, between, context)) {
      tried += 1;
      if (tried > pairsMax) return undefined;
      const next = moved(between, second);
      const found = distance(goal, next, context);
      if (found < at) return { row: next, distance: found };
    }
  }
  return undefined;
}

function moved(row: Row, { slot, value }: Move): Row {
  const next = row.slice();
  next[slot] = value;
  return next;
}

/** Moves on the facts of all comparisons that the goal speaks of. */
function movesFor(goal: Goal, row: Row, context: SearchContext): readonly Move[] {
  const leaves = new Set(goal.flatMap(({ part }) => leavesOf(part)));
  return [...leaves].flatMap((leaf) => {
    const written = context.rule.leaves[leaf]?.leaf;
    return written === undefined ? [] : movesOf(written, row, context);
  });
}

function leavesOf(tree: Tree): readonly number[] {
  if (tree.kind === "leaf") return [tree.leaf];
  return tree.kind === "not" ? leavesOf(tree.part) : tree.parts.flatMap(leavesOf);
}

/** How many comparisons at least stand in the way; 0 where the goal is met. */
function distance(goal: Goal, row: Row, { rule, judge }: SearchContext): number {
  const truths = new Uint8Array(rule.leaves.length);
  judge.judge(row, truths);
  return goal.reduce((sum, { part, want }) => sum + gap(part, want, truths), 0);
}

function gap(tree: Tree, want: 0 | 1, truths: Uint8Array): number {
  if (truthOf(tree, truths) === want) return 0;
  switch (tree.kind) {
    case "leaf":
      return 1;
    case "not":
      return gap(tree.part, want === 1 ? 0 : 1, truths);
    case "all":
    case "any": {
      const gaps = tree.parts.map((part) => gap(part, want, truths));
      if (gaps.length === 0) return 1;
      const needsEach = (tree.kind === "all") === (want === 1);
      return needsEach ? gaps.reduce((sum, one) => sum + one, 0) : Math.min(...gaps);
    }
  }
}
