import { join, resolve } from "node:path";
import { csv, json, markdown, pretty, type TextOptions } from "../view/index.ts";
import type { RunReport } from "../verdict/index.ts";
import { listFlag, type Call } from "./call.ts";
import { asFormat, formatOf } from "./format.ts";
import { safeJson } from "./json-text.ts";
import { reportHome, type Project } from "./project.ts";
import type { Settings } from "./world.ts";
import { UsageError } from "./world.ts";
import { textOptions } from "./text-options.ts";
import { checkWritable, writeAll } from "./write-file.ts";

export { textOptions };

/** A report in each format. */
export type ReportRenderers = Readonly<Record<ReportFormat, (report: RunReport, options: TextOptions) => string>>;

/** Formats of a run's report. */
const renderers = {
  pretty,
  json: (report: RunReport) => safeJson(json(report)),
  csv: (report: RunReport) => csv(report),
  markdown,
} as const satisfies Record<string, (report: RunReport, options: TextOptions) => string>;
export type ReportFormat = keyof typeof renderers;
const reportFormats = ["pretty", "json", "csv", "markdown"] as const satisfies readonly ReportFormat[];

/** A report as text in one format. */
export function renderReport(report: RunReport, format: ReportFormat, options: TextOptions, as: ReportRenderers = renderers): string {
  return as[format](report, options);
}

/** A report to be written: in which format, and where. */
export interface Output {
  readonly format: ReportFormat;
  readonly path: string;
}

const endings: Readonly<Record<ReportFormat, string>> = { pretty: "txt", json: "json", csv: "csv", markdown: "md" };

/** The format of stdout: `--format`, `--json`, else pretty. */
export function stdoutFormat(call: Call): ReportFormat {
  return formatOf(call, reportFormats);
}

/**
 * Files asked for with `-o format=path`; `fallback` where none is. A place that cannot be written, and two reports
 * in one place, are UsageErrors: they are found before the work, not after it.
 */
export function outputsOf(call: Call, fallback: readonly Output[]): readonly Output[] {
  const asked = listFlag(call, "output");
  const outputs = asked.length === 0 ? fallback : asked.map((text) => outputOf(text, call));
  const paths = outputs.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined)
    throw new UsageError({ en: `two reports are to be written to \`${twice}\``, zh: `有两份报告要写入 \`${twice}\`` });
  checkWritable(paths);
  return outputs;
}

function outputOf(text: string, { world }: Call): Output {
  const at = text.indexOf("=");
  const [format, path] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || path === "")
    throw new UsageError({
      en: `-o \`${text}\` is not format=path, as in -o json=out.json`,
      zh: `-o \`${text}\` 不是 格式=路径，例如 -o json=out.json`,
    });
  if (path === "-")
    throw new UsageError({
      en: `-o \`${text}\` names no file; what goes to stdout is said by --format ${format}`,
      zh: `-o \`${text}\` 没有指定文件；标准输出的格式请用 --format ${format} 指定`,
    });
  return { format: asFormat(format, reportFormats), path: resolve(world.cwd, path) };
}

/** The report files of a scenario in reports/local: json, markdown and csv where nothing else is said. */
export function localOutputs(project: Project, scenario: string, formats: readonly ReportFormat[] = ["json", "markdown", "csv"]): readonly Output[] {
  return formats.map((format) => ({ format, path: join(reportHome(project), `${scenario}.${endings[format]}`) }));
}

/** Writes the reports, all of them or none. Files never hold colour, nor depend on the width of a window. */
export function writeOutputs(report: RunReport, outputs: readonly Output[], settings: Settings, as: ReportRenderers = renderers): void {
  const options = { ...textOptions(settings), color: false, width: 100 };
  writeAll(outputs.map(({ format, path }) => ({ path, text: renderReport(report, format, options, as) })));
}
