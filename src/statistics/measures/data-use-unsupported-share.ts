import { eventShare } from "../define.ts";

/**
 * Decisions without a valid consent: decisions that read facts resting on a consent which was never given, taken back,
 * or not given as it must be ÷ decisions that read such facts. Share. No data where none is read.
 */
export const dataUseUnsupportedShare = eventShare({
  name: "dataUseUnsupportedShare",
  group: "people",
  title: { en: "Decisions without a valid consent", zh: "缺少有效同意的决策占比" },
  numerator: { en: "decisions that read facts whose consent was never given, taken back, or not given in the form needed, by an own act and after a whole notice", zh: "所读事实的同意从未取得、已撤回，或未按要求的形式、由本人行为并在完整告知之后作出的决策次数" },
  denominator: { en: "decisions that read facts resting on a consent", zh: "读取需同意之事实的决策次数" },
  excludes: { en: "decisions that read no such fact; months before the run", zh: "不读取此类事实的决策；运行开始之前的月份" },
  of: "dataUsesUnsupported",
  among: "dataUses",
  better: "lower",
  matters: 0.01,
});
