import { exitCode, type Finding, type RunReport } from "../../verdict/index.ts";
import { flag, type Call } from "../call.ts";
import { localOutputs, outputsOf, renderingOf, renderReport, stdoutFormat, writeOutputs } from "../outputs.ts";
import { progressLine } from "../progress.ts";
import { shownPath } from "../project.ts";
import { listedFlag, runRequest, textsOf } from "../run-request.ts";
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
  const by = listedFlag(call, "by");
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
    by,
    policies: request.policies,
    strict: request.strict,
    threads: settings.threads.value,
    packageRoot: world.packageRoot,
    progress: (done, total, _, pass) => line.update(done, total, pass),
  });
  line.end();
  if (report === undefined) {
    sayFindings(diagnostics, settings, world);
    return exitCode([{ kind: "cannot-run" }]);
  }
  // Problems of an import are in the report itself, in whatever form it is read.
  sayFindings(diagnostics.filter(({ level, place }) => level !== "note" && place?.file !== read.texts?.csv?.shown), settings, world);
  await writeOutputs(report, outputs, renderingOf(call));
  world.stdout.write(await renderReport(report, format, renderingOf(call)));
  sayProblems(call, report);
  const written = outputs.map(({ path }) => shownPath(request.project, path)).join(", ");
  remark({ en: `reports written: ${written}`, zh: `报告已写出：${written}` }, settings, world);
  return flag(call, "gate") ? exitCode(findingsOf(report)) : 0;
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

/** Expectations as findings, for `--gate`. A gate without an expectation holds nothing back: never green. */
function findingsOf(report: RunReport): readonly Finding[] {
  if (report.expectations.length === 0) return [{ kind: "nothing-to-check" }];
  return report.expectations.map(({ verdict, level }) => ({ kind: "verdict", verdict, level }));
}
