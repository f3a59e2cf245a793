import { consentSources } from "../facts/index.ts";
import type { CompiledDecision, DecisionName, Policy } from "../policy/index.ts";
import { restsOn } from "./acts/index.ts";
import type { Environment } from "./environment.ts";

/** A leak, made ready for the month. */
export interface Leak {
  /** Share of customers whose records are taken. */
  readonly share: number;
  /** Levels that leak, as bits: level 3 is bit 3. */
  readonly levels: number;
}

/** The leaks of a run, and what each decision leaves in the lender's hands. */
export interface LeakFigures {
  /** By month. */
  readonly inMonth: ReadonlyMap<number, readonly Leak[]>;
  /** By decision, then by source (index into `consentSources`; last: facts that rest on no consent): levels read, as bits. */
  readonly levels: readonly (readonly number[])[];
}

/** The index of facts that rest on no consent. */
export const withoutSource = consentSources.length;

/** Makes the leaks of an environment ready; undefined where it has none. */
export function leakFigures({ leaks }: Environment, policy: Policy, decisions: readonly CompiledDecision[]): LeakFigures | undefined {
  if (leaks.length === 0) return undefined;
  const inMonth = new Map<number, Leak[]>();
  for (const { month, share, levels } of leaks) {
    const list = inMonth.get(month) ?? [];
    inMonth.set(month, [...list, { share, levels: levels.reduce((bits, level) => bits | (1 << level), 0) }]);
  }
  return { inMonth, levels: decisions.map((compiled) => levelsRead(compiled, policy, compiled.decision)) };
}

function levelsRead({ reads }: CompiledDecision, { dictionary }: Policy, decision: DecisionName): readonly number[] {
  const levels = Array.from({ length: withoutSource + 1 }, () => 0);
  for (const name of reads) {
    const fact = dictionary.facts.get(name);
    if (fact === undefined || name === "request.moment") continue;
    const source = restsOn(fact, decision);
    const at = source === undefined ? withoutSource : consentSources.indexOf(source);
    levels[at] = (levels[at] ?? 0) | (1 << fact.level);
  }
  return levels;
}
