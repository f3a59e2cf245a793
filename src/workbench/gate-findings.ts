import type { Finding, RunReport } from "../verdict/index.ts";

/** Expectations as findings, for `--gate`. A gate without an expectation holds nothing back: never green. */
export function gateFindings(report: RunReport): readonly Finding[] {
  if (report.expectations.length === 0) return [{ kind: "nothing-to-check" }];
  return report.expectations.map(({ verdict, level }) => ({ kind: "verdict", verdict, level }));
}
