import type { LawBook, LawChange, LawEntry, LawValue, PolicyImpact, RuleSays } from "../verdict/index.ts";
import type { Text } from "../base/index.ts";
import { ranks } from "./pretty/law-lines.ts";
import { countText } from "./text/figures.ts";
import type { TextOptions } from "./text/options.ts";
import { penOf, type Look, type Pen } from "./text/pen.ts";
import { table, type Column } from "./text/table.ts";
import { countedIn, houseStandard, restsOnDeclaration, severityWords, verificationWords } from "./words.ts";

/** What a change of law does to the policies of a scenario; without a change there is nothing to say. */
export interface LawImpactView {
  readonly scenario: string;
  readonly change: LawChange | null;
  /** `--set laws.…` as the user wrote it, where the change is hers. */
  readonly asked: readonly string[];
  readonly policies: readonly PolicyImpact[];
}

const words = {
  title: { en: "Law in force on", zh: "现行法规，日期" },
  asOf: { en: "law as of", zh: "法规状态截至" },
  rules: { en: "rules in force", zh: "条规则生效" },
  none: { en: "No rule is in force.", zh: "没有生效的规则。" },
  rule: { en: "rule", zh: "规则" },
  severity: { en: "severity", zh: "级别" },
  since: { en: "in force from", zh: "生效日" },
  basis: { en: "checked against", zh: "核对依据" },
  fine: { en: "statutory range", zh: "法定处罚幅度" },
  until: { en: "until", zh: "至" },
  asSet: { en: "as set for this question", zh: "本次查询所设" },
  house: { en: "House standards: defaults of this product, not law", zh: "本产品自定标准（并非法律规定）" },
  numbers: { en: "Numbers of the law", zh: "法定数值" },
  notYet: { en: "not yet", zh: "尚未生效" },
  next: { en: "Next changes", zh: "后续变化" },
  begins: { en: "begins", zh: "生效" },
  ends: { en: "ends", zh: "失效" },
  noChange: { en: "No change is known after this day.", zh: "此日之后没有已知变化。" },
  old: { en: "The day lies after the state of the law in the packs: later law is not in them.", zh: "所查日期晚于法规包的状态日期：此后的法规未收录。" },
  impact: { en: "What it does to the policies of", zh: "对下列情景中各项政策的影响：" },
  impactNone: { en: "Nothing changes for these policies.", zh: "这些政策不受影响。" },
  matched: { en: "rules matched", zh: "条规则命中" },
  critical: { en: "critical", zh: "严重" },
  same: { en: "The same customers and the same luck under the law of the day before and of the day itself.", zh: "同样的客户、同样的运气，分别适用前一日与当日的法规。" },
  sameSet: { en: "The same customers and the same luck with the law as it is and as set.", zh: "同样的客户、同样的运气，分别适用现行数值与所设数值。" },
  advice: { en: "Modelled rules only; a fictional product; not legal advice.", zh: "仅含已建模规则；产品为虚构；不构成法律意见。" },
} as const satisfies Readonly<Record<string, Text>>;

const looks: Readonly<Record<LawEntry["severity"], Look>> = { critical: "red", high: "yellow", medium: "cyan", low: "dim" };

/** The day from which a number that was set for the question stands. */
const asSet = "0001-01-01";

/** The law on a day: rules by pack with citation, severity and verification, house standards apart, and what changes next. */
export function laws(book: LawBook, options: TextOptions, impact?: LawImpactView): string {
  const pen = penOf(options);
  const [first] = book.changes;
  const stale = book.packs.some(({ stateOfLaw }) => book.date > stateOfLaw);
  const lines = [
    pen.look("bold", `${pen.say(words.title)} ${book.date}`),
    ...book.packs.flatMap((pack) => ["", ...packLines(book, pack, pen)]),
    ...houseLines(book, pen),
    "",
    pen.look("bold", pen.say(words.next)),
    ...(first === undefined ? [pen.say(words.noChange)] : book.changes.flatMap((change) => changeLines(change, pen))),
    ...(stale ? pen.paragraph(pen.say(words.old)) : []),
    ...(impact === undefined ? [] : ["", ...impactLines(impact, pen)]),
    "",
    ...pen.paragraph(pen.say(words.advice)).map((line) => pen.look("dim", line)),
  ];
  return `${lines.join("\n")}\n`;
}

