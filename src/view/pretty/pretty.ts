import { measureGroups } from "../../statistics/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { intervalSentence } from "../sentences.ts";
import type { TextOptions } from "../text/options.ts";
import { penOf } from "../text/pen.ts";
import { bandLines } from "./band-lines.ts";
import { bearerLines } from "./bearer-lines.ts";
import { expectationLines } from "./expectation-lines.ts";
import { groupLines } from "./group-lines.ts";
import { headerLines } from "./header-lines.ts";
import { importLines } from "./import-lines.ts";
import { lawLinesOf } from "./law-lines.ts";
import { measureLines } from "./measure-lines.ts";
import { queueLines } from "./queue-lines.ts";
import { settlementLines } from "./settlement-lines.ts";
import { cashLines, poolLines } from "./pool-lines.ts";
import { phaseLines } from "./phase-lines.ts";
import { tradeOffLines } from "./trade-off-lines.ts";
import { words } from "./words.ts";

/** A run on a terminal: policies side by side, law, expectations, the trade-off, and what the numbers rest on. */
export function pretty(report: RunReport, options: TextOptions): string {
  const pen = penOf(options);
  const sections = [
    headerLines(report, pen),
    report.inputs.import === null ? [] : importLines(report, report.inputs.import, pen),
    ...measureGroups.filter((group) => group !== "law").map((group) => measureLines(report, group, pen)),
    settlementLines(report, pen),
    queueLines(report, pen),
    phaseLines(report, pen),
    bandLines(report, pen),
    bearerLines(report, pen),
    poolLines(report, pen),
    cashLines(report, pen),
    groupLines(report, pen),
    lawLinesOf(report, pen),
    tradeOffLines(report, pen),
    expectationLines(report, pen),
    [
      ...pen.paragraph(pen.say(words.legend)).map((line) => pen.look("dim", line)),
      ...pen.paragraph(pen.say(intervalSentence(report))).map((line) => pen.look("dim", line)),
      ...pen.paragraph(pen.say(words.footer)).map((line) => pen.look("dim", line)),
    ],
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
