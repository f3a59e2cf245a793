import { eventShare } from "../define.ts";

/**
 * Told of a leak: persons exposed who were told ÷ persons exposed. Share. No data without a leak that exposed somebody.
 */
export const leakToldShare = eventShare({
  name: "leakToldShare",
  group: "people",
  title: { en: "Persons exposed by a leak who were told", zh: "泄露涉及者中获告知的比例" },
  numerator: { en: "persons exposed who were told of it", zh: "获告知的被泄露人次" },
  denominator: { en: "persons exposed by a leak", zh: "信息泄露涉及人次" },
  excludes: { en: "whether they were told in time, which the law rule judges", zh: "是否及时告知（由法规规则评判）" },
  of: "leakNotices",
  among: "leaked",
  better: "higher",
  matters: 0.01,
});
