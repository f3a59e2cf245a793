import type { Text } from "../../base/index.ts";
import type { CellSide, MatrixConclusion } from "../../verdict/index.ts";

/** Fixed words of a matrix. */
export const matrixWords = {
  title: { en: "Scenario matrix", zh: "情景矩阵" },
  conclusions: { en: "What holds in every cell, and what turns", zh: "哪些结论在每一格都成立，哪些会反转" },
  worst: { en: "The worst case of each policy", zh: "各政策的最坏情形" },
  worstNote: { en: "* the least bad worst case", zh: "* 最坏情形中最好的一项" },
  scenario: { en: "scenario", zh: "情景" },
  assumptions: { en: "assumptions", zh: "假设集" },
  measure: { en: "measure", zh: "指标" },
  challenger: { en: "challenger", zh: "候选政策" },
  cells: { en: "cells", zh: "格数" },
  span: { en: "difference, from … to", zh: "差值范围" },
  conclusion: { en: "conclusion", zh: "结论" },
  champion: { en: "champion", zh: "现行政策" },
  less: { en: "less the champion", zh: "较现行政策" },
  lowest: { en: "lowest", zh: "最低" },
  compared: { en: "Two matrices", zh: "两个矩阵的比较" },
  changed: { en: "Conclusions that are others now", zh: "发生变化的结论" },
  inputs: { en: "Input files that differ", zh: "不同的输入文件" },
  before: { en: "before", zh: "此前" },
  after: { en: "after", zh: "此后" },
  difference: { en: "difference", zh: "差值" },
  verdict: { en: "verdict", zh: "判定" },
  policy: { en: "policy", zh: "政策" },
} as const satisfies Record<string, Text>;

/** What a cell says of a challenger. */
export const sideWords: Readonly<Record<CellSide, Text>> = {
  better: { en: "better", zh: "更好" },
  worse: { en: "worse", zh: "更差" },
  higher: { en: "higher", zh: "更高" },
  lower: { en: "lower", zh: "更低" },
  alike: { en: "no difference that matters", zh: "无实质差异" },
  undecided: { en: "undecided", zh: "无法判定" },
  "no-data": { en: "no data", zh: "无数据" },
};

/** What becomes of a conclusion over the cells. */
export const standingWords: Readonly<Record<MatrixConclusion["standing"], Text>> = {
  holds: { en: "holds", zh: "成立" },
  turns: { en: "turns", zh: "反转" },
  fades: { en: "not everywhere", zh: "并非处处成立" },
  open: { en: "open", zh: "未定" },
  "no-data": { en: "no data", zh: "无数据" },
};
