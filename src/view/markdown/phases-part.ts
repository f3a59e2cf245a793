import { measureNamed } from "../../statistics/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { phaseMeasures, switchSentence, switchWords } from "../switch-words.ts";
import { valueText } from "../text/figures.ts";
import { columnsFrom, markdownTable } from "./markdown-table.ts";
import type { Scribe } from "./scribe.ts";

/** Headline measures before a switch and from it on; nothing without a switch. */
export function phasesPart(report: RunReport, write: Scribe): readonly string[] {
  const phases = report.policies[0]?.phases ?? [];
  if (phases.length === 0) return [];
  const rows = phaseMeasures.flatMap((name) => {
    const measure = measureNamed(name);
    if (measure === undefined) return [];
    const values = report.policies.flatMap((policy) => policy.phases.map(({ measures }) => valueText(measure, measures.find((value) => value.name === name), write.lang)));
    return [[write.say(measure.title), ...values]];
  });
  const word = (from: number): string => write.say(from === 0 && phases.length > 1 ? switchWords.before : switchWords.after);
  const head = [write.say(switchWords.measure), ...report.policies.flatMap((policy) => policy.phases.map(({ from }) => `${write.own(policy.name)} ${word(from)}`))];
  return [`## ${write.say(switchWords.title)}`, "", `${write.own(switchSentence(report, write.lang) ?? "")}${write.lang === "en" ? ". " : "。"}${write.say(switchWords.hint)}`, "", ...markdownTable(head, rows, columnsFrom(1, head.length))];
}
