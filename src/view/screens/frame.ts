import { displayWidth, type Lang } from "../../base/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { counted } from "../text/counted.ts";
import { cutTo } from "../text/pad.ts";
import type { FactWords } from "../text/fact-words.ts";
import type { Pen } from "../text/pen.ts";
import { about } from "./about.ts";
import { keyOf, type Ask, type Heard } from "./asks.ts";
import { filledTo, type PageContext, type PageView } from "./context.ts";
import { help } from "./help.ts";
import { footKeys, keysText } from "./keys.ts";
import { columnsMin, layout, rowsMin, type Layout } from "./layout.ts";
import { frontPage, neighbourOf } from "./pages.ts";
import { palette } from "./palette.ts";
import type { Target } from "./place.ts";
import { bar, figures, waiting, type RunProgress } from "./progress.ts";
import { knownFirst, type Knowledge } from "./screen-knowledge.ts";
import { screenPen } from "./screen-pen.ts";
import { cropLine, lineWidth, plainLines, span, type Line } from "./span.ts";
import type { Extent, ScreenState } from "./state.ts";
import { stageStrip } from "./stage-strip.ts";
import { tabs, tabTitles } from "./tabs.ts";
import { troubleLines, troubleTarget } from "./trouble.ts";
import { colon } from "./words.ts";

/** Everything the screen shows. `report` is absent until the first run has ended. */
export interface ScreenModel {
  readonly title: string;
  readonly report?: RunReport;
  readonly progress?: RunProgress;
  readonly state: ScreenState;
  readonly columns: number;
  readonly rows: number;
  readonly lang: Lang;
  readonly ascii: boolean;
  /** The command that replays customers of this run, without `--policy` and `--customer`. */
  readonly again: string;
  /** What facts and their values are called. */
  readonly facts?: FactWords;
  /** What the outside has told of what pages asked for, by the key of the question. */
  readonly heard?: ReadonlyMap<string, Heard>;
  /** What the news have said beside these: stages of a save, the report before, what is broken. */
  readonly known?: Knowledge;
}

/** The screen as lines, how far its keys reach, and what it would like to know. */
export interface Drawn {
  readonly lines: readonly Line[];
  readonly extent: Extent;
  readonly needs: readonly Ask[];
}

/** The whole screen: at most `rows − 1` lines, none wider than `columns`. */
export function drawScreen(model: ScreenModel): Drawn {
  const sizes = layout(model.columns, model.rows);
  const pen = screenPen(model);
  const needs = new Map<string, Ask>();
  const know = (ask: Ask): Heard => {
    const key = keyOf(ask);
    needs.set(key, ask);
    return model.heard?.get(key) ?? { pending: true };
  };
  const body = sizes.tooSmall ? emptyBody : bodyOf(model, sizes, { pen, know });
  const foot = footLines(model, pen, body.view);
  const all = sizes.tooSmall
    ? tooSmall(model, pen)
    : [titleLine(model, pen), tabLine(model, pen), ...filledTo(body.lines, sizes.body + 1 - foot.length), statusLine(model, pen, body), ...foot];
  const lines = all.slice(0, Math.max(1, model.rows - 1)).map((line) => cropLine(line, model.columns, model.ascii));
  return { lines, needs: [...needs.values()], extent: extentOf(model, sizes, { pen, know, body }) };
}

/** How far keys reach. What lies beside the page in front is only drawn where a key asks for it. */
function extentOf(model: ScreenModel, sizes: Layout, { pen, know, body }: { readonly pen: Pen; readonly know: PageContext["know"]; readonly body: Body }): Extent {
  const { report, state } = model;
  const { view } = body;
  return {
    ran: report !== undefined,
    rows: view?.rows ?? 0,
    cursor: view?.cursor ?? 0,
    page: Math.max(1, sizes.body - 2),
    groups: view?.groups ?? [],
    scrolls: body.scrolls,
    does: (key) => view?.keys?.[key] ?? (key === "E" ? troubleTarget(model.known ?? knownFirst) : undefined),
    neighbour: (by) => (report === undefined ? undefined : neighbourOf({ report, state, layout: sizes, pen, again: model.again, known: model.known ?? knownFirst, know }, by)),
  };
}

function tooSmall(model: ScreenModel, pen: Pen): readonly Line[] {
  const words = {
    en: `The terminal has ${model.columns} x ${model.rows} cells; at least ${columnsMin} x ${rowsMin} are needed. q quits.`,
    zh: `终端为 ${model.columns} x ${model.rows}，至少需要 ${columnsMin} x ${rowsMin}。按 q 退出。`,
  };
  return plainLines(pen.paragraph(pen.say(words)));
}

