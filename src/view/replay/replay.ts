import { dateOfMonth, type Text } from "../../base/index.ts";
import type { History, HistoryEntry } from "../../simulation/index.ts";
import { factValueText } from "../fact-value.ts";
import type { TextOptions } from "../text/options.ts";
import { penOf, type Look, type Pen } from "../text/pen.ts";
import { notLegalAdvice, termMeaning, termText } from "../words.ts";
import { whyNotLines, type WhyNot } from "../why-not.ts";
import { entryWords, figureWords, replayWords } from "./words.ts";

/** What stands beside a life: who, under which policy, and the words behind names. */
export interface ReplayContext {
  readonly policy: Text;
  /** ISO date of month 0. */
  readonly startDate: string;
  /** Made up for the reader: a name and a place. */
  readonly person?: string;
  /** Titles of rules (policy and law), texts of reason codes, titles of facts, where known. */
  readonly rules?: ReadonlyMap<string, Text>;
  readonly reasons?: ReadonlyMap<string, Text>;
  /** Show the facts that each decision was made on. */
  readonly facts?: boolean;
  /** What would have led elsewhere, by decision. */
  readonly whyNot?: ReadonlyMap<HistoryEntry, WhyNot>;
  /** What the customer may be told, by decision. */
  readonly notices?: ReadonlyMap<HistoryEntry, string>;
}

/** One customer's whole life, month by month: what happened, who decided it by which rule, every fen, and how the month ended. */
export function replay(history: History, context: ReplayContext, options: TextOptions): string {
  const pen = penOf(options);
  const person = context.person === undefined ? "" : ` (${pen.own(context.person)})`;
  const title =
    pen.lang === "en"
      ? `${replayWords.customer.en} ${history.customer}${person} ${replayWords.under.en} ${pen.say(context.policy)}`
      : `${replayWords.customer.zh} ${history.customer}${person}，${replayWords.under.zh}：${pen.say(context.policy)}`;
  const months = byMonth(history.entries);
  const body = months.length === 0 ? [pen.say(replayWords.none)] : months.flatMap(([month, entries]) => ["", ...monthLines(month, entries, context, pen)]);
  const acts = history.entries.some(({ kind, rules }) => kind === "act" && rules.length > 0);
  return `${[pen.look("bold", title), ...body, ...(acts ? ["", pen.look("dim", pen.say(notLegalAdvice))] : [])].join("\n")}\n`;
}

/** Entries by month, in order. */
export function byMonth(entries: readonly HistoryEntry[]): readonly (readonly [number, readonly HistoryEntry[]])[] {
  const months = new Map<number, HistoryEntry[]>();
  for (const entry of entries) {
    const list = months.get(entry.month);
    if (list === undefined) months.set(entry.month, [entry]);
    else list.push(entry);
  }
  return [...months].toSorted(([a], [b]) => a - b);
}

function monthLines(month: number, entries: readonly HistoryEntry[], context: ReplayContext, pen: Pen): readonly string[] {
  return [pen.look("bold", monthTitle(month, context, pen)), ...entries.flatMap((entry) => entryLines(entry, context, pen))];
}

/** The date and number of a month. */
export function monthTitle(month: number, { startDate }: ReplayContext, pen: Pen): string {
  const number = pen.lang === "en" ? `${replayWords.month.en} ${month + 1}` : `${replayWords.month.zh} ${month + 1} 月`;
  return `${dateOfMonth(startDate, month)}  ${month < 0 ? pen.say(replayWords.before) : number}`;
}

/** One entry of a life as lines. */
export function entryLines(entry: HistoryEntry, context: ReplayContext, pen: Pen): readonly string[] {
  switch (entry.kind) {
    case "decision":
      return decisionLines(entry, context, pen);
    case "act":
      return actLines(entry, context, pen);
    case "posting":
      return pen.paragraph(`${nameOf(entry.name, pen)} ${amountOf(entry, pen)} (${sidesOf(entry, pen)})${poolOf(entry, pen)}`, "    ");
    case "event":
      return pen.paragraph(`${nameOf(entry.name, pen)}${listOf(shownFigures(entry), context, pen)}`, "  ");
    case "month-end":
      return pen.paragraph(`${pen.say(replayWords.end)}${listOf(standingOf(entry), context, pen)}`, "  ").map((line) => pen.look("dim", line));
  }
}

/** How things stand at a month's end, in one piece. */
export function standingText(entry: HistoryEntry, context: ReplayContext, pen: Pen): string {
  return listOf(standingOf(entry), context, pen).trim();
}

/** How things stand, less what is as it usually is: nothing owed, nothing late, still shopping here. */
function standingOf({ figures }: HistoryEntry): HistoryEntry["figures"] {
  const usual = (name: string, value: number | string | boolean): boolean =>
    name === "shops" ? value === true : value === 0 || (value === false && (name !== "knows" || figures["status"] === "none"));
  return Object.fromEntries(Object.entries(figures).filter(([name, value]) => !usual(name, value)));
}

function sidesOf({ figures }: HistoryEntry, pen: Pen): string {
  return [figures["debit"], figures["credit"]].map((side) => pen.say(termMeaning(String(side ?? "")))).join(" / ");
}

/** Whose debt it is, where a policy has more than one pool. */
function poolOf({ figures: { pool } }: HistoryEntry, pen: Pen): string {
  return pool === undefined ? "" : ` [${pen.own(String(pool))}]`;
}

