import { isMatched, type LawLine, type RunReport } from "../../verdict/index.ts";
import { groupSentences } from "../sentences.ts";
import { countText } from "../text/figures.ts";
import type { Look, Pen } from "../text/pen.ts";
import { table, type Column } from "../text/table.ts";
import { countedIn, houseStandard, restsOnDeclaration, ruleMatched, ruleOpen, severityWords, verificationWords } from "../words.ts";
import { letterAt } from "./letters.ts";
import { words } from "./words.ts";

/** Severities, gravest first. */
export const ranks: readonly LawLine["severity"][] = ["critical", "high", "medium", "low"];
const looks: Readonly<Record<LawLine["severity"], Look>> = { critical: "red", high: "yellow", medium: "cyan", low: "dim" };

/** Rule by policy, core rules first, in persons or what else the rule counts, with what each rule rests on. Rules that are silent everywhere are only counted. */
export function lawLinesOf(report: RunReport, pen: Pen): readonly string[] {
  const title = pen.look("bold", pen.say(words.lawTitle));
  const [first] = report.policies;
  if (first === undefined || first.laws.length === 0) return [title, pen.say(words.noPack)];
  const speaking = first.laws
    .filter((line) => report.policies.some((policy) => policy.laws.some((other) => other.id === line.id && (isMatched(other) || other.inconclusive > 0))))
    .toSorted((a, b) => Number(b.core) - Number(a.core) || ranks.indexOf(a.severity) - ranks.indexOf(b.severity));
  const sentences = groupSentences(report, "law", pen.lang).flatMap((sentence) => pen.paragraph(pen.own(sentence)));
  if (speaking.length === 0) return [title, ...sentences, pen.say(words.silent)];
  const columns: readonly Column[] = [
    { title: pen.say(words.rule), align: "left" },
    { title: pen.say(words.severity), align: "left" },
    ...report.policies.map((_, index): Column => ({ title: letterAt(index), align: "right" })),
    { title: pen.say(words.source), align: "left", elastic: true },
  ];
  const [head = "", ...rows] = table(pen, columns, speaking.map((line) => ({ cells: cells(report, line, pen) })));
  const body = rows.flatMap((row, at) => [row, ...detail(report, speaking[at], pen)]);
  return [title, ...sentences, ...pen.paragraph(pen.say(words.lawMarks)).map((line) => pen.look("dim", line)), head, ...body];
}

function cells(report: RunReport, line: LawLine, pen: Pen) {
  const marks = [
    pen.say(verificationWords[line.verification]),
    ...(line.declared ? [pen.say(restsOnDeclaration)] : []),
    ...(line.houseStandard ? [pen.say(houseStandard)] : []),
    ...(line.counts === "persons" ? [] : [pen.say(countedIn[line.counts])]),
  ];
  return [
    { text: pen.own(line.id), look: looks[line.severity] },
    { text: pen.say(severityWords[line.severity]), look: looks[line.severity] },
    ...report.policies.map((policy) => ({ text: personsText(policy.laws.find(({ id }) => id === line.id), pen) })),
    { text: marks.join(", "), look: "dim" as const },
  ];
}

/** Persons, or accounts or months, that a rule matched: `12`, with those left open `12 3?`; `.` where it was silent, nothing where it never came up. */
export function personsText(line: LawLine | undefined, pen: Pen): string {
  if (line === undefined) return "";
  const open = line.inconclusive > 0 ? ` ${countText(line.inconclusive, pen.lang)}?` : "";
  if (isMatched(line)) return `${countText(line.count, pen.lang)}${open}`;
  if (open !== "") return open.trim();
  return line.judged > 0 ? "." : "";
}

function detail(report: RunReport, line: LawLine | undefined, pen: Pen): readonly string[] {
  if (line === undefined) return [];
  const matched = report.policies.some((policy) => policy.laws.some((other) => other.id === line.id && isMatched(other)));
  const colon = pen.lang === "en" ? ": " : "：";
  const text = `${pen.say(matched ? ruleMatched : ruleOpen)}${colon}${pen.say(line.title)} (${pen.say(line.citation)})`;
  return pen.paragraph(text, "    ").map((each) => pen.look("dim", each));
}
