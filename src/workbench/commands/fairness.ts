import { diagnose, type Diagnostic } from "../../base/index.ts";
import type { Dictionary, FactDefinition } from "../../facts/index.ts";
import type { FairnessReport, FairnessSearch, PolicyFairness } from "../../verdict/index.ts";
import { csvFairness, fairnessPage, markdownFairness, prettyFairness } from "../../view/index.ts";
import { flag, listFlag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { policyFairness } from "../fairness/policy-fairness.ts";
import { searchFairness } from "../fairness/search-fairness.ts";
import { parseCount } from "../parse-count.ts";
import { percentFlag } from "../percent-flag.ts";
import { progressLine } from "../progress.ts";
import { listedFlag } from "../run-request.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { suggest } from "../suggest.ts";
import { tellerOf } from "../tell-report.ts";
import { openVariantLab, scenarioOf, type VariantLab } from "../variants/variant-lab.ts";
import { readVaried, type Varied } from "../variants/vary.ts";
import { UsageError } from "../world.ts";

const usual = ["customer.gender", "customer.age", "customer.region", "customer.cityTier"];
const usualPoints = "60";
const usualWithin = 5;
/** Settings that one search tries at most. */
const most = 5_000;

/** `policy-bench fairness <scenario>`: how policies treat groups of customers, what makes the gaps, and what would be fairer. */
export async function fairness(call: Call): Promise<number> {
  const settings = readSettings(call);
  const tell = tellerOf<FairnessReport>(call, { pretty: prettyFairness, markdown: markdownFairness, csv: csvFairness, page: fairnessPage });
  const search = flag(call, "search") ? searchFlags(call) : undefined;
  const { lab, diagnostics } = await openVariantLab(call, { scenario: scenarioOf(call), jobs: most });
  if (lab === undefined) return cannotRun(call, diagnostics);
  try {
    const { groups, diagnostics: unknown } = groupsOf(listedFlag(call, "group"), lab.bench.dictionary);
    const names = lab.asked.length > 0 ? lab.asked : lab.named;
    const { varied, diagnostics: inVaried } = search === undefined ? { varied: [], diagnostics: [] } : variedOf(call, lab, names);
    const found = [...diagnostics.filter(({ level }) => level !== "note"), ...unknown, ...inVaried];
    if (unknown.length + inVaried.length > 0) return cannotRun(call, found);
    sayFindings(found, settings, call.world);
    const report = await run(call, lab, { groups, names, search: search === undefined ? undefined : { ...search, varied } });
    await tell(report);
    return 0;
  } finally {
    await lab.close();
  }
}

interface SearchFlags {
  readonly points: number;
  readonly within: number;
}

function searchFlags(call: Call): SearchFlags {
  const points = parseCount(textFlag(call, "points") ?? usualPoints, "--points");
  if (points < 1 || points > most) throw new UsageError({ en: `--points is ${points}; from 1 to ${most} settings can be tried`, zh: `--points 的值为 ${points}；可尝试 1 到 ${most} 组参数` });
  return { points, within: (percentFlag(call, "within", "--within") ?? usualWithin) / 100 };
}

/** The facts of `--group`; one that there is not, or that no customer comes with, is a finding. */
function groupsOf(asked: readonly string[], { facts }: Dictionary): { readonly groups: readonly FactDefinition[]; readonly diagnostics: readonly Diagnostic[] } {
  const own = [...facts.values()].filter(({ producedBy }) => producedBy === "population").map(({ name }) => name);
  const diagnostics: Diagnostic[] = [];
  const names = asked.length === 0 ? usual.filter((name) => facts.has(name)) : [...new Set(asked)];
  const groups = names.flatMap((name) => {
    const fact = facts.get(name);
    if (fact !== undefined && fact.producedBy === "population") return fact;
    const en = fact === undefined ? `there is no fact \`${name}\`` : `\`${name}\` is no fact that customers come with`;
    const zh = fact === undefined ? `没有名为 \`${name}\` 的事实` : `\`${name}\` 不是客户自带的事实`;
    diagnostics.push(diagnose({ code: "unknown-setting", message: { en: `\`--group ${name}\`: ${en}`, zh: `\`--group ${name}\`：${zh}` }, hint: suggest(name, own) }));
    return [];
  });
  return { groups, diagnostics };
}

function variedOf(call: Call, lab: VariantLab, names: readonly string[]): { readonly varied: readonly Varied[]; readonly diagnostics: readonly Diagnostic[] } {
  const [name, ...others] = lab.asked.length > 0 ? names : [lab.champion];
  if (others.length > 0) throw new UsageError({ en: "one policy is searched at a time; name it once with --policy", zh: "一次只搜索一项政策；请只用一次 --policy" });
  const policy = lab.bench.policies.get(name ?? lab.champion);
  if (policy === undefined) throw new Error("the policy asked for was read");
  const read = readVaried(listFlag(call, "vary"), policy);
  if (read.diagnostics.length === 0 && read.varied.length === 0) throw new UsageError({ en: `policy \`${policy.name}\` has no parameter that can vary`, zh: `政策 \`${policy.name}\` 没有可变动的参数` });
  return read;
}

interface Asked {
  readonly groups: readonly FactDefinition[];
  readonly names: readonly string[];
  readonly search: (SearchFlags & { readonly varied: readonly Varied[] }) | undefined;
}

async function run(call: Call, lab: VariantLab, { groups, names, search }: Asked): Promise<FairnessReport> {
  const { lang, quiet } = readSettings(call);
  const policies: PolicyFairness[] = [];
  const line = progressLine(call.world, { lang: lang.value, quiet, unit: { en: "policies", zh: "项政策" } });
  for (const name of names) {
    const policy = lab.bench.policies.get(name);
    if (policy === undefined) throw new Error(`policy ${name} was not read`);
    policies.push(await policyFairness(lab, policy, groups));
    line.update(policies.length, names.length);
  }
  line.end();
  const report = { schemaVersion: 1, inputs: lab.inputs, policies } as const;
  return search === undefined ? report : { ...report, search: await searched(call, lab, { ...search, groups, policies }) };
}

async function searched(call: Call, lab: VariantLab, { groups, policies, ...search }: NonNullable<Asked["search"]> & { readonly groups: readonly FactDefinition[]; readonly policies: readonly PolicyFairness[] }): Promise<FairnessSearch> {
  const judged = policies.find((one) => one.policy === (lab.asked[0] ?? lab.champion));
  const policy = judged === undefined ? undefined : lab.bench.policies.get(judged.policy);
  if (judged === undefined || policy === undefined) throw new Error("the policy searched was judged");
  const { lang, quiet } = readSettings(call);
  const line = progressLine(call.world, { lang: lang.value, quiet, unit: { en: "settings", zh: "组参数" } });
  const found = await searchFairness(lab, { ...search, policy, judged, groups: groups.map(({ name }) => name), progress: (done, total) => line.update(done, total) });
  line.end();
  return found;
}
