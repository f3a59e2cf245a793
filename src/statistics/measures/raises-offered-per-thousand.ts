import { perThousand } from "../define.ts";

/**
 * Higher limits offered: offers of a higher limit that the holder may refuse ÷ persons of the population. Per
 * thousand. No data where there is none of the latter.
 */
export const raisesOfferedPerThousand = perThousand({
  name: "raisesOfferedPerThousand",
  group: "people",
  title: { en: "Higher limits offered", zh: "提额邀约" },
  numerator: { en: "offers of a higher limit that the holder may refuse", zh: "持户可拒绝的提额邀约次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "raises made without asking", zh: "未经同意的提额" },
  of: "limitRaisesOffered",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 1,
});