/** One outcome, or several joined by a sign: monitoring may do more than one thing. */
function outcomeOf(outcome: number | string | boolean | undefined, pen: Pen): string {
  return pen.own(String(outcome ?? "").split(/(?<=[,+ ])|(?=[,+ ])/).map((part) => termText(part, pen.lang)).join(""));
}

function amountOf(entry: HistoryEntry, pen: Pen): string {
  const amount = entry.figures["amountFen"];
  return amount === undefined ? "" : pen.own(factValueText("amountFen", amount, pen));
}

/** Counters count one: that needs no saying. */
function shownFigures({ figures }: HistoryEntry): HistoryEntry["figures"] {
  return figures["amount"] === 1 && Object.keys(figures).length === 1 ? {} : figures;
}

function decisionLines(entry: HistoryEntry, context: ReplayContext, pen: Pen): readonly string[] {
  const { moment, outcome, undecided, ...params } = entry.figures;
  const silent = outcome === "no-action";
  const because =
    undecided === true
      ? pen.say(replayWords.onMissing)
      : entry.rules.length === 0
        ? pen.say(replayWords.otherwise)
        : `${pen.say(replayWords.because)} ${entry.rules.map((rule) => ruleText(rule, context, pen)).join(", ")}`;
  const term = (name: string): string => pen.own(termText(name, pen.lang));
  const [colon, stop] = pen.lang === "en" ? [": ", "; "] : ["：", "；"];
  const text = `${term(entry.name)} @ ${term(String(moment ?? ""))}${colon}${outcomeOf(outcome, pen)}${listOf(params, context, pen)}${stop}${because}`;
  const facts = context.facts === true && entry.facts !== undefined ? factLines(entry.facts, pen) : [];
  const elsewhere = context.whyNot?.get(entry);
  const notice = context.notices?.get(entry);
  return [
    ...looked(pen.paragraph(text, "  "), silent ? "dim" : "cyan", pen),
    ...facts,
    ...(elsewhere === undefined ? [] : whyNotLines(elsewhere, pen).map((line) => `      ${line}`)),
    ...(notice === undefined ? [] : notice.trimEnd().split("\n").flatMap((line) => pen.paragraph(`${pen.ascii ? "|" : "│"} ${pen.own(line)}`, "      "))),
  ];
}

function factLines(facts: NonNullable<HistoryEntry["facts"]>, pen: Pen): readonly string[] {
  const list = Object.entries(facts).map(([fact, value]) => `${pen.own(fact)} ${pen.own(factValueText(fact, value, pen))}`);
  return looked(pen.paragraph(`${pen.say(replayWords.facts)} ${list.join(", ")}`, "      "), "dim", pen);
}

function actLines(entry: HistoryEntry, context: ReplayContext, pen: Pen): readonly string[] {
  const open = entry.figures["inconclusive"];
  const left = typeof open === "number" && open > 0 ? ` (${pen.say(replayWords.open)}: ${open})` : "";
  if (entry.rules.length === 0 && left === "") return looked([`  ${nameOf(entry.name, pen)}`], "dim", pen);
  const head = pen.paragraph(`${nameOf(entry.name, pen)}${left}`, "  ");
  const colon = pen.lang === "en" ? ": " : "：";
  const rules = entry.rules.flatMap((rule) => pen.paragraph(`${pen.say(replayWords.matched)}${colon}${ruleText(rule, context, pen)}`, "    "));
  return [...head, ...looked(rules, "yellow", pen)];
}

function ruleText(rule: string, context: ReplayContext, pen: Pen): string {
  const title = context.rules?.get(rule);
  return title === undefined ? pen.own(rule) : `${pen.own(rule)} ${pen.say(title)}`;
}

function nameOf(name: string, pen: Pen): string {
  const words = Object.hasOwn(entryWords, name) ? entryWords[name] : undefined;
  return words === undefined ? pen.own(name) : pen.say(words);
}

function listOf(figures: HistoryEntry["figures"], context: ReplayContext, pen: Pen): string {
  const list = Object.entries(figures).map(([name, value]) => {
    if (name === "status" && value === "none") return pen.say(replayWords.noAccount);
    const words = figureNamed(name);
    const reason = name === "reason" && typeof value === "string" ? context.reasons?.get(value) : undefined;
    const plain = typeof value === "string" ? value.split(", ").map((word) => termText(word, pen.lang)).join(pen.lang === "en" ? ", " : "、") : factValueText(name, value, pen);
    const text = reason === undefined ? pen.own(plain) : `${pen.own(String(value))}, ${pen.say(reason)}`;
    const between = typeof value !== "boolean" ? " " : pen.lang === "en" ? ": " : "：";
    return `${words === undefined ? pen.own(name) : pen.say(words)}${between}${text}`;
  });
  if (list.length === 0) return "";
  return pen.lang === "en" ? ` (${list.join("; ")})` : `（${list.join("；")}）`;
}

/** What a figure is called; one of several outcomes, such as `raise.toFen`, by its own name. */
function figureNamed(name: string): Text | undefined {
  const own = name.slice(name.lastIndexOf(".") + 1);
  return Object.hasOwn(figureWords, own) ? figureWords[own] : undefined;
}

const looked = (lines: readonly string[], look: Look, pen: Pen): readonly string[] => lines.map((line) => pen.look(look, line));
