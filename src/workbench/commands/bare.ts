import { existsSync } from "node:fs";
import { join, sep } from "node:path";
import type { Text } from "../../base/index.ts";
import { exitCode, type RunReport } from "../../verdict/index.ts";
import { leavingSummary, openScreen, type OpenScreen, type ScreenEnd, type ScreenNews } from "../../view/index.ts";
import { flag, listFlag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { lintLevels } from "../lint-levels.ts";
import { openLiveBench, type LiveBench, type LiveDone } from "../live/live-bench.ts";
import { fileCalls } from "../live/file-calls.ts";
import { openSession, type ScreenSession } from "../live/screen-session.ts";
import { localOutputs, outputsOf, renderingRun, textOptions, type Output, type Rendering } from "../outputs.ts";
import { policyFolder, readNamedFile, shownPath, type Project } from "../project.ts";
import { runRequest, textsOf } from "../run-request.ts";
import type { RunTexts } from "../run-texts.ts";
import { remark, sayFindings } from "../say-findings.ts";
import { policiesOf } from "../scenario.ts";
import { studyCalls } from "../screen/study-calls.ts";
import { readSettings } from "../settings.ts";
import { UsageError, type Settings } from "../world.ts";
import { runScenario, type MoreToTell } from "./run.ts";

/** `policy-bench [scenario]`: the screen on a terminal; the summary as text and report files anywhere else. */
export async function bare(call: Call): Promise<number> {
  const scenario = call.operands[0] ?? "baseline";
  return wantsScreen(call) ? showScreen(call, scenario) : runScenario(call, scenario, wantsPages(call) ? pagesOf(call, scenario) : undefined);
}

/** Linear text in the place of a screen has all that the screen has; a pipe or a CI gets the summary. */
function wantsPages(call: Call): boolean {
  return flag(call, "plain") || (call.world.stdout.isTTY && call.world.env["INK_SCREEN_READER"] === "true");
}

function pagesOf(call: Call, scenario: string): MoreToTell {
  const { project } = runRequest(call);
  const { packageRoot } = call.world;
  return async (report, texts) => {
    const { tellPlainPages } = await import("../screen/plain-pages.ts");
    return tellPlainPages(report, { texts, root: project.root, packageRoot, again: replayCommand(call, scenario) }, textOptions(readSettings(call)));
  };
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
  const levels = lintLevels(settings);
  const news = broadcast<ScreenNews>();
  // Ink knows nothing of NO_COLOR; it reads this when it is loaded.
  if (!settings.color.value) process.env["FORCE_COLOR"] = "0";
  const live = openLiveBench({
    asked: { by: listFlag(call, "by").flatMap((names) => names.split(",")), policies: request.policies },
    strict: request.strict,
    // At least two, so that the simulation is in threads of its own and the screen never waits for it.
    threads: Math.max(2, settings.threads.value),
    packageRoot: world.packageRoot,
    read: (more) => textsOf(call, { ...request, overrides: [...request.overrides, ...more] }, name),
    send: news.send,
  });
  const session = openSession({ project: request.project, live, levels, proofs: settings.check.proofs, send: news.send });
  const studies = studyCalls({ texts: () => live.now()?.texts ?? texts, report: () => live.now()?.kept.report, root: request.project.root, packageRoot: world.packageRoot });
  const rendering = (): Rendering => renderingRun(call, live.now()?.prepared.bench);
  const screen = await openScreen({
    title: scenario.title[settings.lang.value],
    lang: settings.lang.value,
    ascii: settings.ascii.value,
    again: replayCommand(call, name),
    ...(settings.facts === undefined ? {} : { facts: settings.facts }),
    stdin: world.stdin,
    stdout: world.stdout,
    stderr: world.stderr,
    listen: news.listen,
    calls: {
      ...studies.calls,
      ...fileCalls({ project: request.project, live, session }),
      writeReports: async () => {
        const report = live.filed();
        const unwritten = report === undefined ? notRun : await session.write(report, outputs, rendering());
        return unwritten === undefined ? { kind: "done", value: outputs.map(({ path }) => shownPath(request.project, path)) } : { kind: "refused", why: unwritten };
      },
    },
  });
  const operands = request.policies.length > 0 ? request.policies : policiesOf(scenario);
  const work = behindScreen(screen, session, { texts, outputs, rendering, operands, roots: call.flags["watch"] === false ? undefined : watchedRoots(request.project, { scenario: name, policies: request.policies }) });
  // Handled below; until then it is no rejection that nobody saw.
  work.catch(() => undefined);
  try {
    const end = await Promise.race([screen.closed, session.failed]);
    return await afterScreen(call, end, { ended: await unlessLeft(work, session), live, session, settings, outputs, project: request.project });
  } finally {
    screen.close();
    await screen.closed.catch(() => undefined);
    await Promise.all([session.close(), studies.close()]);
  }
}

const notRun: Text = { en: "there is nothing to write before the run has ended", zh: "运行结束前没有可写出的内容" };

interface Behind {
  readonly texts: RunTexts;
  readonly outputs: readonly Output[];
  readonly rendering: () => Rendering;
  /** The policies that run, as they were named. */
  readonly operands: readonly string[];
  /** Where saves are waited for; undefined where nobody wants to hear of them. */
  readonly roots: readonly string[] | undefined;
}

/** A run that ended behind the screen, and what kept its reports from being written. */
interface Ended {
  readonly result: LiveDone;
  readonly report?: RunReport;
  readonly unwritten?: Text | undefined;
}

/** The first run and its reports, then saves as they come; the screen goes where there is nothing to show. */
async function behindScreen(screen: OpenScreen, session: ScreenSession, { texts, outputs, rendering, operands, roots }: Behind): Promise<Ended> {
  try {
    const result = await session.start(texts);
    const report = result.done?.kept.report;
    if (report === undefined) {
      screen.close();
      return { result };
    }
    if (roots !== undefined) session.watch(roots, operands);
    const unwritten = await session.write(report, outputs, rendering());
    if (roots !== undefined) session.check(operands);
    return { result, report, unwritten };
  } catch (error) {
    screen.close();
    throw error;
  }
}

/** What the first run came to; nothing where the reader left before its end. */
async function unlessLeft(work: Promise<Ended>, session: ScreenSession): Promise<Ended | undefined> {
  session.leave();
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") return undefined;
    throw error;
  }
}

