import { dateOfMonth } from "../../base/index.ts";
import { isMatched, lawSentence, type LawLine, type PolicyReport } from "../../verdict/index.ts";
import { countText } from "../text/figures.ts";
import { countedIn, houseStandard, notLegalAdvice, restsOnDeclaration, ruleMatched, ruleOpen, severityWords, verificationWords } from "../words.ts";
import type { PageContext, PageView } from "./context.ts";
import { lookOf } from "./policy-look.ts";
import { blank, plainLines, span } from "./span.ts";
import { textPage, textRows, type PageRow } from "./text-page.ts";
import { actText, colon, words } from "./words.ts";

/** One law rule: what a match means, its article, the remedy, and under each policy whom it concerns. */
export function lawPage(context: PageContext, id: string): PageView {
  const { report, pen } = context;
  const rule = report.policies.flatMap(({ laws }) => laws).find((line) => line.id === id);
  if (rule === undefined) return textPage(context, { crumb: pen.own(id), rows: [] });
  const rows = lawRows(context, rule);
  return textPage(context, { crumb: `${pen.say(severityWords[rule.severity])}${colon(pen.lang)}${pen.own(rule.id)}`, rows });
}

function lawRows(context: PageContext, rule: LawLine): readonly PageRow[] {
  const { report, pen } = context;
  const lines = linesOf(context, rule);
  const matched = lines.some((line) => line !== undefined && isMatched(line));
  const basis = [
    pen.say(severityWords[rule.severity]),
    `${pen.say(words.act)} ${pen.say(actText(rule.act))}`,
    pen.say(verificationWords[rule.verification]),
    ...(rule.declared ? [pen.say(restsOnDeclaration)] : []),
    ...(rule.houseStandard ? [pen.say(houseStandard)] : []),
    ...(rule.counts === "persons" ? [] : [pen.say(countedIn[rule.counts])]),
    pen.say(notLegalAdvice),
  ];
  return [
    ...textRows([
      ...plainLines(pen.paragraph(lawRemark(context, rule)), { bold: true, ...(matched ? { color: "red" as const } : {}) }),
      ...plainLines(pen.paragraph(`${pen.say(words.citation)}${colon(pen.lang)}${pen.say(rule.citation)}`)),
      ...plainLines(pen.paragraph(`${pen.say(words.remedy)}${colon(pen.lang)}${pen.say(rule.remedy)}`)),
      ...plainLines(pen.paragraph(basis.join(pen.lang === "en" ? "; " : "；")), { dim: true }),
    ]),
    ...report.policies.flatMap((policy, index) => [...textRows([blank]), ...policyRows(context, policy, index, lines[index])]),
    ...textRows([blank, ...plainLines(report.policies.flatMap((policy) => pen.paragraph(pen.own(`${policy.title[pen.lang]}${colon(pen.lang)}${lawSentence(policy.lawSummary)[pen.lang]}`))), { dim: true })]),
  ];
}

const linesOf = ({ report }: PageContext, rule: LawLine): readonly (LawLine | undefined)[] =>
  report.policies.map((policy) => policy.laws.find(({ id }) => id === rule.id));

/** What came of a rule under all policies, in the words for law: matched as simulated, left open, or silent. */
export function lawRemark(context: PageContext, rule: LawLine): string {
  const { pen } = context;
  const lines = linesOf(context, rule);
  const matched = lines.some((line) => line !== undefined && isMatched(line));
  const open = lines.some((line) => (line?.inconclusive ?? 0) > 0);
  return `${pen.say(matched ? ruleMatched : open ? ruleOpen : words.ruleSilent)}${colon(pen.lang)}${pen.say(rule.title)}`;
}

function policyRows(context: PageContext, policy: PolicyReport, index: number, line: LawLine | undefined): readonly PageRow[] {
  const { pen } = context;
  const look = lookOf(index);
  const concerned = line !== undefined && line.persons > 0;
  return [
    { line: [span(`${look.letter} ${pen.say(policy.title)}`, { color: look.color, bold: true })], heads: true },
    ...textRows(plainLines(pen.paragraph(pen.own(counts(context, line)), "  "))),
    ...(line?.cases ?? []).slice(0, 3).flatMap((found) => caseRows(context, policy, found)),
    ...(concerned ? [{ line: [span(`  ${pen.say(words.whoIsIt)}`)], go: { go: { kind: "people", policy: policy.name, where: [`law=${line.id}`] } } } as const] : []),
  ];
}

function counts({ report, pen }: PageContext, line: LawLine | undefined): string {
  const say = (en: string, zh: string): string => (pen.lang === "en" ? en : zh);
  if (line === undefined || line.judged === 0) return say("never came up", "未被适用");
  const count = (value: number): string => countText(value, pen.lang);
  const acts = say(`${count(line.judged)} acts put to the rule`, `共 ${count(line.judged)} 次行为适用该规则`);
  const open = line.inconclusive > 0 ? say(`, inconclusive for ${count(line.inconclusive)} persons`, `，${count(line.inconclusive)} 人无法判定`) : "";
  if (!isMatched(line)) return say(`no match; ${acts}${open}`, `未命中；${acts}${open}`);
  const since = line.firstMonth === null ? "" : say(`, first in ${dateOfMonth(report.inputs.startDate, line.firstMonth).slice(0, 7)}`, `，首次在 ${dateOfMonth(report.inputs.startDate, line.firstMonth).slice(0, 7)}`);
  const declared = line.declaredPersons > 0 ? say(`, ${count(line.declaredPersons)} of them by declaration`, `，其中 ${count(line.declaredPersons)} 人依据自述`) : "";
  if (line.counts === "lender-months") return say(`${count(line.count)} lender-months${since}${open}; ${acts}`, `${count(line.count)} 个贷款方月${since}${open}；${acts}`);
  return say(
    `${count(line.persons)} persons, ${count(line.accounts)} accounts among them${declared}${since}${open}; ${acts}`,
    `${count(line.persons)} 人，涉及账户 ${count(line.accounts)} 个${declared}${since}${open}；${acts}`,
  );
}

/** A case, and the command that tells this customer's life. */
function caseRows({ report, pen, again }: PageContext, policy: PolicyReport, { customer, month }: LawLine["cases"][number]): readonly PageRow[] {
  const date = dateOfMonth(report.inputs.startDate, month).slice(0, 7);
  const told = pen.lang === "en" ? `customer ${customer}, ${date}` : `客户 ${customer}，${date}`;
  const command = pen.paragraph(pen.own(`${again} --policy ${policy.name} --customer ${customer}`), "    ");
  return [{ line: [span(`  ${told}`)], go: { go: { kind: "person", policy: policy.name, customer, month } } }, ...textRows(plainLines(command, { dim: true }))];
}
