/** A chart's option, as plain data. */
type Option = Readonly<Record<string, unknown>>;

/** Below this width a picture made for a page is too wide. */
const narrowBelow = 520;

/** The part of the width that labels beside the chart may take there, and the height of a line of the legend. */
const labelPart = 0.4;
const legendLine = 22;

/**
 * An option for the width that there is: on a phone the legend stands line by line, labels take at most a part of the
 * width, and names of axes, which the title says too, are left out.
 */
export function fitted(option: Option, width: number): { readonly option: Option; readonly taller: number } {
  if (width === 0 || width >= narrowBelow) return { option, taller: 0 };
  const { series, legend, grid } = option;
  const names = new Set(listOf(series).map((one) => one["name"]));
  const lines = isOption(legend) && legend["show"] === false ? 0 : names.size;
  const { left = 0, top = 0, ...rest } = isOption(grid) ? grid : {};
  const room = Math.round(Math.min(typeof left === "number" ? left : 0, width * labelPart));
  const taller = lines * legendLine;
  return {
    taller,
    option: {
      ...option,
      ...(lines === 0 ? {} : { legend: { ...(isOption(legend) ? legend : {}), orient: "vertical" } }),
      grid: { ...rest, left: room, top: (typeof top === "number" ? top : 0) + taller - (lines === 0 ? 0 : legendLine) },
      xAxis: axes(option["xAxis"], room),
      yAxis: axes(option["yAxis"], room),
    },
  };
}

function axes(given: unknown, room: number): unknown {
  const list = listOf(given).map(({ name: _name, ...axis }) => {
    const { axisLabel } = axis;
    if (!isOption(axisLabel) || typeof axisLabel["width"] !== "number") return axis;
    return { ...axis, axisLabel: { ...axisLabel, width: Math.min(axisLabel["width"], room - 18) } };
  });
  return Array.isArray(given) ? list : list[0];
}

function listOf(value: unknown): readonly Option[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter(isOption);
}

function isOption(value: unknown): value is Option {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
