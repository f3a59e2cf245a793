import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { csv, htmlReport, json, markdown, pretty, svgFigures, type PageScript, type RuleTitles, type TextOptions } from "../view/index.ts";
import type { RunReport } from "../verdict/index.ts";
import { decisionNames } from "../policy/index.ts";
import type { Bench } from "./bench.ts";
import { listFlag, type Call } from "./call.ts";
import { asFormat, formatOf } from "./format.ts";
import { safeJson } from "./json-text.ts";
import { reportHome, type Project } from "./project.ts";
import { packReport } from "./report-in-page.ts";
import { readSettings } from "./settings.ts";
import { UsageError } from "./world.ts";
import { textOptions } from "./text-options.ts";
import { checkWritable, writeAll, type Writing } from "./write-file.ts";

export { textOptions };

/** A report as text in each format that needs no pictures. */
export type ReportRenderers = Readonly<Record<TextFormat, (report: RunReport, options: TextOptions) => string>>;

/** Formats of a run's report. */
const renderers = {
  pretty,
  json: (report: RunReport) => safeJson(json(report)),
  csv: (report: RunReport) => csv(report),
  markdown,
} as const satisfies Record<string, (report: RunReport, options: TextOptions) => string>;
type TextFormat = keyof typeof renderers;
export type ReportFormat = TextFormat | "html";
/** `svg` is a folder of pictures. */
type FileFormat = ReportFormat | "svg";
const reportFormats = ["pretty", "json", "csv", "markdown", "html"] as const satisfies readonly ReportFormat[];
const fileFormats = [...reportFormats, "svg"] as const satisfies readonly FileFormat[];

/** How reports are to look, and where the page's script was built. */
export interface Rendering {
  readonly options: TextOptions;
  readonly packageRoot: string;
  /** What the rules of each policy are called, by policy and rule. */
  readonly rules?: RuleTitles | undefined;
}

/** As the settings of a call say. */
export const renderingOf = (call: Call): Rendering => ({ options: textOptions(readSettings(call)), packageRoot: call.world.packageRoot });

/** The same, with what the rules of a run are called. */
export function renderingRun(call: Call, bench: Pick<Bench, "policies"> | undefined): Rendering {
  const rules = [...(bench?.policies ?? [])].map(([name, policy]) => [name, new Map(decisionNames.flatMap((decision) => policy.decisions[decision].rules.map((rule) => [rule.name, rule.title] as const)))] as const);
  return { ...renderingOf(call), rules: new Map(rules) };
}

/** A report as text in one format. */
export async function renderReport(report: RunReport, format: ReportFormat, { options, packageRoot, rules }: Rendering, as: ReportRenderers = renderers): Promise<string> {
  if (format !== "html") return as[format](report, options);
  const page = { lang: options.lang, facts: options.facts, rules, script: pageScript(packageRoot) };
  const whole = await htmlReport(report, { ...page, packed: packReport(json(comparable(report))) });
  // A page that many groups have made large is sent without what only `compare` reads: the JSON has it.
  return Buffer.byteLength(whole) > pageBytesMost ? htmlReport(report, page) : whole;
}

/** A page is to go through any mail. */
const pageBytesMost = 1_000_000;

/** What travels in a page: comparisons are made anew by what compares two pages, and nothing is compared group by group. */
function comparable(report: RunReport): RunReport {
  return { ...report, comparisons: [], policies: report.policies.map((policy) => ({ ...policy, groups: [] })) };
}

/** What makes the figures of a page answer; absent where the tool was not built. */
export function pageScript(packageRoot: string): PageScript | undefined {
  const file = join(packageRoot, "dist", "report-page.js");
  if (!existsSync(file)) return undefined;
  // The script stands inside an element that its own text must not end.
  const text = readFileSync(file, "utf8").replaceAll("</script", String.raw`<\/script`);
  return { text, sha256: createHash("sha256").update(text, "utf8").digest("base64") };
}

/** A report to be written: in which format, and where; of `svg`, the folder. */
interface Placed<Format> {
  readonly format: Format;
  readonly path: string;
}
export type Output = Placed<FileFormat>;

const endings: Readonly<Record<ReportFormat, string>> = { pretty: "txt", json: "json", csv: "csv", markdown: "md", html: "html" };

/** The format of stdout: `--format`, `--json`, else pretty. */
export function stdoutFormat(call: Call): ReportFormat {
  return formatOf(call, reportFormats);
}

/**
 * Files asked for with `-o format=path`; `fallback` where none is. A place that cannot be written, and two reports
 * in one place, are UsageErrors: they are found before the work, not after it.
 */
export function outputsOf(call: Call, fallback: readonly Output[]): readonly Output[] {
  const asked = askedOutputs(call, fileFormats);
  return asked.length === 0 ? checked(fallback) : asked;
}

/** Files asked for with `-o format=path`, in the formats that a command knows; checked like those of `outputsOf`. */
export function askedOutputs<Format extends string>(call: Call, formats: readonly Format[]): readonly Placed<Format>[] {
  return checked(listFlag(call, "output").map((text) => outputOf(text, call, formats)));
}

function checked<Format extends string>(outputs: readonly Placed<Format>[]): readonly Placed<Format>[] {
  const paths = outputs.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined)
    throw new UsageError({ en: `two reports are to be written to \`${twice}\``, zh: `有两份报告要写入 \`${twice}\`` });
  checkWritable(outputs.map(({ format, path }) => (format === "svg" ? join(path, "figure.svg") : path)));
  return outputs;
}

function outputOf<Format extends string>(text: string, { world }: Call, formats: readonly Format[]): Placed<Format> {
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
  return { format: asFormat(format, formats), path: resolve(world.cwd, path) };
}

/** The report files of a scenario in reports/local: json, markdown, csv and html where nothing else is said. */
export function localOutputs(project: Project, scenario: string, formats: readonly ReportFormat[] = ["json", "markdown", "csv", "html"]): readonly Output[] {
  return formats.map((format) => ({ format, path: join(reportHome(project), `${scenario}.${endings[format]}`) }));
}

/** Writes the reports, all of them or none. Files never hold colour, nor depend on the width of a window. */
export async function writeOutputs(report: RunReport, outputs: readonly Output[], rendering: Rendering, as: ReportRenderers = renderers): Promise<void> {
  writeAll(await renderOutputs(report, outputs, rendering, as));
}

/** The files of all reports, not written yet. */
export async function renderOutputs(report: RunReport, outputs: readonly Output[], rendering: Rendering, as: ReportRenderers = renderers): Promise<readonly Writing[]> {
  const plain: Rendering = { ...rendering, options: { ...rendering.options, color: false, width: 100 } };
  const files = await Promise.all(outputs.map((output) => filesOf(report, output, plain, as)));
  return files.flat();
}

async function filesOf(report: RunReport, { format, path }: Output, rendering: Rendering, as: ReportRenderers): Promise<readonly Writing[]> {
  if (format !== "svg") return [{ path, text: await renderReport(report, format, rendering, as) }];
  const figures = await svgFigures({ report, lang: rendering.options.lang, facts: rendering.options.facts, rules: rendering.rules });
  return figures.map(({ name, text }) => ({ path: join(path, name), text }));
}
