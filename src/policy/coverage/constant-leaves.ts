import { encodeFact, typicalRow } from "../../facts/index.ts";
import type { FactLayout, FactName } from "../../facts/index.ts";
import type { KnownFacts } from "../compiled.ts";
import { moments } from "../policy.ts";
import type { DecisionName, Leaf } from "../policy.ts";
import type { LeafJudge } from "./judge-leaves.ts";
import { factsOf } from "./rule-tree.ts";

/** Comparisons with their judge. */
export interface ConstantInput {
  readonly judge: LeafJudge;
  readonly layout: FactLayout;
  readonly decision: DecisionName;
  readonly leaves: readonly Leaf[];
  readonly known: KnownFacts;
}

/** Comparisons of the moment alone, or of parameters, that come out one way at every moment of the decision. */
export function constantLeaves({ judge, layout, decision, leaves, known }: ConstantInput): readonly (0 | 1 | undefined)[] {
  const definition = layout.dictionary.facts.get("request.moment");
  const row = typicalRow(layout);
  const truths = new Uint8Array(leaves.length);
  const found = moments[decision].map((moment) => {
    if (definition !== undefined) row[layout.slot("request.moment")] = encodeFact(definition, moment);
    judge.judge(row, truths);
    return truths.slice();
  });
  const isFixed = (fact: FactName): boolean => fact === "request.moment" || known.has(fact);
  return leaves.map((leaf, index) => {
    const seen = new Set(found.map((one) => one[index]));
    if (seen.size > 1 || !factsOf(leaf).every(isFixed)) return undefined;
    return seen.has(0) ? 0 : 1;
  });
}
