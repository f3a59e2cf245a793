import { figure, grouped } from "../../statistics/index.ts";
import { counted } from "../text/counted.ts";
import type { TextOptions } from "../text/options.ts";
import { penOf, type Pen } from "../text/pen.ts";
import { table, type Cell, type Column } from "../text/table.ts";
import { notLegalAdvice, termText, verificationWords } from "../words.ts";
import { unsupported, type Audit, type AuditedDecision, type AuditedFact, type AuditedUses } from "./audit.ts";
import { auditWords as words, useWords } from "./words.ts";

/** The audit for a terminal: every decision with what it reads and on what that rests, then the necessary set, then the law. */
export function audit(of: Audit, options: TextOptions): string {
  const pen = penOf(options);
  const purposes = of.purposesTold.map((purpose) => pen.own(termText(purpose, pen.lang))).join(", ");
  const head = [
    pen.look("bold", `${pen.say(words.title)}${words.colon[pen.lang]}${pen.say(of.title)} (${pen.own(of.policy)})`),
    [pen.own(of.scenario), counted(of.customers, "customer", pen.lang), counted(of.months, "month", pen.lang)].join(words.comma[pen.lang]),
    `${pen.say(words.purposes)}${words.colon[pen.lang]}${purposes === "" ? pen.say(words.none) : purposes}`,
  ];
  const blocks = of.decisions.map((decision) => decisionLines(decision, pen));
  const parts = [head, ...blocks, fileLines(of, pen), lawLines(of, pen), [...pen.paragraph(pen.say(words.basis)), ...pen.paragraph(pen.say(notLegalAdvice))].map((line) => pen.look("dim", line))];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function decisionLines(decision: AuditedDecision, pen: Pen): readonly string[] {
  const term = (name: string): string => pen.own(termText(name, pen.lang));
  const head = `${pen.look("cyan", `${term(decision.decision)} @ ${term(decision.moment)}`)}  ${usesText(decision.uses, pen)}`;
  if (decision.facts.length === 0) return [head, `  ${pen.say(words.readsNothing)}`];
  const columns: Column[] = [
    { title: pen.say(words.fact), align: "left", elastic: true },
    { title: pen.say(words.level), align: "right" },
    { title: pen.say(words.source), align: "left" },
    { title: pen.say(words.needs), align: "left" },
    { title: pen.say(words.told), align: "left" },
    { title: pen.say(words.needed), align: "left" },
  ];
  const sources = Object.entries(decision.sources).map(([source, uses]) => `  ${term(source)}${words.colon[pen.lang]}${standingsText(uses, pen)}`);
  return [head, ...table(pen, columns, decision.facts.map((fact) => ({ cells: factCells(fact, pen) }))), ...sources];
}

function usesText(uses: AuditedUses, pen: Pen): string {
  const { uses: all, without } = unsupported(uses);
  if (all + uses["not-needed"] === 0) return pen.say(words.neverMade);
  const made = `${grouped(all + uses["not-needed"], 0)} ${pen.say(words.decided)}`;
  if (all === 0) return `${made}${words.comma[pen.lang]}${pen.say(words.free)}`;
  const share = `${grouped(without, 0)} ${pen.say(words.without)} (${figure("share", without / all, pen.lang)})`;
  return `${made}${words.comma[pen.lang]}${pen.look(without > 0 ? "yellow" : "green", share)}`;
}

function standingsText(uses: AuditedUses, pen: Pen): string {
  const kinds = ["valid", "invalid", "none", "withdrawn"] as const;
  return kinds.filter((kind) => uses[kind] > 0).map((kind) => `${pen.say(useWords[kind])} ${grouped(uses[kind], 0)}`).join(", ");
}

function factCells(fact: AuditedFact, pen: Pen): readonly Cell[] {
  const term = (name: string | null): string => (name === null ? "-" : pen.own(termText(name, pen.lang)));
  const marks = [...(fact.sensitive ? [words.sensitive] : []), ...(fact.shared ? [words.shared] : []), ...(fact.unnecessary ? [words.unnecessary] : [])];
  return [
    { text: pen.own(fact.fact), aside: marks.map((mark) => pen.say(mark)).join(", ") },
    { text: String(fact.level), look: fact.level >= 3 ? "yellow" : undefined },
    { text: term(fact.source) },
    { text: term(fact.needs) },
    { text: fact.source === null ? "-" : pen.say(fact.told ? words.yes : words.no), look: fact.told ? undefined : "yellow" },
    { text: pen.say(fact.needed === "undecided" ? words.undecided : words[fact.needed]), look: fact.needed === "no" ? "yellow" : undefined },
  ];
}

function fileLines({ files }: Audit, pen: Pen): readonly string[] {
  const list = (facts: readonly string[]): string => (facts.length === 0 ? pen.say(words.none) : facts.map((fact) => pen.own(fact)).join(", "));
  const lines = files.flatMap((file) => [
    pen.own(file.file),
    ...pen.paragraph(`${pen.say(words.necessary)} ${file.necessary.length}: ${list(file.necessary)}`, "  "),
    ...pen.paragraph(`${pen.say(words.forNothing)} ${file.readForNothing.length}: ${list(file.readForNothing)}`, "  ").map((line) => (file.readForNothing.length > 0 ? pen.look("yellow", line) : line)),
    ...(file.undecided.length === 0 ? [] : pen.paragraph(`${pen.say(words.undecided)} ${file.undecided.length}: ${list(file.undecided)}`, "  ")),
  ]);
  return [pen.look("bold", pen.say(words.files)), ...lines];
}

function lawLines({ laws }: Audit, pen: Pen): readonly string[] {
  if (laws.length === 0) return [pen.look("bold", pen.say(words.laws)), pen.say(words.none)];
  const columns: Column[] = [
    { title: pen.say(words.rule), align: "left" },
    { title: "", align: "left", elastic: true },
    { title: pen.say(words.persons), align: "right" },
    { title: pen.say(words.inconclusive), align: "right" },
    { title: "", align: "left" },
  ];
  const rows = laws.map((law) => ({
    cells: [
      { text: pen.own(law.rule) },
      { text: pen.say(law.title) },
      { text: grouped(law.persons, 0), look: law.persons > 0 ? ("yellow" as const) : undefined },
      { text: grouped(law.inconclusive, 0) },
      { text: pen.say(verificationWords[law.verification]), look: "dim" as const },
    ],
  }));
  return [pen.look("bold", pen.say(words.laws)), ...table(pen, columns, rows)];
}
