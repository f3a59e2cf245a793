import { measureGroups, type MeasureGroup } from "../../statistics/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { intervalSentence } from "../sentences.ts";
import type { TextOptions } from "../text/options.ts";
import { bandsPart } from "./bands-part.ts";
import { bearersPart } from "./bearers-part.ts";
import { calibrationPart, definitionsPart, hashesPart } from "./basis-part.ts";
import { expectationsPart, importPart, inputsPart, tradeOffsPart } from "./context-parts.ts";
import { lawPart } from "./law-part.ts";
import { comparisonPart, groupsPart, measuresPart, vintagesPart } from "./measures-part.ts";
import { queuesPart } from "./queues-part.ts";
import { poolsPart } from "./pools-part.ts";
import { phasesPart } from "./phases-part.ts";
import { scribe } from "./scribe.ts";
import { settlementsPart } from "./settlements-part.ts";
import { words } from "./words.ts";

const measured: readonly MeasureGroup[] = measureGroups;

/**
 * The whole report in Markdown: the reference report that is committed and reviewed as a diff. Only the language of
 * the options matters; the text is the same at any width.
 */
export function markdown(report: RunReport, options: Pick<TextOptions, "lang">): string {
  const write = scribe(options.lang);
  const parts: readonly (readonly string[])[] = [
    [`# ${write.say(report.inputs.title)}`],
    [`${write.say(words.generated)} ${write.say(words.notAdvice)}`],
    inputsPart(report, write),
    report.inputs.import === null ? [] : importPart(report, report.inputs.import, write),
    ...measured.map((group) => measuresPart(report, group, write)),
    [write.say(intervalSentence(report))],
    phasesPart(report, write),
    bandsPart(report, write),
    bearersPart(report, write),
    poolsPart(report, write),
    ...report.comparisons.map((comparison) => comparisonPart(comparison, write)),
    lawPart(report, write),
    vintagesPart(report, write),
    settlementsPart(report, write),
    queuesPart(report, write),
    groupsPart(report, write),
    tradeOffsPart(report, write),
    expectationsPart(report, write),
    calibrationPart(report, write),
    definitionsPart(report, write),
    hashesPart(report, write),
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
