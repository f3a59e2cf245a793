import type { TextOptions } from "../view/index.ts";
import type { Call } from "./call.ts";
import { formatOf } from "./format.ts";
import { jsonText } from "./json-text.ts";
import { askedOutputs } from "./outputs.ts";
import { readSettings } from "./settings.ts";
import { textOptions } from "./text-options.ts";
import { writeAll } from "./write-file.ts";

/** A report as text in each format but JSON, which every report has alike. */
export interface ReportWriters<Report> {
  readonly pretty: (report: Report, options: TextOptions) => string;
  readonly markdown: (report: Report, options: TextOptions) => string;
  readonly csv: (report: Report) => string;
}

const formats = ["pretty", "json", "csv", "markdown"] as const;

/**
 * How a report will be told: on stdout as `--format` says, and in the files of `-o`. Read before the work, so that a format
 * that there is not and a place that cannot be written end the command first.
 */
export function tellerOf<Report>(call: Call, writers: ReportWriters<Report>): (report: Report) => void {
  const format = formatOf(call, formats);
  const outputs = askedOutputs(call, formats);
  const options = textOptions(readSettings(call));
  const written = (report: Report, as: (typeof formats)[number], look: TextOptions): string => (as === "json" ? jsonText(report) : as === "csv" ? writers.csv(report) : writers[as](report, look));
  return (report) => {
    writeAll(outputs.map(({ format: as, path }) => ({ path, text: written(report, as, { ...options, color: false, width: 100 }) })));
    call.world.stdout.write(written(report, format, options));
  };
}
