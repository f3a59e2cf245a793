import { expectationLines } from "../pretty/expectation-lines.ts";
import { headerLines } from "../pretty/header-lines.ts";
import { importLines } from "../pretty/import-lines.ts";
import { words as prettyWords } from "../pretty/words.ts";
import { intervalSentence } from "../sentences.ts";
import type { RunReport } from "../../verdict/index.ts";
import type { Pen } from "../text/pen.ts";
import { blank, plainLines, type Line } from "./span.ts";

/** What ran, on what it rests, and what was expected: the parts of the linear report that no tab shows. */
export function about(report: RunReport, pen: Pen): readonly Line[] {
  const parts = [
    headerLines(report, pen),
    report.inputs.import === null ? [] : importLines(report, report.inputs.import, pen),
    expectationLines(report, pen),
    [...pen.paragraph(pen.say(prettyWords.legend)), ...pen.paragraph(pen.say(intervalSentence(report))), ...pen.paragraph(pen.say(prettyWords.footer))],
  ];
  return parts.filter((lines) => lines.length > 0).flatMap((lines) => [...plainLines(lines), blank]);
}
