import { perThousand } from "../define.ts";

/**
 * Persons wrongly declined under a fault of the score, per thousand persons: each decision is made twice, with the score in
 * use and with the right one.
 */
export const wronglyDeclinedPerThousand = perThousand({
  name: "wronglyDeclinedPerThousand",
  group: "funnel",
  title: { en: "Wrongly declined per thousand", zh: "每千人误拒" },
  numerator: { en: "persons not approved at some decision who would be with the right score, once each", zh: "至少一次因评分有误未获批（按正确评分应获批）的人数，每人计一次" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "wrong limits and prices; months in which the score is right", zh: "额度与价格的错误；评分正确的月份" },
  of: "wronglyDeclined",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 1,
});
