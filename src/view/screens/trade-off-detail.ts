import { figure, measureNamed } from "../../statistics/index.ts";
import { paretoFront, type PolicyReport, type TradeOff } from "../../verdict/index.ts";
import { letterOf } from "../pretty/letters.ts";
import { intervalSentence } from "../sentences.ts";
import { boundsText, valueIn, valueText } from "../text/figures.ts";
import type { PageContext, PageView } from "./context.ts";
import { blank, plainLines, span, type Line } from "./span.ts";
import { textPage, textRows } from "./text-page.ts";
import { words } from "./words.ts";

/** Where one policy stands in every trade-off of the report. */
export function standingPage(context: PageContext, name: string): PageView {
  const { report, pen } = context;
  const policy = report.policies.find((each) => each.name === name);
  if (policy === undefined) return textPage(context, { crumb: pen.own(name), rows: [] });
  return textPage(context, { crumb: pen.say(policy.title), rows: textRows(tradeOffDetail(context, policy)) });
}

/** Every trade-off of the report, and which policies beat it in both measures. */
function tradeOffDetail(context: PageContext, policy: PolicyReport): readonly Line[] {
  const { report, pen } = context;
  return [
    [span(`${letterOf(report, policy.name)} ${pen.say(policy.title)}`, { bold: true })],
    ...report.tradeOffs.flatMap((tradeOff) => [blank, ...standing(context, policy, tradeOff)]),
    blank,
    ...plainLines(pen.paragraph(pen.say(words.tradeOffCaution))),
    ...plainLines(pen.paragraph(pen.say(intervalSentence(report)))),
  ];
}

function standing({ report, pen }: PageContext, policy: PolicyReport, { x, y, frontier }: TradeOff): readonly Line[] {
  const figures = [x, y].map(({ measure: name }) => {
    const measure = measureNamed(name);
    if (measure === undefined) return pen.own(name);
    const value = valueIn(policy, name);
    return pen.own(`${measure.title[pen.lang]}${measure.assumed ? " *" : ""}: ${valueText(measure, value, pen.lang)} ${boundsText(measure.unit, value?.interval, pen.lang)}`.trimEnd());
  });
  const bare = [x, y].some(({ measure }) => (valueIn(policy, measure)?.value ?? null) === null);
  const beaters = report.policies.filter((other) => beats(other, policy, [x, y])).map((other) => `${letterOf(report, other.name)} ${pen.say(other.title)}`);
  const verdict = bare ? figure("share", null, pen.lang) : frontier.includes(policy.name) ? pen.say(words.onFrontier) : `${pen.say(words.beaten)} ${beaters.join(", ")}`;
  return [...plainLines(figures.flatMap((text) => pen.paragraph(text))), ...plainLines(pen.paragraph(verdict, "  "), { bold: true })];
}

/** Whether of these two only the other stands unbeaten. */
function beats(other: PolicyReport, policy: PolicyReport, axes: readonly TradeOff["x"][]): boolean {
  const points = [other, policy].map((each) => axes.map(({ measure }) => valueIn(each, measure)?.value ?? Number.NaN));
  const front = paretoFront(points, axes.map(({ better }) => better));
  return front.length === 1 && front[0] === 0;
}
