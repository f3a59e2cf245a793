import type { Level, Text } from "../../base/index.ts";

/** What `check` finds beyond the mistakes in files: titles of its codes and the level each has unless the files say otherwise. */
export const checkCodes: Readonly<Record<string, { readonly title: Text; readonly level: Level }>> = {
  "example-failed": { title: { en: "an example expects another decision", zh: "示例期望的决策与实际不同" }, level: "error" },
  "invariant-broken": { title: { en: "somebody breaks what must hold for every applicant", zh: "存在违反不变量的申请人" }, level: "error" },
  "invariant-undecided": { title: { en: "what must hold for every applicant could not be proved", zh: "不变量无法判定" }, level: "error" },
  "proof-undecided": { title: { en: "what rules say about themselves could not be decided within the budget", zh: "预算内无法判定规则自身的问题" }, level: "warning" },
  "proofs-unfinished": { title: { en: "lint did not look through all rules for every applicant", zh: "lint 未对全部规则作完整证明" }, level: "note" },
  "unused-exception": { title: { en: "an exception for a claim that holds", zh: "不变量成立，例外多余" }, level: "warning" },
  "malformed-exception": { title: { en: "an exception without a claim or a reason", zh: "例外缺少不变量名称或理由" }, level: "error" },
  "coverage-below-gate": { title: { en: "the examples cover less than the gate asks for", zh: "示例覆盖率低于门槛" }, level: "error" },
  "mutation-below-gate": { title: { en: "the examples notice fewer edits than the gate asks for", zh: "示例发现的改动少于门槛" }, level: "error" },
  "expectation-broken": { title: { en: "a policy does not meet an expectation of a scenario", zh: "政策不满足情景的期望" }, level: "error" },
  "expectation-undecided": { title: { en: "too few customers to tell whether an expectation is met", zh: "客户数不足，期望无法判定" }, level: "error" },
  "could-not-run": { title: { en: "a scenario could not be run", zh: "情景无法运行" }, level: "error" },
};
