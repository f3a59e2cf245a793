import { moneyShare } from "../define.ts";

/**
 * Mean all-in annual rate: all-in annual rates of such purchases by internal rate of return, added up ÷ purchases on
 * credit in instalments, or at a fee without free days. Share. No data where there is none of the latter.
 */
export const meanAllInRate = moneyShare({
  name: "meanAllInRate",
  group: "money",
  title: { en: "Mean all-in annual rate", zh: "综合年化成本均值" },
  numerator: { en: "all-in annual rates of such purchases by internal rate of return, added up", zh: "各笔按内部收益率计算的综合年化成本之和" },
  denominator: { en: "purchases on credit in instalments, or at a fee without free days", zh: "分期付款或无免息期计费的赊购笔数" },
  excludes: { en: "late fees; purchases inside the free period", zh: "逾期费；免息期内的赊购" },
  of: (sums) => sums.of("planRatesBps") / 10_000,
  among: "plansBought",
  better: "lower",
  matters: 0.005,
});
