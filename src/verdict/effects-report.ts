import type { Diagnostic, Text, Verdict } from "../base/index.ts";
import { measureNamed } from "../statistics/index.ts";
import type { MeasureEffect } from "./effect.ts";

/**
 * How a measure answered a claim about it. `shown`: it moved as claimed, and its interval leaves out zero (a plain
 * figure has none); `undecided`: it moved, and the interval holds zero; `still`: it did not move; `contrary`: it moved
 * the other way, and the interval leaves out zero.
 */
export type StepVerdict = "shown" | "undecided" | "still" | "contrary";

/** One step from the switch to the outcome. */
export interface EffectStep {
  readonly measure: string;
  readonly to: "up" | "down";
  readonly verdict: StepVerdict;
}

/** One mechanism off and on: what it claims, what was switched, and what every measure did. */
export interface MechanismEffect {
  readonly name: string;
  readonly title: Text;
  readonly claim: Text;
  readonly basis: "found" | "assumed";
  readonly policy: string;
  readonly scenario: string;
  readonly customers: number;
  readonly months: number;
  readonly replications: number;
  readonly settings: MechanismSettings;
  /** From the switch to the outcome; those before the last are the state between. */
  readonly chain: readonly EffectStep[];
  /** Measures that were to stay exactly as they are, and those of them that did not. */
  readonly stays: readonly string[];
  readonly strayed: readonly string[];
  /** Held: every step shown and nothing strayed; broken: a step contrary, or something strayed. */
  readonly verdict: Verdict;
  /** Every measure, in report order; empty where it could not be run. */
  readonly effects: readonly MeasureEffect[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What `--set` would say, in both runs and in each. */
export interface MechanismSettings {
  readonly common: Readonly<Record<string, unknown>>;
  readonly off: Readonly<Record<string, unknown>>;
  readonly on: Readonly<Record<string, unknown>>;
}

/** All that `effects` says. No time, path or machine name. */
export interface EffectsReport {
  readonly schemaVersion: 1;
  readonly scenario: string;
  /** Measures of the matrix, in its order. */
  readonly headlines: readonly string[];
  readonly mechanisms: readonly MechanismEffect[];
}

/** The measures that a reader looks at first: one or two of each room of the report. */
export const headlineMeasures: readonly string[] = [
  "enrolledShare", "acquisitionPerCustomer", "awareShare", "complaintsPerThousand", "ever90PlusAtMonth12", "lossPerCustomer",
  "marginPerCustomer", "incrementalSalesPerCustomer", "lawRulesMatched", "closureGrantedShare", "revenuePerCustomer", "customersStillActive",
];

/** What is known of a mechanism that was run. */
export type MechanismRun = Omit<MechanismEffect, "chain" | "strayed" | "verdict"> & { readonly moves: readonly Omit<EffectStep, "verdict">[] };

/** A mechanism's run held against what it claims. */
export function judgeMechanism({ moves, ...run }: MechanismRun): MechanismEffect {
  const effectOf = (name: string): MeasureEffect | undefined => run.effects.find((effect) => effect.name === name);
  const chain = moves.map(({ measure, to }): EffectStep => ({ measure, to, verdict: stepVerdict(effectOf(measure), to) }));
  const strayed = run.stays.filter((name) => {
    const effect = effectOf(name);
    return effect !== undefined && effect.off !== effect.on;
  });
  return {
    name: run.name, title: run.title, claim: run.claim, basis: run.basis, policy: run.policy, scenario: run.scenario,
    customers: run.customers, months: run.months, replications: run.replications, settings: run.settings,
    chain, stays: run.stays, strayed, verdict: verdictOf(run, chain, strayed), effects: run.effects, diagnostics: run.diagnostics,
  };
}

function stepVerdict(effect: MeasureEffect | undefined, to: "up" | "down"): StepVerdict {
  const { difference = null, interval = null } = effect ?? {};
  if (difference === null || difference === 0) return "still";
  // A plain figure of a run is what it is; a quotient of which no interval can be had is open.
  if (interval === null && measureNamed(effect?.name ?? "")?.method !== "none") return "undecided";
  const clear = interval === null || interval.low > 0 || interval.high < 0;
  if (!clear) return "undecided";
  return difference > 0 === (to === "up") ? "shown" : "contrary";
}

function verdictOf({ effects }: Pick<MechanismRun, "effects">, chain: readonly EffectStep[], strayed: readonly string[]): Verdict {
  if (effects.length === 0) return "undecided";
  if (strayed.length > 0 || chain.some(({ verdict }) => verdict === "contrary")) return "broken";
  return chain.every(({ verdict }) => verdict === "shown") ? "held" : "undecided";
}
