import { perThousand } from "../define.ts";

/**
 * Asked for a higher limit: requests for a higher limit ÷ persons of the population. Per thousand. No data where
 * there is none of the latter.
 */
export const limitRequestsPerThousand = perThousand({
  name: "limitRequestsPerThousand",
  group: "people",
  title: { en: "Asked for a higher limit", zh: "申请提额" },
  numerator: { en: "requests for a higher limit", zh: "提额申请次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "raises that the lender made or offered by itself", zh: "机构主动提额或发出的邀约" },
  of: "limitRequests",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 1,
  assumed: true,
});
