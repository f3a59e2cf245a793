import { perThousand } from "../define.ts";

/**
 * Enrolment decisions that a fault of the score left undecided, per thousand persons: each is made twice, with the score in
 * use and with the right one.
 */
export const undecidedByFaultPerThousand = perThousand({
  name: "undecidedByFaultPerThousand",
  group: "funnel",
  title: { en: "Left undecided by a fault per thousand", zh: "每千人因评分出错未能决定数" },
  numerator: { en: "enrolment decisions left undecided that the right score would decide", zh: "因评分有误未能决定（按正确评分可决定）的开通决定数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "decisions on limits and prices; months in which the score is right", zh: "额度与价格的决定；评分正确的月份" },
  of: "undecidedByFault",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 5,
});
