import { measureNamed } from "../statistics/index.ts";
import { compareValues, compareWithItself } from "./compare.ts";
import type { Comparison, PolicyReport, RunReport } from "./report.ts";
import { timesNeeded } from "./times-needed.ts";
import { tradeOffs } from "./trade-offs.ts";

/** A report that was saved, and what it is called: its file. */
export interface SavedReport {
  readonly name: string;
  readonly report: RunReport;
}

/**
 * Two saved reports as one in which each policy of the first is champion over the policy of the same name in the second;
 * where no name is in both, the first's champion over each policy of the second. Policies are named `file: policy`.
 */
export function compareSaved(first: SavedReport, second: SavedReport): RunReport {
  const own = first.report.policies.map((policy) => called(first.name, policy, "champion"));
  const other = second.report.policies.map((policy) => called(second.name, policy, "challenger"));
  const policies = [...own, ...other];
  return {
    schemaVersion: 1,
    inputs: { ...first.report.inputs, policies: policies.map(({ name }) => name) },
    policies,
    comparisons: pairsOf(first, second).map(([champion, challenger]) => compared(champion, challenger, [first, second])),
    tradeOffs: tradeOffs(policies),
    calibration: null,
    expectations: [],
  };
}

const called = (file: string, policy: PolicyReport, role: PolicyReport["role"]): PolicyReport => ({ ...policy, name: `${file}: ${policy.name}`, role });

function pairsOf(first: SavedReport, second: SavedReport): readonly (readonly [PolicyReport, PolicyReport])[] {
  const same = first.report.policies.flatMap((policy) => {
    const other = second.report.policies.find(({ name }) => name === policy.name);
    return other === undefined ? [] : [[policy, other] as const];
  });
  if (same.length > 0) return same;
  const champion = first.report.policies.find(({ role }) => role === "champion");
  return champion === undefined ? [] : second.report.policies.map((policy) => [champion, policy] as const);
}

/** Whether two policies are one run of one policy, saved twice: the same inputs, and every measure the same. */
function isSameRun(champion: PolicyReport, challenger: PolicyReport, [first, second]: readonly [SavedReport, SavedReport]): boolean {
  const told = ({ report: { inputs } }: SavedReport, { measures }: PolicyReport): string =>
    JSON.stringify([inputs.seed, inputs.customers, inputs.months, inputs.replications, inputs.version, inputs.hashes, measures]);
  return champion.name === challenger.name && told(first, champion) === told(second, challenger);
}

function compared(champion: PolicyReport, challenger: PolicyReport, files: readonly [SavedReport, SavedReport]): Comparison {
  const [first, second] = files;
  const isSame = isSameRun(champion, challenger, files);
  return {
    champion: `${first.name}: ${champion.name}`,
    challenger: `${second.name}: ${challenger.name}`,
    measures: champion.measures.flatMap((value) => {
      const measure = measureNamed(value.name);
      const other = challenger.measures.find(({ name }) => name === value.name);
      if (measure === undefined || other === undefined) return [];
      const found = isSame ? compareWithItself(measure, value) : compareValues(measure, value, other);
      return [{ ...found, timesNeeded: timesNeeded(measure, found) }];
    }),
  };
}
