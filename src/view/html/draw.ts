import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { figureWidth, type Figure } from "./figure.ts";

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** A figure as SVG text: the same figure gives the same bytes, whatever was drawn before it. */
export function drawSvg({ id, option, svg, height }: Figure): string {
  if (option === undefined) return svg ?? "";
  const drawn = init(null, null, { renderer: "svg", ssr: true, width: figureWidth, height });
  try {
    drawn.setOption(option);
    return withOwnNames(still(drawn.renderToSVGString({ useViewBox: true })), id);
  } finally {
    // One left behind keeps the process alive.
    drawn.dispose();
  }
}

/** Without what only a picture that answers to a pointer needs: a sixth of its size. */
function still(svg: string): string {
  return svg
    .replaceAll(/<style\b[\s\S]*?<\/style>/gu, "")
    .replaceAll(/ (?:pointer-events="visible"|class="zr[^"]*"|xml:space="preserve")/gu, "")
    .replaceAll(">\n<", "><");
}

/** The library numbers its parts through the whole process; here they are numbered by figure. */
function withOwnNames(svg: string, id: string): string {
  const names = new Map<string, string>();
  return svg.replaceAll(/\bzr\d+-[a-z]+-?\d*\b/gu, (name) => {
    const own = names.get(name) ?? `${id}-${names.size}`;
    names.set(name, own);
    return own;
  });
}
