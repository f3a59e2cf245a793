import { grouped } from "../../statistics/index.ts";
import { markdownTable } from "../markdown/markdown-table.ts";
import { scribe, type Scribe } from "../markdown/scribe.ts";
import type { TextOptions } from "../text/options.ts";
import { countWords, houseStandard, notLegalAdvice, severityWords, termText, verificationWords } from "../words.ts";
import { resultOf, type EvidenceLaw, type EvidencePack, type EvidenceRule } from "./evidence.ts";
import { evidenceWords as words, filingWords, resultWords } from "./words.ts";

/** The evidence as a Markdown page: law by law, article by article; a rule that several articles cite is told once. */
export function evidenceMarkdown(pack: EvidencePack, { lang }: Pick<TextOptions, "lang">): string {
  const write = scribe(lang);
  const told = new Map<string, string>();
  const parts = [
    `# ${write.say(words.title)}${colon(write)}${write.say(pack.title)}`,
    [`${write.own(pack.policy)}; ${write.own(pack.scenario)}`, `${grouped(pack.customers, 0)} ${write.say(words.customers)}`, `${pack.startDate} + ${pack.months} ${write.say(words.months)}`, `${write.say(words.lender)} ${write.own(termText(pack.lender, lang))}`].join("; "),
    write.say(words.reading),
    summary(pack, write),
    ...filingParts(pack, write),
    ...pack.laws.flatMap((law) => lawParts(law, pack, { write, told })),
    write.say(notLegalAdvice),
  ];
  return `${parts.join("\n\n")}\n`;
}

function summary({ rules }: EvidencePack, write: Scribe): string {
  const kinds = ["matched", "inconclusive", "unmatched", "notJudged"] as const;
  const rows = kinds.map((kind) => {
    const those = rules.filter(({ line }) => resultOf(line) === kind);
    return [write.say(resultWords[kind]), String(those.length), String(those.filter(({ line }) => line.declared).length), those.map(({ line }) => write.own(line.id)).join(", ")];
  });
  return markdownTable([write.say(words.result), write.say(words.rules), write.say(words.onDeclarations), ""], rows, new Set([1, 2])).join("\n");
}

/** Papers and their days; nothing where the procedures give no dates. */
function filingParts({ filings }: EvidencePack, write: Scribe): readonly string[] {
  if (filings.length === 0) return [];
  const rows = filings.map(({ name, made, missing }) => {
    const title = filingWords[name];
    const without = missing.map((month) => String(month + 1)).join(", ");
    return [title === undefined ? write.own(name) : write.say(title), made.length === 0 ? write.say(words.never) : made.join(", "), without === "" ? "–" : without];
  });
  return [`## ${write.say(words.filings)}`, markdownTable([write.say(words.filing), write.say(words.made), write.say(words.monthsWithout)], rows, new Set()).join("\n")];
}

interface Telling {
  readonly write: Scribe;
  /** Rules told already, with the article under which. */
  readonly told: Map<string, string>;
}

function lawParts({ law, articles }: EvidenceLaw, { rules }: EvidencePack, { write, told }: Telling): readonly string[] {
  return [
    `## ${write.say(law)}`,
    ...articles.flatMap(({ article, rules: ids }) => {
      const name = article === null ? write.say(words.whole) : articleName(article, write);
      const blocks = ids.flatMap((id) => {
        const rule = rules.find(({ line }) => line.id === id);
        const before = told.get(id);
        if (rule === undefined) return [];
        if (before !== undefined) return [`- ${write.own(id)} ${write.say(rule.line.title)}${colon(write)}${write.say(resultWords[resultOf(rule.line)])}; ${write.say(words.toldUnder)} ${before}`];
        told.set(id, `${write.say(law)} ${name}`);
        return ruleParts(rule, write);
      });
      return [`### ${name}`, ...blocks];
    }),
  ];
}

const colon = ({ lang }: Scribe): string => (lang === "en" ? ": " : "：");

function articleName(article: string, write: Scribe): string {
  return write.lang === "en" ? `art ${write.own(article)}` : `第 ${write.own(article)} 条`;
}

function ruleParts({ line, effectiveFrom, effectiveTo, penalty, places, answers }: EvidenceRule, write: Scribe): readonly string[] {
  const force = `${effectiveFrom ?? "…"} – ${effectiveTo ?? "…"}`;
  const marks = [write.say(severityWords[line.severity]), write.say(verificationWords[line.verification]), force, ...(line.houseStandard ? [write.say(houseStandard)] : [])];
  const files = places.map(({ file, line: at, item, value }) => `  - ${placeText(file, at, write)} ${write.own(item)}${colon(write)}${value === null ? write.say(words.absent) : write.own(value)}`);
  const rules = answers.map(({ file, line: at, decision, rule, title }) => `  - ${placeText(file, at, write)} ${write.own(termText(decision, write.lang))} ${write.own(rule)} ${write.say(title)}`);
  return [
    `**${write.own(line.id)} ${write.say(line.title)}** (${marks.join(write.lang === "en" ? "; " : "；")})`,
    [
      `- ${write.say(words.result)}${colon(write)}${resultText(line, write)}`,
      ...(line.cases.length === 0 ? [] : [`- ${write.say(words.cases)}${colon(write)}${line.cases.map(({ customer, month }) => `${write.say(words.customer)} ${customer} (${write.say(words.month)} ${month + 1})`).join(", ")}`]),
      ...(files.length === 0 ? [`- ${write.say(words.files)}${colon(write)}${write.say(words.followsFromRun)}`] : [`- ${write.say(words.files)}${colon(write).trim()}`, ...files]),
      ...(rules.length === 0 ? [] : [`- ${write.say(words.answers)}${colon(write).trim()}`, ...rules]),
      `- ${write.say(words.citation)}${colon(write)}${write.say(line.citation)}`,
      `- ${write.say(words.remedy)}${colon(write)}${write.say(line.remedy)}`,
      ...(penalty === null ? [] : [`- ${write.say(words.penalty)}${colon(write)}${write.say(penalty)}`]),
    ].join("\n"),
  ];
}

function placeText(file: string, line: number | null, write: Scribe): string {
  return line === null ? write.own(file) : `${write.own(file)}:${line}`;
}

function resultText(line: EvidenceRule["line"], write: Scribe): string {
  const result = resultOf(line);
  const head = write.say(resultWords[result]);
  const parts = [
    ...(result === "matched" ? [`${grouped(line.count, 0)} ${write.say(countWords[line.counts])}`, ...(line.counts === "persons" ? [`${grouped(line.accounts, 0)} ${write.say(countWords.accounts)}`] : [])] : []),
    ...(line.firstMonth === null ? [] : [`${write.say(words.first)} ${line.firstMonth + 1}`]),
    ...(line.inconclusive > 0 ? [`${write.say(words.inconclusive)} ${grouped(line.inconclusive, 0)}`] : []),
    ...(line.declared ? [write.say(words.declared)] : []),
  ];
  return parts.length === 0 ? head : `${head}${colon(write)}${parts.join(write.lang === "en" ? "; " : "；")}`;
}

