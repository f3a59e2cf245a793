import type { RuleSeverity } from "../statistics/index.ts";
import { comparison } from "./comparison.ts";
import { judgedRun, runMemory, type PolicyRun } from "./policy-run.ts";
import type { Comparison } from "./report.ts";

/**
 * What became of a policy that was edited, measure by measure: the policy as it was stands where the champion does. Both
 * ran over the same customers with the same luck, so a difference has the interval of a paired one.
 */
export function changesSince(before: PolicyRun, after: PolicyRun, severities: ReadonlyMap<string, RuleSeverity>, memory = runMemory()): Comparison {
  const [champion, challenger] = [judgedRun(before, severities, memory).samples, judgedRun(after, severities, memory).samples];
  return comparison({ champion: before.name, challenger: after.name }, { champion, challenger });
}
