import { below } from "../../base/index.ts";
import { lower } from "../../policy/index.ts";
import type { Condition } from "../../policy/index.ts";
import { truthsOf } from "../terms/condition.ts";
import { findingOf, nameOf } from "./finding-of.ts";
import type { RuleFinding } from "./finding.ts";
import type { DecisionStatements } from "./rule-statements.ts";
import type { Shop } from "./shop.ts";

/** So many comparisons of a file are looked at. */
const leavesMax = 4_000;

/** Comparisons that can be taken out of a rule and it matches the same applicants at every moment. */
export function idleConditions(shop: Shop, statements: readonly DecisionStatements[]): readonly RuleFinding[] {
  const [first] = statements;
  if (first === undefined) return [];
  let looked = 0;
  const byRule = new Map<number, { readonly each: DecisionStatements; readonly one: DecisionStatements["rules"][number] }[]>();
  for (const each of statements) {
    for (const one of each.rules) {
      const { rule } = one.row;
      if (rule === undefined) continue;
      const known = byRule.get(rule);
      if (known === undefined) byRule.set(rule, [{ each, one }]);
      else known.push({ each, one });
    }
  }
  return first.model.rows.file.rules.flatMap((rule, index): readonly RuleFinding[] => {
    const here = byRule.get(index) ?? [];
    if (here.every(({ one }) => shop.exists(one.fires) !== true)) return [];
    return leavesOf(rule.conditions, "/conditions").flatMap(({ pointer, without }): readonly RuleFinding[] => {
      looked += 1;
      if (looked > leavesMax || !here.every(({ each, one }) => isSame(shop, each, one.fires, without))) return [];
      const row = here[0]?.one.row;
      if (row === undefined) return [];
      const name = nameOf(first, row);
      const message = { en: `a condition of \`${name}\` changes nothing: with or without it the same applicants match`, zh: `\`${name}\` 的一个条件不起作用：有无该条件，命中的申请人相同` };
      return [findingOf(shop, statements, { kind: "idle-condition", moments: [], row, message, within: pointer })];
    });
  });
}

function isSame({ space, exists, sameBox }: Shop, { model }: DecisionStatements, fires: number, without: Condition): boolean {
  const { formulas } = space;
  const { scope, file } = model.rows;
  const { yes } = truthsOf(lower(without, { facts: scope.facts, named: file.conditions }).node, scope);
  if (yes === fires) return true;
  const seen = sameBox(yes, fires);
  if (seen !== undefined) return seen;
  const differs = formulas.any([formulas.all([yes, formulas.not(fires)]), formulas.all([fires, formulas.not(yes)])]);
  return exists(differs) === false;
}

interface Leaf {
  readonly pointer: string;
  /** The whole condition without it. */
  readonly without: Condition;
}

/** Each comparison of a list, and the condition without it; the last one of a list stays. */
function leavesOf(condition: Condition, pointer: string): readonly Leaf[] {
  if ("all" in condition || "any" in condition) {
    const kind = "all" in condition ? "all" : "any";
    const list = "all" in condition ? condition.all : condition.any;
    const rebuilt = (parts: readonly Condition[]): Condition => (kind === "all" ? { all: parts } : { any: parts });
    return list.flatMap((part, index): readonly Leaf[] => {
      const at = below(below(pointer, kind), index);
      const inner = leavesOf(part, at).map((leaf) => ({ pointer: leaf.pointer, without: rebuilt(list.with(index, leaf.without)) }));
      const isLeaf = "fact" in part || "condition" in part;
      return isLeaf && list.length > 1 ? [{ pointer: at, without: rebuilt(list.toSpliced(index, 1)) }] : inner;
    });
  }
  if ("not" in condition) return leavesOf(condition.not, below(pointer, "not")).map(({ pointer: at, without }) => ({ pointer: at, without: { not: without } }));
  return [];
}
