import { figure, grouped } from "../../statistics/index.ts";
import { counted } from "../text/counted.ts";
import { columnsFrom, markdownTable } from "../markdown/markdown-table.ts";
import { scribe, type Scribe } from "../markdown/scribe.ts";
import type { TextOptions } from "../text/options.ts";
import { notLegalAdvice, termText, verificationWords } from "../words.ts";
import { unsupported, type Audit, type AuditedDecision, type AuditedFact, type AuditedUses } from "./audit.ts";
import { auditWords as words, useWords } from "./words.ts";

/** The audit as a Markdown page. */
export function auditMarkdown(of: Audit, { lang }: Pick<TextOptions, "lang">): string {
  const write = scribe(lang);
  const parts = [
    `# ${write.say(words.title)}${words.colon[write.lang]}${write.say(of.title)}`,
    `${write.own(of.scenario)}, ${counted(of.customers, "customer", write.lang)}, ${counted(of.months, "month", write.lang)}. ${write.say(words.purposes)}${words.colon[write.lang]}${of.purposesTold.map((purpose) => term(purpose, write)).join(", ") || write.say(words.none)}`,
    ...of.decisions.flatMap((decision) => decisionParts(decision, write)),
    ...fileParts(of, write),
    ...lawParts(of, write),
    write.say(words.basis),
    write.say(notLegalAdvice),
  ];
  return `${parts.join("\n\n")}\n`;
}

const term = (name: string, write: Scribe): string => write.own(termText(name, write.lang));

function decisionParts(decision: AuditedDecision, write: Scribe): readonly string[] {
  const head = `## ${term(decision.decision, write)} · ${term(decision.moment, write)}`;
  if (decision.facts.length === 0) return [head, usesText(decision.uses, write), write.say(words.readsNothing)];
  const titles = [words.fact, words.level, words.source, words.needs, words.told, words.needed].map((title) => write.say(title));
  const facts = markdownTable(titles, decision.facts.map((fact) => factCells(fact, write)), new Set([1])).join("\n");
  const kinds = ["valid", "invalid", "none", "withdrawn"] as const;
  const sources = Object.entries(decision.sources);
  if (sources.length === 0) return [head, usesText(decision.uses, write), facts];
  const counted = markdownTable(
    [write.say(words.source), ...kinds.map((kind) => write.say(useWords[kind]))],
    sources.map(([source, uses]) => [term(source, write), ...kinds.map((kind) => grouped(uses[kind], 0))]),
    columnsFrom(1, 5),
  );
  return [head, usesText(decision.uses, write), facts, counted.join("\n")];
}

function usesText(uses: AuditedUses, write: Scribe): string {
  const { uses: all, without } = unsupported(uses);
  const made = all + uses["not-needed"];
  if (made === 0) return write.say(words.neverMade);
  const many = `${grouped(made, 0)} ${write.say(words.decided)}`;
  return all === 0 ? `${many}${words.comma[write.lang]}${write.say(words.free)}` : `${many}${words.comma[write.lang]}${grouped(without, 0)} ${write.say(words.without)} (${figure("share", without / all, write.lang)})`;
}

function factCells(fact: AuditedFact, write: Scribe): readonly string[] {
  const marks = [...(fact.sensitive ? [words.sensitive] : []), ...(fact.shared ? [words.shared] : []), ...(fact.unnecessary ? [words.unnecessary] : [])];
  const aside = marks.length === 0 ? "" : ` (${marks.map((mark) => write.say(mark)).join(", ")})`;
  return [
    `${write.own(fact.fact)}${aside}`,
    String(fact.level),
    fact.source === null ? "–" : term(fact.source, write),
    fact.needs === null ? "–" : term(fact.needs, write),
    fact.source === null ? "–" : write.say(fact.told ? words.yes : words.no),
    write.say(fact.needed === "undecided" ? words.undecided : words[fact.needed]),
  ];
}

function fileParts({ files }: Audit, write: Scribe): readonly string[] {
  const list = (facts: readonly string[]): string => (facts.length === 0 ? write.say(words.none) : facts.map((fact) => write.own(fact)).join(", "));
  const head = ["", ...[words.necessary, words.forNothing, words.undecided].map((title) => write.say(title))];
  const rows = files.map((file) => [write.own(file.file), list(file.necessary), list(file.readForNothing), list(file.undecided)]);
  return [`## ${write.say(words.files)}`, markdownTable(head, rows).join("\n")];
}

function lawParts({ laws }: Audit, write: Scribe): readonly string[] {
  const head = [write.say(words.rule), "", write.say(words.persons), write.say(words.inconclusive), ""];
  const rows = laws.map((law) => [write.own(law.rule), write.say(law.title), grouped(law.persons, 0), grouped(law.inconclusive, 0), write.say(verificationWords[law.verification])]);
  return [`## ${write.say(words.laws)}`, rows.length === 0 ? write.say(words.none) : markdownTable(head, rows, new Set([2, 3])).join("\n")];
}
