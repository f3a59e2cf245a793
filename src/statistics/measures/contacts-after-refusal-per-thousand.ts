import { perThousand } from "../define.ts";

/**
 * Contacts after a refusal, per 1,000 customers: marketing contacts with customers who had said no ÷ persons of the
 * population. Per thousand.
 */
export const contactsAfterRefusalPerThousand = perThousand({
  name: "contactsAfterRefusalPerThousand",
  group: "people",
  title: { en: "Contacts after a refusal, per 1,000 customers", zh: "每千客户拒绝后仍被触达次数" },
  numerator: { en: "marketing contacts with customers who had turned an offer down, unticked a box or closed", zh: "对曾拒绝邀约、取消勾选或关闭账户的客户的营销触达次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "contacts with others", zh: "对其他客户的触达" },
  of: "contactsAfterRefusal",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 10,
  assumed: true,
});
