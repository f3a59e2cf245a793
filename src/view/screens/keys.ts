import type { Text } from "../../base/index.ts";

/** One key of the screen, for the foot and for help. */
export interface KeyHelp {
  readonly keys: string;
  readonly does: Text;
  /** Shown in the foot as well, shortest first words. */
  readonly foot?: Text;
}

/** All keys, in the order help lists them. */
export const keyHelp: readonly KeyHelp[] = [
  { keys: "1 2 3 4", does: { en: "go to a tab", zh: "切换到某个页签" }, foot: { en: "tabs", zh: "页签" } },
  { keys: "← → h l Tab", does: { en: "previous or next tab", zh: "上一个或下一个页签" } },
  { keys: "↑ ↓ j k", does: { en: "move the cursor", zh: "移动光标" }, foot: { en: "move", zh: "移动" } },
  { keys: "PgUp PgDn g G", does: { en: "move by a page, to the first, to the last", zh: "翻页，到开头，到末尾" } },
  { keys: "Enter Space", does: { en: "open what is under the cursor: definition, cases, citation", zh: "打开光标所在项：定义、案例、条文" }, foot: { en: "open", zh: "打开" } },
  { keys: "Esc", does: { en: "go back", zh: "返回" }, foot: { en: "back", zh: "返回" } },
  { keys: "/", does: { en: "find: show only rows that contain a text", zh: "查找：只显示包含某文本的行" }, foot: { en: "find", zh: "查找" } },
  { keys: "c", does: { en: "Default: another curve (90+, 30+, charged off)", zh: "违约：切换曲线（90+、30+、核销）" } },
  { keys: "x y", does: { en: "Trade-offs: another measure on the axis", zh: "权衡：更换坐标轴上的指标" } },
  { keys: "?", does: { en: "help; type to filter it", zh: "帮助；输入文字可筛选" }, foot: { en: "help", zh: "帮助" } },
  { keys: "q Ctrl-C", does: { en: "quit; a summary stays on the normal screen", zh: "退出；摘要留在普通屏幕上" }, foot: { en: "quit", zh: "退出" } },
];

const plainKeys: readonly (readonly [string, string])[] = [["←", "Left"], ["→", "Right"], ["↑", "Up"], ["↓", "Down"]];

/** Key names without arrows, for terminals that show only ASCII. */
export function keysText(keys: string, ascii: boolean): string {
  return ascii ? plainKeys.reduce((text, [from, to]) => text.replace(from, to), keys) : keys;
}
