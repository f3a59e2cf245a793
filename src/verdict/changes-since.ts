import { judgedTally, sampleMeasures, type RuleSeverity } from "../statistics/index.ts";
import type { PolicyRun } from "./build-report.ts";
import { comparison } from "./comparison.ts";
import type { Comparison } from "./report.ts";

/**
 * What became of a policy that was edited, measure by measure: the policy as it was stands where the champion does. Both
 * ran over the same customers with the same luck, so a difference has the interval of a paired one.
 */
export function changesSince(before: PolicyRun, after: PolicyRun, severities: ReadonlyMap<string, RuleSeverity>): Comparison {
  const samples = (run: PolicyRun) => sampleMeasures(run.tallies.map((tally) => judgedTally(tally, severities)));
  return comparison({ champion: before.name, challenger: after.name }, { champion: samples(before), challenger: samples(after) });
}
