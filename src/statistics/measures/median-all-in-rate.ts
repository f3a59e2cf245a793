import { medianShare } from "../define.ts";

/**
 * Median all-in annual rate: all-in annual rate that half of the instalment plans do not pass, to half a percentage
 * point ÷ runs with any plan. Share. No data where there is none of the latter.
 */
export const medianAllInRate = medianShare({
  name: "medianAllInRate",
  group: "money",
  title: { en: "Median all-in annual rate", zh: "综合年化成本中位数" },
  numerator: { en: "all-in annual rate that half of the instalment plans do not pass, to half a percentage point", zh: "半数分期不超过的综合年化成本，精确到 0.5 个百分点" },
  denominator: { en: "runs with any plan", zh: "有分期的运行次数" },
  excludes: { en: "late fees; purchases inside the free period", zh: "逾期费；免息期内的赊购" },
  histogram: "allInRate",
  better: "lower",
  matters: 0.005,
});
