import { dateOfMonth } from "../../base/index.ts";
import { traceRules, type ExplainTrace } from "../explain.ts";
import { factValueText } from "../fact-value.ts";
import { entryLines } from "../replay/replay.ts";
import { termText } from "../words.ts";
import type { PageContext, PageView } from "./context.ts";
import type { Place } from "./place.ts";
import { policyNamed } from "./policy-look.ts";
import { blank, plainLines, span, type Line } from "./span.ts";
import { textPage, textRows, type PageRow } from "./text-page.ts";
import { waitingPage } from "./waiting-page.ts";
import { colon, words } from "./words.ts";

type Here = Extract<Place, { kind: "decision" }>;

/** Why one decision of a life came out as it did: what she was decided on, and json-rules-engine's account of every rule. */
export function decisionPage(context: PageContext, place: Here): PageView {
  const { pen, report } = context;
  const heard = context.know({ kind: "life", policy: place.policy, customer: place.customer });
  const entry = heard.told?.kind === "life" ? heard.told.life.history.entries[place.entry] : undefined;
  if (heard.told?.kind !== "life" || entry === undefined) return waitingPage(context, pen.say(words.decision), heard);
  const date = dateOfMonth(report.inputs.startDate, entry.month).slice(0, 7);
  const crumb = `${pen.own(termText(entry.name, pen.lang))} ${date}`;
  const { letter, color, title } = policyNamed(report, place.policy);
  const trace = context.know({ kind: "trace", policy: place.policy, customer: place.customer, entry: place.entry });
  const facts = Object.entries(entry.facts ?? {}).map(([name, value]) => `${pen.own(name)} = ${pen.own(factValueText(name, value, pen))}`);
  const rows: readonly PageRow[] = [
    ...textRows(plainLines(entryLines(entry, heard.told.life.context, pen).map((text) => text.trim()), { bold: true })),
    ...textRows([blank]),
    ...(trace.told?.kind === "trace" ? traceRows(context, place, trace.told.trace) : textRows(plainLines(pen.paragraph(pen.say(trace.told?.kind === "refused" ? trace.told.why : words.tracing))))),
    ...textRows([blank, [span(pen.say(words.decidedOn), { bold: true })], ...plainLines(pen.paragraph(facts.join(pen.lang === "en" ? ", " : "，"))), blank]),
  ];
  const who = pen.say({ en: `customer ${place.customer} under ${letter} ${title.en}, ${date}`, zh: `客户 ${place.customer}，政策 ${letter} ${title.zh}，${date}` });
  return textPage(context, { crumb, above: [[span(` ${who}`, { color, bold: true })]], rows });
}

/** The rules as json-rules-engine judged them; each leads to its place in the file. */
function traceRows({ pen }: PageContext, { policy }: Here, trace: ExplainTrace): readonly PageRow[] {
  const reasons = Object.entries(trace.reasons ?? {}).flatMap(([code, text]) => pen.paragraph(`${pen.own(code)}${colon(pen.lang)}${pen.say(text)}`));
  // What decided stands first: the rest is what might have.
  const rules = [...trace.rules].toSorted((a, b) => rank(b, trace) - rank(a, trace));
  return [
    ...textRows(plainLines(reasons, { color: "yellow" })),
    ...textRows([[span(pen.say(words.judged), { bold: true })]]),
    ...rules.flatMap((rule): readonly PageRow[] => {
      const decided = trace.because.includes(rule.name);
      const [head = "", ...rest] = traceRules([rule], trace.because, pen).filter((line) => line !== "");
      const look = decided ? { color: "green" as const, bold: true } : rule.fired ? {} : { dim: true };
      // The sign of what decided would look like a second cursor.
      return [{ line: [span(head.replace(/^>/u, " "), look)], go: { go: { kind: "rule", policy, rule: rule.name } }, heads: true }, ...textRows(rest.map((text): Line => [span(text, leafLook(text))]))];
    }),
  ];
}

const rank = (rule: ExplainTrace["rules"][number], { because }: ExplainTrace): number => (because.includes(rule.name) ? 2 : rule.fired ? 1 : 0);

/** True conditions stand out; the sign before each says the same without colour. */
function leafLook(text: string): { readonly color?: "green"; readonly dim?: boolean } {
  const sign = text.trimStart().at(0);
  return sign === "+" ? { color: "green" } : sign === "." ? { dim: true } : {};
}
