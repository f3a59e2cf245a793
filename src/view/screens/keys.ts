import type { Text } from "../../base/index.ts";
import type { ScreenState } from "./state.ts";
import { findable, type Tab } from "./tabs.ts";

/** One key of the screen, for the foot and for help. */
export interface KeyHelp {
  readonly keys: string;
  readonly does: Text;
  /** Only on this tab. */
  readonly tab?: Tab;
}

/** All keys, in the order help lists them. */
export const keyHelp: readonly KeyHelp[] = [
  { keys: "1 2 3 4", does: { en: "go to a tab", zh: "切换到某个页签" } },
  { keys: "← → h l Tab", does: { en: "previous or next tab", zh: "上一个或下一个页签" } },
  { keys: "↑ ↓ j k", does: { en: "move the cursor, or scroll what is open", zh: "移动光标，或滚动已打开的内容" } },
  { keys: "PgUp PgDn g G", does: { en: "by a page, to the first, to the last", zh: "翻页，到开头，到末尾" } },
  { keys: "Enter Space", does: { en: "open the row: definition, interval, break-even, citation, cases", zh: "打开该行：定义、区间、反转点、条文、案例" } },
  { keys: "n p", does: { en: "next or previous row, opened", zh: "打开下一行或上一行" } },
  { keys: "Esc", does: { en: "go back: help, then the opened row, then the find", zh: "返回：依次关闭帮助、已打开的行、查找" } },
  { keys: "/", does: { en: "find: only rows that contain a text (Overview, Compliance)", zh: "查找：只显示包含某文本的行（总览、合规）" } },
  { keys: "c", tab: "default", does: { en: "Default: another curve", zh: "违约：切换曲线" } },
  { keys: "x y X Y", tab: "trade-offs", does: { en: "Trade-offs: next or previous measure on an axis", zh: "权衡：坐标轴换为下一个或上一个指标" } },
  { keys: "i", does: { en: "about this run: inputs, imported facts, expectations, what intervals cover", zh: "本次运行：输入、导入的事实、期望、区间的含义" } },
  { keys: "?", does: { en: "help; type to filter it", zh: "帮助；输入文字可筛选" } },
  { keys: "q Ctrl-C", does: { en: "quit; a summary stays on the normal screen", zh: "退出；摘要留在普通屏幕上" } },
];

const plainKeys: readonly (readonly [string, string])[] = [["←", "Left"], ["→", "Right"], ["↑", "Up"], ["↓", "Down"]];

/** Key names without arrows, for terminals that show only ASCII. */
export function keysText(keys: string, ascii: boolean): string {
  return ascii ? plainKeys.reduce((text, [from, to]) => text.replace(from, to), keys) : keys;
}

type FootKey = readonly [keys: string, does: Text];

const quit: FootKey = ["q", { en: "quit", zh: "退出" }];
const help: FootKey = ["?", { en: "help", zh: "帮助" }];
const back: FootKey = ["Esc", { en: "back", zh: "返回" }];
const scroll: FootKey = ["↑ ↓", { en: "scroll", zh: "滚动" }];
const move: FootKey = ["↑ ↓", { en: "move", zh: "移动" }];
const open: FootKey = ["Enter", { en: "open", zh: "打开" }];
const tabKeys: FootKey = ["1-4", { en: "tabs", zh: "页签" }];
const about: FootKey = ["i", { en: "this run", zh: "本次运行" }];

/** The keys that do something now, most useful first; what the line has no room for is in help. */
export function footKeys(state: ScreenState, ran: boolean): readonly FootKey[] {
  if (state.overlay === "help") return [["A-Z", { en: "filter", zh: "筛选" }], scroll, ["Esc", { en: "close", zh: "关闭" }]];
  if (state.overlay === "about") return [scroll, back, quit];
  if (state.typing === "find") return [["Enter", { en: "keep", zh: "保留" }], ["Esc", { en: "clear", zh: "清除" }], move];
  if (!ran) return [tabKeys, help, quit];
  if (state.opened) return [scroll, back, ["n p", { en: "next, previous", zh: "下一行、上一行" }], tabKeys, help, quit];
  const own: Readonly<Record<Tab, readonly FootKey[]>> = {
    overview: [],
    default: [["c", { en: "curve", zh: "曲线" }]],
    compliance: [],
    "trade-offs": [["x y", { en: "axes", zh: "坐标轴" }]],
  };
  const finding: readonly FootKey[] = findable(state.tab) ? [["/", { en: "find", zh: "查找" }]] : [];
  const clear: readonly FootKey[] = state.finds[state.tab] === "" ? [] : [["Esc", { en: "clear find", zh: "清除查找" }]];
  return [tabKeys, move, open, ...own[state.tab], ...finding, ...clear, help, quit, about];
}
