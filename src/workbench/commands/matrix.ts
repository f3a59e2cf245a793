import type { Diagnostic } from "../../base/index.ts";
import type { Measure } from "../../statistics/index.ts";
import { judgeMatrix, type MatrixInputs, type MatrixReport } from "../../verdict/index.ts";
import { matrixPage, csvMatrix, markdownMatrix, prettyMatrix } from "../../view/index.ts";
import { askedFlags } from "../asked-flags.ts";
import { inputsDigest } from "../bench.ts";
import type { Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { onInterrupt } from "../interrupted.ts";
import { cacheFolder, openCellCache, type CellCache } from "../matrix/cell-cache.ts";
import { planScenario, type PlannedScenario } from "../matrix/plan-scenario.ts";
import { runCells } from "../matrix/run-cells.ts";
import { progressLine } from "../progress.ts";
import { listedFlag } from "../run-request.ts";
import { remark, sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { tellerOf } from "../tell-report.ts";
import { readMeasures } from "../variants/wanted.ts";
import { version } from "../version.ts";
import { UsageError } from "../world.ts";

const usual = ["marginPerCustomer", "enrolledShare", "ever90PlusAtMonth12", "complaintsPerThousand", "lawRulesMatchedCritical"];
/** Cells that one matrix runs at most. */
const most = 10_000;

/** `policy-bench matrix <scenario>…`: policies × scenarios × assumption sets; what was run before comes from the cache. */
export async function matrix(call: Call): Promise<number> {
  const settings = readSettings(call);
  const tell = tellerOf<MatrixReport>(call, { pretty: prettyMatrix, markdown: markdownMatrix, csv: csvMatrix, page: matrixPage });
  const names = listedFlag(call, "measure");
  const { measures: wanted, diagnostics: unknown } = readMeasures("measure", names.length === 0 ? usual : [...new Set(names)]);
  const { plans, diagnostics } = await planAll(call);
  const found = [...unknown, ...diagnostics];
  if (found.some(({ level }) => level === "error")) return cannotRun(call, found);
  const cells = plans.reduce((sum, { sets, told }) => sum + sets.length * told.policies.length, 0);
  if (cells > most) throw new UsageError({ en: `${cells} cells are more than the ${most} that one matrix runs`, zh: `${cells} 格超过一次矩阵的上限 ${most}` });
  sayFindings(found.filter(({ level }) => level !== "note"), settings, call.world);
  await tell(await run(call, plans, wanted));
  return 0;
}

/** Every scenario named, each once, under every assumption set of `--assumptions`. */
async function planAll(call: Call): Promise<{ readonly plans: readonly PlannedScenario[]; readonly diagnostics: readonly Diagnostic[] }> {
  const sets = [...new Set(listedFlag(call, "assumptions"))];
  const read = [];
  for (const scenario of new Set(call.operands)) read.push(await planScenario(call, scenario, sets));
  const plans = read.flatMap(({ plan }) => plan ?? []);
  const called = plans.map(({ told }) => told.name);
  const twice = called.find((name, at) => called.indexOf(name) !== at);
  if (twice !== undefined) throw new UsageError({ en: `two scenarios are called \`${twice}\`; give one of them another \`name\``, zh: `有两个情景都名为 \`${twice}\`；请给其中一个另起 \`name\`` });
  return { plans, diagnostics: read.flatMap(({ diagnostics }) => diagnostics) };
}

async function run(call: Call, plans: readonly PlannedScenario[], wanted: readonly Measure[]): Promise<MatrixReport> {
  const { lang, quiet } = readSettings(call);
  const line = progressLine(call.world, { lang: lang.value, quiet, unit: { en: "cells", zh: "格" } });
  const cache = openCellCache(cacheFolder(call));
  const at = { done: 0, total: 0 };
  if (cache.folder !== undefined) onInterrupt(() => interruptWords(at)[lang.value]);
  const { cells, cached } = await runCells(call, {
    plans,
    wanted,
    cache,
    progress: (done, total) => {
      Object.assign(at, { done, total });
      line.update(done, total);
    },
  });
  onInterrupt(undefined);
  line.end();
  cache.trim();
  sayCache(call, cache, { cached, total: cells.length });
  return { schemaVersion: 1, kind: "matrix", inputs: inputsOf(call, plans), ...judgeMatrix(cells) };
}

const interruptWords = ({ done, total }: { readonly done: number; readonly total: number }): { readonly en: string; readonly zh: string } => ({
  en: `interrupted: ${done} of ${total} cells are kept; the same command goes on from there`,
  zh: `已中断：${total} 格中已有 ${done} 格保留；再次运行同一命令即从此处继续`,
});

function sayCache(call: Call, { folder, state }: CellCache, { cached, total }: { readonly cached: number; readonly total: number }): void {
  const settings = readSettings(call);
  const tell = (en: string, zh: string): void => remark({ en, zh }, settings, call.world);
  if (folder !== undefined) tell(`${total} cells: ${cached} from the cache, ${total - cached} run`, `共 ${total} 格：${cached} 格取自缓存，${total - cached} 格新运行`);
  if (state.damaged > 0) tell(`cache entries that are not what was written there: ${state.damaged}; their cells were run again`, `${state.damaged} 个缓存条目与写入时不符；相应的格已重新运行`);
  if (state.unwritable !== undefined) tell(`no cell was kept: ${state.unwritable.text.en}`, `未保留任何格：${state.unwritable.text.zh}`);
}

function inputsOf(call: Call, plans: readonly PlannedScenario[]): MatrixInputs {
  const flags = askedFlags(call);
  const hashes = Object.fromEntries(plans.flatMap((plan) => Object.entries(plan.hashes)));
  return {
    scenarios: plans.map(({ told }) => told),
    assumptions: [...new Set(plans.flatMap(({ sets }) => sets.map(({ name }) => name)))],
    policies: [...new Set(plans.flatMap(({ told }) => told.policies))],
    version,
    hashes,
    flags,
    digest: inputsDigest(hashes, flags),
  };
}
