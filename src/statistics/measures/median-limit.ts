import { medianFen } from "../define.ts";

/**
 * Median limit: limit that half of the accounts do not pass at the end, to the edge of a bin ÷ runs with any open
 * account. Fen. No data where there is none of the latter.
 */
export const medianLimit = medianFen({
  name: "medianLimit",
  group: "risk",
  title: { en: "Median limit", zh: "额度中位数" },
  numerator: { en: "limit that half of the accounts do not pass at the end, to the edge of a bin", zh: "期末半数账户不超过的额度，取分组上沿" },
  denominator: { en: "runs with any open account", zh: "有开立账户的运行次数" },
  excludes: { en: "closed and charged-off accounts", zh: "已关闭与已核销账户" },
  histogram: "limitAtEnd",
  better: "neither",
  matters: 1000,
});
