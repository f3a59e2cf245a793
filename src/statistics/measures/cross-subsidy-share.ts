import { moneyShare } from "../define.ts";
import { allHolders, crossSubsidyFen } from "../risk-sums.ts";

/**
 * Moved between score bands: margin that bands bring above the mean margin of a balance like theirs ÷ revenue of
 * account holders. Share. No data where there is none of the latter.
 */
export const crossSubsidyShare = moneyShare({
  name: "crossSubsidyShare",
  group: "money",
  title: { en: "Moved between score bands", zh: "分数段之间的交叉补贴" },
  numerator: { en: "margin that bands bring above the mean margin of a balance like theirs", zh: "高于同等余额平均利润的分数段所贡献的超额利润" },
  denominator: { en: "revenue of account holders", zh: "持户收入" },
  excludes: { en: "differences inside a band", zh: "分数段内部的差异" },
  of: crossSubsidyFen,
  among: (sums) => allHolders(sums).of("revenueFen"),
  better: "neither",
  matters: 0.01,
  assumed: true,
});
