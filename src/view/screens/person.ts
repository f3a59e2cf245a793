import { displayWidth } from "../../base/index.ts";
import type { HistoryEntry } from "../../simulation/index.ts";
import { byMonth, entryLines, monthTitle, standingText } from "../replay/replay.ts";
import { replayWords } from "../replay/words.ts";
import { wrapTo } from "../text/pad.ts";
import type { Pen } from "../text/pen.ts";
import type { PageContext, PageView } from "./context.ts";
import { eventText, factText, isAbout, isTelling, lifeSummary, personFacts } from "./life-words.ts";
import type { Place, Target } from "./place.ts";
import { policyNamed, otherPolicy } from "./policy-look.ts";
import type { Life } from "./screen-calls.ts";
import { plainLines, span, type Line, type SpanColor } from "./span.ts";
import { textPage, type PageRow } from "./text-page.ts";
import { waitingPage } from "./waiting-page.ts";
import { colon, words } from "./words.ts";

/** The mark that all lines of a life are to be shown. */
export const allLines = "all-lines";

/** What happened to her, month by month; decisions lead to their trace, matched law rules to the rule. */
export function personPage(context: PageContext, place: Extract<Place, { kind: "person" }>): PageView {
  const { report, pen, state } = context;
  const crumb = pen.say({ en: `customer ${place.customer}`, zh: `客户 ${place.customer}` });
  const heard = context.know({ kind: "life", policy: place.policy, customer: place.customer });
  if (heard.told?.kind !== "life") return waitingPage(context, crumb, heard);
  const { life } = heard.told;
  const all = state.marks.includes(allLines);
  const rows = lifeRows(context, { life, place, all });
  const other = otherPolicy(report, place.policy);
  const first = firstOf(rows, place);
  const one: Target = { why: words.onePolicy };
  return textPage(context, {
    crumb: `${crumb} (${policyNamed(report, place.policy).letter})`,
    above: headLines(context, { life, policy: place.policy }),
    rows,
    anchor: 0.4,
    first,
    keys: {
      b: other === undefined ? one : { go: { kind: "beside", policy: place.policy, other, customer: place.customer } },
      o: other === undefined ? one : { turn: { kind: "person", policy: other, customer: place.customer } },
      d: { mark: allLines },
    },
    foot: [["d", all ? { en: "only what tells", zh: "仅看要点" } : { en: "all lines", zh: "全部记录" }], ["b", { en: "beside another policy", zh: "与另一政策并排" }], ["o", { en: "other policy", zh: "换政策" }], ["[ ]", { en: "months", zh: "月份" }]],
  });
}

/** Where the page begins: at what she was found by, or in the month she was looked for in. */
function firstOf(rows: readonly LifeRow[], { about, month }: Extract<Place, { kind: "person" }>): number | undefined {
  const tries = [(row: LifeRow) => about !== undefined && row.entry !== undefined && isAbout(row.entry, about), (row: LifeRow) => row.month === month && row.law, (row: LifeRow) => row.month === month];
  const found = tries.map((one) => rows.findIndex(one)).find((at) => at >= 0);
  return found;
}

/** Who she is, and what her life came to. */
function headLines({ report, pen, layout }: PageContext, { life: { history, person }, policy }: { readonly life: Life; readonly policy: string }): readonly Line[] {
  const { letter, color, title } = policyNamed(report, policy);
  const facts = personFacts(person).map(([name, value]) => pen.own(factText(name, value, pen)));
  const who = pen.lang === "en" ? `customer ${history.customer} under ${letter} ${pen.say(title)}` : `客户 ${history.customer}，政策 ${letter} ${pen.say(title)}`;
  const known = facts.join(pen.lang === "en" ? ", " : "，");
  // Where they do not fit beside her number and there are lines to spare, facts stand below it.
  const below = layout.body >= 16 && displayWidth(` ${who}   ${known}`) > layout.columns;
  return [
    [span(` ${who}`, { bold: true, color }), span(known === "" || below ? "" : `   ${known}`, { dim: true })],
    ...(below ? plainLines(pen.paragraph(known, " ").slice(0, 2), { dim: true }) : []),
    ...plainLines(pen.paragraph(lifeSummary(history, report.inputs.startDate, pen.lang), " ").slice(0, 2)),
  ];
}

