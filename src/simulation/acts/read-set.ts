import { consentSources, dataCategories, type ConsentSource, type DataCategory, type FactDefinition } from "../../facts/index.ts";
import type { CompiledDecision, ConsentKind, DecisionName } from "../../policy/index.ts";
import type { ActContext } from "./act-facts.ts";

/** Facts that a decision reads, as the law weighs them. */
export interface FactsRead {
  readonly sensitive: boolean;
  readonly maxLevel: number;
  readonly unnecessary: number;
  readonly categories: readonly DataCategory[];
}

/** Those of one source. */
export interface SourceRead extends FactsRead {
  readonly source: ConsentSource;
  /** The form of consent that these facts need. */
  readonly needs: ConsentKind;
  readonly shared: boolean;
}

/** What one decision reads: by source, and the facts that rest on no consent. */
export interface ReadSet {
  readonly sources: readonly SourceRead[];
  readonly rest: FactsRead;
}

/** To close safely, the lender may look at devices and payments: the customer's own request rests on the contract. */
const neededToClose: ReadonlySet<ConsentSource> = new Set(["device", "payments"]);

/** What a decision reads, weighed by source. */
export function readSet({ dictionary, procedures }: Pick<ActContext, "dictionary" | "procedures">, decision: DecisionName, compiled: CompiledDecision | undefined): ReadSet {
  const facts = (compiled?.reads ?? []).map((name) => dictionary.facts.get(name)).filter((fact) => fact !== undefined);
  const weigh = (some: readonly FactDefinition[]): FactsRead => ({
    sensitive: some.some((fact) => fact.sensitive),
    maxLevel: Math.max(1, ...some.map((fact) => fact.level)),
    unnecessary: some.filter((fact) => isUnnecessary(fact, decision)).length,
    categories: dataCategories.filter((category) => some.some((fact) => fact.category === category)),
  });
  const sources = consentSources.filter((source) => facts.some((fact) => restsOn(fact, decision) === source));
  return {
    sources: sources.map((source) => {
      const weighed = weigh(facts.filter((fact) => restsOn(fact, decision) === source));
      // A score of a third party comes from that third party, listed or not.
      const shared = source === "thirdPartyScore" || procedures.data.shared.includes(source);
      return { source, ...weighed, shared, needs: formNeeded(source, weighed.sensitive) };
    }),
    rest: weigh(facts.filter((fact) => restsOn(fact, decision) === undefined)),
  };
}

/** The consent that the use of a fact in a decision rests on; undefined where it needs none. */
export function restsOn(fact: FactDefinition, decision: DecisionName): ConsentSource | undefined {
  return decision === "closure" && fact.consent !== undefined && neededToClose.has(fact.consent) ? undefined : fact.consent;
}

/** The form of consent that facts of a source need. */
export function formNeeded(source: ConsentSource, sensitive: boolean): ConsentKind {
  if (source === "bureau") return "written";
  return sensitive ? "separate" : "bundled";
}

/** A trait of the customer that bears on no risk, or, for closing, on nothing that closing needs. */
export function isUnnecessary(fact: FactDefinition, decision: DecisionName): boolean {
  if (fact.producedBy !== "population") return false;
  if (!fact.riskFactor) return true;
  return decision === "closure" && fact.consent !== undefined && !neededToClose.has(fact.consent);
}
