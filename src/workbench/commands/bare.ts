import { exitCode } from "../../verdict/index.ts";
import { openScreen, type ScreenNews } from "../../view/index.ts";
import { flag, listFlag, textFlag, type Call } from "../call.ts";
import { localOutputs, outputsOf, renderReport, textOptions, writeOutputs } from "../outputs.ts";
import { runRequest, textsOf } from "../run-request.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { simulateScenario } from "../simulate-scenario.ts";
import { UsageError, type World } from "../world.ts";
import { runScenario } from "./run.ts";

/** `policy-bench [scenario]`: the screen on a terminal; the summary as text and report files anywhere else. */
export async function bare(call: Call): Promise<number> {
  const scenario = call.operands[0] ?? "baseline";
  return wantsScreen(call) ? showScreen(call, scenario) : runScenario(call, scenario);
}

function wantsScreen(call: Call): boolean {
  const { world } = call;
  const terminal = world.stdout.isTTY && world.stdin.isTTY && world.env["CI"] === undefined && world.env["TERM"] !== "dumb";
  const plain = flag(call, "plain") || flag(call, "json") || textFlag(call, "format") !== undefined || flag(call, "gate");
  return terminal && !plain;
}

async function showScreen(call: Call, name: string): Promise<number> {
  const { world } = call;
  const settings = readSettings(call);
  const request = runRequest(call);
  const { texts, scenario, diagnostics } = textsOf(call, request, name);
  if (texts === undefined || scenario === undefined) {
    sayFindings(diagnostics, settings, world);
    return exitCode([{ kind: "cannot-run" }]);
  }
  const leave = new AbortController();
  const news = broadcast<ScreenNews>();
  const started = performance.now();
  const work = simulateScenario({
    texts,
    by: listFlag(call, "by").flatMap((names) => names.split(",")),
    policies: request.policies,
    strict: request.strict,
    // One thread stays free for the screen only where there is more than one core to use.
    threads: Math.max(2, settings.threads.value),
    packageRoot: world.packageRoot,
    signal: leave.signal,
    progress: (done, total, policy) => {
      const seconds = (performance.now() - started) / 1000;
      const customersPerSecond = done / seconds;
      news.send({ kind: "progress", progress: { share: done / total, customersPerSecond, secondsLeft: (total - done) / customersPerSecond, policy } });
    },
  });
  // Ink knows nothing of NO_COLOR; it reads this when it is loaded.
  if (!settings.color.value) process.env["FORCE_COLOR"] = "0";
  const screen = await openScreen({
    title: scenario.title[settings.lang.value],
    lang: settings.lang.value,
    ascii: settings.ascii.value,
    stdin: world.stdin,
    stdout: world.stdout,
    stderr: world.stderr,
    listen: news.listen,
  });
  const ended = work.then((result) => {
    if (result.report === undefined) screen.close();
    else news.send({ kind: "report", report: result.report });
    return result;
  });
  ended.catch(() => screen.close());
  await screen.closed;
  leave.abort();
  const result = await ended.catch((error: unknown) => {
    if (leave.signal.aborted && isAbort(error)) return undefined;
    throw error;
  });
  if (result === undefined) return 0;
  sayFindings(result.diagnostics.filter(({ level }) => result.report === undefined || level === "error"), settings, world);
  if (result.report === undefined) return exitCode([{ kind: "cannot-run" }]);
  writeReports(call, request.project, result.report, world);
  world.stdout.write(renderReport(result.report, "pretty", textOptions(settings)));
  return 0;
}

function writeReports(
  call: Call,
  project: Parameters<typeof localOutputs>[0],
  report: Parameters<typeof writeOutputs>[0],
  world: World,
): void {
  const settings = readSettings(call);
  try {
    writeOutputs(report, outputsOf(call, localOutputs(project, report.inputs.scenario)), settings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.stderr.write(`policy-bench: ${error.text[settings.lang.value]}\n`);
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

/** News for one listener; what was sent before it listened is kept: the last of each kind. */
function broadcast<T extends { readonly kind: string }>(): {
  send(news: T): void;
  listen(listener: (news: T) => void): () => void;
} {
  const last = new Map<string, T>();
  const listeners = new Set<(news: T) => void>();
  return {
    send: (news) => {
      last.set(news.kind, news);
      for (const listener of listeners) listener(news);
    },
    listen: (listener) => {
      listeners.add(listener);
      for (const news of last.values()) listener(news);
      return () => listeners.delete(listener);
    },
  };
}
