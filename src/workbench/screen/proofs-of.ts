import { dirname, join } from "node:path";
import { decisionNames, type Policy } from "../../policy/index.ts";
import type { ToldProofs } from "../../view/index.ts";
import { proofsByRule } from "../proofs/proofs-by-rule.ts";
import type { Source } from "../read-file.ts";

/** What is proved about each rule of a policy as the files of the project stand. */
export function proofsOf(policy: Policy, sources: readonly Source[], { root, packageRoot }: { readonly root: string; readonly packageRoot: string }): ToldProofs {
  const { stdin, stdout, stderr } = process;
  const project = { root, shipped: root === packageRoot, world: { cwd: root, packageRoot, env: {}, stdin, stdout, stderr } };
  const folder = dirname(sources[0]?.file ?? "");
  const { rules, verdicts } = proofsByRule(project, { policy, operand: join(root, folder), decisions: decisionNames });
  return { rules: rules.map(({ decision, rule, findings, claims }) => ({ decision, rule, findings: findings.map(({ kind, level, message }) => ({ kind, level, message })), claims })), verdicts };
}
