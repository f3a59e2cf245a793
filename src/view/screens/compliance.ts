import { displayWidth } from "../../base/index.ts";
import { isMatched, lawSentence, type LawLine } from "../../verdict/index.ts";
import { personsText, ranks } from "../pretty/law-lines.ts";
import { words as prettyWords } from "../pretty/words.ts";
import { countedIn, houseStandard, restsOnDeclaration, severityWords, verificationWords } from "../words.ts";
import { acrossLine, atMost, cursorIn, filledTo, found, windowOf, type PageContext, type PageView, type TableRow } from "./context.ts";
import { lawRemark } from "./law-detail.ts";
import { lookOf } from "./policy-look.ts";
import { blank, fit, plainLines, span, type Line, type Span, type SpanColor } from "./span.ts";
import { colon, words } from "./words.ts";

/** Which law rules matched under which policy, in persons; Enter shows the article, the remedy and three cases. */
export function compliance(context: PageContext): PageView {
  const { layout, pen, report } = context;
  const all = report.policies[0]?.laws ?? [];
  if (all.length === 0) return { lines: plainLines([pen.say(prettyWords.noPack)]), rows: 0, cursor: 0, of: 0 };
  const listed = rulesOf(context);
  const cursor = cursorIn(context, listed.length);
  const chosen = listed[cursor];
  const pane = paneLines(context, chosen);
  const height = Math.max(1, layout.body - 1 - pane.length);
  const summary = context.find === "" ? summaryRows(context) : [];
  const widths = widthsOf(context);
  // The sentences stand above the first rule and scroll away with it.
  const cursorRows = [...summary, ...tableRows(context, listed, widths)];
  const table = cursor === 0 ? cursorRows.slice(0, height).map((row) => marked(row, cursor)) : windowOf(cursorRows, cursor, height);
  const enter = chosen === undefined ? undefined : ({ go: { kind: "law", id: chosen.id } } as const);
  return {
    lines: [head(context, widths), ...filledTo(table, height), ...pane],
    rows: listed.length,
    cursor,
    of: all.length,
    groups: ranks.flatMap((severity) => { const at = listed.findIndex((rule) => rule.severity === severity); return at < 0 ? [] : [at]; }),
    ...(enter === undefined ? {} : { keys: { enter, " ": enter } }),
  };
}

/** The rule under the cursor in full, and what the marks mean. */
function paneLines(context: PageContext, chosen: LawLine | undefined): readonly Line[] {
  const { pen, layout } = context;
  if (layout.pane === 0) return [];
  const legend = plainLines(pen.paragraph(`${pen.say(prettyWords.lawMarks)} ${markLegend(context)}`, " "), { dim: true });
  const told = chosen === undefined ? [] : plainLines(pen.paragraph(`${lawRemark(context, chosen)}${pen.lang === "en" ? " (" : "（"}${pen.say(chosen.citation)}${pen.lang === "en" ? ")" : "）"}`, " "));
  return [acrossLine(pen), ...atMost(told, Math.max(1, layout.pane - 1 - legend.length), pen.say(words.more)), ...legend].slice(0, layout.pane);
}

const marked = (row: TableRow, cursor: number): Line => windowOf([row], row.at === cursor ? cursor : -1, 1)[0] ?? blank;

/** Every rule once, gravest first; of one severity those that any policy matches, then those left open, core rules before others. */
function rulesOf(context: PageContext): readonly LawLine[] {
  const all = context.report.policies[0]?.laws ?? [];
  const wanted = all.filter((rule) => found(context, [rule.id, rule.title.en, rule.title.zh, rule.citation.en, rule.citation.zh, rule.act]));
  const rank = (rule: LawLine): number => ranks.indexOf(rule.severity) * 6 + (speaks(context, rule, isMatched) ? 0 : speaks(context, rule, isOpen) ? 2 : 4) + (rule.core ? 0 : 1);
  return wanted.toSorted((a, b) => rank(a) - rank(b));
}

const isOpen = ({ inconclusive }: LawLine): boolean => inconclusive > 0;

function speaks({ report }: PageContext, rule: LawLine, how: (line: LawLine) => boolean): boolean {
  return report.policies.some((policy) => policy.laws.some((line) => line.id === rule.id && how(line)));
}

/** The one sentence about law of each policy, above the rules. */
function summaryRows({ report, pen, layout }: PageContext): readonly TableRow[] {
  return report.policies.flatMap((policy, index): TableRow[] => {
    const look = lookOf(index);
    const low = layout.body < 20;
    const sentence = pen.own(`${low ? "" : `${policy.title[pen.lang]}${colon(pen.lang)}`}${lawSentence(policy.lawSummary)[pen.lang]}`);
    // On a low screen the rules need the room: one line each, and the page of a rule tells the whole.
    const lines: readonly Line[] = low ? [[span(fit(`  ${sentence}`, layout.columns - 2, "left", pen.ascii))]] : atMost(plainLines(pen.paragraph(sentence, "  ")), 3, "  …");
    return lines.map((line, at) => ({ line: at === 0 ? [span(look.letter, { color: look.color, bold: true }), ...line.map((part) => ({ ...part, text: part.text.slice(1) }))] : line }));
  });
}

