import { measureNamed } from "../../statistics/index.ts";
import { lawSentence, type RunReport } from "../../verdict/index.ts";
import { letterAt } from "../pretty/letters.ts";
import { titleCell, valueCell } from "../pretty/measure-lines.ts";
import { words as prettyWords } from "../pretty/words.ts";
import { counted } from "../text/counted.ts";
import { countText } from "../text/figures.ts";
import type { TextOptions } from "../text/options.ts";
import { table, type Column } from "../text/table.ts";
import { roleWords } from "../words.ts";
import { headlines } from "../headlines.ts";
import { narrowPen } from "./screen-pen.ts";
import { colon } from "./words.ts";

/** What stays on the normal screen after the reader has left: each policy's headlines and its sentence about law. */
export function leavingSummary(report: RunReport, options: TextOptions): string {
  const pen = narrowPen(options);
  const { title, customers, months, startDate, assumptions, import: imported } = report.inputs;
  const size =
    pen.lang === "en"
      ? `${counted(customers, "customer", "en")}, ${counted(months, "month", "en")} from ${startDate}, assumption set ${assumptions}`
      : `${countText(customers, "zh")} 名客户，自 ${startDate} 起 ${months} 个月，假设集 ${assumptions}`;
  const columns: readonly Column[] = [
    { title: pen.say(prettyWords.measure), align: "left", elastic: true },
    ...report.policies.map((_, index): Column => ({ title: letterAt(index), align: "right" })),
  ];
  const rows = headlines.flatMap((name) => {
    const measure = measureNamed(name);
    return measure === undefined ? [] : [{ cells: [titleCell(measure, pen), ...report.policies.map((policy) => valueCell(report, policy, measure, pen))] }];
  });
  const law = report.policies.flatMap((policy, index) => {
    const role = policy.role === "champion" ? ` (${pen.say(roleWords.champion)})` : "";
    const head = `${letterAt(index)} ${pen.say(policy.title)}${role}`;
    return pen.paragraph(`${head}${colon(pen.lang)}${pen.say(lawSentence(policy.lawSummary))}`);
  });
  const lines = [
    pen.look("bold", pen.say(title)),
    ...pen.paragraph(pen.own(size)).map((line) => pen.look("dim", line)),
    ...(imported === null ? [] : pen.paragraph(`${pen.say(prettyWords.synthesised)} (${imported.synthesised.length}): ${imported.synthesised.slice(0, 6).map(pen.own).join(", ")}${imported.synthesised.length > 6 ? ", ..." : ""}`).map((line) => pen.look("yellow", line))),
    ...law,
    ...table(pen, columns, rows),
    ...pen.paragraph(pen.say(prettyWords.legend)).map((line) => pen.look("dim", line)),
  ];
  return `${lines.join("\n")}\n`;
}
