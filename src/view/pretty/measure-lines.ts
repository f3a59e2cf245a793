import { measures, type Measure, type MeasureGroup } from "../../statistics/index.ts";
import type { ComparisonVerdict, PolicyReport, RunReport } from "../../verdict/index.ts";
import { groupSentences } from "../sentences.ts";
import { boundsText, comparedWith, valueIn, valueText } from "../text/figures.ts";
import type { Look, Pen } from "../text/pen.ts";
import { table, type Cell, type Column } from "../text/table.ts";
import { groupTitles } from "../words.ts";
import { letterAt } from "./letters.ts";
import { words } from "./words.ts";

/** Measures of the terminal summary; the rest are in the report files. */
const shown: ReadonlySet<string> = new Set([
  "approvalRate", "bookingRate", "enrolledShare", "bookedByRegistrationShare", "bookedByCheckoutShare", "bookedByApplicationShare",
  "bookedByMonthlyScanShare", "bookedByInvitationShare", "unaskedShare", "activationRate",
  "ever90PlusAtMonth12", "accounts30PlusShare", "balance30PlusShare", "balance90PlusShare", "firstPaymentDefault", "rollRate0to1", "rollRate1to2",
  "rollRate2to3", "rollRate3to4", "chargeOffRate", "lossToCreditSales", "utilisation",
  "salesPerCustomer", "creditShareOfSales", "incrementalSalesPerCustomer", "customersStillActive",
  "revenuePerCustomer", "fundingPerCustomer", "lossPerCustomer", "marginPerCustomer", "marginOfLenderPerCustomer", "lossBorneByLenderShare", "meanAllInRate", "plansAboveCapShare", "freePeriodSubsidy", "raroc", "crossSubsidyShare", "marginToCreditSales",
  "awareShare", "meanUnawareMonths", "lateFeesPaidUnawarePerCustomer", "complaintsPerThousand", "closuresWantedPerThousand",
  "closureGrantedShare", "closureBlockedShare", "takeoversPerThousand", "raisesImposedPerThousand",
]);

const marks: Readonly<Record<ComparisonVerdict, readonly [string, Look]>> = {
  better: ["+", "green"],
  worse: ["-", "red"],
  different: ["!", "yellow"],
  "no-difference-that-matters": ["=", "dim"],
  undecided: ["?", "dim"],
};

/** One group of measures, policies side by side, and what to see in it. */
export function measureLines(report: RunReport, group: MeasureGroup, pen: Pen): readonly string[] {
  const rows = measures.filter((measure) => measure.group === group && shown.has(measure.name) && occurs(report, measure));
  const columns: readonly Column[] = [
    { title: pen.say(words.measure), align: "left", elastic: true },
    ...report.policies.map((policy, index): Column => ({
      title: pen.width >= 120 ? `${letterAt(index)} ${pen.own(policy.name)}` : letterAt(index),
      align: "right",
    })),
  ];
  const lines = table(pen, columns, rows.map((measure) => ({ cells: [titleCell(measure, pen), ...report.policies.map((policy) => valueCell(report, policy, measure, pen))] })));
  return [
    pen.look("bold", pen.say(groupTitles[group])),
    ...groupSentences(report, group, pen.lang).flatMap((sentence) => pen.paragraph(pen.own(sentence))),
    ...lines,
  ];
}

/** A measure that has no data anywhere, or is nothing everywhere, only takes room. */
function occurs(report: RunReport, measure: Measure): boolean {
  return report.policies.some((policy) => {
    const value = valueIn(policy, measure.name)?.value ?? null;
    return value !== null && value !== 0;
  });
}

/** A measure's title, marked where it rests on an assumption. */
export const titleCell = (measure: Measure, pen: Pen): Cell => ({ text: `${pen.say(measure.title)}${measure.assumed ? " *" : ""}` });

/** A policy's value with its verdict mark, and its interval as the aside. */
export function valueCell(report: RunReport, policy: PolicyReport, measure: Measure, pen: Pen): Cell {
  const value = valueIn(policy, measure.name);
  const verdict = comparedWith(report, policy, measure.name)?.verdict;
  const [mark, look] = verdict === undefined ? [" ", undefined] : marks[verdict];
  const compared = report.policies.length > 1;
  return {
    text: `${pen.own(valueText(measure, value, pen.lang))}${compared ? ` ${mark}` : ""}`,
    look,
    aside: boundsText(measure.unit, value?.interval, pen.lang),
  };
}
