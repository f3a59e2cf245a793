import { join } from "node:path";
import { htmlParts, svgParts, type PartsPage, type TextOptions } from "../view/index.ts";
import type { Call } from "./call.ts";
import { formatOf } from "./format.ts";
import { jsonText } from "./json-text.ts";
import { askedOutputs, pageScript } from "./outputs.ts";
import { readSettings } from "./settings.ts";
import { textOptions } from "./text-options.ts";
import { writeAll, type Writing } from "./write-file.ts";

/** A report in each format but JSON, which every report has alike: as text, and as the parts of a page. */
export interface ReportWriters<Report> {
  readonly pretty: (report: Report, options: TextOptions) => string;
  readonly markdown: (report: Report, options: TextOptions) => string;
  readonly csv: (report: Report) => string;
  readonly page: (report: Report, options: TextOptions) => PartsPage;
}

const formats = ["pretty", "json", "csv", "markdown", "html"] as const;
/** `svg` is a folder of pictures. */
const fileFormats = [...formats, "svg"] as const;

/**
 * How a report will be told: on stdout as `--format` says, and in the files of `-o`. Read before the work, so that a format
 * that there is not and a place that cannot be written end the command first.
 */
export function tellerOf<Report>(call: Call, writers: ReportWriters<Report>): (report: Report) => Promise<void> {
  const format = formatOf(call, formats);
  const outputs = askedOutputs(call, fileFormats);
  const options = textOptions(readSettings(call));
  const written = async (report: Report, as: (typeof formats)[number], look: TextOptions): Promise<string> => {
    if (as === "html") return htmlParts(writers.page(report, look), { lang: look.lang, script: pageScript(call.world.packageRoot) });
    return as === "json" ? jsonText(report) : as === "csv" ? writers.csv(report) : writers[as](report, look);
  };
  const files = async (report: Report, as: (typeof fileFormats)[number], path: string): Promise<readonly Writing[]> => {
    const look = { ...options, color: false, width: 100 };
    if (as !== "svg") return [{ path, text: await written(report, as, look) }];
    const pictures = await svgParts(writers.page(report, look));
    return pictures.map(({ name, text }) => ({ path: join(path, name), text }));
  };
  return async (report) => {
    const all = await Promise.all(outputs.map(({ format: as, path }) => files(report, as, path)));
    writeAll(all.flat());
    call.world.stdout.write(await written(report, format, options));
  };
}
