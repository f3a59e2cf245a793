import type { Call } from "./call.ts";
import { progressLine } from "./progress.ts";
import { runRequest } from "./run-request.ts";
import type { RunTexts } from "./run-texts.ts";
import { readSettings } from "./settings.ts";
import { simulateScenario, type Simulated, type SimulationRequest } from "./simulate-scenario.ts";

/** What a command wants of a run beside what the flags of its call say. */
export interface Asked {
  readonly texts: RunTexts;
  readonly by?: readonly string[];
  /** These policies instead of those of `--policy`. */
  readonly policies?: readonly string[];
  readonly closely?: SimulationRequest["closely"];
  readonly choice?: SimulationRequest["choice"];
  readonly flags?: SimulationRequest["flags"];
}

/** Simulates as a call's flags and settings ask, with a line of progress. */
export async function simulateAsked(call: Call, { texts, by = [], policies, closely, choice, flags }: Asked): Promise<Simulated> {
  const settings = readSettings(call);
  const request = runRequest(call);
  const line = progressLine(call.world, { lang: settings.lang.value, quiet: settings.quiet });
  const done = await simulateScenario({
    texts,
    by,
    policies: policies ?? request.policies,
    strict: request.strict,
    threads: settings.threads.value,
    packageRoot: call.world.packageRoot,
    progress: (at, total, _, pass) => line.update(at, total, pass),
    closely,
    choice,
    flags,
  });
  line.end();
  return done;
}
