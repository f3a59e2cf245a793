import { measureGroups, measures, type Measure, type MeasureGroup } from "../../statistics/index.ts";
import { lookOf } from "./canvas.ts";
import { blank, cursorIn, found, say, windowOf, type TabContext, type TableRow, type TabView } from "./context.ts";
import { fit, span, type Line } from "./span.ts";
import { wrapTo } from "../text/pad.ts";
import { boundsText, valueText } from "../text/figures.ts";

const groupTitles: Readonly<Record<MeasureGroup, { en: string; zh: string }>> = {
  funnel: { en: "Enrolment", zh: "开通" },
  risk: { en: "Risk", zh: "风险" },
  sales: { en: "Sales", zh: "销售" },
  money: { en: "Money", zh: "收支" },
  people: { en: "People", zh: "客户" },
  law: { en: "Law", zh: "法规" },
};

/** Which is better, and how sure: every measure side by side with its interval; Enter shows what it counts. */
export function overview(context: TabContext): TabView {
  const listed = measures.filter((measure) => found(context, [measure.name, measure.title.en, measure.title.zh]));
  const cursor = cursorIn(context, listed.length);
  const chosen = listed[cursor];
  const foot = chosen !== undefined && context.state.opened ? definition(context, chosen) : [];
  const height = Math.max(1, context.layout.body - 1 - foot.length);
  const rows = tableRows(context, listed);
  return { lines: [head(context), ...windowOf(rows, cursor, height), ...foot].slice(0, context.layout.body), rows: listed.length };
}

const titleCells = 34;

function cellWidth(context: TabContext): number {
  const count = Math.max(1, context.report.policies.length);
  return Math.max(10, Math.floor((context.layout.columns - titleCells - 3) / count));
}

function head(context: TabContext): Line {
  const cells = cellWidth(context);
  return [
    span(fit("", titleCells + 2)),
    ...context.report.policies.map((policy, index) => {
      const look = lookOf(index);
      const role = policy.role === "champion" ? say(context, { en: "champion", zh: "现行" }) : "";
      const name = `${look.mark} ${say(context, policy.title)}${role === "" ? "" : ` (${role})`}`;
      return span(fit(name, cells, "right", context.ascii), { color: look.color, bold: true });
    }),
  ];
}

function tableRows(context: TabContext, listed: readonly Measure[]): readonly TableRow[] {
  return measureGroups.flatMap((group): TableRow[] => {
    const members = listed.filter((measure) => measure.group === group);
    if (members.length === 0) return [];
    const title: TableRow = { line: [span(say(context, groupTitles[group]), { bold: true })] };
    return [title, ...members.map((measure) => ({ at: listed.indexOf(measure), line: row(context, measure) }))];
  });
}

function row(context: TabContext, measure: Measure): Line {
  const cells = cellWidth(context);
  const mark = measure.assumed ? "~" : " ";
  return [
    span(` ${mark}${fit(say(context, measure.title), titleCells, "left", context.ascii)}`),
    ...context.report.policies.map((policy) => {
      const value = policy.measures.find((candidate) => candidate.name === measure.name);
      if (value === undefined) return span(fit("", cells));
      const figure = valueText(measure, value, context.lang);
      const interval = cells >= 26 ? ` ${boundsText(measure.unit, value.interval, context.lang)}` : "";
      return span(fit(figure + interval, cells, "right", context.ascii), { dim: value.value === null });
    }),
  ];
}

function definition(context: TabContext, measure: Measure): readonly Line[] {
  const words = [
    `${say(context, measure.title)} = ${say(context, measure.numerator)} ÷ ${say(context, measure.denominator)}`,
    `${say(context, { en: "leaves out", zh: "不含" })}: ${say(context, measure.excludes)}`,
    measure.assumed ? say(context, assumedWords) : "",
  ];
  const lines = words.filter((word) => word !== "").flatMap((word) => wrapTo(word, context.layout.columns - 2));
  return [blank, ...lines.slice(0, 6).map((text): Line => [span(text, { color: "cyan" })])];
}

const assumedWords = {
  en: "~ assumed: follows from behaviour that the assumption set puts in, and turns where that assumption does.",
  zh: "~ 假设：由假设集设定的行为得出；假设改变，结果随之改变。",
};
