import { basename, resolve } from "node:path";
import { readJson, type Diagnostic } from "../../base/index.ts";
import { compareSaved, exitCode, readReport, type Axis, type ChoiceRequest, type RunReport, type SavedReport } from "../../verdict/index.ts";
import { compareCsv, compareMarkdown, comparePretty, json } from "../../view/index.ts";
import { askedFlags } from "../asked-flags.ts";
import { flag, listFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { gateFindings } from "../gate-findings.ts";
import { safeJson } from "../json-text.ts";
import { localOutputs, outputsOf, renderingOf, renderingRun, renderReport, stdoutFormat, writeOutputs, type Output, type ReportRenderers } from "../outputs.ts";
import { shownPath } from "../project.ts";
import { located, readTextFile } from "../read-file.ts";
import { isPage, unpackReport } from "../report-in-page.ts";
import { listedFlag, runRequest, textsOf } from "../run-request.ts";
import { remark, sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { simulateAsked } from "../simulate-asked.ts";
import { contradictions, readDirected, readRequirements } from "../variants/wanted.ts";
import { compareMatrixFiles, isMatrix } from "../matrix/compare-files.ts";
import { UsageError } from "../world.ts";

const renderers: ReportRenderers = {
  pretty: comparePretty,
  json: (report) => safeJson(json(report)),
  csv: compareCsv,
  markdown: compareMarkdown,
};

/** What swap sets tell apart: who the customers are, as a product team speaks of them. */
const segments = [
  "customer.age", "customer.gender", "customer.cityTier", "customer.occupation", "customer.isCollegeStudent", "customer.incomeMonthlyFen",
  "bureau.score", "bureau.hasFile", "shop.tenureMonths", "shop.memberTier",
];

/** `policy-bench compare <scenario>`: champion against challengers, paired and corrected; `compare a.json b.json`: two saved reports. */
export async function compare(call: Call): Promise<number> {
  const [first = "baseline", second] = call.operands;
  return second === undefined ? compareScenario(call, first) : compareFiles(call, [first, second]);
}

async function compareScenario(call: Call, scenario: string): Promise<number> {
  const { world } = call;
  const settings = readSettings(call);
  const request = runRequest(call);
  const read = textsOf(call, request, scenario);
  if (read.texts === undefined || read.scenario === undefined) return cannotRun(call, read.diagnostics);
  const { name, champion } = read.scenario;
  const asked = choiceOf(call);
  if (asked.diagnostics.length > 0) return cannotRun(call, asked.diagnostics);
  const outputs = outputsOf(call, localOutputs(request.project, `${name}.compare`, ["json", "markdown", "html"]));
  const { report, bench, diagnostics } = await simulateAsked(call, { texts: read.texts, by: listedFlag(call, "by"), closely: { segments }, choice: asked.choice, flags: askedFlags(call) });
  if (report === undefined) return cannotRun(call, diagnostics);
  if (report.comparisons.length === 0) throw nothingToCompare(champion);
  sayFindings(diagnostics.filter(({ level, place }) => level !== "note" && place?.file !== read.texts?.csv?.shown), settings, world);
  await tell(call, report, outputs, renderingRun(call, bench));
  remark({ en: `reports written: ${listed(call, outputs)}`, zh: `报告已写出：${listed(call, outputs)}` }, settings, world);
  return flag(call, "gate") ? exitCode(gateFindings(report)) : 0;
}

/** `--require`, `--maximise` and `--minimise`: which policy to choose. Nothing asked, nothing answered. */
function choiceOf(call: Call): { readonly choice?: ChoiceRequest; readonly diagnostics: readonly Diagnostic[] } {
  const directed = (["maximise", "minimise"] as const).flatMap((flag) => listFlag(call, flag).map((text) => ({ flag, ...readDirected(flag, text) })));
  const { requirements, diagnostics: unread } = readRequirements(listFlag(call, "require"));
  const diagnostics = [...unread, ...directed.flatMap((one) => one.diagnostics)];
  diagnostics.push(...contradictions(requirements));
  if (diagnostics.length > 0 || directed.length + requirements.length === 0) return { diagnostics };
  if (directed.length > 1) throw new UsageError({ en: "a choice is by one objective; give --maximise or --minimise once", zh: "选择只按一个目标进行；--maximise 或 --minimise 只能给一次" });
  const [wanted] = directed;
  const objective: Axis = { measure: wanted?.measure?.name ?? "marginPerCustomer", better: wanted?.flag === "minimise" ? "lower" : "higher" };
  return { choice: { requirements, objective }, diagnostics };
}

function nothingToCompare(champion: string): UsageError {
  return new UsageError({
    en: `there is no challenger beside \`${champion}\`; name one in the scenario, or run more than one policy with --policy`,
    zh: `除 \`${champion}\` 外没有候选政策；请在情景中写明，或用 --policy 运行多项政策`,
  });
}

async function compareFiles(call: Call, paths: readonly [string, string]): Promise<number> {
  if (paths.some((path) => isMatrix(call, path))) return compareMatrixFiles(call, paths);
  const found = paths.map((path) => readSaved(call, path));
  const diagnostics = found.flatMap((each) => each.diagnostics);
  const [first, second] = found.map((each) => each.saved);
  if (first === undefined || second === undefined) return cannotRun(call, diagnostics);
  const names = first.name === second.name ? paths : [first.name, second.name];
  const report = compareSaved({ ...first, name: names[0] ?? first.name }, { ...second, name: names[1] ?? second.name });
  const outputs = outputsOf(call, []);
  await tell(call, report, outputs);
  remark(
    {
      en: "two saved results are compared by their intervals: wider than the paired ones of one run of compare",
      zh: "两份已保存的结果按各自区间比较：比一次 compare 运行的配对区间更宽",
    },
    readSettings(call),
    call.world,
  );
  return 0;
}

function readSaved({ world }: Call, path: string): { readonly saved?: SavedReport; readonly diagnostics: readonly Diagnostic[] } {
  const read = readTextFile(resolve(world.cwd, path), path);
  if ("diagnostic" in read) return { diagnostics: [read.diagnostic] };
  const { text } = read.source;
  const saved = isPage(text) ? unpackReport(text) : text;
  if (saved === undefined) return { diagnostics: [pageWithoutReport(path)] };
  const { report, diagnostics } = readReport(readJson(saved, path));
  return report === undefined ? { diagnostics } : { saved: { name: basename(path), report }, diagnostics };
}

function pageWithoutReport(file: string): Diagnostic {
  return located(
    file,
    "page-without-report",
    { en: "the page holds no report", zh: "该网页不含报告" },
    { en: "compare reads JSON, and pages that `-o html=…` of run or compare wrote; a page that many groups made large is written without its report, so save `-o json=…` beside it", zh: "compare 读取 JSON，以及 run 或 compare 以 `-o html=…` 写出的网页；分组很多的网页因过大而不含报告，请同时以 `-o json=…` 保存" },
  );
}

async function tell(call: Call, report: RunReport, outputs: readonly Output[], rendering = renderingOf(call)): Promise<void> {
  await writeOutputs(report, outputs, rendering, renderers);
  call.world.stdout.write(await renderReport(report, stdoutFormat(call), rendering, renderers));
}

function listed(call: Call, outputs: readonly Output[]): string {
  const { project } = runRequest(call);
  return outputs.map(({ path }) => shownPath(project, path)).join(", ");
}
