import type { Row } from "../outcomes/rows.ts";
import { before } from "./rule-statements.ts";
import type { DecisionStatements, RuleStatements } from "./rule-statements.ts";
import type { Shop } from "./shop.ts";

/** Rules to whom those before them leave nobody at all, whatever they say themselves; and which of those before do so. */
export type Exhausted = ReadonlyMap<RuleStatements, readonly Row[]>;

/** Where rules have nobody left: found by halves, since whom a rule leaves nobody the next one leaves nobody either. */
export function exhaustedIn(shop: Shop, statements: readonly DecisionStatements[]): Exhausted {
  const found = new Map<RuleStatements, readonly Row[]>();
  for (const { rules } of statements) {
    for (const chain of chainsOf(rules)) {
      let [low, high] = [0, chain.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const rule = chain[middle];
        if (rule !== undefined && shop.exists(rule.left) === false) high = middle;
        else low = middle + 1;
      }
      const [first, ...more] = chain.slice(low);
      if (first === undefined) continue;
      const by = neededOf(shop, first);
      for (const rule of [first, ...more]) found.set(rule, by);
    }
  }
  return found;
}

/** Rules that keep each other from speaking, each class by itself. */
function chainsOf(rules: readonly RuleStatements[]): readonly (readonly RuleStatements[])[] {
  const chains = new Map<readonly Row[], RuleStatements[]>();
  for (const rule of rules) {
    const met = chains.get(rule.chain);
    if (met === undefined) chains.set(rule.chain, [rule]);
    else met.push(rule);
  }
  return [...chains.values()].filter(([first]) => first !== undefined && first.chain.length > 1);
}

function neededOf(shop: Shop, rule: RuleStatements): readonly Row[] {
  const rows = new Map(before(rule).map((row) => [row.truths.yes, row]));
  return (shop.clash(shop.space.formulas.yes, [...rows.keys()], 0) ?? [...rows.keys()]).flatMap((of) => rows.get(of) ?? []);
}
