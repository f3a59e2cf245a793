import { displayWidth } from "../../base/index.ts";
import type { Canvas } from "./canvas.ts";
import { fit, span, type Line } from "./span.ts";

/** A canvas and what stands beside it. */
export interface Framed {
  readonly canvas: Canvas;
  /** Cells for the labels of the vertical axis. */
  readonly gutter: number;
  /** At the top, in the middle, at the bottom. */
  readonly labels: readonly string[];
  /** Below, each centred on its share of the width. */
  readonly ticks: readonly { readonly text: string; readonly share: number }[];
  readonly ascii: boolean;
}

/** The canvas with its axes: two rows more than the canvas has. */
export function framed({ canvas, gutter, labels, ticks, ascii }: Framed): readonly Line[] {
  const [side, corner, floor] = ascii ? ["|", "+", "-"] : ["│", "└", "─"];
  const middle = Math.floor((canvas.rows - 1) / 2);
  const body = canvas.lines().map((line, row): Line => {
    const label = row === 0 ? labels[0] : row === canvas.rows - 1 ? labels[2] : row === middle && canvas.rows >= 5 ? labels[1] : "";
    return [span(`${fit(label ?? "", gutter, "right", ascii)} ${side}`, { dim: true }), ...line];
  });
  const axis: Line = [span(`${" ".repeat(gutter)} ${corner}${floor.repeat(canvas.columns)}`, { dim: true })];
  return [...body, axis, [span(`${" ".repeat(gutter + 2)}${tickText(ticks, canvas.columns)}`, { dim: true })]];
}

/** Ticks that would run into one another are left out, the first and the last never. */
function tickText(ticks: Framed["ticks"], cells: number): string {
  let text = "";
  ticks.forEach(({ text: label, share }, index) => {
    const wide = displayWidth(label);
    const at = Math.max(0, Math.min(cells - wide, Math.round(share * cells - wide / 2)));
    const final = ticks.at(-1);
    const isLast = index === ticks.length - 1;
    const reserved = isLast || final === undefined ? cells : cells - displayWidth(final.text) - 1;
    if ((index > 0 && at <= displayWidth(text)) || at + wide > reserved) return;
    text += " ".repeat(at - displayWidth(text)) + label;
  });
  return text;
}
