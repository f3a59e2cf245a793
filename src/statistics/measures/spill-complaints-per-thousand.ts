import { perThousand } from "../define.ts";

/** Complaints over other limits cut after closing, per 1,000 customers. */
export const spillComplaintsPerThousand = perThousand({
  name: "spillComplaintsPerThousand",
  group: "people",
  title: { en: "Complaints over other limits cut by closing, per 1,000 customers", zh: "因关闭导致其他额度下降的投诉（每千客户）" },
  numerator: { en: "complaints of holders whose other limits shrank without their having been told", zh: "其他额度下降且未事先告知而引起的投诉" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "complaintsSpill",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 0.5,
  assumed: true,
});
