import type { LawLine } from "../../verdict/index.ts";
import { lookOf } from "./canvas.ts";
import { blank, cursorIn, found, say, windowOf, type TabContext, type TableRow, type TabView } from "./context.ts";
import { fit, span, type Line, type SpanColor } from "./span.ts";
import { wrapTo } from "../text/pad.ts";

/** Which law rules are matched, for how many persons, under which article; Enter shows the citation and three cases. */
export function compliance(context: TabContext): TabView {
  const listed = rulesOf(context);
  const cursor = cursorIn(context, listed.length);
  const chosen = listed[cursor];
  const foot = chosen !== undefined && context.state.opened ? detail(context, chosen.id) : [];
  const summary = summaryLines(context);
  const height = Math.max(1, context.layout.body - 1 - foot.length - summary.length);
  const rows = listed.map((rule, at): TableRow => ({ at, line: row(context, rule) }));
  const lines = [...summary, head(context), ...windowOf(rows, cursor, height), ...foot];
  return { lines: lines.slice(0, context.layout.body), rows: listed.length };
}

/** Every rule once, in pack order, those that any policy matches first. */
function rulesOf(context: TabContext): readonly LawLine[] {
  const all = context.report.policies[0]?.laws ?? [];
  const wanted = all.filter((rule) => found(context, [rule.id, rule.title.en, rule.title.zh, rule.citation.en, rule.citation.zh]));
  const matched = (rule: LawLine): boolean =>
    context.report.policies.some((policy) => (lineOf(policy.laws, rule.id)?.persons ?? 0) > 0);
  return [...wanted.filter(matched), ...wanted.filter((rule) => !matched(rule))];
}

function lineOf(laws: readonly LawLine[], id: string): LawLine | undefined {
  return laws.find((rule) => rule.id === id);
}

const idCells = 12;
const cell = 12;

function titleCells(context: TabContext): number {
  return Math.max(12, context.layout.columns - idCells - 4 - cell * context.report.policies.length);
}

function head(context: TabContext): Line {
  return [
    span(fit(say(context, { en: "rule", zh: "规则" }), idCells), { dim: true }),
    span(fit(say(context, { en: "as simulated, would breach (persons)", zh: "疑似违反（人数）" }), titleCells(context) + 3, "left", context.ascii), { dim: true }),
    ...context.report.policies.map((_, index) => {
      const look = lookOf(index);
      return span(fit(look.mark, cell, "right"), { color: look.color, bold: true });
    }),
  ];
}

const severityMarks: Readonly<Record<LawLine["severity"], { mark: string; color: SpanColor }>> = {
  critical: { mark: "!", color: "red" },
  high: { mark: "+", color: "yellow" },
  medium: { mark: "-", color: "blue" },
  low: { mark: ".", color: "gray" },
};

function row(context: TabContext, rule: LawLine): Line {
  const severity = severityMarks[rule.severity];
  return [
    span(fit(rule.id, idCells)),
    span(`${severity.mark} `, { color: severity.color, bold: true }),
    span(fit(say(context, rule.title), titleCells(context), "left", context.ascii)),
    span(rule.verification === "text" ? " " : "*"),
    ...context.report.policies.map((policy) => personsCell(context, lineOf(policy.laws, rule.id))),
  ];
}

function personsCell(context: TabContext, line: LawLine | undefined) {
  if (line === undefined) return span(fit("", cell));
  if (line.persons > 0) return span(fit(line.persons.toLocaleString("en-US"), cell, "right"), { color: "red", bold: true });
  if (line.inconclusive > 0) return span(fit(say(context, { en: "inconclusive", zh: "无法判定" }), cell, "right"), { color: "yellow" });
  if (line.judged === 0) return span(fit(say(context, { en: "no act", zh: "无此行为" }), cell, "right"), { dim: true });
  return span(fit(say(context, { en: "none", zh: "未命中" }), cell, "right"), { dim: true });
}

function summaryLines(context: TabContext): readonly Line[] {
  const lines = context.report.policies.map((policy, index): Line => {
    const look = lookOf(index);
    const { modelled, matched, inconclusive, restingOnDeclarations } = policy.lawSummary;
    const words = say(context, {
      en: `${matched} of ${modelled} modelled rules matched, ${inconclusive} inconclusive, ${restingOnDeclarations} rest on declarations`,
      zh: `${modelled} 条已建模规则中命中 ${matched} 条，无法判定 ${inconclusive} 条，依赖自述 ${restingOnDeclarations} 条`,
    });
    return [span(` ${look.mark} `, { color: look.color, bold: true }), span(words)];
  });
  const legend = say(context, {
    en: "! critical  + high  - medium  . low   * not verified in the law's own text   not legal advice",
    zh: "! 极重  + 重  - 中  . 轻   * 未核对法规原文   不构成法律意见",
  });
  return [...lines, [span(legend, { dim: true })]];
}

function detail(context: TabContext, id: string): readonly Line[] {
  const rule = context.report.policies.map((policy) => lineOf(policy.laws, id)).find((line) => line !== undefined);
  if (rule === undefined) return [];
  const verification = {
    text: { en: "read in the law's own text", zh: "已核对法规原文" },
    secondary: { en: "confirmed by a secondary source only", zh: "仅由二手来源确认" },
    unverified: { en: "not verified", zh: "未经核实" },
  }[rule.verification];
  const words = [
    say(context, rule.citation),
    `${say(context, verification)}${rule.declared ? say(context, { en: "; rests on declarations", zh: "；依赖自述" }) : ""}`,
    `${say(context, { en: "remedy", zh: "整改" })}: ${say(context, rule.remedy)}`,
  ];
  const lines = words.flatMap((word) => wrapTo(word, context.layout.columns - 2)).slice(0, 7);
  const cases = context.report.policies.map((policy, index): Line => {
    const look = lookOf(index);
    const line = lineOf(policy.laws, id);
    const shown = (line?.cases ?? []).map((found) => `#${found.customer} (${say(context, { en: "month", zh: "第" })} ${found.month + 1}${context.lang === "zh" ? " 月" : ""})`);
    const text = shown.length === 0 ? say(context, { en: "no case", zh: "无案例" }) : `${say(context, { en: "customers", zh: "客户" })} ${shown.join(", ")}`;
    return [span(` ${look.mark} `, { color: look.color, bold: true }), span(text)];
  });
  return [blank, ...lines.map((text): Line => [span(text, { color: "cyan" })]), ...cases];
}
