import { moneyShare } from "../define.ts";
import { sold90Fen, soldFen } from "../pool-sums.ts";

/**
 * Static 90+ rate of sold pools: debts of sold pools when first 91 days past due ÷ owed when it was sold to
 * investors. Share. No data where there is none of the latter.
 */
export const soldPool90Share = moneyShare({
  name: "soldPool90Share",
  group: "risk",
  title: { en: "Static 90+ rate of sold pools", zh: "已售资产池静态 90+ 比率" },
  numerator: { en: "debts of sold pools when first 91 days past due", zh: "已售资产池债权首次逾期 91 天时的欠款" },
  denominator: { en: "owed when it was sold to investors", zh: "出售给投资者时的欠款" },
  excludes: { en: "debts that were not sold: the dynamic rate of all is 90+ by balance", zh: "未出售的债权：全部债权的动态比率见 90+ 余额占比" },
  of: sold90Fen,
  among: soldFen,
  better: "lower",
  matters: 0.001,
});
