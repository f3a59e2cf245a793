import { layoutFacts, type ConsentSource, type FactDefinition } from "../facts/index.ts";
import { knownFacts, throughScore, type CompiledDecision, type ConsentKind, type DecisionName, type Moment, type Policy } from "../policy/index.ts";
import { formNeeded, isUnnecessary, readSet, restsOn } from "./acts/index.ts";
import { compileAll } from "./decisions.ts";
import type { Lender } from "./lender.ts";
import { lenderFact } from "./lender-fact.ts";

/** One fact that a decision reads, as the law weighs it. */
export interface FactRead {
  readonly fact: FactDefinition;
  /** The consent its use rests on, and the form that consent needs; undefined where it needs none. */
  readonly source: ConsentSource | undefined;
  readonly needs: ConsentKind | undefined;
  /** The source is handed to or comes from a third party. */
  readonly shared: boolean;
  /** The customer was told of this purpose; true where no consent is needed. */
  readonly told: boolean;
  /** Bears on nothing that the decision is for. */
  readonly unnecessary: boolean;
  /** Read through the policy's own score, which is made of it. */
  readonly throughScore: boolean;
}

/** What one decision reads at one moment: what its compiled form still reads, and nothing else. */
export interface DecisionReads {
  readonly decision: DecisionName;
  readonly moment: Moment;
  readonly compiled: CompiledDecision;
  readonly facts: readonly FactRead[];
}

/** What every decision of a policy really reads, in the order of a run's counts. Facts that the run fixes are not read. */
export function dataReads(policy: Policy, lender: Pick<Lender, "type">): readonly DecisionReads[] {
  const layout = layoutFacts(policy.dictionary);
  const known = new Map([...knownFacts(policy), ...lenderFact(layout.dictionary, lender)]);
  return compileAll({ policy, layout, known }).map((compiled) => {
    const { decision, moment } = compiled;
    const names = throughScore(compiled.reads, policy.scorecard);
    const reads = readSet({ dictionary: layout.dictionary, procedures: policy.procedures }, decision, { ...compiled, reads: names });
    const facts = names.flatMap((name): FactRead[] => {
      const fact = layout.dictionary.facts.get(name);
      if (fact === undefined || name === "request.moment") return [];
      const source = restsOn(fact, decision);
      return [
        {
          fact,
          source,
          needs: source === undefined ? undefined : formNeeded(source, fact.sensitive),
          shared: reads.sources.some((one) => one.source === source && one.shared),
          told: source === undefined || policy.procedures.data.purposesTold.includes("credit-assessment"),
          unnecessary: isUnnecessary(fact, decision),
          throughScore: !compiled.reads.includes(name),
        },
      ];
    });
    return { decision, moment, compiled, facts };
  });
}
