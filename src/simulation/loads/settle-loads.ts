import { prepareRun, type RunInputs } from "../prepare-run.ts";
import type { TallyData } from "../tally-data.ts";
import { viewTally } from "../view-tally.ts";
import { queuesOf, type Coupling, type Waits } from "./coupling.ts";
import { gapDays, loadsOf, waitsOf, type Load } from "./load.ts";

/** What the passes of a coupled run came to. */
export interface Settled {
  /** The waits that the last pass is given; empty where nothing is queued for. */
  readonly waits: Waits;
  /** The loads that each earlier pass found, first pass first. */
  readonly passes: readonly (readonly Load[])[];
}

/** The loads of a merged tally, by queue. */
export function loadsOfTally(queues: readonly Coupling[], tally: TallyData): readonly Load[] {
  return loadsOf(queues, viewTally(tally));
}

/**
 * Runs the passes before the last one over the whole population, here and in one block after another: for tests and
 * small populations. Threads do the same block by block (`waitsOf(loadsOfTally(…))`).
 */
export function settleLoads(inputs: RunInputs, passes = 2): Settled {
  const queues = queuesOf(inputs.policy, inputs.lender, inputs.population.size);
  const found: (readonly Load[])[] = [];
  let waits: Waits = {};
  if (queues.length === 0) return { waits, passes: found };
  for (let pass = 1; pass < passes; pass++) {
    const loads = loadsOfTally(queues, prepareRun({ ...inputs, waits, groupBy: [] }).block(0, inputs.population.size));
    found.push(loads);
    const settled = gapDays(loads, waits) === 0;
    waits = waitsOf(loads);
    if (settled) break;
  }
  return { waits, passes: found };
}
