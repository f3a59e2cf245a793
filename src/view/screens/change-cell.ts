import type { Measure } from "../../statistics/index.ts";
import type { ComparedMeasure, ComparisonVerdict } from "../../verdict/index.ts";
import { boundsText, differenceText } from "../text/figures.ts";
import type { Pen } from "../text/pen.ts";
import type { Cell } from "../text/table.ts";
import type { Knowledge } from "./screen-knowledge.ts";
import type { SpanColor } from "./span.ts";

/** What became of one measure of one policy since the last run; undefined where it did not run again or nothing moved. */
export function changeOf({ changes }: Knowledge, policy: string, measure: Measure): ComparedMeasure | undefined {
  const compared = changes.find(({ challenger }) => challenger === policy)?.measures.find(({ name }) => name === measure.name);
  return compared === undefined || compared.difference === null || compared.difference === 0 ? undefined : compared;
}

/** The same value with its change beside it instead of its interval. */
export function withChange(cell: Cell, change: ComparedMeasure | undefined, measure: Measure, pen: Pen): Cell {
  return change === undefined ? cell : { ...cell, aside: changeText(change, measure, pen) };
}

/** Which way, by how much, and within which bounds. */
export function changeText({ difference, interval }: ComparedMeasure, measure: Measure, pen: Pen): string {
  const bounds = boundsText(measure.unit, interval, pen.lang);
  return `${changeMark(difference ?? 0, pen)} ${pen.own(differenceText(measure.unit, difference, pen.lang))}${bounds === "" ? "" : ` ${bounds}`}`;
}

/** Up or down, without colour. */
export function changeMark(difference: number, pen: Pen): string {
  return difference > 0 ? (pen.ascii ? "^" : "▲") : pen.ascii ? "v" : "▼";
}

/** Better is green and worse red only where one can tell. */
export const changeColor: Readonly<Record<ComparisonVerdict, SpanColor>> = {
  better: "green",
  worse: "red",
  different: "yellow",
  "no-difference-that-matters": "cyan",
  undecided: "cyan",
};