/** What stands between the tabs and the foot. */
interface Body {
  readonly lines: readonly Line[];
  /** The page in front; absent while something lies over it, and before there is a report. */
  readonly view?: PageView;
  /** The furthest the first line can be scrolled away. */
  readonly scrolls: number;
  /** What the status line says of the place. */
  readonly place: string;
}

const emptyBody: Body = { lines: [], scrolls: 0, place: "" };

function bodyOf(model: ScreenModel, sizes: Layout, { pen, know }: { readonly pen: Pen; readonly know: PageContext["know"] }): Body {
  const { state, report } = model;
  if (state.overlay === "help") return scrolled(help(state, pen), state, sizes.body);
  if (report === undefined) return { ...emptyBody, lines: waiting(pen, model.progress) };
  if (state.overlay === "about") return scrolled(about(report, pen).map((line) => [span(" "), ...line]), state, sizes.body);
  const known = model.known ?? knownFirst;
  const trouble = troubleLines(known, pen, Math.max(5, Math.floor(sizes.body * 0.45)));
  const body = sizes.body - trouble.length;
  const given = { report, state, layout: { ...sizes, body, pane: trouble.length > 0 ? 0 : sizes.pane }, pen, again: model.again, known, know };
  if (state.overlay === "palette") return paletteBody(palette({ ...given, layout: sizes, cursor: null, find: "" }));
  const front = frontPage(given);
  const view = state.overlay === "name" || state.overlay === "write" ? { ...front, keys: { enter: writing(state) } } : front;
  const lines = known.stale ? view.lines.map(dimmed) : view.lines;
  return { ...emptyBody, view, lines: [...filledTo(lines, body), ...trouble], place: placeOf(view, state, pen) };
}

/** Old numbers, until the new ones are in. */
const dimmed = (line: Line): Line => line.map((part) => (part.inverse === true ? part : { ...part, dim: true }));

function paletteBody(view: PageView): Body {
  return { ...emptyBody, view, lines: view.lines, place: view.rows === 0 ? "" : `${view.cursor + 1} / ${view.rows}` };
}

/** What Enter does with a what-if: into the policy's own file, or with a name as a new policy. */
function writing({ typed, whatIf, overlay }: ScreenState): Target {
  const name = typed.trim();
  if (whatIf === null) return { why: { en: "nothing was changed", zh: "没有改动" } };
  if (overlay === "write") return { wish: { kind: "write", ...whatIf } };
  if (!/^[a-z][a-z0-9-]{1,60}$/u.test(name)) return { why: { en: "names are small letters, digits and hyphens, as in `higher-score`", zh: "名称由小写字母、数字和连字符组成，例如 `higher-score`" } };
  return { wish: { kind: "write", ...whatIf, as: name } };
}

/** A window on lines that may be more than there is room for. */
function scrolled(lines: readonly Line[], state: ScreenState, height: number): Body {
  const scrolls = Math.max(0, lines.length - height);
  const from = Math.min(state.scroll, scrolls);
  const place = scrolls === 0 ? "" : `${from + 1}-${Math.min(lines.length, from + height)} / ${lines.length}`;
  return { ...emptyBody, lines: lines.slice(from, from + height), scrolls, place };
}

function placeOf(view: PageView, state: ScreenState, pen: Pen): string {
  if (view.of === 0) return "";
  const narrowed = state.trail.length === 0 && state.finds[state.tab] !== "";
  const found = narrowed ? pen.say({ en: `${view.rows} of ${view.of} found`, zh: `找到 ${view.rows} / ${view.of}` }) : "";
  const at = view.rows === 0 ? "" : `${view.cursor + 1} / ${view.rows}`;
  return [found, at].filter((text) => text !== "").join("  ");
}

/** The scenario, and as many of its circumstances as there is room for; a bar while a new run replaces a report. */
function titleLine(model: ScreenModel, pen: Pen): Line {
  const head = span(` ${pen.own(cutTo(pen.own(model.title), model.columns - 12, model.ascii ? "~" : "…"))} `, { bold: true });
  const { report, progress } = model;
  if (report === undefined) return [head];
  if (progress !== undefined) return [head, ...bar(pen, progress.share, 12), span(` ${pen.own(figures(pen, progress))}`)];
  const { customers, months, startDate, lender, assumptions, import: imported, replications } = report.inputs;
  const count = customers.toLocaleString("en-US");
  const synthetic = imported?.synthesised.length ?? 0;
  const facts = [
    ...(imported === null ? [] : [pen.say({ en: `imported, ${synthetic} facts SYNTHETIC (i)`, zh: `导入客户，${synthetic} 个事实为合成（i）` })]),
    pen.say({ en: `${count} ${customers === 1 ? "customer" : "customers"} × ${counted(months, "month", "en")} from ${startDate}`, zh: `${count} 位客户 × ${months} 个月，自 ${startDate} 起` }),
    pen.say({ en: `assumption set ${assumptions}`, zh: `假设集 ${assumptions}` }),
    ...(replications > 1 ? [pen.say({ en: `${replications} replications`, zh: `${replications} 次重复` })] : []),
    pen.own(lender),
  ];
  let told = "";
  for (const fact of facts) {
    const longer = told === "" ? fact : `${told}${pen.ascii ? " - " : " · "}${fact}`;
    if (displayWidth(head.text) + displayWidth(longer) > model.columns) break;
    told = longer;
  }
  return [head, span(told, { dim: true })];
}

