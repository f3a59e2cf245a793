import type { ImportedData } from "../population/index.ts";
import type { Policy } from "../policy/index.ts";
import { queuesOf, type Waits } from "../simulation/index.ts";
import type { Bench } from "./bench.ts";
import type { Call } from "./call.ts";
import { progressLine } from "./progress.ts";
import { runBlocks } from "./run-blocks.ts";
import type { RunTexts } from "./run-texts.ts";
import { readSettings } from "./settings.ts";

/** One policy of a scenario whose customers may wait at its desks. */
export interface WaitsRequest {
  readonly call: Call;
  readonly bench: Bench;
  readonly texts: RunTexts;
  readonly imported: ImportedData | undefined;
  readonly policy: Policy;
  readonly customers: number;
}

/**
 * The waits that a run of the scenario gives its last pass, first replication: found as the run finds them, by playing
 * all customers. Undefined, and nothing played, where no desk has a capacity.
 */
export async function findWaits({ call, bench, texts, imported, policy, customers }: WaitsRequest): Promise<Waits | undefined> {
  const queues = queuesOf(policy, bench.scenario.lender, customers);
  if (queues.length === 0) return undefined;
  const settings = readSettings(call);
  const line = progressLine(call.world, { lang: settings.lang.value, quiet: settings.quiet });
  try {
    const { queues: done } = await runBlocks({
      texts, groupBy: [], policies: [policy.name], replications: 1, customers,
      threads: settings.threads.value, packageRoot: call.world.packageRoot,
      queues: new Map([[policy.name, queues]]), passes: bench.scenario.passes,
      progress: (finished, total, _, pass) => line.update(finished, total, pass),
      ...(imported === undefined ? {} : { imported }),
    });
    return done.get(policy.name)?.[0]?.given;
  } finally {
    line.end();
  }
}
