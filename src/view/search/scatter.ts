import { displayWidth, type Lang } from "../../base/index.ts";
import { figure, measureNamed } from "../../statistics/index.ts";
import type { Axis } from "../../verdict/index.ts";
import { padTo } from "../text/pad.ts";

/** A sign at a place; where two meet, the later one is seen. */
export interface Spot {
  readonly sign: string;
  readonly x: number;
  readonly y: number;
}

const columns = 64;
const rows = 16;

/** Signs on a grid: x to the right, y upwards, the ends of both axes written out. Nothing without a spot. */
export function scatter(spots: readonly Spot[], x: Axis, y: Axis, lang: Lang): readonly string[] {
  if (spots.length === 0) return [];
  const [xs, ys] = [spots.map((spot) => spot.x), spots.map((spot) => spot.y)];
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => " "));
  for (const spot of spots) {
    const line = grid[rows - 1 - Math.round(within(spot.y, ys) * (rows - 1))];
    if (line !== undefined) line[Math.round(within(spot.x, xs) * (columns - 1))] = spot.sign;
  }
  const [top, bottom] = [label(y, Math.max(...ys), lang), label(y, Math.min(...ys), lang)];
  const margin = Math.max(displayWidth(top), displayWidth(bottom));
  const body = grid.map((line, at) => `${padTo(at === 0 ? top : at === rows - 1 ? bottom : "", margin, "right")} | ${line.join("")}`.trimEnd());
  const [left, right] = [label(x, Math.min(...xs), lang), label(x, Math.max(...xs), lang)];
  const space = " ".repeat(Math.max(1, columns - displayWidth(left) - displayWidth(right)));
  const indent = " ".repeat(margin);
  return [axisTitle(y, lang), ...body, `${indent} +${"-".repeat(columns + 1)}`, `${indent}   ${left}${space}${right}`, `${indent}   ${axisTitle(x, lang)}`];
}

/** A measure's title with the way that is wanted. */
export function axisTitle({ measure, better }: Axis, lang: Lang): string {
  const title = measureNamed(measure)?.title[lang] ?? measure;
  const way = { higher: { en: "more is better", zh: "越高越好" }, lower: { en: "less is better", zh: "越低越好" } }[better][lang];
  return lang === "en" ? `${title} (${way})` : `${title}（${way}）`;
}

function label({ measure }: Axis, value: number, lang: Lang): string {
  return figure(measureNamed(measure)?.unit ?? "count", value, lang);
}

function within(value: number, all: readonly number[]): number {
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return high > low ? (value - low) / (high - low) : 0.5;
}
