import type { Text } from "../../base/index.ts";

/** Why a key did nothing where it was pressed. */
export const remarks = {
  noKey: { en: "that key does nothing; ? lists the keys", zh: "该键无作用；按 ? 查看按键" },
  curves: { en: "c changes the curve on the Default tab (2)", zh: "c 用于在“违约”页签（2）切换曲线" },
  axes: { en: "x and y change the axes on the Trade-offs tab (4)", zh: "x、y 用于在“权衡”页签（4）更换坐标轴" },
  isOpen: { en: "already open; Esc goes back, n and p go to the next and previous row", zh: "已打开；Esc 返回，n、p 切换到下一行、上一行" },
  notOpen: { en: "n and p go from one opened row to the next; Enter opens a row", zh: "n、p 用于在已打开的行之间切换；按 Enter 打开一行" },
  nothingToOpen: { en: "there is no row to open yet", zh: "目前没有可打开的行" },
  nothingToFind: { en: "find works where there are rows: Overview (1) and Compliance (3), once the run has ended", zh: "查找仅用于有列表的页签：总览（1）和合规（3），且须运行结束" },
  notRun: { en: "i tells of the run once it has ended", zh: "运行结束后可按 i 查看本次运行" },
  atTop: { en: "nothing to go back from; q quits", zh: "已在最上层；按 q 退出" },
} as const satisfies Readonly<Record<string, Text>>;
