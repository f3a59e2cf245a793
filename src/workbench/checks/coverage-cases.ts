import { diagnose, readJson, type Diagnostic, type Text } from "../../base/index.ts";
import { exampleCases, measureCoverage, type DecisionCoverage, type Ratio } from "../../policy/index.ts";
import type { CheckedCase } from "../../view/index.ts";
import type { CheckSettings } from "../check-settings.ts";
import { coverageTotals } from "../coverage-totals.ts";
import { readPolicyFiles, type Project } from "../project.ts";
import { readProjectGround } from "../read-rules.ts";
import { readTargets, type Target } from "../read-targets.ts";

/** Two gates for each policy: outcomes of rules and conditions, and conditions shown to decide alone. None is set: one case that says so. */
export function coverageCases(project: Project, policies: readonly string[], gate: CheckSettings["coverage"]): readonly CheckedCase[] {
  if (policies.length === 0 || gate?.level === "off") return [];
  if (gate?.min === undefined && gate?.minMcdc === undefined) return [ungated("coverage", { en: "no gate is set: `check.coverage.min` in .policy-bench.json", zh: "未设门槛：.policy-bench.json 的 `check.coverage.min`" })];
  const { level } = gate;
  const { targets } = readTargets(project, policies, readProjectGround(project));
  return targets.flatMap((target) => {
    const decisions = target.decisions.map((decision) => measureCoverage({ policy: target.policy, decision, cases: exampleCases({ policy: target.policy, decision }) }));
    return [
      ...gateCase(target, decisions, { least: gate.min, level, of: (totals) => totals.outcomes, words: { en: "rule and condition outcomes covered", zh: "规则与条件取值覆盖率" } }, project),
      ...gateCase(target, decisions, { least: gate.minMcdc, level, of: (totals) => totals.mcdc, words: { en: "conditions shown to decide alone", zh: "已证明单独起作用的条件" } }, project),
    ];
  });
}

/** A part that nobody set a gate for. */
export function ungated(suite: string, why: Text): CheckedCase {
  return { suite, name: "gate", diagnostics: [], skipped: why };
}

interface Gate {
  readonly least: number | undefined;
  readonly level: "warning" | "error";
  readonly of: (totals: ReturnType<typeof coverageTotals>) => Ratio;
  readonly words: Text;
}

function gateCase(target: Target, decisions: readonly DecisionCoverage[], { least, level, of, words }: Gate, project: Project): readonly CheckedCase[] {
  if (least === undefined) return [];
  const { covered, of: all } = of(coverageTotals(decisions));
  const { name } = target.policy;
  const one = { suite: "coverage", name: `${name}: ${words.en} ${percentText(covered, all)} (gate ${least} %)` };
  if (covered * 100 >= least * all) return [{ ...one, diagnostics: [] }];
  const weakest = decisions.toSorted((a, b) => share(of(coverageTotals([a]))) - share(of(coverageTotals([b]))))[0]?.decision ?? "enrolment";
  const message = {
    en: `\`${name}\`: ${words.en} ${percentText(covered, all)} (${covered} of ${all}), under the gate of ${least} %; least in ${weakest}`,
    zh: `\`${name}\`：${words.zh} ${percentText(covered, all)}（${covered}/${all}），低于门槛 ${least} %；最低为 ${weakest}`,
  };
  const hint = { en: `the examples that are missing: policy-bench coverage ${name} --suggest`, zh: `缺少的示例：policy-bench coverage ${name} --suggest` };
  return [{ ...one, diagnostics: [belowGate({ code: "coverage-below-gate", level, message, hint }, target, project)] }];
}

/** A gate that is missed stands at the policy's name. */
export function belowGate(finding: Pick<Diagnostic, "code" | "level" | "message" | "hint">, { operand }: Target, project: Project): Diagnostic {
  const manifest = readPolicyFiles(project, operand).sources.find(({ file }) => file.endsWith("policy.json"));
  return diagnose({ ...finding, pointer: "/name", ...(manifest === undefined ? {} : { document: readJson(manifest.text, manifest.file) }) });
}

function share({ covered, of }: Ratio): number {
  return of === 0 ? 1 : covered / of;
}

/** A share of nothing is all of it: there was nothing to cover. */
export function percentText(part: number, all: number): string {
  return `${(all === 0 ? 100 : (Math.floor((part * 1000) / all) / 10)).toFixed(1)} %`;
}
