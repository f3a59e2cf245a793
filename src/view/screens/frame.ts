import { say, blank, type TabContext, type TabView } from "./context.ts";
import { compliance } from "./compliance.ts";
import { curveKinds, defaultTab } from "./default.ts";
import { keyHelp, keysText } from "./keys.ts";
import { columnsMin, layout, rowsMin } from "./layout.ts";
import { overview } from "./overview.ts";
import { cropLine, fit, span, type Line } from "./span.ts";
import { tabs, type Extent, type ScreenState, type Tab } from "./state.ts";
import { axisNames, tradeOffs } from "./trade-offs.ts";
import type { Lang } from "../../base/index.ts";
import type { RunReport } from "../../verdict/index.ts";

/** How far a run is. `share` runs from 0 to 1; times are in seconds. */
export interface RunProgress {
  readonly share: number;
  readonly customersPerSecond: number;
  readonly secondsLeft: number;
  readonly policy: string;
}

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
}

/** The whole screen as lines: at most `rows − 1` of them, none wider than `columns`. */
export function drawScreen(model: ScreenModel): { lines: readonly Line[]; extent: Extent } {
  const sizes = layout(model.columns, model.rows);
  if (sizes.tooSmall) return { lines: tooSmall(model), extent: extentOf(0, sizes.body) };
  const view = body(model);
  const rule: Line = [span((model.ascii ? "-" : "─").repeat(sizes.columns), { dim: true })];
  const filled = [...view.lines, ...Array.from({ length: sizes.body }, () => blank)].slice(0, sizes.body);
  const lines = [titleLine(model), tabLine(model), ...filled, rule, footLine(model)];
  return { lines: lines.slice(0, model.rows - 1).map((line) => cropLine(line, sizes.columns)), extent: extentOf(view.rows, sizes.body) };
}

function extentOf(rows: number, page: number): Extent {
  return { rows: Math.max(1, rows), page, curves: curveKinds.length, axes: axisNames.length };
}

function tooSmall(model: ScreenModel): readonly Line[] {
  const words = {
    en: `The terminal has ${model.columns}×${model.rows} cells; at least ${columnsMin}×${rowsMin} are needed.`,
    zh: `终端只有 ${model.columns}×${model.rows}；至少需要 ${columnsMin}×${rowsMin}。`,
  };
  return [cropLine([span(say(model, words))], model.columns)];
}

const views: Readonly<Record<Tab, (context: TabContext) => TabView>> = {
  overview,
  default: defaultTab,
  compliance,
  "trade-offs": tradeOffs,
};

function body(model: ScreenModel): TabView {
  const sizes = layout(model.columns, model.rows);
  if (model.state.help) return helpView(model, sizes.body);
  if (model.report === undefined) return { lines: waiting(model), rows: 0 };
  return views[model.state.tab]({ report: model.report, state: model.state, layout: sizes, lang: model.lang, ascii: model.ascii });
}

function waiting(model: ScreenModel): readonly Line[] {
  return [blank, [span(say(model, { en: "  The policies meet their first customers …", zh: "  各政策正在面对第一批客户……" }))], blank, [span("  "), ...progressBar(model, 40)]];
}

function progressBar(model: ScreenModel, cells: number): Line {
  const { progress } = model;
  if (progress === undefined) return [span("")];
  const done = Math.round(progress.share * cells);
  const full = (model.ascii ? "#" : "█").repeat(done);
  const rest = (model.ascii ? "." : "░").repeat(cells - done);
  const speed = Math.round(progress.customersPerSecond).toLocaleString("en-US");
  const words = say(model, {
    en: ` ${Math.floor(progress.share * 100)} %  ${speed} customers/s  ${Math.ceil(progress.secondsLeft)} s left`,
    zh: ` ${Math.floor(progress.share * 100)} %  每秒 ${speed} 位客户  剩余 ${Math.ceil(progress.secondsLeft)} 秒`,
  });
  return [span(full, { color: "green" }), span(rest, { dim: true }), span(words)];
}

function titleLine(model: ScreenModel): Line {
  const head = span(` ${model.title} `, { bold: true });
  if (model.progress !== undefined && model.report !== undefined) return [head, ...progressBar(model, 12)];
  const { report } = model;
  if (report === undefined) return [head];
  const { customers, months, startDate, lender, assumptions } = report.inputs;
  const words = say(model, {
    en: `${customers.toLocaleString("en-US")} customers × ${months} months from ${startDate} · ${lender} · assumption set ${assumptions}`,
    zh: `${customers.toLocaleString("en-US")} 位客户 × ${months} 个月，自 ${startDate} 起 · ${lender} · 假设集 ${assumptions}`,
  });
  return [head, span(words, { dim: true })];
}

const tabTitles: Readonly<Record<Tab, { en: string; zh: string }>> = {
  overview: { en: "Overview", zh: "总览" },
  default: { en: "Default", zh: "违约" },
  compliance: { en: "Compliance", zh: "合规" },
  "trade-offs": { en: "Trade-offs", zh: "权衡" },
};

function tabLine(model: ScreenModel): Line {
  const spans = tabs.map((tab, index) => {
    const chosen = tab === model.state.tab;
    return span(` ${index + 1} ${say(model, tabTitles[tab])} `, chosen ? { inverse: true, bold: true } : {});
  });
  const find = model.state.find === "" && model.state.typing !== "find" ? [] : [span(`  / ${model.state.find}${model.state.typing === "find" ? "_" : ""}`, { color: "yellow" })];
  const opened = model.state.opened ? [span(say(model, { en: "  > opened", zh: "  > 已打开" }), { dim: true })] : [];
  return [...spans, ...opened, ...find];
}

function footLine(model: ScreenModel): Line {
  return keyHelp.flatMap((key) =>
    key.foot === undefined ? [] : [span(` ${keysText(key.keys.split(" ").slice(0, 2).join(" "), model.ascii)}`, { bold: true }), span(` ${say(model, key.foot)} `, { dim: true })],
  );
}

function helpView(model: ScreenModel, height: number): TabView {
  const wanted = model.state.helpFilter.toLowerCase();
  const rows = keyHelp
    .filter((key) => wanted === "" || `${key.keys} ${key.does.en} ${key.does.zh}`.toLowerCase().includes(wanted))
    .map((key): Line => [span(`  ${fit(keysText(key.keys, model.ascii), 22)}`, { bold: true }), span(say(model, key.does))]);
  const head: Line = [span(say(model, { en: " Help", zh: " 帮助" }), { bold: true }), span(`  ${say(model, { en: "type to filter", zh: "输入以筛选" })}: ${model.state.helpFilter}_`, { dim: true })];
  return { lines: [head, blank, ...rows].slice(0, height), rows: 0 };
}
