import { perThousand } from "../define.ts";

/**
 * Accounts that monitoring warned of, per thousand persons.
 */
export const warningsPerThousand = perThousand({
  name: "warningsPerThousand",
  group: "risk",
  title: { en: "Accounts warned of per thousand", zh: "每千人示警账户数" },
  numerator: { en: "accounts of which monitoring warned (alert, stricter review, freeze or cut) for the first time in six months", zh: "监测首次示警（预警、从严审查、冻结或下调额度，六个月内只计一次）的账户数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "accounts already 61 days past due; reminders and plans", zh: "已逾期 61 天及以上的账户；提醒与还款计划" },
  of: "warnings",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 2,
});
