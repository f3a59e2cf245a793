import type { RunReport } from "../../verdict/index.ts";

/** The letter that stands for a policy in tables and sketches, by its place in the report: A … Z, then a number. */
export function letterAt(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

/** The letter of a policy by name. */
export function letterOf(report: RunReport, name: string): string {
  return letterAt(report.policies.findIndex((policy) => policy.name === name));
}
