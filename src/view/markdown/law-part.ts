import { dateOfMonth } from "../../base/index.ts";
import { isMatched, lawSentence, type LawLine, type PolicyReport, type RunReport } from "../../verdict/index.ts";
import { countText } from "../text/figures.ts";
import { countWords, houseStandard, restsOnDeclaration, severityWords, verificationWords } from "../words.ts";
import { markdownTable } from "./markdown-table.ts";
import type { Scribe } from "./scribe.ts";
import { words } from "./words.ts";

/** Law, policy by policy: totals, the lines that spoke with their cases, what was silent, what never came up. */
export function lawPart(report: RunReport, write: Scribe): readonly string[] {
  if (report.policies.every(({ laws }) => laws.length === 0)) return [];
  return [
    `## ${write.say(words.law)}: ${report.policies.map(({ name }) => write.own(name)).join(", ")}`,
    "",
    write.say(words.matchedHint),
    ...report.policies.flatMap((policy) => ["", ...ofPolicy(policy, report.inputs.startDate, write)]),
  ];
}

function ofPolicy(policy: PolicyReport, startDate: string, write: Scribe): readonly string[] {
  const { matchedByVerification: by, matchedOnDeclarations, matchedOnHouseStandards } = policy.lawSummary;
  const speaking = policy.laws.filter((line) => isMatched(line) || line.inconclusive > 0);
  const others = policy.laws.filter((line) => !speaking.includes(line));
  const split = (["text", "secondary", "unverified"] as const).map((kind) => `${write.say(verificationWords[kind])} ${by[kind]}`).join(", ");
  const silent = others.filter(({ judged }) => judged > 0);
  const unmet = others.filter(({ judged }) => judged === 0);
  return [
    `### ${write.own(policy.name)}`,
    "",
    write.say(lawSentence(policy.lawSummary)),
    "",
    `${write.say(words.byVerification)}: ${split}; ${write.say(words.onDeclaration)}: ${matchedOnDeclarations}; ${write.say(words.onHouseStandard)}: ${matchedOnHouseStandards}`,
    ...(speaking.length === 0 ? [] : ["", ...lineTable(speaking, startDate, write), "", ...speaking.map((line) => citation(line, write))]),
    ...ids(words.silentRules, silent, write),
    ...ids(words.unmetRules, unmet, write),
  ];
}

function lineTable(lines: readonly LawLine[], startDate: string, write: Scribe): readonly string[] {
  const head = [words.rule, words.severity, words.persons, words.accounts, words.open, words.firstMonth, words.cases, words.basis].map(write.say);
  const rows = lines.map((line) => [
    `**${write.own(line.id)}** ${write.say(line.title)}`,
    write.say(severityWords[line.severity]),
    countText(line.persons, write.lang),
    countText(line.accounts, write.lang),
    line.inconclusive > 0 ? countText(line.inconclusive, write.lang) : "",
    line.firstMonth === null ? "" : dateOfMonth(startDate, line.firstMonth),
    line.cases.map(({ customer, month }) => `${customer} @ ${dateOfMonth(startDate, month)}`).join("; "),
    [write.say(verificationWords[line.verification]), ...(line.declared ? [write.say(restsOnDeclaration)] : []), ...(line.houseStandard ? [write.say(houseStandard)] : []), ...(line.counts === "persons" ? [] : [`${countText(line.count, write.lang)} ${write.say(countWords[line.counts])}`])].join(", "),
  ]);
  return markdownTable(head, rows, new Set([2, 3, 4]));
}

const citation = (line: LawLine, write: Scribe): string =>
  `- ${write.own(line.id)}: ${write.say(words.citation)}: ${write.say(line.citation)}; ${write.say(words.remedy)}: ${write.say(line.remedy)}`;

function ids(title: { readonly en: string; readonly zh: string }, lines: readonly LawLine[], write: Scribe): readonly string[] {
  return lines.length === 0 ? [] : ["", `${write.say(title)} (${lines.length}): ${lines.map(({ id }) => write.own(id)).join(", ")}`];
}
