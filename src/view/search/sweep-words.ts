import type { Text } from "../../base/index.ts";

/** Fixed words of a sweep. */
export const sweepWords = {
  now: { en: "now", zh: "现为" },
  frontier: { en: "on the frontier", zh: "前沿" },
  open: { en: "beaten by chance at most", zh: "差距未超出偶然" },
  beaten: { en: "beaten", zh: "被胜出" },
  "no-data": { en: "no data", zh: "无数据" },
  others: { en: "not on it", zh: "不在前沿" },
  asItStands: { en: "as it stands", zh: "现有参数" },
  frontierTitle: { en: "The frontier: nothing swept is better on both axes", zh: "前沿：扫描范围内没有两轴都更好的点" },
  namedTitle: { en: "The scenario's policies among them", zh: "情景中各政策的位置" },
  point: { en: "point", zh: "点" },
  against: { en: "less now", zh: "较现有" },
  standing: { en: "standing", zh: "位置" },
  parameters: { en: "parameters", zh: "参数" },
  pictureSees: { en: "Each small mark is a setting that was tried; the line joins those that nothing tried beats on both axes at once. A named policy away from the line could be bettered.", zh: "每个小标记为一组试过的参数；连线上的各点在两个轴上都未被任何试过的参数同时超越。偏离连线的政策尚有改进余地。" },
  price: { en: "What a step along the frontier costs", zh: "沿前沿每一步的代价" },
  onePoint: { en: "The frontier is one point: it is best on both axes.", zh: "前沿只有一个点：它在两个轴上都最好。" },
} as const satisfies Record<string, Text>;
