import type { RunReport } from "../../verdict/index.ts";
import type { Drawing } from "./figure.ts";
import type { PageOptions } from "./page.ts";
import type { PartsPage } from "./parts-page.ts";

/** The report as one HTML file. The chart library is loaded only here. */
export async function htmlReport(report: RunReport, options: PageOptions): Promise<string> {
  const { reportHtml } = await import("./html.ts");
  return reportHtml(report, options);
}

/** A report made of parts as one HTML file. */
export async function htmlParts(page: PartsPage, options: PageOptions): Promise<string> {
  const { partsPageHtml } = await import("./parts-page.ts");
  return partsPageHtml(page, options);
}

/** Every picture of a report as an SVG file, by name. Colours are those of the light page. */
export async function svgFigures(drawing: Drawing): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const [{ standAloneFigures }, { figuresOf }] = await Promise.all([import("./stand-alone.ts"), import("./figures/figures.ts")]);
  return standAloneFigures(figuresOf(drawing));
}

/** Every picture of a report made of parts. */
export async function svgParts({ parts }: PartsPage): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const { standAloneFigures } = await import("./stand-alone.ts");
  return standAloneFigures(parts.flatMap((part) => ("figure" in part ? [part.figure] : [])));
}