const idCells = 13;
const cellMin = 5;
/** From this width on marks are words. */
const wordsFrom = 130;

interface Widths {
  readonly title: number;
  readonly cell: number;
  readonly marks: number;
}

function widthsOf({ report, layout, pen }: PageContext): Widths {
  const marks = layout.columns >= wordsFrom ? 40 : 4;
  const texts = report.policies.flatMap((policy) => policy.laws.map((line) => displayWidth(pen.own(personsText(line, pen)))));
  const cell = Math.max(cellMin, ...texts.map((width) => width + 2));
  return { cell, marks, title: Math.max(8, layout.columns - 1 - idCells - marks - cell * report.policies.length) };
}

function head(context: PageContext, { title, cell, marks }: Widths): Line {
  const { pen, report } = context;
  return [
    span(fit(` ${pen.say(prettyWords.rule)}`, idCells + 1), { dim: true }),
    span(fit(pen.say(words.breachPersons), title, "left", pen.ascii), { dim: true }),
    ...report.policies.map((_, index) => {
      const look = lookOf(index);
      return span(fit(look.letter, cell, "right"), { color: look.color, bold: true });
    }),
    span(fit(marks < 8 ? "" : `  ${pen.say(words.marks)}`, marks, "left", pen.ascii), { dim: true }),
  ];
}

const severityColors: Readonly<Record<LawLine["severity"], SpanColor>> = { critical: "red", high: "yellow", medium: "blue", low: "gray" };

function tableRows(context: PageContext, listed: readonly LawLine[], widths: Widths): readonly TableRow[] {
  return ranks.flatMap((severity): TableRow[] => {
    const members = listed.filter((rule) => rule.severity === severity);
    if (members.length === 0) return [];
    const title: TableRow = { heads: true, line: [span(context.pen.say(severityWords[severity]), { bold: true, color: severityColors[severity] })] };
    return [title, ...members.map((rule) => ({ at: listed.indexOf(rule), line: row(context, rule, widths) }))];
  });
}

function row(context: PageContext, rule: LawLine, { title, cell, marks }: Widths): Line {
  const { pen, report } = context;
  return [
    span(fit(` ${pen.own(rule.id)}`, idCells, "left", pen.ascii), { color: severityColors[rule.severity] }),
    span(fit(pen.say(rule.title), title - 1, "left", pen.ascii)),
    span(" "),
    ...report.policies.map((policy) => personsCell(context, policy.laws.find(({ id }) => id === rule.id), cell)),
    span(fit(`  ${marksText(context, rule)}`, marks, "left", pen.ascii), { dim: true }),
  ];
}

function personsCell({ pen }: PageContext, line: LawLine | undefined, cells: number): Span {
  const text = fit(pen.own(personsText(line, pen)), cells, "right", pen.ascii);
  if (line === undefined || (!isMatched(line) && !isOpen(line))) return span(text, { dim: true });
  return isMatched(line) ? span(text, { color: "red", bold: true }) : span(text, { color: "yellow" });
}

const letters: Readonly<Record<LawLine["verification"], string>> = { text: "t", secondary: "s", unverified: "u" };

const countLetters: Readonly<Record<LawLine["counts"], string>> = { persons: "", accounts: "a", "lender-months": "m" };

/** What a rule rests on and counts: words where there is room, else letters. */
function marksText(context: PageContext, rule: LawLine): string {
  const { pen, layout } = context;
  if (layout.columns < wordsFrom) return `${letters[rule.verification]}${rule.declared ? "d" : ""}${rule.houseStandard ? "h" : ""}${countLetters[rule.counts]}`;
  const marks = [verificationWords[rule.verification], ...(rule.declared ? [restsOnDeclaration] : []), ...(rule.houseStandard ? [houseStandard] : []), ...(rule.counts === "persons" ? [] : [countedIn[rule.counts]])];
  return marks.map(pen.say).join(pen.lang === "en" ? ", " : "，");
}

function markLegend(context: PageContext): string {
  const { pen, layout, report } = context;
  if (layout.columns >= wordsFrom) return "";
  const marks = [
    ["t", verificationWords.text], ["s", verificationWords.secondary], ["u", verificationWords.unverified], ["d", restsOnDeclaration], ["h", houseStandard],
    ["a", countedIn.accounts], ["m", countedIn["lender-months"]],
  ] as const;
  const met = new Set((report.policies[0]?.laws ?? []).flatMap((rule) => Array.from(marksText({ ...context, layout: { ...layout, columns: 0 } }, rule))));
  const list = marks.filter(([letter]) => met.has(letter)).map(([letter, meaning]) => `${letter} ${pen.say(meaning)}`).join(pen.lang === "en" ? ", " : "，");
  return displayWidth(list) === 0 ? "" : `${list}${pen.lang === "en" ? "." : "。"}`;
}
