import { measureNamed, type MeasureValue } from "../../statistics/index.ts";
import type { PolicyReport, RunReport } from "../../verdict/index.ts";
import { boundsText, countText, valueText } from "../text/figures.ts";
import type { Pen } from "../text/pen.ts";
import { table, type Cell, type Column } from "../text/table.ts";
import { letterAt } from "./letters.ts";
import { words } from "./words.ts";

const byGroup = ["enrolledShare", "ever90PlusAtMonth12", "marginPerCustomer", "complaintsPerThousand"];
const byMonth = ["enrolledShare", "accounts30PlusShare", "marginPerCustomer", "complaintsPerThousand"];

/** With `--by`: headline measures of each group, and of each month, policy by policy. */
export function groupLines(report: RunReport, pen: Pen): readonly string[] {
  return report.policies.flatMap((policy, index) => {
    const title = `${letterAt(index)} ${pen.own(policy.name)}`;
    const groups = policy.groups.map(({ key, customers, measures }) => ({ key, customers: countText(customers, pen.lang), measures }));
    const months = policy.byMonth.map(({ date, measures }) => ({ key: date, customers: "", measures }));
    return [
      ...(groups.length === 0 ? [] : [pen.look("bold", `${pen.say(words.byGroup)}: ${title}`), ...lines(groups, byGroup, pen)]),
      ...(months.length === 0 ? [] : [pen.look("bold", `${pen.say(words.byMonth)}: ${title}`), ...lines(months, byMonth, pen)]),
    ];
  });
}

interface Slice {
  readonly key: string;
  readonly customers: string;
  readonly measures: PolicyReport["measures"];
}

function lines(slices: readonly Slice[], names: readonly string[], pen: Pen): readonly string[] {
  const shown = names.flatMap((name) => measureNamed(name) ?? []);
  const counted = slices.some(({ customers }) => customers !== "");
  const columns: readonly Column[] = [
    { title: "", align: "left", elastic: true },
    ...(counted ? [{ title: pen.say(words.groupSize), align: "right" } as const] : []),
    ...shown.map((measure): Column => ({ title: `${pen.say(measure.title)}${measure.assumed ? " *" : ""}`, align: "right", elastic: true })),
  ];
  const cellOf = (values: readonly MeasureValue[]): readonly Cell[] =>
    shown.map((measure) => {
      const value = values.find(({ name }) => name === measure.name);
      return { text: pen.own(valueText(measure, value, pen.lang)), aside: boundsText(measure.unit, value?.interval, pen.lang) };
    });
  return table(
    pen,
    columns,
    slices.map(({ key, customers, measures }) => ({ cells: [{ text: pen.own(key) }, ...(counted ? [{ text: customers }] : []), ...cellOf(measures)] })),
  );
}
