import { readPolicy, readReasons } from "../../src/policy/index.ts";
import type { Policy } from "../../src/policy/index.ts";
import { dictionary, filesOf, readText } from "./written.ts";

const reasons = readReasons({ file: "rules/reasons.json", text: readText("rules/reasons.json") });

/** A policy through our reader. Throws on any finding, warnings included. */
export function readWhole(name: string): Policy {
  const { policy, diagnostics } = readPolicy({ files: filesOf(name), dictionary, reasons: reasons.reasons });
  const findings = [...reasons.diagnostics, ...diagnostics];
  if (policy === undefined || findings.length > 0) throw new Error(`${name} is not read without a finding: ${JSON.stringify(findings, undefined, 2)}`);
  return policy;
}
