import { perThousand } from "../define.ts";

/** Credit repairs begun, per 1,000 customers: holders in arrears who took up credit repair ÷ persons of the population. Per thousand. */
export const creditRepairsPerThousand = perThousand({
  name: "creditRepairsPerThousand",
  group: "people",
  title: { en: "Credit repairs begun, per 1,000 customers", zh: "每千客户开始信用修复次数" },
  numerator: { en: "holders in arrears who took up credit repair", zh: "接受信用修复的逾期持有人数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "offers not taken up", zh: "未接受的邀约" },
  of: "repairs",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 1,
  assumed: true,
});
