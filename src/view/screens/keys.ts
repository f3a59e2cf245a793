import type { Text } from "../../base/index.ts";
import type { FootKey, PageView } from "./context.ts";
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
  { keys: "1 2 3 4 5 6", does: { en: "go to a tab: Overview, Default, Compliance, Trade-offs, Rules, Customer", zh: "切换页签：总览、违约、合规、权衡、规则、客户" } },
  { keys: "← → h l Tab", does: { en: "previous or next tab; on a parameter, ← → change it by its step", zh: "上一个或下一个页签；在参数行，← → 按步长改动参数" } },
  { keys: "↑ ↓ j k", does: { en: "move the cursor", zh: "移动光标" } },
  { keys: "PgUp PgDn g G", does: { en: "by a page, to the first, to the last", zh: "翻页，到开头，到末尾" } },
  { keys: "[ ]", does: { en: "previous or next group: of measures, severity, decision, month", zh: "上一组或下一组：指标、严重级、决策、月份" } },
  { keys: "Enter Space", does: { en: "go down: from a number to the people behind it, to a person, to a decision, to the rule", zh: "向下查看：从数字到客户，到某位客户的经历，到决策，到规则" } },
  { keys: "Esc", does: { en: "go back one step: the line at the top shows the way", zh: "返回上一步：顶部一行显示路径" } },
  { keys: "n p", does: { en: "open the next or previous row without going back", zh: "不返回即打开下一行或上一行" } },
  { keys: "/", does: { en: "find: only rows that contain a text; on Customer, whom to look for", zh: "查找：只显示包含某文本的行；在“客户”页签输入要找的客户" } },
  { keys: ": Ctrl-P", does: { en: "palette: type a few letters of any tab, measure, rule, policy, law rule or action", zh: "命令面板：输入页签、指标、规则、政策、法规规则或操作的几个字母" } },
  { keys: "b", tab: "default", does: { en: "Default: buckets, roll rates, pools", zh: "违约：账龄分档、迁徙率、资产池" } },
  { keys: "s", tab: "default", does: { en: "Default: accounts by days past due, month by month: how many are current, late, written off", zh: "违约：各月逾期分档账户数：正常、逾期、已核销各多少" } },
  { keys: "c C", tab: "default", does: { en: "Default: next or previous curve", zh: "违约：下一条或上一条曲线" } },
  { keys: "x y X Y", tab: "trade-offs", does: { en: "Trade-offs: next or previous measure on an axis", zh: "权衡：坐标轴换为下一个或上一个指标" } },
  { keys: "← → w W", tab: "rules", does: { en: "Rules, Trade-offs: what if this parameter were lower or higher? The run follows; nothing is saved until w writes it into the policy, or W as a new one; Esc drops it", zh: "规则、权衡：若该参数调低或调高会怎样？运行随之更新；按 w 写入政策、按 W 另存为新政策之前不会保存；Esc 放弃" } },
  { keys: "e", does: { en: "open the editor at the line of the rule or parameter in front", zh: "在编辑器中打开当前规则或参数所在的行" } },
  { keys: "E", does: { en: "after a save: open the editor at the first mistake", zh: "保存后：在编辑器中打开第一处错误" } },
  { keys: "m", tab: "rules", does: { en: "Rules: try small edits, and show those that no example notices", zh: "规则：尝试小改动，显示示例未能发现的改动" } },
  { keys: "f F", tab: "customer", does: { en: "Customer: next or previous filter by what happened: enrolled, charged off, closing refused, …", zh: "客户：按经历切换筛选：已开通、已核销、关闭被拒等" } },
  { keys: "o", does: { en: "the same under another policy: rules, people, a person's life", zh: "换另一政策查看：规则、客户、某位客户的经历" } },
  { keys: "b d", does: { en: "on a person: her life under another policy beside it; all lines or only what tells", zh: "客户页面：并排显示另一政策下的经历；显示全部或仅要点" } },
  { keys: "r", does: { en: "write the report files now, and say where: an HTML page to hand over, text, tables", zh: "立即写出报告文件并告知位置：可交付的 HTML 页面、文本、表格" } },
  { keys: "i", does: { en: "about this run: inputs, imported facts, expectations, what intervals cover", zh: "本次运行：输入、导入的事实、期望、区间的含义" } },
  { keys: "?", does: { en: "help; type to filter it", zh: "帮助；输入文字可筛选" } },
  { keys: "q Ctrl-C", does: { en: "quit; a summary stays on the normal screen", zh: "退出；摘要留在普通屏幕上" } },
];

const plainKeys: readonly (readonly [string, string])[] = [["←", "Left"], ["→", "Right"], ["↑", "Up"], ["↓", "Down"]];

/** Key names without arrows, for terminals that show only ASCII. */
export function keysText(keys: string, ascii: boolean): string {
  return ascii ? plainKeys.reduce((text, [from, to]) => text.replace(from, to), keys) : keys;
}

const quit: FootKey = ["q", { en: "quit", zh: "退出" }];
const help: FootKey = ["?", { en: "help", zh: "帮助" }];
const back: FootKey = ["Esc", { en: "back", zh: "返回" }];
const move: FootKey = ["↑ ↓", { en: "move", zh: "移动" }];
const open: FootKey = ["Enter", { en: "open", zh: "打开" }];
const tabKeys: FootKey = ["1-6", { en: "tabs", zh: "页签" }];
const finding: FootKey = ["/", { en: "find", zh: "查找" }];
const palette: FootKey = [":", { en: "palette", zh: "命令面板" }];
const about: FootKey = ["i", { en: "this run", zh: "本次运行" }];
const neighbours: FootKey = ["n p", { en: "next, previous", zh: "下一行、上一行" }];

/** The keys that do something now, most useful first; what the line has no room for is in help. */
export function footKeys(state: ScreenState, ran: boolean, view: PageView | undefined): readonly FootKey[] {
  if (state.overlay === "help") return [["A-Z", { en: "filter", zh: "筛选" }], ["↑ ↓", { en: "scroll", zh: "滚动" }], ["Esc", { en: "close", zh: "关闭" }]];
  if (state.overlay === "about") return [["↑ ↓", { en: "scroll", zh: "滚动" }], back, quit];
  if (state.overlay === "write") return [["Enter y", { en: "write", zh: "写入" }], ["Esc n", { en: "leave the file as it is", zh: "不改动文件" }]];
  if (state.overlay !== null) return [["A-Z", { en: "type", zh: "输入" }], ["Enter", { en: "do it", zh: "执行" }], ["Esc", { en: "close", zh: "关闭" }], move];
  if (state.typing === "find") return [["Enter", { en: "keep", zh: "保留" }], ["Esc", { en: "clear", zh: "清除" }], move];
  if (!ran) return [tabKeys, help, quit];
  const own = view?.foot ?? [];
  if (state.trail.length > 0) return [back, ...own, move, neighbours, help, quit, tabKeys];
  const clear: readonly FootKey[] = state.finds[state.tab] === "" ? [] : [["Esc", { en: "clear find", zh: "清除查找" }]];
  const enter = view?.keys?.["enter"];
  const opens = enter === undefined || "why" in enter ? [] : [open];
  return [tabKeys, move, ...opens, ...own, ...(findable(state.tab) ? [finding] : []), ...clear, palette, help, quit, about];
}
