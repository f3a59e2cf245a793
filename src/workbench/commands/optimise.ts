import { resolve } from "node:path";
import type { Diagnostic, Verdict } from "../../base/index.ts";
import { decisionNames, policyChanges, type Policy } from "../../policy/index.ts";
import { measureNamed, type Measure } from "../../statistics/index.ts";
import {
  axisOf, bestOf, conflictOf, exitCode, judgeWinners, requirementText, type Axis, type MeasuredWinner, type OptimiseReport, type Requirement,
} from "../../verdict/index.ts";
import { optimisePage, csvOptimise, markdownOptimise, prettyOptimise } from "../../view/index.ts";
import { listFlag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { claimsOf } from "../checks/proof-cases.ts";
import { parseCount } from "../parse-count.ts";
import { progressLine } from "../progress.ts";
import { readProjectGround } from "../read-rules.ts";
import { remark, sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { tellerOf } from "../tell-report.ts";
import { onePolicy } from "../variants/one-policy.ts";
import { searchPolicies, type SearchEnd } from "../variants/search.ts";
import { openVariantLab, scenarioOf, type VariantLab } from "../variants/variant-lab.ts";
import { readVaried, sweptParameters, type Varied } from "../variants/vary.ts";
import { contradictions, readDirected, readRequirements } from "../variants/wanted.ts";
import { checkFree, writePolicyWith } from "../variants/write-policy.ts";
import { UsageError } from "../world.ts";

/** Winners that are looked at again. */
const mostWinners = 8;

/** `policy-bench optimise <scenario>`: the parameters of a policy that serve the objectives and meet every requirement. */
export async function optimise(call: Call): Promise<number> {
  const settings = readSettings(call);
  const tell = tellerOf<OptimiseReport>(call, { pretty: prettyOptimise, markdown: markdownOptimise, csv: csvOptimise, page: optimisePage });
  const folder = textFlag(call, "write");
  if (folder !== undefined) checkFree(resolve(call.world.cwd, folder), folder);
  const { lab, diagnostics } = await openVariantLab(call, { scenario: scenarioOf(call), jobs: 1000 });
  if (lab === undefined) return cannotRun(call, diagnostics);
  try {
    const { asked, diagnostics: found } = readAsked(call, lab);
    if (asked === undefined) return cannotRun(call, found);
    sayFindings(diagnostics.filter(({ level }) => level !== "note"), settings, call.world);
    const report = await run(call, lab, asked);
    await tell(report);
    if (asked.objectives.some(({ measure }) => withoutData(report, measure))) return exitCode([{ kind: "verdict", verdict: "undecided", level: "error" }]);
    return [report.current, ...report.winners].some(({ chosen }) => chosen) ? 0 : exitCode([{ kind: "verdict", verdict: "broken", level: "error" }]);
  } finally {
    await lab.close();
  }
}

/** Whether an objective has no value under any setting: then nothing was decided. */
function withoutData({ current, winners }: OptimiseReport, measure: string): boolean {
  return [current, ...winners].every(({ fresh }) => fresh.every(({ name, value }) => name !== measure || value === null));
}

interface Asked {
  readonly policy: Policy;
  readonly varied: readonly Varied[];
  readonly objectives: readonly Axis[];
  readonly requirements: readonly Requirement[];
  readonly proved: boolean;
  readonly wanted: readonly Measure[];
  readonly budget: number;
}

function readAsked(call: Call, lab: VariantLab): { readonly asked?: Asked; readonly diagnostics: readonly Diagnostic[] } {
  const policy = onePolicy(lab);
  const { varied, diagnostics: inVaried } = readVaried(listFlag(call, "vary"), policy);
  const directed = (["maximise", "minimise"] as const).flatMap((flag) => listFlag(call, flag).map((text) => ({ ...readDirected(flag, text), better: flag === "maximise" ? ("higher" as const) : ("lower" as const) })));
  const required = readRequirements(listFlag(call, "require").filter((text) => text.trim() !== "proved"));
  const diagnostics = [...inVaried, ...directed.flatMap((one) => one.diagnostics), ...required.diagnostics];
  diagnostics.push(...contradictions(required.requirements));
  if (diagnostics.length > 0) return { diagnostics };
  const objectives = directed.flatMap(({ measure, better }) => (measure === undefined ? [] : [axisOf(measure, better)]));
  if (objectives.length === 0) throw new UsageError({ en: "nothing to optimise; name it with --maximise marginPerCustomer or --minimise lossPerCustomer", zh: "没有优化目标；请用 --maximise marginPerCustomer 或 --minimise lossPerCustomer 指明" });
  if (varied.length === 0) throw new UsageError({ en: `policy \`${policy.name}\` has no parameter that can vary`, zh: `政策 \`${policy.name}\` 没有可变动的参数` });
  const names = [...new Set([...objectives, ...required.requirements].map(({ measure }) => measure))];
  const budget = parseCount(textFlag(call, "budget") ?? "200", "--budget");
  return { asked: { policy, varied, objectives, requirements: required.requirements, proved: listFlag(call, "require").some((text) => text.trim() === "proved"), wanted: names.flatMap((name) => measureNamed(name) ?? []), budget }, diagnostics };
}

async function run(call: Call, lab: VariantLab, asked: Asked): Promise<OptimiseReport> {
  const { policy, varied, objectives, requirements, wanted, budget } = asked;
  const { lang, quiet } = readSettings(call);
  const line = progressLine(call.world, { lang: lang.value, quiet, unit: { en: "runs", zh: "次运行" } });
  const end = await searchPolicies(lab, { policy: policy.name, varied, objectives, requirements, wanted, budget, seed: lab.inputs.seed, progress: (spent, total) => line.update(spent, total) });
  const freshSeed = `${lab.inputs.seed}/fresh`;
  const { current, winners, disproved } = await again(lab, { asked, end, freshSeed });
  line.end();
  const chosen = winners.find((one) => one.chosen);
  const folder = textFlag(call, "write");
  const changes = chosen === undefined ? undefined : policyChanges(policy, { ...policy, parameters: policy.parameters.map((each) => ({ ...each, value: chosen.parameters[each.name] ?? each.value })) });
  if (folder !== undefined && chosen !== undefined) {
    writePolicyWith({ project: lab.project, texts: lab.texts, policy: policy.name, folder, parameters: chosen.parameters });
    remark({ en: `policy written: ${folder}; what it changes for whom: policy-bench diff ${policy.name} ${folder}`, zh: `已写出政策：${folder}；对哪些客户有何变化：policy-bench diff ${policy.name} ${folder}` }, readSettings(call), call.world);
  }
  if (folder !== undefined && chosen === undefined) remark({ en: "nothing was written: no setting was found that serves better", zh: "未写出文件：没有找到更好的参数" }, readSettings(call), call.world);
  return {
    schemaVersion: 1,
    inputs: lab.inputs,
    policy: policy.name,
    champion: lab.champion,
    varied: sweptParameters(varied),
    objectives,
    requirements: [...requirements.map((one) => ({ written: one.text, title: requirementText(one) })), ...(asked.proved ? [{ written: "proved", title: { en: "every claim in invariants.json proved", zh: "invariants.json 中的不变量全部得到证明" } }] : [])],
    budget,
    spent: end.spent,
    tried: end.candidates.length + end.dropped.beaten + end.dropped.broken,
    dropped: end.dropped,
    meeting: end.candidates.filter(({ excess }) => excess === 0).length,
    disproved,
    freshSeed,
    current,
    winners,
    conflict: conflictOf(end.candidates, requirements, end.champion),
    ...(changes === undefined ? {} : { changes: changes.map(({ name, text }) => ({ name, text })) }),
  };
}

interface Again {
  readonly asked: Asked;
  readonly end: SearchEnd;
  readonly freshSeed: string;
}

/** The winners and the policy as it stands once more, on customers and luck that the search never met. */
async function again(lab: VariantLab, { asked, end, freshSeed }: Again): Promise<Pick<OptimiseReport, "current" | "winners" | "disproved">> {
  const { policy, objectives, requirements, wanted, proved } = asked;
  const fresh = (name: string, parameters = {}) => lab.samples({ policy: name, parameters }, { wanted, seed: freshSeed });
  const [current, champion] = await Promise.all([fresh(policy.name), fresh(lab.champion)]);
  const own = Object.fromEntries(asked.varied.map(({ parameter }) => [parameter.name, parameter.value]));
  const { best, proofs, disproved } = await bestProved(lab, asked, end);
  const measured = await Promise.all(
    best.map(async ({ parameters, samples }, at): Promise<MeasuredWinner> => ({
      id: at + 1, parameters, search: samples, fresh: await fresh(policy.name, parameters), proved: proofs.get(parameters) ?? null,
    })),
  );
  const against = { current, champion, objectives, requirements };
  const standing: MeasuredWinner = { id: 0, parameters: own, search: end.current, fresh: current, proved: proved ? await proofOf(lab, policy, {}) : null };
  // What stands is a candidate, too: where nothing found serves better on fresh customers, it stays.
  const [asIs, ...winners] = judgeWinners([standing, ...measured], against);
  if (asIs === undefined) throw new Error("the policy as it stands was measured");
  return { current: asIs, winners, disproved };
}

/** Times that disproved settings give way to the next best. */
const proofRounds = 6;

interface BestProved {
  readonly best: readonly SearchEnd["candidates"][number][];
  readonly proofs: ReadonlyMap<SearchEnd["candidates"][number]["parameters"], Verdict>;
  readonly disproved: number;
}

/** The best settings; where proofs are asked for, those that break a claim give way to the next best. */
async function bestProved(lab: VariantLab, { policy, proved }: Asked, { candidates }: SearchEnd): Promise<BestProved> {
  const proofs = new Map<SearchEnd["candidates"][number]["parameters"], Verdict>();
  const standing = () => candidates.filter(({ parameters }) => proofs.get(parameters) !== "broken");
  for (let round = 0; proved && round < proofRounds; round += 1) {
    const open = bestOf(standing(), mostWinners).filter(({ parameters }) => !proofs.has(parameters));
    if (open.length === 0) break;
    for (const { parameters } of open) proofs.set(parameters, await proofOf(lab, policy, parameters));
  }
  const best = bestOf(standing(), mostWinners).filter(({ parameters }) => !proved || proofs.has(parameters));
  return { best, proofs, disproved: [...proofs.values()].filter((verdict) => verdict === "broken").length };
}

/** Every claim of the policy's invariants.json under these parameters. */
async function proofOf({ project, asked }: VariantLab, policy: Policy, parameters: Readonly<Record<string, number>>): Promise<Verdict> {
  const changed = { ...policy, parameters: policy.parameters.map((each) => ({ ...each, value: parameters[each.name] ?? each.value })) };
  const { claims } = claimsOf(project, { policy: changed, operand: asked[0] ?? policy.name, decisions: decisionNames }, undefined, readProjectGround(project));
  let verdict: Verdict = "held";
  for (const { check } of claims) {
    const { diagnostics } = await check();
    if (diagnostics.some(({ code }) => code === "invariant-broken")) return "broken";
    if (diagnostics.some(({ level }) => level === "error" || level === "warning")) verdict = "undecided";
  }
  return verdict;
}
