import { perThousand } from "../define.ts";

/**
 * Accounts opened again unasked, per 1,000 customers: accounts opened after closing without the customer asking ÷
 * persons of the population. Per thousand.
 */
export const reopenedUnaskedPerThousand = perThousand({
  name: "reopenedUnaskedPerThousand",
  group: "people",
  title: { en: "Accounts opened again unasked, per 1,000 customers", zh: "每千客户关闭后未经申请再次开通次数" },
  numerator: { en: "accounts opened again after closing, without an act of the customer", zh: "关闭之后未经本人行为再次开立的账户数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "accounts that she asked for again", zh: "本人再次申请的账户" },
  of: "reopenedUnasked",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 1,
  assumed: true,
});
