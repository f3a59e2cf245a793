import type { FactLayout, FactName } from "../../facts/index.ts";
import type { Row } from "../compiled.ts";
import { isOn } from "../compile/bits.ts";
import { compileRules } from "../compile/compile-rules.ts";
import { knownFacts } from "../compile/derive.ts";
import type { Leaf, Policy } from "../policy.ts";

/** The truth of each of some comparisons on a row. The moment is a fact of the row like any other. */
export interface LeafJudge {
  /** Facts of the row that any of them reads. */
  readonly reads: readonly FactName[];
  /** Writes 0, 1 or 2 (open) for each comparison, in the order given. */
  judge(row: Row, truths: Uint8Array): void;
}

/** Compiles comparisons, each alone and each text once, so that none can hide another. */
export function judgeLeaves(leaves: readonly Leaf[], { policy, layout }: { readonly policy: Policy; readonly layout: FactLayout }): LeafJudge {
  const places = new Map<string, number>();
  const distinct: Leaf[] = [];
  const placeOf = leaves.map((leaf) => {
    const text = JSON.stringify([leaf.fact, leaf.operator, leaf.value, leaf.path]);
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, distinct.length);
    return distinct.push(leaf) - 1;
  });
  const code = compileRules({
    rules: distinct.map((leaf, index) => ({ name: String(index), conditions: { all: [leaf] } })),
    named: {},
    layout,
    known: knownFacts(policy),
    derived: policy.derived,
  });
  const judged = { fired: new Int32Array(code.words), open: new Int32Array(code.words), failed: new Int32Array(code.words) };
  const nothing: readonly unknown[] = [];
  return {
    reads: code.reads,
    judge(row, truths) {
      code.judge(row, nothing, judged);
      for (let index = 0; index < placeOf.length; index += 1) {
        const place = placeOf[index] ?? 0;
        truths[index] = isOn(judged.fired, place) ? 1 : isOn(judged.open, place) ? 2 : 0;
      }
    },
  };
}
