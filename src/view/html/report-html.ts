import type { Lang } from "../../base/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import type { PageOptions } from "./html.ts";

/** The report as one HTML file. The chart library is loaded only here. */
export async function htmlReport(report: RunReport, options: PageOptions): Promise<string> {
  const { reportHtml } = await import("./html.ts");
  return reportHtml(report, options);
}

/** Every picture of a report as an SVG file, by name. Colours are those of the light page. */
export async function svgFigures(report: RunReport, lang: Lang): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const { standAloneFigures } = await import("./stand-alone.ts");
  return standAloneFigures({ report, lang });
}
