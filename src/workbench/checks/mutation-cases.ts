import { makeMutants, type DecisionName, type Mutant } from "../../policy/index.ts";
import type { CheckedCase } from "../../view/index.ts";
import type { CheckSettings } from "../check-settings.ts";
import type { ProgressLine } from "../progress.ts";
import type { Project } from "../project.ts";
import { readProjectGround } from "../read-rules.ts";
import { heldClaims, makeEditJudge } from "../mutation/edit-judge.ts";
import { readAllClaims } from "../read-all-claims.ts";
import { readTargets, type Target } from "../read-targets.ts";
import { belowGate, percentText, ungated } from "./coverage-cases.ts";

/** One gate for each policy: how many edits of its rules the examples and claims notice. None is set: one case that says so. */
export async function mutationCases(project: Project, policies: readonly string[], { gate, progress }: { readonly gate: CheckSettings["mutation"]; readonly progress: ProgressLine }): Promise<readonly CheckedCase[]> {
  if (policies.length === 0 || gate?.level === "off") return [];
  if (gate === undefined) return [ungated("mutation", { en: "no gate is set: `check.mutation.min` in .policy-bench.json", zh: "未设门槛：.policy-bench.json 的 `check.mutation.min`" })];
  const { targets } = readTargets(project, policies, readProjectGround(project));
  const cases: CheckedCase[] = [];
  for (const target of targets) {
    const { killed, survived } = tryEdits(target, { most: gate.limit ?? Infinity, progress, project });
    const all = killed + survived;
    const { name } = target.policy;
    const one = { suite: "mutation", name: `${name}: edits noticed ${percentText(killed, all)} (gate ${gate.min} %)` };
    const message = {
      en: `\`${name}\`: its examples and claims notice ${killed} of ${all} edits (${percentText(killed, all)}), under the gate of ${gate.min} %`,
      zh: `\`${name}\`：${all} 处改动中示例与不变量只能发现 ${killed} 处（${percentText(killed, all)}），低于门槛 ${gate.min} %`,
    };
    const hint = { en: `which nobody notices: policy-bench mutate ${name}; examples that would: --suggest`, zh: `未被发现的改动：policy-bench mutate ${name}；能发现它们的示例：--suggest` };
    const held = killed * 100 >= gate.min * all;
    cases.push({ ...one, diagnostics: held ? [] : [belowGate({ code: "mutation-below-gate", level: gate.level, message, hint }, target, project)] });
    // Lets an interrupt in between two policies.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return cases;
}

/** Edits without an effect count nowhere. */
function tryEdits(target: Target, { most, progress, project }: { readonly most: number; readonly progress: ProgressLine; readonly project: Project }): { readonly killed: number; readonly survived: number } {
  const { policy, decisions } = target;
  const held = heldClaims(policy, readAllClaims(project, target).claims);
  const parts = decisions.map((decision): readonly [DecisionName, readonly Mutant[]] => [decision, makeMutants(policy, decision)]);
  const total = parts.reduce((sum, [, mutants]) => sum + mutants.length, 0);
  const isWanted = (index: number): boolean => total <= most || Math.floor(((index + 1) * most) / total) > Math.floor((index * most) / total);
  let [killed, survived, index] = [0, 0, 0];
  for (const [decision, mutants] of parts) {
    const judge = makeEditJudge(policy, decision, held);
    for (const mutant of mutants) {
      progress.update(index, total);
      index += 1;
      if (!isWanted(index - 1)) continue;
      const { status } = judge.judge(mutant);
      if (status === "killed") killed += 1;
      else if (status !== "equivalent") survived += 1;
    }
  }
  return { killed, survived };
}
