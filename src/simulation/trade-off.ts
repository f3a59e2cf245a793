import type { FactorName, Policy } from "../policy/index.ts";
import type { AttackKind } from "./attacks.ts";
import type { AssumptionValues } from "./assumptions.ts";
import { chancesOf } from "./phases/factors.ts";
import { prepareRun, type RunInputs } from "./prepare-run.ts";
import { viewTally } from "./view-tally.ts";

/** How many of how many came through. */
export interface Passed {
  readonly passed: number;
  readonly of: number;
}

/** What so many factors let through at closing: on paper, and played. */
export interface TradeOffPoint {
  readonly factors: readonly FactorName[];
  readonly paper: { readonly honest: number; readonly mixed: number; readonly bulk: number; readonly targeted: number };
  readonly played: { readonly honest: Passed; readonly mixed: Passed; readonly bulk: Passed; readonly targeted: Passed };
}

/** Attempts so frequent that few customers show what comes of them; only shares are read off. */
const attempts = 0.5;
const wish = 0.2;

/**
 * The trade-off of verification at closing for the first 0 … all of the factors: the holder against a thief of the
 * ordinary mix, in bulk and prepared. On paper it is the joint chance of the factors; played it is what the month makes
 * of it, with closing rules that say nothing, under the same customers and luck.
 */
export function verificationTradeOff(inputs: RunInputs, factors: readonly FactorName[]): readonly TradeOffPoint[] {
  return Array.from({ length: factors.length + 1 }, (_, m) => {
    const asked = factors.slice(0, m);
    const { honest, fraud, bulk, targeted } = chancesOf(asked, inputs.assumptions.values);
    const mixed = play(inputs, asked, undefined);
    return {
      factors: asked,
      paper: { honest, mixed: fraud, bulk, targeted },
      played: { honest: mixed.honest, mixed: mixed.thief, bulk: play(inputs, asked, "bulk").thief, targeted: play(inputs, asked, "targeted").thief },
    };
  });
}

function play(inputs: RunInputs, factors: readonly FactorName[], kind: AttackKind | undefined): { readonly honest: Passed; readonly thief: Passed } {
  const last = inputs.months - 1;
  // Everybody of a kind: the wave brings all attempts but one in ten thousand.
  const attacks = kind === undefined ? [] : [{ from: 0, to: last, factor: 10_000, kind, stages: ["closing"] as const }];
  const values: AssumptionValues = {
    ...inputs.assumptions.values, closeBase: wish, closeRetry: wish, noticeDrift: 0.9, takeoverClosing: 1,
    takeoverAttempt: kind === undefined ? attempts : attempts / 10_000,
  };
  // Field by field: a switch of policies, and what waits at desks, are no matter here.
  const { population, lender, startDate, months, seed, replication, book } = inputs;
  const run = prepareRun({
    population, lender, startDate, months, seed, replication, book, packs: [], groupBy: [],
    policy: asking(inputs.policy, factors), environment: { ...inputs.environment, attacks }, assumptions: { ...inputs.assumptions, values },
  });
  const tally = viewTally(run.block(0, inputs.population.size));
  const asked = tally.total("closuresAsked");
  return {
    honest: { passed: asked - tally.total("closuresUnverified"), of: asked },
    thief: { passed: tally.total("takeoversClosing"), of: tally.total("attemptsClosing") },
  };
}

/** The policy with closing rules that say nothing, a way that loses nobody, and these factors. */
function asking(policy: Policy, factors: readonly FactorName[]): Policy {
  const { closure } = policy.decisions;
  return {
    ...policy,
    procedures: { ...policy.procedures, closure: { ...policy.procedures.closure, entrance: ["close"], factors } },
    decisions: { ...policy.decisions, closure: { ...closure, rules: [], otherwise: {} } },
  };
}
