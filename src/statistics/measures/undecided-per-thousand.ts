import { perThousand } from "../define.ts";

/**
 * Decisions left open by missing data, per 1,000 customers: decisions of any kind left to `onMissing` ÷ persons of
 * the population. Per thousand. No data where there are none of the latter.
 */
export const undecidedPerThousand = perThousand({
  name: "undecidedPerThousand",
  group: "funnel",
  title: { en: "Decisions left open by missing data, per 1,000 customers", zh: "因数据缺失未决的决策（每千客户）" },
  numerator: { en: "decisions of any kind left to `onMissing`", zh: "交由 onMissing 处理的各类决策次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "undecided",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 1,
});
