import { exitCode, type RunReport } from "../../verdict/index.ts";
import { leavingSummary, openScreen, type OpenScreen, type ScreenEnd, type ScreenNews } from "../../view/index.ts";
import { flag, listFlag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { localOutputs, outputsOf, renderingOf, textOptions, writeOutputs, type Output, type Rendering } from "../outputs.ts";
import { shownPath, type Project } from "../project.ts";
import { runRequest, textsOf, type RunRequest } from "../run-request.ts";
import type { RunTexts } from "../run-texts.ts";
import { remark, sayFindings } from "../say-findings.ts";
import { studyCalls } from "../screen/study-calls.ts";
import { readSettings } from "../settings.ts";
import { simulateScenario, type Simulated } from "../simulate-scenario.ts";
import { UsageError, type Settings } from "../world.ts";
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
  return terminal && !plain && world.env["INK_SCREEN_READER"] !== "true";
}

async function showScreen(call: Call, name: string): Promise<number> {
  const { world } = call;
  const settings = readSettings(call);
  const request = runRequest(call);
  const { texts, scenario, diagnostics } = textsOf(call, request, name);
  if (texts === undefined || scenario === undefined) return cannotRun(call, diagnostics);
  const outputs = outputsOf(call, localOutputs(request.project, scenario.name));
  const leave = new AbortController();
  const news = broadcast<ScreenNews>();
  // Ink knows nothing of NO_COLOR; it reads this when it is loaded.
  if (!settings.color.value) process.env["FORCE_COLOR"] = "0";
  let shown: RunReport | undefined;
  news.listen((one) => {
    if (one.kind === "report") shown = one.report;
  });
  const studies = studyCalls({ texts: () => texts, report: () => shown, root: request.project.root, packageRoot: world.packageRoot });
  const screen = await openScreen({
    title: scenario.title[settings.lang.value],
    lang: settings.lang.value,
    ascii: settings.ascii.value,
    again: replayCommand(call, name),
    stdin: world.stdin,
    stdout: world.stdout,
    stderr: world.stderr,
    listen: news.listen,
    calls: studies.calls,
  });
  const work = behindScreen(screen, news, () => simulate({ call, request, texts, settings, leave: leave.signal, send: news.send }), outputs, renderingOf(call));
  // Handled below; until then it is no rejection that nobody saw.
  work.catch(() => undefined);
  const end = await screen.closed.finally(() => {
    leave.abort();
    void studies.close();
  });
  return afterScreen(call, end, await unlessLeft(work, leave.signal), { settings, outputs, project: request.project });
}

interface Simulation {
  readonly call: Call;
  readonly request: RunRequest;
  readonly texts: RunTexts;
  readonly settings: Settings;
  readonly leave: AbortSignal;
  readonly send: (news: ScreenNews) => void;
}

/** Runs the scenario and tells the screen how far it is, four times a second: between two blocks of customers only time passes. */
async function simulate({ call, request, texts, settings, leave, send }: Simulation): Promise<Simulated> {
  const watch = stopwatch();
  const clock = setInterval(() => send({ kind: "progress", progress: watch.now() }), 250);
  try {
    return await simulateScenario({
      texts,
      by: listFlag(call, "by").flatMap((names) => names.split(",")),
      policies: request.policies,
      strict: request.strict,
      // At least two, so that the simulation is in threads of its own and the screen never waits for it.
      threads: Math.max(2, settings.threads.value),
      background: true,
      packageRoot: call.world.packageRoot,
      signal: leave,
      progress: watch.mark,
    });
  } finally {
    clearInterval(clock);
  }
}

type Progress = Extract<ScreenNews, { readonly kind: "progress" }>["progress"];

/**
 * Speed and time left of a run. The speed counts from the first customers that were done, so that starting threads is
 * no part of it; before there are any others it is 0.
 */
