import { perThousand } from "../define.ts";

/** Negative reports to the bureau, per 1,000 customers. */
export const negativeReportsPerThousand = perThousand({
  name: "negativeReportsPerThousand",
  group: "risk",
  title: { en: "Negative reports to the bureau, per 1,000 customers", zh: "报送不良信息（每千客户）" },
  numerator: { en: "defaults reported to the bureau", zh: "报送征信的违约" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "negativeReports",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 0.2,
  assumed: true,
});
