import { measureNamed } from "../../statistics/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { phaseMeasures, switchWords } from "../switch-words.ts";
import { valueText } from "../text/figures.ts";
import type { Pen } from "../text/pen.ts";
import { table, type Column } from "../text/table.ts";
import { letterAt } from "./letters.ts";

/** Headline measures before a switch and from it on, policies side by side; nothing without a switch. */
export function phaseLines(report: RunReport, pen: Pen): readonly string[] {
  const phases = report.policies[0]?.phases ?? [];
  if (phases.length === 0) return [];
  const shown = phaseMeasures.flatMap((name) => measureNamed(name) ?? []);
  const head = (index: number): readonly Column[] =>
    phases.map((phase): Column => ({ title: `${letterAt(index)} ${pen.say(phase.from === 0 && phases.length > 1 ? switchWords.before : switchWords.after)}`, align: "right" }));
  const columns: readonly Column[] = [{ title: pen.say(switchWords.measure), align: "left", elastic: true }, ...report.policies.flatMap((_, index) => head(index))];
  const rows = shown.map((measure) => ({
    cells: [
      { text: `${pen.say(measure.title)}${measure.assumed ? " *" : ""}` },
      ...report.policies.flatMap((policy) => policy.phases.map(({ measures }) => ({ text: pen.own(valueText(measure, measures.find(({ name }) => name === measure.name), pen.lang)) }))),
    ],
  }));
  return [pen.look("bold", pen.say(switchWords.title)), ...pen.paragraph(pen.say(switchWords.hint)).map((line) => pen.look("dim", line)), ...table(pen, columns, rows)];
}
