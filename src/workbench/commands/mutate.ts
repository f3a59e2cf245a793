import { applyChange, makeMutants, suggestNotice, type DecisionName, type Policy } from "../../policy/index.ts";
import type { Claim } from "../../proof/index.ts";
import { exitCode } from "../../verdict/index.ts";
import { mutants, survivorSentence, type DecisionMutants, type TriedEdit } from "../../view/index.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { heldClaims, makeEditJudge, type JudgedEdit } from "../mutation/edit-judge.ts";
import { parseCount } from "../parse-count.ts";
import { percentFlag } from "../percent-flag.ts";
import { progressLine, type ProgressLine } from "../progress.ts";
import { openProject, type Project } from "../project.ts";
import { readAllClaims } from "../read-all-claims.ts";
import { readProjectGround } from "../read-rules.ts";
import { onlyDecision, readDocuments, readTargets, type Target } from "../read-targets.ts";
import { sameOutcome } from "../replay-proof.ts";
import { remark } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { printExamples, type SuggestedFor } from "../suggest-examples.ts";
import { textOptions } from "../text-options.ts";
import { triedEdit } from "../tried-edit.ts";
import { UsageError, type Settings } from "../world.ts";

/** Survivors shown unless all are asked for. */
const shownMax = 40;

/** `policy-bench mutate [policy|path…]`: small edits of the rules, and which of them no example notices. */
export async function mutate(call: Call): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json"]);
  const least = percentFlag(call, "min", "--min");
  const most = mostEdits(textFlag(call, "limit"));
  const project = openProject(call.world);
  const read = readTargets(project, call.operands, readProjectGround(project));
  const targets = onlyDecision(read.targets, textFlag(call, "decision"));
  if (read.diagnostics.some(({ level }) => level === "error")) return cannotRun(call, read.diagnostics);
  if (flag(call, "suggest")) return await suggestNoticing(targets, { project, call, settings });
  const decisions = await tryAll(targets, { project, most, call, settings });
  const edits = decisions.flatMap((decision) => decision.edits);
  const count = (status: TriedEdit["status"]): number => edits.filter((edit) => edit.status === status).length;
  const byClaims = edits.filter(({ killedByClaim }) => killedByClaim !== undefined).length;
  const score = { killed: count("killed"), killedByExamples: count("killed") - byClaims, killedByClaims: byClaims, survived: count("survived"), equivalent: count("equivalent"), undecided: count("undecided") };
  if (format === "json") call.world.stdout.write(jsonText({ schemaVersion: 1, ...score, decisions: decisions.map(withSentences) }));
  else call.world.stdout.write(mutants(decisions, textOptions(settings), flag(call, "all") ? Infinity : shownMax));
  if (least === undefined) return 0;
  const all = edits.length - score.equivalent;
  const held = score.killed * 100 >= least * all;
  if (!held) {
    const share = `${score.killed}/${all}`;
    remark({ en: `--min ${least}: only ${share} edits are noticed`, zh: `--min ${least}：仅 ${share} 处改动被发现` }, settings, call.world);
  }
  return exitCode([{ kind: "verdict", verdict: held ? "held" : "broken" }]);
}

/** For each edit that nobody notices, an example that would; edits for which none was found go to stderr. */
async function suggestNoticing(targets: readonly Target[], { project, call, settings }: Omit<Trying, "most">): Promise<number> {
  const found: SuggestedFor[] = [];
  for (const target of targets) {
    const { policy, decisions } = target;
    const held = heldClaims(policy, readAllClaims(project, target).claims);
    for (const decision of decisions) {
      const judge = makeEditJudge(policy, decision, held);
      const judged = makeMutants(policy, decision).map((mutant) => judge.judge(mutant));
      const survivors = judged.flatMap((one) => (one.status === "survived" ? [{ mutant: one.mutant, witness: { moment: one.witness.moment, facts: one.witness.departures } }] : []));
      const { examples, unreached } = suggestNotice(policy, decision, survivors);
      found.push({ policy, decision, examples });
      for (const { rule, edit } of unreached)
        remark({ en: `${policy.name} ${decision} ${rule}: no case was found that notices if ${edit.en}`, zh: `${policy.name} ${decision} ${rule}：未找到能发现${edit.zh}的案例` }, settings, call.world);
    }
  }
  await printExamples(found, { call, settings });
  return 0;
}

