import { displayWidth, type Text } from "../../base/index.ts";
import { measureGroups, measures, type Measure } from "../../statistics/index.ts";
import type { ComparedMeasure, PolicyReport } from "../../verdict/index.ts";
import { valueCell } from "../pretty/measure-lines.ts";
import { words as prettyWords } from "../pretty/words.ts";
import { groupSentences } from "../sentences.ts";
import { valueIn } from "../text/figures.ts";
import type { Pen } from "../text/pen.ts";
import type { Cell } from "../text/table.ts";
import { groupTitles, roleWords } from "../words.ts";
import { changeColor, changeMark, changeOf, changeText, withChange } from "./change-cell.ts";
import { acrossLine, atMost, cursorIn, filledTo, found, windowOf, type PageContext, type PageView, type TableRow } from "./context.ts";
import { headlines } from "../headlines.ts";
import { definition } from "./measure-detail.ts";
import { lookOf } from "./policy-look.ts";
import { fit, looked, plainLines, span, type Line } from "./span.ts";
import { colon, words } from "./words.ts";

/** Which is better, and how sure: every measure side by side with its interval; below, what there is to see. */
export function overview(context: PageContext): PageView {
  const { layout } = context;
  const sections = sectionsOf(context);
  const listed = sections.flatMap(({ members }) => members);
  const cursor = cursorIn(context, listed.length);
  const chosen = listed[cursor];
  const grid = gridOf(context, listed);
  const pane = chosen === undefined ? [] : paneLines(context, chosen, layout.pane);
  const height = Math.max(1, layout.body - 1 - pane.length);
  const table = windowOf(tableRows(context, sections, grid), cursor, height);
  return {
    lines: [head(context, grid), ...filledTo(table, height), ...pane],
    rows: listed.length,
    cursor,
    of: measures.length,
    groups: sections.map((_, at) => sections.slice(0, at).reduce((sum, { members }) => sum + members.length, 0)),
    ...(chosen === undefined ? {} : { keys: { enter: { go: { kind: "measure", name: chosen.name } }, " ": { go: { kind: "measure", name: chosen.name } } } }),
    foot: [["[ ]", { en: "groups", zh: "分组" }]],
  };
}

/** Measures under one heading. */
interface Section {
  readonly title: Text;
  readonly members: readonly Measure[];
}

/** The headlines, then every measure in its group; while something is looked for, the groups only. */
function sectionsOf(context: PageContext): readonly Section[] {
  const told = measures.filter((measure) => toldOf(context, measure) && found(context, [measure.name, measure.title.en, measure.title.zh, groupTitles[measure.group].en, groupTitles[measure.group].zh]));
  const first = context.find.trim() === "" ? headlines.flatMap((name) => told.filter((measure) => measure.name === name)) : [];
  const groups = measureGroups.map((group) => ({ title: groupTitles[group], members: told.filter((measure) => measure.group === group) }));
  return [{ title: words.headlines, members: first }, ...groups].filter(({ members }) => members.length > 0);
}

/** A measure with no data under any policy only takes room; whoever looks for it by name finds it. */
const toldOf = ({ report, find }: PageContext, measure: Measure): boolean =>
  find.trim() !== "" || report.policies.some((policy) => (valueIn(policy, measure.name)?.value ?? null) !== null);

/** Cells of the table and the width of its columns. */
interface Grid {
  readonly title: number;
  /** One a policy that has room, champion first. */
  readonly columns: readonly Column[];
  readonly cells: ReadonlyMap<string, readonly GridCell[]>;
}

/** A value with its interval beside it; with a change since the last run, that stands there instead. */
interface GridCell extends Cell {
  readonly change: ComparedMeasure | undefined;
}

interface Column {
  readonly index: number;
  readonly policy: PolicyReport;
  readonly text: number;
  /** 0 where there is no room for intervals. */
  readonly aside: number;
  /** All of it, with the gap before it. */
  readonly width: number;
}

const titleMin = 18;
const titleMax = 46;
const gap = 2;

function gridOf(context: PageContext, listed: readonly Measure[]): Grid {
  const { report, pen, layout, known } = context;
  const cells = new Map(
    listed.map((measure) => [measure.name, report.policies.map((policy): GridCell => {
      const change = changeOf(known, policy.name, measure);
      return { ...withChange(valueCell(report, policy, measure, pen), change, measure, pen), change };
    })]),
  );
  const widest = (index: number, of: (cell: Cell) => string): number => Math.max(0, ...[...cells.values()].map((row) => displayWidth(of(row[index] ?? { text: "" }))));
  const bare = report.policies.map((policy, index): Column => {
    const text = Math.max(8, widest(index, (cell) => cell.text));
    return { index, policy, text, aside: 0, width: text + gap };
  });
  const wide = bare.map((column): Column => {
    const aside = widest(column.index, (cell) => cell.aside ?? "");
    return { ...column, aside, width: column.text + 1 + aside + gap };
  });
  const room = layout.columns - 1 - titleMin;
  // Where intervals have no room, what changed since the last run still may.
  const changed = bare.map((column, index) => (known.changes.some(({ challenger }) => challenger === column.policy.name) ? (wide[index] ?? column) : column));
  const chosen = [wide, changed].find((columns) => total(columns) <= room - 4) ?? within(bare, room);
  const wanted = Math.max(titleMin, ...listed.map((measure) => displayWidth(pen.say(measure.title)) + 2));
  const title = Math.min(titleMax, wanted, Math.max(titleMin, Math.floor(layout.columns * 0.44)), layout.columns - 1 - total(chosen));
  return { title, columns: widened(chosen, layout.columns - 1 - title), cells };
}

