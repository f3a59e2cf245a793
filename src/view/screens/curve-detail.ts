import { figure } from "../../statistics/index.ts";
import type { PolicyReport } from "../../verdict/index.ts";
import { intervalSentence } from "../sentences.ts";
import { boundsText, countText } from "../text/figures.ts";
import { table, type Column } from "../text/table.ts";
import type { PageContext, PageView } from "./context.ts";
import { curveTitles, pointsOf, type CurveKind } from "./curves.ts";
import { blank, plainLines, span, type Line } from "./span.ts";
import { textPage, textRows, type PageRow } from "./text-page.ts";
import { colon, words } from "./words.ts";

/** One policy's curve as numbers, and the people who are in it. */
export function curvePage(context: PageContext, { policy: name, curve }: { readonly policy: string; readonly curve: CurveKind }): PageView {
  const { report, pen } = context;
  const policy = report.policies.find((each) => each.name === name);
  if (policy === undefined) return textPage(context, { crumb: pen.own(name), rows: [] });
  const rows: readonly PageRow[] = [
    ...textRows(curveDetail(context, policy, curve)),
    ...textRows([blank]),
    { line: [span(pen.say(words.whoIsIt), { color: "cyan" })], go: { go: { kind: "people", policy: name, where: [`event=${eventOf[curve]}`] } } },
  ];
  return textPage(context, { crumb: `${pen.say(curveTitles[curve])}${colon(pen.lang)}${pen.say(policy.title)}`, rows });
}

/** What happens to those who are in a curve. */
const eventOf: Readonly<Record<CurveKind, string>> = { ever90: "newly90", ever30: "newly30", chargedOff: "chargedOff", balance90: "newly90" };

/** Every age with its interval and the accounts it rests on. */
function curveDetail({ report, pen }: PageContext, policy: PolicyReport, kind: CurveKind): readonly Line[] {
  const columns: readonly Column[] = [
    { title: pen.say(words.age), align: "right" },
    { title: pen.say(words.value), align: "right" },
    { title: pen.say(words.interval), align: "left" },
    { title: pen.say(words.accounts), align: "right" },
  ];
  const points = pointsOf(policy, kind);
  const [head = "", ...rows] = table(
    pen,
    columns,
    points.map(({ monthsOnBook, value, low, high, accounts }) => {
      const interval = low === null || high === null ? null : ({ low, high, kind: "sampling" } as const);
      const texts = [String(monthsOnBook), figure("share", value, pen.lang), boundsText("share", interval, pen.lang), countText(accounts, pen.lang)];
      return { cells: texts.map((text) => ({ text: pen.own(text) })) };
    }),
  );
  return [
    [span(`${pen.say(curveTitles[kind])}${colon(pen.lang)}${pen.say(policy.title)}`, { bold: true })],
    ...(points.length === 0 ? plainLines(pen.paragraph(pen.say(words.noCurve))) : [...plainLines([head], { dim: true }), ...plainLines(rows)]),
    blank,
    ...plainLines(pen.paragraph(pen.say(words.reading))),
    ...plainLines(pen.paragraph(pen.say(intervalSentence(report)))),
  ];
}
