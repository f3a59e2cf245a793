import { join, resolve } from "node:path";
import { nearest } from "../base/index.ts";
import { csv, json, markdown, pretty, type TextOptions } from "../view/index.ts";
import type { RunReport } from "../verdict/index.ts";
import { flag, listFlag, textFlag, type Call } from "./call.ts";
import type { Project } from "./project.ts";
import type { Settings } from "./world.ts";
import { UsageError } from "./world.ts";
import { writeWhole } from "./write-file.ts";

/** Formats of a run's report. */
const renderers = {
  pretty,
  json: (report: RunReport) => json(report),
  csv: (report: RunReport) => csv(report),
  markdown,
} as const satisfies Record<string, (report: RunReport, options: TextOptions) => string>;
export type ReportFormat = keyof typeof renderers;
const reportFormats = ["pretty", "json", "csv", "markdown"] as const satisfies readonly ReportFormat[];

/** A report as text in one format. */
export function renderReport(report: RunReport, format: ReportFormat, options: TextOptions): string {
  return renderers[format](report, options);
}

/** A report to be written: in which format, and where. */
export interface Output {
  readonly format: ReportFormat;
  readonly path: string;
}

const endings: Readonly<Record<ReportFormat, string>> = { pretty: "txt", json: "json", csv: "csv", markdown: "md" };

/** How text is to look, from the settings. */
export function textOptions(settings: Settings): TextOptions {
  return { lang: settings.lang.value, color: settings.color.value, ascii: settings.ascii.value, width: settings.width };
}

/** The format of stdout: `--format`, `--json`, else pretty. */
export function stdoutFormat(call: Call): ReportFormat {
  if (flag(call, "json")) return "json";
  return asFormat(textFlag(call, "format") ?? "pretty");
}

/** Files asked for with `-o format=path`; `fallback` where none is. */
export function outputsOf(call: Call, fallback: readonly Output[]): readonly Output[] {
  const asked = listFlag(call, "output");
  if (asked.length === 0) return fallback;
  return asked.map((text) => {
    const at = text.indexOf("=");
    if (at < 1 || at === text.length - 1)
      throw new UsageError({
        en: `-o \`${text}\` is not format=path, as in -o json=out.json`,
        zh: `-o \`${text}\` 不是 格式=路径，例如 -o json=out.json`,
      });
    return { format: asFormat(text.slice(0, at)), path: resolve(call.world.cwd, text.slice(at + 1)) };
  });
}

/** The report files of a scenario in reports/local: json, markdown and csv. */
export function localOutputs(project: Project, scenario: string): readonly Output[] {
  const formats: readonly ReportFormat[] = ["json", "markdown", "csv"];
  return formats.map((format) => ({ format, path: join(project.root, "reports", "local", `${scenario}.${endings[format]}`) }));
}

/** Writes the reports, each whole or not at all. Files never hold colour. */
export function writeOutputs(report: RunReport, outputs: readonly Output[], settings: Settings): void {
  const options = { ...textOptions(settings), color: false };
  for (const { format, path } of outputs) writeWhole(path, renderReport(report, format, options));
}

function asFormat(name: string): ReportFormat {
  const known = reportFormats.find((format) => format === name);
  if (known !== undefined) return known;
  const guess = nearest(name, reportFormats);
  throw new UsageError({
    en: `there is no format \`${name}\`${guess === undefined ? "" : `; did you mean \`${guess}\`?`} Formats are ${reportFormats.join(", ")}`,
    zh: `没有格式 \`${name}\`${guess === undefined ? "" : `；是否指 \`${guess}\`？`}可用格式：${reportFormats.join("、")}`,
  });
}