const total = (columns: readonly Column[]): number => columns.reduce((sum, { width }) => sum + width, 0);

/** As many columns as fit, at least the champion's. */
function within(columns: readonly Column[], room: number): readonly Column[] {
  const count = columns.findIndex((_, at) => total(columns.slice(0, at + 1)) > room);
  return count < 0 ? columns : columns.slice(0, Math.max(1, count));
}

/** What is left over gives the headings room for the policies' titles. */
function widened(columns: readonly Column[], room: number): readonly Column[] {
  const spare = Math.floor((room - total(columns)) / Math.max(1, columns.length));
  return columns.map((column) => ({ ...column, width: Math.max(column.width, Math.min(column.width + spare, 40)) }));
}

function head(context: PageContext, { title, columns }: Grid): Line {
  const { pen, report } = context;
  const hidden = report.policies.length - columns.length;
  const told = pen.say(hidden > 0 ? hiddenWords(hidden) : prettyWords.measure);
  return [
    span(fit(` ${told}`, title + 1, "left", pen.ascii), { dim: true }),
    ...columns.map(({ index, policy, width }) => {
      const look = lookOf(index);
      return span(`${" ".repeat(gap)}${fit(heading(context, policy, index, width - gap), width - gap, "right", pen.ascii)}`, { color: look.color, bold: true });
    }),
  ];
}

const hiddenWords = (count: number) => ({ en: `${count} more: widen`, zh: `另有 ${count} 个：请加宽终端` });

/** The fullest heading that fits: with the role, without it, cut. */
function heading({ pen }: PageContext, policy: PolicyReport, index: number, cells: number): string {
  const plain = `${lookOf(index).letter} ${pen.say(policy.title)}`;
  const full = policy.role === "champion" ? `${plain} (${pen.say(roleWords.champion)})` : plain;
  return displayWidth(full) <= cells ? full : plain;
}

function tableRows(context: PageContext, sections: readonly Section[], grid: Grid): readonly TableRow[] {
  let at = 0;
  return sections.flatMap(({ title, members }): TableRow[] => [
    { heads: true, line: [span(context.pen.say(title), { bold: true }), span(` (${members.length})`, { dim: true })] },
    ...members.map((measure) => ({ at: at++, line: row(context, measure, grid) })),
  ]);
}

function row({ pen }: PageContext, measure: Measure, grid: Grid): Line {
  const cells = grid.cells.get(measure.name) ?? [];
  return [
    span(fit(` ${pen.say(measure.title)}`, grid.title - 2, "left", pen.ascii)),
    span(measure.assumed ? " *" : "  ", { color: "yellow" }),
    ...grid.columns.flatMap((column) => valueSpans(column, cells[column.index] ?? { text: "", change: undefined }, pen)),
  ];
}

function valueSpans({ text, aside, width }: Column, { change, ...cell }: GridCell, pen: Pen): Line {
  const lead = " ".repeat(Math.max(0, width - text - (aside > 0 ? aside + 1 : 0)));
  const color = change === undefined ? undefined : changeColor[change.verdict];
  if (aside === 0 && color !== undefined) return [span(lead.slice(1)), span(changeMark(change?.difference ?? 0, pen), { color, bold: true }), looked(fit(cell.text, text, "right"), cell.look)];
  const figure = looked(lead + fit(cell.text, text, "right"), cell.look);
  return aside === 0 ? [figure] : [figure, span(` ${fit(cell.aside ?? "", aside)}`, color === undefined ? { dim: true } : { color, bold: true })];
}

/** What the measure under the cursor counts, what to see in its group, and what the marks mean. */
function paneLines({ report, pen, known }: PageContext, measure: Measure, height: number): readonly Line[] {
  if (height === 0) return [];
  const since = report.policies.flatMap((policy, index): Line[] => {
    const change = changeOf(known, policy.name, measure);
    if (change === undefined) return [];
    const said = `${pen.say(words.sinceLast)}${colon(pen.lang)}${lookOf(index).letter} ${changeText(change, measure, pen)}`;
    return [[span(` ${said}`, { color: changeColor[change.verdict], bold: true })]];
  });
  const legend = plainLines(pen.paragraph(pen.say(prettyWords.legend), " "), { dim: true });
  const counts = plainLines(pen.paragraph(`${pen.say(measure.title)} = ${definition(pen, measure)}`, " "), { color: "cyan" });
  const sentences = plainLines(groupSentences(report, measure.group, pen.lang).flatMap((sentence) => pen.paragraph(pen.own(sentence), " ")));
  const room = height - 1 - legend.length;
  return [acrossLine(pen), ...atMost([...since, ...counts, ...sentences], room, pen.say(words.more)), ...legend].slice(0, height);
}