function stopwatch(): { readonly mark: (done: number, total: number) => void; readonly now: () => Progress } {
  const started = performance.now();
  let first: { readonly done: number; readonly at: number } | undefined;
  let last = { done: 0, total: 1, at: started };
  return {
    mark: (done, total) => {
      last = { done, total, at: performance.now() };
      first ??= last;
    },
    now: () => {
      const now = performance.now();
      const since = first === undefined ? 0 : (last.at - first.at) / 1000;
      const customersPerSecond = first === undefined || since <= 0 ? 0 : (last.done - first.done) / since;
      const secondsLeft = customersPerSecond === 0 ? 0 : (last.total - last.done) / customersPerSecond - (now - last.at) / 1000;
      return { share: last.done / last.total, customersPerSecond, secondsLeft, secondsGone: (now - started) / 1000 };
    },
  };
}

/** A run that ended behind the screen, and what kept its reports from being written. */
interface Ended {
  readonly result: Simulated;
  readonly unwritten?: UsageError;
}

/** The run, its reports written before anybody sees them; the screen goes where there is nothing to show. */
async function behindScreen(
  screen: OpenScreen,
  news: { readonly send: (news: ScreenNews) => void },
  work: () => Promise<Simulated>,
  outputs: readonly Output[],
  rendering: Rendering,
): Promise<Ended> {
  try {
    const result = await work();
    if (result.report === undefined) {
      screen.close();
      return { result };
    }
    news.send({ kind: "report", report: result.report });
    return { result, ...(await write(result.report, outputs, rendering)) };
  } catch (error) {
    screen.close();
    throw error;
  }
}

/** The reader came to look: reports that cannot be written are told of at the end. */
async function write(report: RunReport, outputs: readonly Output[], rendering: Rendering): Promise<{ unwritten?: UsageError }> {
  try {
    await writeOutputs(report, outputs, rendering);
    return {};
  } catch (error) {
    if (error instanceof UsageError) return { unwritten: error };
    throw error;
  }
}

/** What the work came to; nothing where the reader left before its end. */
async function unlessLeft(work: Promise<Ended>, left: AbortSignal): Promise<Ended | undefined> {
  try {
    return await work;
  } catch (error) {
    if (left.aborted && error instanceof Error && error.name === "AbortError") return undefined;
    throw error;
  }
}

interface Leaving {
  readonly settings: Settings;
  readonly outputs: readonly Output[];
  readonly project: Project;
}

/** On the normal screen again: findings, the summary, and which files were written. */
function afterScreen({ world }: Call, end: ScreenEnd, ended: Ended | undefined, { settings, outputs, project }: Leaving): number {
  if (ended === undefined) {
    remark({ en: "left before the run had ended: no report was written", zh: "运行结束前已退出：未写出报告" }, settings, world);
    return end === "interrupt" ? 130 : 0;
  }
  const { result, unwritten } = ended;
  sayFindings(result.diagnostics.filter(({ level }) => result.report === undefined || level !== "note"), settings, world);
  if (result.report === undefined) return exitCode([{ kind: "cannot-run" }]);
  world.stdout.write(leavingSummary(result.report, textOptions(settings)));
  if (unwritten !== undefined) throw unwritten;
  const written = outputs.map(({ path }) => shownPath(project, path)).join(", ");
  remark({ en: `reports written: ${written}`, zh: `报告已写出：${written}` }, settings, world);
  return 0;
}

/** The command that replays a customer of this run: the same scenario with the same settings. */
function replayCommand(call: Call, scenario: string): string {
  const single = ["seed", "customers", "months", "csv"].flatMap((name) => {
    const value = textFlag(call, name);
    return value === undefined ? [] : [`--${name}`, value];
  });
  const set = listFlag(call, "set").flatMap((value) => ["--set", value]);
  return ["policy-bench", "replay", scenario, ...single, ...set].map(shellWord).join(" ");
}

/** A word as a shell takes it for one. */
function shellWord(word: string): string {
  return /^[\w./=:@,+-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** News for one listener; what was sent before it listened is kept: the last of each kind. */
function broadcast<T extends { readonly kind: string }>(): {
  readonly send: (news: T) => void;
  readonly listen: (listener: (news: T) => void) => () => void;
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