interface LifeRow extends PageRow {
  readonly month: number;
  /** A law rule was matched here. */
  readonly law: boolean;
  readonly entry?: HistoryEntry;
}

interface Shown {
  readonly life: Life;
  readonly place: Extract<Place, { kind: "person" }>;
  readonly all: boolean;
}

function lifeRows(context: PageContext, { life, place, all }: Shown): readonly LifeRow[] {
  const { pen } = context;
  const at = new Map(life.history.entries.map((entry, index) => [entry, index]));
  const months = byMonth(life.history.entries);
  if (months.length === 0) return [{ line: [span(pen.say(words.noLife))], month: 0, law: false }];
  const matched = new Set<string>();
  let before = "";
  return months.flatMap(([month, entries]): LifeRow[] => {
    const end = entries.find(({ kind }) => kind === "month-end");
    const standing = end === undefined ? "" : standingText(end, life.context, pen);
    const head: LifeRow = { line: [span(monthTitle(month, life.context, pen), { bold: true }), span(standing === "" ? "" : `  ${standing}`, { dim: true })], heads: true, month, law: false };
    const shown = entries.filter((entry) => entry.kind !== "month-end" && (all || isTelling(entry)));
    const rows = shown.flatMap((entry) => (entry.kind === "act" && !all ? lawRows(context, entry, { life, matched }) : entryRows(context, entry, { life, go: targetOf(entry, place, at.get(entry) ?? 0) })));
    const same = standing === before && rows.length === 0;
    before = standing;
    return same && !all && month !== place.month ? [] : [head, ...rows];
  });
}

/** The law rules that an act matches for the first time in this life, each leading to the rule; those matched before are not told again. */
function lawRows({ pen }: PageContext, entry: HistoryEntry, { life, matched }: { readonly life: Life; readonly matched: Set<string> }): readonly LifeRow[] {
  const fresh = entry.rules.filter((rule) => !matched.has(rule));
  for (const rule of fresh) matched.add(rule);
  const what = pen.own(eventText(entry.name, pen.lang));
  return fresh.flatMap((rule) => {
    const title = life.context.rules?.get(rule);
    const text = `${what}${colon(pen.lang)}${pen.say(replayWords.matched)}${colon(pen.lang)}${pen.own(rule)}${title === undefined ? "" : ` ${pen.say(title)}`}`;
    return narrower(pen).paragraph(text, "  ").map((line, index): LifeRow => ({ line: [span(line, { color: "yellow" })], month: entry.month, law: index === 0, entry, ...(index > 0 ? {} : { go: { go: { kind: "law", id: rule } } }) }));
  });
}

/** Room for the mark before a row and the arrow behind it. */
function narrower(pen: Pen): Pen {
  return { ...pen, paragraph: (text, indent = "") => wrapTo(text, pen.width - indent.length - 3).map((line) => indent + line) };
}

const colors: Readonly<Partial<Record<HistoryEntry["kind"], SpanColor>>> = { decision: "cyan", act: "yellow" };

function entryRows({ pen }: PageContext, entry: HistoryEntry, { life, go }: { readonly life: Life; readonly go: Target | undefined }): readonly LifeRow[] {
  const color = colors[entry.kind];
  return entryLines(entry, life.context, narrower(pen)).map((text, index): LifeRow => ({
    line: [span(text, color === undefined || !isTelling(entry) ? { dim: !isTelling(entry) } : { color })],
    month: entry.month,
    law: false,
    entry,
    ...(go === undefined || index > 0 ? {} : { go }),
  }));
}

/** A decision leads to its trace, a matched act to the law rule. */
function targetOf({ kind, rules }: HistoryEntry, { policy, customer }: Shown["place"], entry: number): Target | undefined {
  if (kind === "decision") return { go: { kind: "decision", policy, customer, entry } };
  const [law] = rules;
  return kind === "act" && law !== undefined ? { go: { kind: "law", id: law } } : undefined;
}
