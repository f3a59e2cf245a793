import type { FactLayout, FactName } from "../../facts/index.ts";
import { compileRules, knownFacts, type DecisionName, type Policy } from "../../policy/index.ts";

/** Facts by the rules that read them and were left open for want of them, with the rows concerned. */
export interface Blame {
  /** Looks at a row that was not decided: which missing facts do the rules read that stand open? */
  add(row: Float64Array): void;
  found(): readonly { readonly fact: FactName; readonly rules: readonly string[]; readonly rows: number }[];
}

/** An account of what one decision of a policy lacks. Where rules go by priority, those under one that fired do not matter. */
export function openBlame(policy: Policy, decision: DecisionName, layout: FactLayout): Blame {
  const file = policy.decisions[decision];
  const rules = file.rules.toSorted((a, b) => b.priority - a.priority);
  const input = { named: file.conditions, layout, known: knownFacts(policy), derived: policy.derived };
  const all = compileRules({ ...input, rules });
  const reads = rules.map((rule) => compileRules({ ...input, rules: [rule] }).reads.map((fact) => ({ fact, slot: layout.slot(fact) })));
  const judged = { fired: new Int32Array(all.words), open: new Int32Array(all.words), failed: new Int32Array(all.words) };
  const facts = new Map<FactName, { rows: number; rules: Set<string> }>();
  const isOn = (bits: Int32Array, rule: number): boolean => (((bits[rule >> 5] ?? 0) >> (rule & 31)) & 1) === 1;
  return {
    add(row) {
      all.judge(row, [], judged);
      const first = decision === "limit" ? -1 : rules.findIndex((_, rule) => isOn(judged.fired, rule));
      const here = new Set<FactName>();
      rules.slice(0, first < 0 ? rules.length : first).forEach(({ name }, rule) => {
        if (!isOn(judged.open, rule)) return;
        for (const { fact, slot } of reads[rule] ?? []) {
          if (!Number.isNaN(row[slot] ?? 0)) continue;
          const one = facts.get(fact) ?? { rows: 0, rules: new Set<string>() };
          facts.set(fact, one);
          one.rules.add(name);
          here.add(fact);
        }
      });
      for (const fact of here) {
        const one = facts.get(fact);
        if (one !== undefined) one.rows++;
      }
    },
    found: () => [...facts].map(([fact, { rows, rules: names }]) => ({ fact, rules: [...names], rows })).toSorted((a, b) => b.rows - a.rows || (a.fact < b.fact ? -1 : 1)),
  };
}
