import type { Text } from "../../base/index.ts";

/** Why a key did nothing where it was pressed. */
export const remarks = {
  noKey: { en: "that key does nothing; ? lists the keys", zh: "该键无作用；按 ? 查看按键" },
  notOpen: { en: "n and p go from one opened row to the next; Enter opens a row", zh: "n、p 用于在已打开的行之间切换；按 Enter 打开一行" },
  noNeighbour: { en: "there is no further row that opens", zh: "没有更多可打开的行" },
  nothingToOpen: { en: "nothing opens on this row", zh: "这一行没有可打开的内容" },
  nextLink: { en: "that row leads nowhere; this one does: Enter opens it", zh: "上一行没有下级内容；按 Enter 打开这一行" },
  nothingToFind: { en: "find works where there are rows: Overview (1), Compliance (3), Rules (5) and Customer (6), once the run has ended", zh: "查找仅用于有列表的页签：总览（1）、合规（3）、规则（5）和客户（6），且须运行结束" },
  notRun: { en: "there is nothing to see before the run has ended", zh: "运行结束前没有可查看的内容" },
  writing: { en: "writing the reports…", zh: "正在写出报告……" },
  yesOrNo: { en: "Enter or y writes it, Esc or n leaves the files as they are", zh: "按 Enter 或 y 写入，按 Esc 或 n 不改动文件" },
  atTop: { en: "nothing to go back from; q quits", zh: "已在最上层；按 q 退出" },
  noGroups: { en: "[ and ] go from group to group where rows have headings", zh: "[、] 仅用于在带标题的分组之间移动" },
} as const satisfies Readonly<Record<string, Text>>;

/** Where keys that only some pages know do something. */
export const elsewhere: Readonly<Record<string, Text>> = {
  c: { en: "c changes the curve on the Default tab (2)", zh: "c 用于在“违约”页签（2）切换曲线" },
  x: { en: "x and y change the axes on the Trade-offs tab (4)", zh: "x、y 用于在“权衡”页签（4）更换坐标轴" },
  o: { en: "o shows another policy on Rules (5), Customer (6) and the pages below them", zh: "o 用于在“规则”（5）、“客户”（6）及其下级页面切换政策" },
  f: { en: "f filters people by what happened to them, on the Customer tab (6)", zh: "f 用于在“客户”页签（6）按经历筛选客户" },
  b: { en: "b shows buckets and roll rates on Default (2), and on the page of a person the same life under another policy", zh: "b 用于在“违约”（2）查看分档与迁徙率，在客户页面并排显示另一政策下的经历" },
  s: { en: "s shows accounts by days past due, month by month, on the Default tab (2)", zh: "s 用于在“违约”页签（2）查看各月逾期分档账户数" },
  e: { en: "e opens the editor where a rule or a parameter is in front", zh: "e 用于在规则或参数处打开编辑器" },
  E: { en: "E opens the editor at the first mistake of a save; the last save has shown none", zh: "E 用于在编辑器中打开最近一次保存的第一处错误；目前没有错误" },
  m: { en: "m tries edits of the rules, on the Rules tab (5)", zh: "m 用于在“规则”页签（5）尝试改动规则" },
  w: { en: "w and W write a what-if; change a parameter with ← → on Rules (5) or Trade-offs (4) first", zh: "w、W 用于写入假设改动；请先在“规则”（5）或“权衡”（4）用 ← → 改动参数" },
  d: { en: "d shows all lines of a life, on the page of a person", zh: "d 用于在客户页面显示全部记录" },
};

/** The same reason for keys that go together. */
export const together: Readonly<Record<string, string>> = { y: "x", X: "x", Y: "x", F: "f", O: "o", W: "w", C: "c" };
