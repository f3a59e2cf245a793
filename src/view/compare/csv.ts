import { measureNamed } from "../../statistics/index.ts";
import type { Bounds } from "../../base/index.ts";
import type { ComparedMeasure, Comparison, RunReport } from "../../verdict/index.ts";
import { csvRows } from "../csv.ts";
import { repeatCommand } from "./repeat-part.ts";

type Cell = string | number | boolean | null;

/** One row of the table: what it is of, its value with an interval, and what was found. */
interface Row {
  readonly part: "measure" | "difference" | "requirement" | "choice" | "swap";
  readonly policy: string;
  readonly against?: string;
  readonly group?: string;
  readonly item?: string;
  readonly measure?: string;
  readonly value: number | null;
  readonly interval?: Bounds | null | undefined;
  readonly verdict?: string;
  readonly adjusted?: number | null | undefined;
  readonly timesNeeded?: number | null | undefined;
}

const head = ["part", "policy", "against", "group", "item", "measure", "unit", "value", "low", "high", "verdict", "adjusted", "times_needed", "inputs_sha256", "command"];

/**
 * A comparison in long form: values, paired differences (in groups too), requirements, the choice and swap sets, told apart
 * by their first column. Shares are fractions, money is fen; every row names the inputs and the command it comes from.
 */
export function compareCsv(report: RunReport): string {
  const { inputs } = report;
  const source: readonly Cell[] = [inputs.digest ?? "", repeatCommand(["compare", inputs.scenario], inputs.flags)];
  const rows = [...valueRows(report), ...report.comparisons.flatMap(differenceRows), ...choiceRows(report), ...report.comparisons.flatMap(swapRows)];
  return csvRows([head, ...rows.map((row) => [...cellsOf(row), ...source])]);
}

function cellsOf({ part, policy, against = "", group = "", item = "", measure = "", value, interval, verdict = "", adjusted, timesNeeded }: Row): readonly Cell[] {
  return [part, policy, against, group, item, measure, measureNamed(measure)?.unit ?? "", value, interval?.low ?? null, interval?.high ?? null, verdict, adjusted ?? null, timesNeeded ?? null];
}

function valueRows({ policies }: RunReport): readonly Row[] {
  return policies.flatMap(({ name: policy, measures, groups }) =>
    [{ key: "", measures }, ...groups].flatMap(({ key, measures: list }) => list.map(({ name, value, interval }): Row => ({ part: "measure", policy, group: key, measure: name, value, interval }))),
  );
}

function differenceRows({ champion, challenger, measures, groups = [] }: Comparison): readonly Row[] {
  const row = (group: string, { name, difference, interval, verdict, adjusted, timesNeeded }: ComparedMeasure): Row => ({
    part: "difference", policy: challenger, against: champion, group, measure: name, value: difference, interval, verdict, adjusted, timesNeeded,
  });
  return [{ key: "", measures }, ...groups].flatMap(({ key, measures: list }) => list.map((one) => row(key, one)));
}

function choiceRows({ choice }: RunReport): readonly Row[] {
  if (choice === undefined) return [];
  const { options, chosen, objective } = choice;
  return options.flatMap(({ policy, requirements, value, interval, meets, chosenLess, chosenLessInterval, verdict, level }): readonly Row[] => [
    ...requirements.map((one): Row => ({ part: "requirement", policy, item: one.text, measure: one.measure, value: one.difference ?? one.value, interval: one.interval, verdict: one.verdict })),
    { part: "choice", policy, item: policy === chosen ? "chosen" : "requirements", measure: objective.measure, value, interval, verdict: meets },
    ...(verdict === null || chosen === null ? [] : [{ part: "choice", policy: chosen, against: policy, item: "chosen less this", measure: objective.measure, value: chosenLess, interval: chosenLessInterval, verdict, adjusted: level } as const]),
  ]);
}

/** Customers in each cell of each decision; bad rate, loss and margin under either policy. */
function swapRows({ champion, challenger, swapSets }: Comparison): readonly Row[] {
  return (swapSets?.decisions ?? []).flatMap(({ decision, cells }) =>
    cells.flatMap((set): readonly Row[] => {
      const item = `${decision} ${set.cell}`;
      const side = (policy: string, against: string, { badRate, loss, margin }: typeof set.champion): readonly Row[] =>
        Object.entries({ badRate, loss, margin }).map(([name, { value, interval }]) => ({ part: "swap", policy, against, item: `${item} ${name}`, value, interval }));
      return [{ part: "swap", policy: challenger, against: champion, item: `${item} customers`, value: set.customers }, ...side(champion, challenger, set.champion), ...side(challenger, champion, set.challenger)];
    }),
  );
}