function packLines(book: LawBook, pack: LawBook["packs"][number], pen: Pen): readonly string[] {
  const own = book.inForce.filter(({ jurisdiction, ours }) => jurisdiction === pack.name && !ours);
  const numbers = book.values.filter((value) => value.jurisdiction === pack.name && !value.houseStandard);
  const head = `${pen.say(pack.title)} (${pen.own(pack.name)}; ${pen.say(words.asOf)} ${pen.own(pack.stateOfLaw)})${colonOf(pen)}${own.length} ${pen.say(words.rules)}`;
  return [
    ...pen.paragraph(head).map((line) => pen.look("bold", line)),
    ...(own.length === 0 ? [pen.say(words.none)] : ruleLines(own, pen)),
    ...(numbers.length === 0 ? [] : ["", pen.look("bold", pen.say(words.numbers)), ...valueLines(numbers, pen)]),
  ];
}

/** Core rules first, then by severity; under each its title, citation and the range of its sanction. */
function ruleLines(entries: readonly LawEntry[], pen: Pen): readonly string[] {
  const sorted = entries.toSorted((a, b) => Number(b.core) - Number(a.core) || ranks.indexOf(a.severity) - ranks.indexOf(b.severity));
  const columns: readonly Column[] = [
    { title: pen.say(words.rule), align: "left" },
    { title: pen.say(words.severity), align: "left" },
    { title: pen.say(words.since), align: "left" },
    { title: pen.say(words.basis), align: "left", elastic: true },
  ];
  const [head = "", ...rows] = table(pen, columns, sorted.map((entry) => ({ cells: cells(entry, pen) })));
  return [head, ...rows.flatMap((row, at) => [row, ...detail(sorted[at], pen)])];
}

function cells(entry: LawEntry, pen: Pen) {
  const marks = [
    pen.say(verificationWords[entry.verification]),
    ...(entry.declared ? [pen.say(restsOnDeclaration)] : []),
    ...(entry.houseStandard && !entry.ours ? [pen.say(houseStandard)] : []),
    ...(entry.counts === "persons" ? [] : [pen.say(countedIn[entry.counts])]),
  ];
  const until = entry.effectiveTo === null ? "" : ` ${pen.say(words.until)} ${entry.effectiveTo}`;
  return [
    { text: pen.own(entry.id), look: looks[entry.severity] },
    { text: pen.say(severityWords[entry.severity]), look: looks[entry.severity] },
    { text: `${entry.effectiveFrom ?? "-"}${until}` },
    { text: marks.join(", "), look: "dim" as const },
  ];
}

function detail(entry: LawEntry | undefined, pen: Pen): readonly string[] {
  if (entry === undefined) return [];
  const fine = entry.penalty === null ? [] : pen.paragraph(`${pen.say(words.fine)}${colonOf(pen)}${pen.say(entry.penalty)}`, "    ");
  return [...pen.paragraph(`${pen.say(entry.title)} (${pen.say(entry.citation)})`, "    "), ...fine.map((line) => pen.look("dim", line))];
}

function houseLines(book: LawBook, pen: Pen): readonly string[] {
  const rules = book.inForce.filter(({ ours }) => ours);
  const values = book.values.filter((value) => value.houseStandard);
  if (rules.length === 0 && values.length === 0) return [];
  return ["", pen.look("bold", pen.say(words.house)), ...(rules.length === 0 ? [] : ruleLines(rules, pen)), ...(values.length === 0 ? [] : valueLines(values, pen))];
}

function valueLines(values: readonly LawValue[], pen: Pen): readonly string[] {
  return values.flatMap(({ name, title, value, since }) => {
    const said = value === null ? pen.say(words.notYet) : `${value}${since === null ? "" : since === asSet ? ` (${pen.say(words.asSet)})` : ` (${pen.say(words.since)} ${since})`}`;
    return pen.paragraph(`${pen.own(name)} = ${said}  ${pen.say(title)}`, "  ");
  });
}

