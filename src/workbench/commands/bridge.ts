import type { Text } from "../../base/index.ts";
import { policyChanges, type PolicyChange } from "../../policy/index.ts";
import type { MeasureSample } from "../../statistics/index.ts";
import { attribute, bridgeEnds, coalitionsOf, type BridgeReport } from "../../verdict/index.ts";
import { bridgePage, csvBridge, markdownBridge, prettyBridge } from "../../view/index.ts";
import { attributionOf, filesWith, groupEdits, separate, type EditGroup } from "../bridge/edit-groups.ts";
import { documentsOf, policyEdits, widened } from "../bridge/policy-edits.ts";
import { textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { progressLine } from "../progress.ts";
import { readGround } from "../read-rules.ts";
import { listedFlag } from "../run-request.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { tellerOf } from "../tell-report.ts";
import { openVariantLab, type VariantLab } from "../variants/variant-lab.ts";
import { variantErrors } from "../variants/variant.ts";
import { readMeasures } from "../variants/wanted.ts";
import { UsageError } from "../world.ts";

const usual = ["marginPerCustomer", "enrolledShare", "ever90PlusAtMonth12", "complaintsPerThousand"];
/** Edits of a group that are told. */
const told = 6;

/** `policy-bench bridge A B`: which edit on the way from one policy to the other earns or costs what. */
export async function bridge(call: Call): Promise<number> {
  const settings = readSettings(call);
  const tell = tellerOf<BridgeReport>(call, { pretty: prettyBridge, markdown: markdownBridge, csv: csvBridge, page: bridgePage });
  const names = listedFlag(call, "measure");
  const { measures: wanted, diagnostics: unknown } = readMeasures("measure", names.length === 0 ? usual : names);
  if (unknown.length > 0) return cannotRun(call, unknown);
  const [from, to] = call.operands;
  if (from === to) throw new UsageError({ en: `\`${from ?? ""}\` is named twice: there is no edit between a policy and itself`, zh: `\`${from ?? ""}\` 写了两次：同一政策之间没有改动` });
  const { lab, diagnostics } = await openVariantLab(call, { scenario: textFlag(call, "scenario") ?? "baseline", jobs: 64, policies: call.operands });
  if (lab === undefined) return cannotRun(call, diagnostics);
  try {
    sayFindings(diagnostics.filter(({ level }) => level !== "note"), settings, call.world);
    const report = await run(call, lab, wanted);
    await tell(report);
    return 0;
  } finally {
    await lab.close();
  }
}

async function run(call: Call, lab: VariantLab, wanted: Parameters<VariantLab["sampled"]>[1]): Promise<BridgeReport> {
  const [from = "", to = ""] = lab.asked;
  const [a, b] = [from, to].map((name) => documentsOf(lab.texts.policies[name] ?? []));
  const [before, after] = [from, to].map((name) => lab.bench.policies.get(name));
  if (a === undefined || b === undefined || before === undefined || after === undefined) throw new Error("both policies were read");
  const edits = policyEdits(a, b);
  if (edits.length === 0) throw new UsageError({ en: `\`${from}\` and \`${to}\` decide alike: there is no edit between them`, zh: `\`${from}\` 与 \`${to}\` 的决策相同：两者之间没有改动` });
  const base = widened(a, b);
  const ground = readGround(lab.texts);
  const separable = separate(groupEdits(edits), {
    sets: (groups) => coalitionsOf(groups.length, attributionOf(groups)),
    errorsOf: (groups, set) => variantErrors(filesWith(base, groups, set), ground),
  });
  const { groups } = separable;
  const attribution = attributionOf(groups);
  const sets = coalitionsOf(groups.length, attribution);
  const samples = await runSets(call, lab, { sets, wanted, filesOf: (set) => (set === 0 || set === 2 ** groups.length - 1 ? undefined : filesWith(base, groups, set)), ends: [from, to], all: 2 ** groups.length - 1 });
  const effects = attribute(samples, groups.length, attribution);
  const changes = policyChanges(before, after).filter(({ kind }) => kind !== "wording");
  return {
    schemaVersion: 1,
    inputs: lab.inputs,
    from,
    to,
    attribution,
    runs: sets.length,
    measures: bridgeEnds(samples.get(0) ?? [], samples.get(2 ** groups.length - 1) ?? []),
    steps: groups.map((group, at) => ({ name: group.name, title: titleOf(group), ...toldOf(group, changes), effects: effects[at] ?? [] })),
    merged: separable.merged,
  };
}

interface SetsRequest {
  readonly sets: readonly number[];
  readonly wanted: Parameters<VariantLab["sampled"]>[1];
  readonly filesOf: (set: number) => ReturnType<typeof filesWith> | undefined;
  readonly ends: readonly [string, string];
  readonly all: number;
}

/** Every policy on the way over the same customers; both ends are the policies themselves. */
async function runSets(call: Call, lab: VariantLab, { sets, wanted, filesOf, ends: [from, to], all }: SetsRequest): Promise<ReadonlyMap<number, readonly MeasureSample[]>> {
  const { lang, quiet } = readSettings(call);
  const line = progressLine(call.world, { lang: lang.value, quiet, unit: { en: "policies", zh: "项政策" } });
  let done = 0;
  const entries = await Promise.all(
    sets.map(async (set) => {
      const samples = await lab.samples({ policy: set === all ? to : from, files: filesOf(set) }, { wanted });
      done += 1;
      line.update(done, sets.length);
      return [set, samples] as const;
    }),
  );
  line.end();
  return new Map(entries);
}

function titleOf({ name, edits }: EditGroup): Text {
  const parts = [...new Set(edits.map(({ part }) => part))];
  const titles = parts.map((part) => partTitles[part] ?? { en: part, zh: part });
  const [only] = edits;
  const suffix = edits.length === 1 && only !== undefined && only.name !== only.part ? ` ${only.name}` : name.startsWith("procedures.") && !name.includes("+") ? ` ${name.slice("procedures.".length)}` : "";
  return { en: `${titles.map(({ en }) => en).join(" + ")}${suffix}`, zh: `${titles.map(({ zh }) => zh).join("与")}${suffix}` };
}

const partTitles: Readonly<Record<string, Text>> = {
  parameters: { en: "parameters", zh: "参数" },
  derived: { en: "derived facts", zh: "派生事实" },
  arrangements: { en: "arrangements", zh: "合作安排" },
  procedures: { en: "procedures", zh: "流程" },
  policy: { en: "dates and frame", zh: "期限与框架" },
  enrolment: { en: "enrolment rules", zh: "开通规则" },
  limit: { en: "limit rules", zh: "额度规则" },
  pricing: { en: "pricing rules", zh: "定价规则" },
  closure: { en: "closure rules", zh: "关闭规则" },
  monitoring: { en: "monitoring rules", zh: "监测规则" },
  scorecard: { en: "scorecard", zh: "评分卡" },
};

/** What the structural difference says of the group's edits. */
function toldOf({ edits }: EditGroup, changes: readonly PolicyChange[]): { readonly edits: readonly Text[]; readonly more: number } {
  const own = changes.filter((change) => edits.some(({ part, name }) => change.part === part && (change.name === name || change.name.startsWith(`${name}.`))));
  const texts = own.map(({ name, text }): Text => ({ en: `${name}: ${text.en}`, zh: `${name}：${text.zh}` }));
  return { edits: texts.slice(0, told), more: Math.max(0, texts.length - told) };
}
