import { appendFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic, Level } from "../base/index.ts";
import { exitCode, type Finding } from "../verdict/index.ts";
import { allDiagnostics, findingFormats, type CheckedCase, type FindingFormat, type Findings } from "../view/index.ts";
import { readBaseline, withoutKnown, writeBaseline } from "./baseline.ts";
import { flag, listFlag, textFlag, type Call } from "./call.ts";
import { asFormat, formatOf } from "./format.ts";
import { safeJson } from "./json-text.ts";
import { remark } from "./say-findings.ts";
import { textOptions } from "./text-options.ts";
import { UsageError, type Settings } from "./world.ts";
import { checkWritable, writeAll } from "./write-file.ts";

const formats = ["pretty", "compact", "json", "junit", "sarif", "github", "tap", "markdown"] as const satisfies readonly [FindingFormat, ...FindingFormat[]];

/** How findings are to be told: read before the work, so that a wrong flag costs nothing. */
export interface FindingsRequest {
  readonly format: FindingFormat;
  readonly outputs: readonly { readonly format: FindingFormat; readonly path: string }[];
  readonly failLevel: Level;
  readonly baseline?: { readonly path: string; readonly shown: string };
  readonly updateBaseline: boolean;
}

/** Reads `--format`, `-o`, `--fail-level`, `--baseline` and `--update-baseline`. */
export function findingsRequest(call: Call): FindingsRequest {
  const baseline = textFlag(call, "baseline");
  const updateBaseline = flag(call, "updateBaseline");
  if (updateBaseline && baseline === undefined) throw new UsageError({ en: "--update-baseline needs --baseline file", zh: "--update-baseline 需要同时给出 --baseline 文件" });
  const outputs = listFlag(call, "output").map((text) => outputOf(text, call));
  checkWritable(outputs.map(({ path }) => path));
  return {
    format: formatOf(call, formats),
    outputs,
    failLevel: levelOf(textFlag(call, "failLevel")),
    updateBaseline,
    ...(baseline === undefined ? {} : { baseline: { path: resolve(call.world.cwd, baseline), shown: baseline } }),
  };
}

function outputOf(text: string, { world }: Call): { readonly format: FindingFormat; readonly path: string } {
  const at = text.indexOf("=");
  if (at < 1 || at === text.length - 1)
    throw new UsageError({ en: `-o \`${text}\` is not format=path, as in -o sarif=findings.sarif`, zh: `-o \`${text}\` 不是 格式=路径，例如 -o sarif=findings.sarif` });
  return { format: asFormat(text.slice(0, at), formats), path: resolve(world.cwd, text.slice(at + 1)) };
}

/** `--fail-level` as a level; error where it was not given. */
export function levelOf(written: string | undefined): Level {
  if (written === undefined) return "error";
  if (written === "error" || written === "warning" || written === "note") return written;
  throw new UsageError({ en: `--fail-level \`${written}\` is no level; levels are error, warning and note`, zh: `--fail-level \`${written}\` 不是级别；级别为 error、warning、note` });
}

/** Tells what was found, on stdout and in files, and says what the exit code rests on. */
export function reportFindings(all: readonly CheckedCase[], request: FindingsRequest, { call, settings }: { readonly call: Call; readonly settings: Settings }): { readonly code: number; readonly cases: readonly CheckedCase[] } {
  const { baseline, failLevel } = request;
  if (baseline !== undefined && request.updateBaseline) writeBaseline(baseline.path, allDiagnostics({ cases: all, failLevel }));
  const { cases, known } = baseline === undefined ? { cases: all, known: 0 } : withoutKnown(all, readBaseline(baseline.path, baseline.shown));
  const findings: Findings = { cases, failLevel };
  const options = textOptions(settings);
  const render = (format: FindingFormat, plain: boolean): string => {
    const text = findingFormats[format](findings, plain ? { ...options, color: false, width: 100 } : options);
    return format === "json" || format === "sarif" ? safeJson(text) : text;
  };
  writeAll(request.outputs.map(({ format, path }) => ({ path, text: render(format, true) })));
  const summary = call.world.env["GITHUB_STEP_SUMMARY"];
  if (request.format === "github" && summary !== undefined && summary !== "") appendSummary(summary, render("markdown", true), { call, settings });
  const silent = settings.quiet && allDiagnostics(findings).length === 0 && (request.format === "pretty" || request.format === "compact");
  if (!silent) call.world.stdout.write(render(request.format, false));
  if (known > 0) remark({ en: `${known} known findings are not shown (${baseline?.shown})`, zh: `${known} 项已知发现未显示（${baseline?.shown}）` }, settings, call.world);
  return { code: exitCode(allDiagnostics(findings).map(findingOf), failLevel), cases };
}

/** GitHub shows what is appended to this file as the summary of the job; where it cannot be written, the check still counts. */
function appendSummary(path: string, text: string, { call, settings }: { readonly call: Call; readonly settings: Settings }): void {
  try {
    appendFileSync(path, text);
  } catch {
    remark({ en: `the job summary could not be written to \`${path}\``, zh: `无法将任务摘要写入 \`${path}\`` }, settings, call.world);
  }
}

const undecided: ReadonlySet<string> = new Set(["expectation-undecided", "invariant-undecided", "proof-undecided"]);

/** What a finding counts as: an expectation or a claim that could not be decided is not a broken one. */
function findingOf({ code, level }: Diagnostic): Finding {
  if (undecided.has(code)) return { kind: "verdict", verdict: "undecided", level };
  if (code === "could-not-run") return { kind: "cannot-run" };
  return { kind: "diagnostic", level };
}
