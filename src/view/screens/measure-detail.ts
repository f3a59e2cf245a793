import { measureNamed, type Measure } from "../../statistics/index.ts";
import type { PolicyReport } from "../../verdict/index.ts";
import { words as prettyWords } from "../pretty/words.ts";
import { groupSentences, headlineSentences, intervalSentence } from "../sentences.ts";
import { boundsText, comparedWith, countText, differenceText, valueIn, valueText } from "../text/figures.ts";
import type { Pen } from "../text/pen.ts";
import { table, type Column } from "../text/table.ts";
import { comparisonWords, groupTitles } from "../words.ts";
import { peopleBehind, whereText } from "./behind.ts";
import type { PageContext, PageView } from "./context.ts";
import { lookOf } from "./policy-look.ts";
import { blank, plainLines, span, type Line } from "./span.ts";
import { textPage, textRows, type PageRow } from "./text-page.ts";
import { colon, words } from "./words.ts";

/** One measure in full, and the people behind its number. */
export function measurePage(context: PageContext, name: string): PageView {
  const { pen } = context;
  const measure = measureNamed(name);
  if (measure === undefined) return textPage(context, { crumb: pen.own(name), rows: [] });
  const rows = [...textRows(figuresOf(context, measure)), ...textRows([blank]), ...behindRows(context, measure), ...textRows([blank, ...remarksOn(context, measure)])];
  return textPage(context, { crumb: `${pen.say(groupTitles[measure.group])}${colon(context.pen.lang)}${pen.say(measure.title)}`, rows });
}

/** Under each policy those whom the number counts; where it is no count of people, those who could be in it. */
function behindRows({ report, pen }: PageContext, measure: Measure): readonly PageRow[] {
  const { exact, wheres } = peopleBehind(measure);
  const head = plainLines(pen.paragraph(pen.say(exact ? words.whoIsIt : words.whoCouldBe)), { bold: true });
  const links = report.policies.flatMap((policy, index) =>
    wheres.map((where): PageRow => {
      const look = lookOf(index);
      const whom = exact && wheres.length === 1 ? measure.numerator[pen.lang] : whereText([where], pen.lang);
      const text = pen.own(`${policy.title[pen.lang]}${colon(pen.lang)}${whom}`);
      return { line: [span(`${look.letter} `, { color: look.color, bold: true }), span(text)], go: { go: { kind: "people", policy: policy.name, where: [where] } } };
    }),
  );
  return [...textRows(head), ...links];
}

/** What a measure counts, and what came out. */
function figuresOf(context: PageContext, measure: Measure): readonly Line[] {
  const { pen } = context;
  const labelled = (label: string, text: string): readonly Line[] => plainLines(pen.paragraph(`${label}${colon(context.pen.lang)}${text}`));
  return [
    [span(pen.say(measure.title), { bold: true }), ...(measure.assumed ? [span(`  * ${pen.say(words.assumedMark)}`, { color: "yellow" })] : [])],
    blank,
    ...labelled(pen.say(words.definition), definition(pen, measure)),
    ...labelled(pen.say(words.leavesOut), pen.say(measure.excludes)),
    ...plainLines([pen.say(measure.better === "neither" ? words.neither : prettyWords.better[measure.better])]),
    blank,
    ...(context.layout.columns < tableFrom ? figureLines(context, measure) : figures(context, measure)),
  ];
}

/** Below this width a table would cut its figures: they stand in lines instead. */
const tableFrom = 90;

function figureLines(context: PageContext, measure: Measure): readonly Line[] {
  const { report, pen } = context;
  return report.policies.flatMap((policy, index) => {
    const [letter = "", title = "", value = "", interval = "", quotient = "", difference = ""] = cells(context, measure, policy, index);
    const told = [`${value} ${interval}`.trim(), quotient, difference === "" ? "" : `${pen.say(words.difference)} ${difference}`].filter((text) => text !== "");
    return plainLines(pen.paragraph(pen.own(`${letter} ${title}${colon(context.pen.lang)}${told.join(pen.lang === "en" ? "; " : "；")}`)), { color: lookOf(index).color });
  });
}

/** How sure it is, what it rests on, and what else is said of its group. */
function remarksOn(context: PageContext, measure: Measure): readonly Line[] {
  const { report, pen } = context;
  const compared = report.policies.length > 1 ? headlineSentences(report, measure.name, pen.lang) : [];
  const rest = groupSentences(report, measure.group, pen.lang).filter((sentence) => !compared.includes(sentence));
  return [
    ...plainLines(pen.paragraph(pen.say(measure.method === "none" ? words.plainCount : intervalSentence(report)))),
    ...(measure.assumed ? plainLines(pen.paragraph(pen.say(words.assumedMeans)), { color: "yellow" }) : []),
    ...plainLines(compared.flatMap((sentence) => pen.paragraph(pen.own(sentence)))),
    blank,
    [span(pen.say(groupTitles[measure.group]), { bold: true })],
    ...plainLines(rest.flatMap((sentence) => pen.paragraph(pen.own(sentence)))),
  ];
}

/** Numerator ÷ denominator in words. */
export function definition(pen: Pen, measure: Measure): string {
  return pen.own(`${pen.say(measure.numerator)} ÷ ${pen.say(measure.denominator)}${measure.unit === "perThousand" ? " × 1,000" : ""}`);
}

/** One row a policy: the value, its interval, the two numbers it is the quotient of, and the difference to the champion. */
function figures(context: PageContext, measure: Measure): readonly Line[] {
  const { report, pen } = context;
  const columns: readonly Column[] = [
    { title: "", align: "left" },
    { title: pen.say(words.policy), align: "left", elastic: true },
    { title: pen.say(words.value), align: "right" },
    { title: pen.say(words.interval), align: "left" },
    { title: pen.say(words.quotient), align: "left", elastic: true },
    { title: pen.say(words.difference), align: "left", elastic: true },
  ];
  const [head = "", ...rows] = table(
    pen,
    columns,
    report.policies.map((policy, index) => ({ cells: cells(context, measure, policy, index).map((text) => ({ text: pen.own(text) })) })),
  );
  return [[span(head, { dim: true })], ...rows.map((row, index): Line => [span(row, { color: lookOf(index).color })])];
}

function cells({ report, pen }: PageContext, measure: Measure, policy: PolicyReport, index: number): readonly string[] {
  const value = valueIn(policy, measure.name);
  const fenless = (sum: number): string => countText(Math.round(sum), pen.lang);
  const quotient = value === undefined || value.value === null ? "" : `${fenless(value.numerator)} ÷ ${fenless(value.denominator)}`;
  const compared = comparedWith(report, policy, measure.name);
  const difference =
    compared === undefined || compared.difference === null
      ? ""
      : `${differenceText(measure.unit, compared.difference, pen.lang)} ${boundsText(measure.unit, compared.interval, pen.lang)} ${comparisonWords[compared.verdict][pen.lang]}`;
  return [lookOf(index).letter, policy.title[pen.lang], valueText(measure, value, pen.lang), boundsText(measure.unit, value?.interval, pen.lang), quotient, difference];
}