/** Folders of the project that are watched, and what was named by path elsewhere. */
function watchedRoots(project: Project, { scenario, policies }: { readonly scenario: string; readonly policies: readonly string[] }): readonly string[] {
  const own = [join(project.root, "rules"), join(project.root, "scenarios")];
  const named = [readNamedFile(project, "scenario", scenario).path, ...policies.map((policy) => policyFolder(project, policy))];
  return [...own, ...new Set(named.filter((path) => existsSync(path) && !own.some((root) => path.startsWith(root + sep))))];
}

interface Leaving {
  readonly ended: Ended | undefined;
  readonly live: LiveBench;
  readonly session: ScreenSession;
  readonly settings: Settings;
  readonly outputs: readonly Output[];
  readonly project: Project;
}

/** On the normal screen again: findings, the summary of the last run, and which files were written. */
async function afterScreen(call: Call, end: ScreenEnd, { ended, live, session, settings, outputs, project }: Leaving): Promise<number> {
  const { world } = call;
  if (ended === undefined) {
    remark({ en: "left before the run had ended: no report was written", zh: "运行结束前已退出：未写出报告" }, settings, world);
    return end === "interrupt" ? 130 : 0;
  }
  const { result, report } = ended;
  sayFindings(result.diagnostics.filter(({ level }) => report === undefined || level !== "note"), settings, world);
  if (report === undefined) return exitCode([{ kind: "cannot-run" }]);
  const last = live.filed() ?? report;
  // What was saved since stands in the files, too, when the reader has gone.
  const unwritten = last === report ? ended.unwritten : await session.write(last, outputs, renderingRun(call, live.now()?.prepared.bench));
  world.stdout.write(leavingSummary(last, textOptions(settings)));
  if (unwritten !== undefined) throw new UsageError(unwritten);
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
