import { exitCode, type Finding, type RunReport } from "../../verdict/index.ts";
import { flag, listFlag, type Call } from "../call.ts";
import { localOutputs, outputsOf, renderReport, stdoutFormat, textOptions, writeOutputs } from "../outputs.ts";
import { progressLine } from "../progress.ts";
import { shownPath } from "../project.ts";
import { runRequest, textsOf } from "../run-request.ts";
import { remark, sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { simulateScenario } from "../simulate-scenario.ts";

/** `policy-bench run <scenario>`: simulates its policies, prints the summary, writes the report files. */
export async function run(call: Call): Promise<number> {
  return runScenario(call, call.operands[0] ?? "baseline");
}

/** Runs a scenario to text and files: what `run` and the bare command without a terminal do. */
export async function runScenario(call: Call, scenario: string): Promise<number> {
  const { world } = call;
  const settings = readSettings(call);
  const format = stdoutFormat(call);
  const request = runRequest(call);
  const read = textsOf(call, request, scenario);
  if (read.texts === undefined || read.scenario === undefined) {
    sayFindings(read.diagnostics, settings, world);
    return exitCode([{ kind: "cannot-run" }]);
  }
  const outputs = outputsOf(call, localOutputs(request.project, read.scenario.name));
  const line = progressLine(world, { lang: settings.lang.value, quiet: settings.quiet });
  const { report, diagnostics } = await simulateScenario({
    texts: read.texts,
    by: listFlag(call, "by").flatMap((names) => names.split(",")),
    policies: request.policies,
    strict: request.strict,
    threads: settings.threads.value,
    packageRoot: world.packageRoot,
    progress: line.update,
  });
  line.end();
  sayFindings(report === undefined ? diagnostics : diagnostics.filter(({ level }) => level !== "note"), settings, world);
  if (report === undefined) return exitCode([{ kind: "cannot-run" }]);
  writeOutputs(report, outputs, settings);
  world.stdout.write(renderReport(report, format, textOptions(settings)));
  const written = outputs.map(({ path }) => shownPath(request.project, path)).join(", ");
  remark({ en: `reports written: ${written}`, zh: `报告已写出：${written}` }, settings, world);
  return flag(call, "gate") ? exitCode(findingsOf(report)) : 0;
}

/** Expectations as findings, for `--gate`. */
function findingsOf(report: RunReport): readonly Finding[] {
  return report.expectations.map(({ verdict, level }) => ({ kind: "verdict", verdict, level }));
}
