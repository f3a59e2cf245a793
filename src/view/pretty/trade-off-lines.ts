import { measureNamed } from "../../statistics/index.ts";
import type { PolicyReport, RunReport, TradeOff } from "../../verdict/index.ts";
import { valueIn, valueText } from "../text/figures.ts";
import { padTo } from "../text/pad.ts";
import type { Pen } from "../text/pen.ts";
import { letterAt, letterOf } from "./letters.ts";
import { words } from "./words.ts";

const columns = 48;
const rows = 9;

interface Point {
  readonly letter: string;
  readonly x: number;
  readonly y: number;
}

/** A small scatter of the first trade-off, and who is not beaten in each. Needs two policies with data. */
export function tradeOffLines(report: RunReport, pen: Pen): readonly string[] {
  const [first] = report.tradeOffs;
  if (first === undefined || report.policies.length < 2) return [];
  const points = report.policies.flatMap((policy, index) => pointOf(policy, first, letterAt(index)));
  const missing = report.policies.flatMap((policy, index) => (points.some(({ letter }) => letter === letterAt(index)) ? [] : [pen.own(policy.name)]));
  return [
    pen.look("bold", pen.say(words.tradeOff)),
    ...(points.length === 0 ? [] : sketch(points, first, report, pen)),
    ...(missing.length === 0 ? [] : [`${pen.say(words.noPoint)} ${missing.join(", ")}`]),
    ...report.tradeOffs.flatMap((tradeOff) => pen.paragraph(frontierText(report, tradeOff, pen))),
  ];
}

function pointOf(policy: PolicyReport, { x, y }: TradeOff, letter: string): readonly Point[] {
  const [across, up] = [valueIn(policy, x.measure)?.value ?? null, valueIn(policy, y.measure)?.value ?? null];
  return across === null || up === null ? [] : [{ letter, x: across, y: up }];
}

/** Letters on a grid: x to the right, y upwards; policies on one spot share it as `*` or their two letters. */
function sketch(points: readonly Point[], { x, y }: TradeOff, report: RunReport, pen: Pen): readonly string[] {
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => " "));
  for (const point of points) {
    const column = Math.floor(within(point.x, xs) * (columns - 1));
    const row = rows - 1 - Math.floor(within(point.y, ys) * (rows - 1));
    const line = grid[row];
    if (line !== undefined) line[column] = line[column] === " " ? point.letter : "*";
  }
  const label = (name: string, value: number): string => {
    const measure = measureNamed(name);
    const some = report.policies.map((policy) => valueIn(policy, name)).find((each) => each?.value === value);
    return measure === undefined ? "" : pen.own(valueText(measure, some, pen.lang));
  };
  const [top, bottom] = [label(y.measure, Math.max(...ys)), label(y.measure, Math.min(...ys))];
  const margin = Math.max(top.length, bottom.length);
  const body = grid.map((line, at) => {
    const mark = at === 0 ? top : at === rows - 1 ? bottom : "";
    return `  ${padTo(mark, margin, "right")} | ${line.join("")}`.trimEnd();
  });
  const [left, right] = [label(x.measure, Math.min(...xs)), label(x.measure, Math.max(...xs))];
  const space = " ".repeat(Math.max(1, columns - left.length - right.length));
  const indent = " ".repeat(margin + 2);
  return [
    `  ${titleOf(y.measure, pen)} (${pen.say(words.better[y.better])})`,
    ...body,
    `${indent} +${"-".repeat(columns + 1)}`,
    `${indent}   ${left}${space}${right}`,
    `${indent}   ${titleOf(x.measure, pen)} (${pen.say(words.better[x.better])})`,
  ];
}

/** Where a value stands between the least and the greatest, 0 … 1; in the middle where all are equal. */
function within(value: number, all: readonly number[]): number {
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return high > low ? (value - low) / (high - low) : 0.5;
}

function frontierText(report: RunReport, { x, y, frontier }: TradeOff, pen: Pen): string {
  const names = frontier.map((name) => `${letterOf(report, name)} ${pen.own(name)}`);
  const list = names.length === 0 ? pen.say(words.none) : names.join(", ");
  return `${titleOf(x.measure, pen)} / ${titleOf(y.measure, pen)}, ${pen.say(words.frontier)}: ${list}`;
}

const titleOf = (name: string, pen: Pen): string => {
  const title = measureNamed(name)?.title;
  return title === undefined ? pen.own(name) : pen.say(title);
};
