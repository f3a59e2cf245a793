import { makeMutants, type DecisionName, type Mutant } from "../../policy/index.ts";
import type { CheckedCase } from "../../view/index.ts";
import type { CheckSettings } from "../check-settings.ts";
import type { ProgressLine } from "../progress.ts";
import type { Project } from "../project.ts";
import { readProjectGround } from "../read-rules.ts";
import type { Claim } from "../../proof/index.ts";
import { heldClaims, makeEditJudge, type EditJudge } from "../mutation/edit-judge.ts";
import { readAllClaims } from "../read-all-claims.ts";
import { readTargets, type Target } from "../read-targets.ts";
import { belowGate, percentText, ungated } from "./coverage-cases.ts";

type Gate = NonNullable<CheckSettings["mutation"]>;

/** One gate for each policy: how many edits of its rules the examples and claims notice. None is set: one case that says so. */
export async function mutationCases(project: Project, policies: readonly string[], { gate, progress }: { readonly gate: CheckSettings["mutation"]; readonly progress: ProgressLine }): Promise<readonly CheckedCase[]> {
  if (policies.length === 0 || gate?.level === "off") return [];
  if (gate === undefined) return [ungated("mutation", { en: "no gate is set: `check.mutation.min` in .policy-bench.json", zh: "未设门槛：.policy-bench.json 的 `check.mutation.min`" })];
  const { targets } = readTargets(project, policies, readProjectGround(project));
  const cases: CheckedCase[] = [];
  for (const target of targets) {
    const { killed, all, atLeast } = tryEdits(target, { gate, progress, project });
    const { name } = target.policy;
    const one = { suite: "mutation", name: `${name}: edits noticed ${atLeast ? "at least " : ""}${percentText(killed, all)} (gate ${gate.min} %)` };
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

/**
 * How many edits are noticed, of all that have an effect. Examples alone go first: where they keep the gate, whatever
 * the unnoticed edits are, claims and the exact engine could only raise the share, and are not asked.
 */
function tryEdits(target: Target, { gate, progress, project }: { readonly gate: Gate; readonly progress: ProgressLine; readonly project: Project }): { readonly killed: number; readonly all: number; readonly atLeast: boolean } {
  const edits = editsOf(target, gate.limit ?? Infinity);
  const byExamples = makeJudges(target, []);
  const unnoticed = edits.filter(({ decision, mutant }, index) => {
    progress.update(index, edits.length);
    return !byExamples(decision).isNoticed(mutant);
  });
  const killed = edits.length - unnoticed.length;
  if (killed * 100 >= gate.min * edits.length) return { killed, all: edits.length, atLeast: true };
  const judges = makeJudges(target, heldClaims(target.policy, readAllClaims(project, target).claims));
  const judged = unnoticed.map(({ decision, mutant }, index) => {
    progress.update(index, unnoticed.length);
    return judges(decision).judge(mutant).status;
  });
  const ofStatus = (status: string): number => judged.filter((each) => each === status).length;
  return { killed: killed + ofStatus("killed"), all: edits.length - ofStatus("equivalent"), atLeast: false };
}

interface Edit {
  readonly decision: DecisionName;
  readonly mutant: Mutant;
}

/** The edits that are tried: at most so many, spread evenly. */
function editsOf({ policy, decisions }: Target, most: number): readonly Edit[] {
  const all = decisions.flatMap((decision) => makeMutants(policy, decision).map((mutant) => ({ decision, mutant })));
  return all.filter((_, index) => all.length <= most || Math.floor(((index + 1) * most) / all.length) > Math.floor((index * most) / all.length));
}

/** A judge for each decision, made when it is first asked. */
function makeJudges({ policy }: Target, held: readonly Claim[]): (decision: DecisionName) => EditJudge {
  const made = new Map<DecisionName, EditJudge>();
  return (decision) => {
    const judge = made.get(decision) ?? makeEditJudge(policy, decision, held);
    made.set(decision, judge);
    return judge;
  };
}
