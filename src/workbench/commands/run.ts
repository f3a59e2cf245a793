import { exitCode, type RunReport } from "../../verdict/index.ts";
import { flag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { gateFindings } from "../gate-findings.ts";
import { localOutputs, outputsOf, renderingRun, renderReport, stdoutFormat, writeOutputs } from "../outputs.ts";
import { shownPath } from "../project.ts";
import type { RunTexts } from "../run-texts.ts";
import { listedFlag, runRequest, textsOf } from "../run-request.ts";
import { remark, sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { simulateAsked } from "../simulate-asked.ts";

/** `policy-bench run <scenario>`: simulates its policies, prints the summary, writes the report files. */
export async function run(call: Call): Promise<number> {
  return runScenario(call, call.operands[0] ?? "baseline");
}

/** Tells more of a run than its report says, as text. */
export type MoreToTell = (report: RunReport, texts: RunTexts) => Promise<string>;

/** Runs a scenario to text and files: what `run` and the bare command without a terminal do. */
export async function runScenario(call: Call, scenario: string, more?: MoreToTell): Promise<number> {
  const { world } = call;
  const settings = readSettings(call);
  const format = stdoutFormat(call);
  const by = listedFlag(call, "by");
  const request = runRequest(call);
  const read = textsOf(call, request, scenario);
  if (read.texts === undefined || read.scenario === undefined) return cannotRun(call, read.diagnostics);
  const outputs = outputsOf(call, localOutputs(request.project, read.scenario.name));
  const { report, bench, diagnostics } = await simulateAsked(call, { texts: read.texts, by });
  if (report === undefined) return cannotRun(call, diagnostics);
  // Problems of an import are in the report itself, in whatever form it is read.
  sayFindings(diagnostics.filter(({ level, place }) => level !== "note" && place?.file !== read.texts?.csv?.shown), settings, world);
  const rendering = renderingRun(call, bench);
  await writeOutputs(report, outputs, rendering);
  world.stdout.write(await renderReport(report, format, rendering));
  if (more !== undefined && format === "pretty") world.stdout.write(`\n${await more(report, read.texts)}`);
  sayProblems(call, report);
  const written = outputs.map(({ path }) => shownPath(request.project, path)).join(", ");
  remark({ en: `reports written: ${written}`, zh: `报告已写出：${written}` }, settings, world);
  return flag(call, "gate") ? exitCode(gateFindings(report)) : 0;
}

/** One line on what was found in an imported file; the report has the list. */
function sayProblems(call: Call, { inputs }: RunReport): void {
  const kinds = inputs.import?.problems.length ?? 0;
  if (kinds === 0) return;
  remark(
    {
      en: `${kinds} kinds of problems in the imported file are listed in the report; --strict ends the run on any of them`,
      zh: `导入文件中有 ${kinds} 类问题，报告中已列出；使用 --strict 时遇到任何一类即结束运行`,
    },
    readSettings(call),
    call.world,
  );
}