/** The tabs; the one in front is in brackets as well, for terminals without colour. */
function tabLine({ state, columns }: ScreenModel, pen: Pen): Line {
  const line = (short: boolean): Line => [
    span(" "),
    ...tabs.map((tab, index) => {
      const text = `${index + 1} ${pen.say(tabTitles[tab])}`;
      if (tab === state.tab) return span(`[${text}]`, { inverse: true, bold: true });
      return span(short ? ` ${index + 1} ` : ` ${text} `);
    }),
  ];
  const full = line(false);
  return lineWidth(full) <= columns ? full : line(true);
}

/** The line above the keys: what is looked for, how far the last save is, and where in the list the cursor is. */
function statusLine({ state, columns, ascii, known = knownFirst }: ScreenModel, pen: Pen, body: Body): Line {
  const dash = ascii ? "-" : "─";
  const wanted = state.finds[state.tab];
  const finding = state.overlay === null && state.trail.length === 0 && (wanted !== "" || state.typing === "find");
  const naming = state.overlay === "name" ? ` ${pen.say({ en: "name of the new policy", zh: "新政策的名称" })}${colon(pen.lang)}${pen.own(state.typed)}_ ` : "";
  const find = finding ? ` / ${pen.own(wanted)}${state.typing === "find" ? "_" : ""} ` : naming === "" ? whatIfText(state, pen) : naming;
  const place = body.place === "" || state.overlay === "write" ? "" : ` ${body.place} `;
  const room = columns - 4 - displayWidth(find) - displayWidth(place);
  const stages = stageStrip(known, pen, room);
  const rule = Math.max(0, room - lineWidth(stages));
  return [span(dash.repeat(2), { dim: true }), span(find, { color: "yellow" }), ...stages, span(dash.repeat(rule), { dim: true }), span(place), span(dash.repeat(2), { dim: true })];
}

/** Parameters that are tried and stand in no file. */
function whatIfText({ whatIf, overlay }: ScreenState, pen: Pen): string {
  if (whatIf === null) return "";
  const set = Object.entries(whatIf.values).map(([name, value]) => `${name} = ${value}`).join(", ");
  const asked = { en: `write ${set} into policy.json of ${whatIf.policy}?`, zh: `将 ${set} 写入 ${whatIf.policy} 的 policy.json？` };
  const said = overlay === "write" ? asked : { en: `what if, not saved: ${set}`, zh: `假设（未保存）：${set}` };
  return ` ${pen.own(cutTo(pen.say(said), Math.max(20, pen.width - (overlay === "write" ? 8 : 24)), pen.ascii ? "~" : "…"))} `;
}

/** Most lines that a remark takes; what is said of a file may be long. */
const noteMost = 4;

/** Keys that do something here, as many as there is room for; or, whole, why the last one did nothing. */
function footLines(model: ScreenModel, pen: Pen, view: PageView | undefined): readonly Line[] {
  const { state } = model;
  if (state.note === null) return [footLine(model, view, pen)];
  return plainLines(pen.paragraph(pen.say(state.note), " ").slice(0, noteMost), { color: "yellow" });
}

function footLine({ state, report, columns, ascii }: ScreenModel, view: PageView | undefined, pen: Pen): Line {
  const parts = footKeys(state, report !== undefined, view).map(([keys, does]) => ({
    // Whoever is lost finds these two on every screen.
    stays: keys === "?" || keys === "q",
    line: [span(` ${keysText(keys, ascii)}`, { bold: true }), span(` ${pen.say(does)} `, { dim: true })],
  }));
  const cells = (of: typeof parts): number => of.reduce((sum, { line }) => sum + lineWidth(line), 0);
  const staying = parts.filter(({ stays }) => stays);
  let room = columns - cells(staying);
  let full = false;
  const kept = parts.filter(({ stays, line }) => {
    if (stays) return true;
    full ||= (room -= lineWidth(line)) < 0;
    return !full;
  });
  return kept.flatMap(({ line }) => line);
}
