import { figure, measureNamed } from "../../statistics/index.ts";
import { paretoFront, type PolicyReport, type TradeOff } from "../../verdict/index.ts";
import { letterOf } from "../pretty/letters.ts";
import { intervalSentence } from "../sentences.ts";
import { boundsText, valueIn, valueText } from "../text/figures.ts";
import { axisNames } from "./axis-names.ts";
import type { FootKey, PageContext, PageView } from "./context.ts";
import { parameterKeys, parameterLine, shownParameters, writeKeys } from "./param-rows.ts";
import { blank, plainLines, span, type Line } from "./span.ts";
import { textPage, textRows, type PageRow } from "./text-page.ts";
import { trialLines } from "./trial.ts";
import { colon, words } from "./words.ts";

/** A point picked: its figures on the chosen axes and in every trade-off of the report, and the parameters that made it, to be changed in place. */
export function standingPage(context: PageContext, name: string): PageView {
  const { report, pen, state } = context;
  const policy = report.policies.find((each) => each.name === name);
  if (policy === undefined) return textPage(context, { crumb: pen.own(name), rows: [] });
  const rows: readonly PageRow[] = [
    { line: [span(`${letterOf(report, policy.name)} ${pen.say(policy.title)}`, { bold: true }), span(`   ${pen.say(words.standsAt)}`, { dim: true })], heads: true },
    ...axisRows(context, policy),
    ...(state.whatIf === null ? [] : textRows([blank, ...trialLines(context)])),
    ...parameterRows(context, policy),
    ...textRows(tradeOffDetail(context, policy)),
  ];
  const changing: readonly FootKey[] = [["← →", { en: "change", zh: "改动" }], ["e", { en: "editor", zh: "编辑器" }]];
  const writing: readonly FootKey[] = state.whatIf === null ? [] : [["w W", { en: "write", zh: "写入" }]];
  return textPage(context, { crumb: pen.say(policy.title), rows, keys: writeKeys(state.whatIf), foot: [...writing, ...changing] });
}

/** The measures on the chosen axes, each leading to its page. */
function axisRows({ pen, state }: PageContext, policy: PolicyReport): readonly PageRow[] {
  return ([["x", state.axisX], ["y", state.axisY]] as const).flatMap(([axis, at]): readonly PageRow[] => {
    const measure = measureNamed(axisNames[at % axisNames.length] ?? "");
    if (measure === undefined) return [];
    const value = valueIn(policy, measure.name);
    const text = `${axis}${colon(pen.lang)}${measure.title[pen.lang]}${measure.assumed ? " *" : ""} ${valueText(measure, value, pen.lang)} ${boundsText(measure.unit, value?.interval, pen.lang)}`;
    return [{ line: [span(pen.own(text.trimEnd()))], go: { go: { kind: "measure", name: measure.name } } }];
  });
}

/** The parameters behind the point. */
function parameterRows(context: PageContext, { name }: PolicyReport): readonly PageRow[] {
  const { pen, state, layout } = context;
  const { told } = context.know({ kind: "account", policy: name });
  if (told?.kind !== "account") return [];
  const shown = shownParameters(told.account.parameters, name, state.whatIf);
  return [...textRows([blank]), { line: [span(pen.say(words.parameters), { bold: true })], heads: true }, ...shown.map((parameter): PageRow => ({ line: parameterLine(parameter, pen, layout.columns), keys: parameterKeys(parameter, name, state.whatIf) }))];
}

/** Every trade-off of the report, and which policies beat it in both measures. */
function tradeOffDetail(context: PageContext, policy: PolicyReport): readonly Line[] {
  const { report, pen } = context;
  return [
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
    return pen.own(`${measure.title[pen.lang]}${measure.assumed ? " *" : ""}${colon(pen.lang)}${valueText(measure, value, pen.lang)} ${boundsText(measure.unit, value?.interval, pen.lang)}`.trimEnd());
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
