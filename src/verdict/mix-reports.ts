import type { ReportPart } from "./build-report.ts";
import type { RunReport } from "./report.ts";
import { tradeOffs } from "./trade-offs.ts";

/**
 * A report in which some policies stand with the numbers of a part of the customers: those of `part` that are `edited`,
 * and every comparison that they have a side in. All else is as in `whole`.
 */
export function mixReports(whole: RunReport, part: ReportPart, edited: readonly string[]): RunReport {
  const policies = whole.policies.map((policy) => (edited.includes(policy.name) ? (part.policies.find(({ name }) => name === policy.name) ?? policy) : policy));
  const comparisons = whole.comparisons.map((one) => {
    const touched = edited.includes(one.champion) || edited.includes(one.challenger);
    return (touched ? part.comparisons.find(({ champion, challenger }) => champion === one.champion && challenger === one.challenger) : undefined) ?? one;
  });
  return { ...whole, policies, comparisons, tradeOffs: tradeOffs(policies) };
}