function changeLines({ date, begins, ends, values }: LawChange, pen: Pen): readonly string[] {
  const rule = (word: Text) => (entry: LawEntry) => `${pen.say(word)} ${pen.own(entry.id)} ${pen.say(entry.title)} (${pen.say(verificationWords[entry.verification])})`;
  const said = [
    ...begins.map(rule(words.begins)),
    ...ends.map(rule(words.ends)),
    ...values.map(({ name, before, value, title }) => `${pen.own(name)} ${before ?? "-"} ${arrow(pen)} ${value ?? "-"}  ${pen.say(title)}`),
  ];
  return [date, ...said.flatMap((line) => pen.paragraph(line, "  "))];
}

function impactLines({ scenario, change, asked, policies }: LawImpactView, pen: Pen): readonly string[] {
  const head = pen.look("bold", `${pen.say(words.impact)}${pen.lang === "en" ? " " : ""}${pen.own(scenario)}`);
  if (change === null && asked.length === 0) return [head, pen.say(words.noChange)];
  const what = change === null ? asked.map(pen.own) : changeLines(change, pen);
  const sums = policies.map(({ title, before, after }) => {
    const of = (was: number, is: number): string => (was === is ? `${is}` : `${was} ${arrow(pen)} ${is}`);
    const critical = `${of(before.matchedCritical, after.matchedCritical)} ${pen.say(words.critical)}`;
    return `${pen.say(title)}${colonOf(pen)}${of(before.matched, after.matched)} ${pen.say(words.matched)} (${critical})`;
  });
  return [head, ...what, ...pen.paragraph(pen.say(change === null ? words.sameSet : words.same)).map((line) => pen.look("dim", line)), "", ...sums, ...impactTable(policies, pen)];
}

/** Rule by policy, before and after; `?` where a missing fact leaves it open for so many. */
function impactTable(policies: readonly PolicyImpact[], pen: Pen): readonly string[] {
  const rules = [...new Map(policies.flatMap((policy) => policy.rules.map((rule) => [rule.id, rule] as const))).values()];
  if (rules.length === 0) return [pen.say(words.impactNone)];
  const columns: readonly Column[] = [
    { title: pen.say(words.rule), align: "left" },
    { title: pen.say(words.severity), align: "left" },
    ...policies.map(({ name }): Column => ({ title: pen.own(name), align: "right" })),
    { title: pen.say(words.basis), align: "left", elastic: true },
  ];
  const rows = rules.map((rule) => ({
    cells: [
      { text: pen.own(rule.id), look: looks[rule.severity] },
      { text: pen.say(severityWords[rule.severity]), look: looks[rule.severity] },
      ...policies.map((policy) => {
        const own = policy.rules.find(({ id }) => id === rule.id);
        return { text: own === undefined ? "" : `${saysText(own.before, pen)} ${arrow(pen)} ${saysText(own.after, pen)}` };
      }),
      { text: [pen.say(verificationWords[rule.verification]), ...(rule.counts === "persons" ? [] : [pen.say(countedIn[rule.counts])])].join(", "), look: "dim" as const },
    ],
  }));
  const [head = "", ...body] = table(pen, columns, rows);
  return [head, ...body.flatMap((row, at) => [row, ...pen.paragraph(pen.say(rules[at]?.title ?? { en: "", zh: "" }), "    ").map((line) => pen.look("dim", line))])];
}

function saysText(says: RuleSays | null, pen: Pen): string {
  if (says === null) return "-";
  const open = says.inconclusive > 0 ? `${countText(says.inconclusive, pen.lang)}?` : "";
  return says.count > 0 || open === "" ? [countText(says.count, pen.lang), open].filter((part) => part !== "").join(" ") : open;
}

const colonOf = (pen: Pen): string => (pen.lang === "en" ? ": " : "：");

const arrow = (pen: Pen): string => (pen.ascii ? "->" : "→");