/** How many edits are tried: all, or at least one. */
function mostEdits(written: string | undefined): number {
  if (written === undefined) return Infinity;
  const most = parseCount(written, "--limit");
  if (most >= 1) return most;
  throw new UsageError({ en: "--limit is 0; use 1 or more", zh: "--limit 的值为 0；请用 1 或更大的数" });
}

interface Trying {
  readonly project: Project;
  readonly most: number;
  readonly call: Call;
  readonly settings: Settings;
}

interface Part {
  readonly target: Target;
  readonly decision: DecisionName;
  readonly held: readonly Claim[];
  readonly all: ReturnType<typeof makeMutants>;
}

/** Tries the edits of all decisions; where only some are wanted, evenly over all of them. */
async function tryAll(targets: readonly Target[], { project, most, call, settings }: Trying): Promise<readonly DecisionMutants[]> {
  const parts = targets.flatMap((target) => {
    const held = heldClaims(target.policy, readAllClaims(project, target).claims);
    return target.decisions.map((decision): Part => ({ target, decision, held, all: makeMutants(target.policy, decision) }));
  });
  const total = parts.reduce((sum, { all }) => sum + all.length, 0);
  const isWanted = (index: number): boolean => total <= most || Math.floor(((index + 1) * most) / total) > Math.floor((index * most) / total);
  const progress = progressLine(call.world, { lang: settings.lang.value, quiet: settings.quiet, unit: { en: "edits", zh: "处改动" } });
  const decisions: DecisionMutants[] = [];
  let before = 0;
  for (const part of parts) {
    const wanted = part.all.filter((_, index) => isWanted(before + index));
    decisions.push(await tryPart(part, wanted, { project, call, settings, step: (done) => tell(progress, before + done, total) }));
    before += part.all.length;
    // Lets an interrupt in between two decisions.
    await new Promise((resolve) => setImmediate(resolve));
  }
  progress.end();
  return decisions;
}

function tell(progress: ProgressLine, done: number, total: number): void {
  progress.update(done, total);
}

async function tryPart({ target, decision, held, all }: Part, wanted: Part["all"], more: Omit<Trying, "most"> & { readonly step: (done: number) => void }): Promise<DecisionMutants> {
  const { policy } = target;
  const document = readDocuments(more.project, target).get(decision);
  const judge = makeEditJudge(policy, decision, held);
  for (const name of judge.failing)
    remark({ en: `${policy.name} ${decision}: example "${name}" fails already and judges nothing`, zh: `${policy.name} ${decision}：示例“${name}”本身未通过，不参与判断` }, more.settings, more.call.world);
  const edits: TriedEdit[] = [];
  for (const [index, mutant] of wanted.entries()) {
    more.step(index);
    const judged = judge.judge(mutant);
    if (judged.status === "survived") await replayWitness(policy, judged);
    edits.push(triedEdit(judged, document?.place(mutant.pointer).line ?? 1));
  }
  return { policy: policy.name, decision, file: policy.decisions[decision].file, examples: judge.examples, possible: all.length, edits, asksClaims: judge.asksClaims };
}

/** An applicant is shown only where json-rules-engine says of her what we say, before and after the edit. */
async function replayWitness(policy: Policy, { mutant, witness }: Extract<JudgedEdit, { readonly status: "survived" }>): Promise<void> {
  const { decision } = mutant;
  const { moment, departures, before, after } = witness;
  const edited = { ...policy, decisions: { ...policy.decisions, [decision]: applyChange(policy.decisions[decision], mutant.change) } };
  await sameOutcome(policy, { decision, moment }, departures, before);
  await sameOutcome(edited, { decision, moment }, departures, after);
}

function withSentences(decision: DecisionMutants): unknown {
  return { ...decision, edits: decision.edits.map((edit) => (edit.status === "survived" ? { ...edit, sentence: survivorSentence(edit) } : edit)) };
}
