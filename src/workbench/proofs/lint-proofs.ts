import { diagnose, type Diagnostic, type JsonDocument } from "../../base/index.ts";
import { decisionNames, type DecisionName, type LintLevels, type LintProofs, type Policy } from "../../policy/index.ts";
import { usualBudget, type Budget, type RuleFinding } from "../../proof/index.ts";
import { findingCodes, ruleDiagnostic } from "./rule-diagnostics.ts";
import { ruleFindings } from "./rule-findings.ts";

/** How far proofs go: `quick` as far as lint has time for, and only mistakes; `checked` all the way; `whole` the same, notes too. */
export type ProofDepth = "quick" | "checked" | "whole";

/** So many rules of a policy are looked through in a quick way; decisions beyond are left to `--proofs`. */
const quickRules = 80;
const quickBudget: Budget = { nodes: 30_000, conflicts: 500 };

/** Codes of findings that are notes unless the settings give them another level. */
const noteCodes = (["redundant", "idle-cap", "gap"] as const).map((kind) => findingCodes[kind]);

/** What lint tells of a policy's rules that only a proof finds, and what it left open. */
export interface ProvedForLint extends LintProofs {
  readonly findings: readonly RuleFinding[];
  /** What was not looked through, said as such. */
  readonly unfinished: readonly Diagnostic[];
}

/** Looks through the rules of a policy that was read without a mistake. */
export function lintProofs(policy: Policy, documents: ReadonlyMap<DecisionName, JsonDocument>, { depth, levels }: { readonly depth: ProofDepth; readonly levels: LintLevels }): ProvedForLint {
  const isQuick = depth === "quick";
  const looked = isQuick ? quickDecisions(policy) : decisionNames;
  const all = ruleFindings(policy, { budget: isQuick ? quickBudget : usualBudget, decisions: looked, notes: depth === "whole" || noteCodes.some((code) => levels.has(code)) });
  const findings = isQuick ? all.filter(({ kind }) => kind !== "unknown") : all;
  const left = !isQuick ? [] : decisionNames.filter((decision) => !looked.includes(decision) || all.some((one) => one.kind === "unknown" && one.decision === decision));
  return {
    findings,
    proved: findings.map((finding) => ({ diagnostic: ruleDiagnostic(finding, documents), rules: finding.rule === undefined ? finding.others : [finding.rule, ...finding.others] })),
    notes: depth === "whole",
    finished: left.length === 0 && !all.some(({ kind }) => kind === "unknown"),
    unfinished: left.map((decision) => unfinished(policy, decision, documents.get(decision))),
  };
}

/** The decisions with the fewest rules, while they are few together. */
function quickDecisions(policy: Policy): readonly DecisionName[] {
  const count = (decision: DecisionName): number => policy.decisions[decision].rules.length;
  let sum = 0;
  return decisionNames.toSorted((a, b) => count(a) - count(b)).filter((decision) => (sum += count(decision)) <= quickRules);
}

function unfinished({ name, decisions }: Policy, decision: DecisionName, document: JsonDocument | undefined): Diagnostic {
  const { length } = decisions[decision].rules;
  return diagnose({
    code: "proofs-unfinished",
    level: "note",
    message: {
      en: `${length} rules of ${decision} are more than lint looks through for every applicant; rules shadowed by several others, and tiers that overlap, may be missed`,
      zh: `${decision} 有 ${length} 条规则，超出快速检查的范围；由多条规则共同遮蔽的规则、重叠的档位等可能未被发现`,
    },
    hint: { en: `all the way: policy-bench lint ${name} --proofs`, zh: `完整证明：policy-bench lint ${name} --proofs` },
    document,
    pointer: "/decision",
  });
}
