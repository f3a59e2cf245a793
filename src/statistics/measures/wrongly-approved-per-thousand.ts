import { perThousand } from "../define.ts";

/**
 * Persons wrongly approved under a fault of the score, per thousand persons: each decision is made twice, with the score in
 * use and with the right one.
 */
export const wronglyApprovedPerThousand = perThousand({
  name: "wronglyApprovedPerThousand",
  group: "funnel",
  title: { en: "Wrongly approved per thousand", zh: "每千人误批" },
  numerator: { en: "persons approved at some decision who would not be with the right score, once each", zh: "至少一次因评分有误获批（按正确评分不应获批）的人数，每人计一次" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "wrong limits and prices; months in which the score is right", zh: "额度与价格的错误；评分正确的月份" },
  of: "wronglyApproved",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 1,
});
