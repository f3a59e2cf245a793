import { share } from "../define.ts";

/**
 * First-payment default: accounts that missed their first statement ÷ accounts with a first statement. Share. No
 * data where there are none of the latter.
 */
export const firstPaymentDefault = share({
  name: "firstPaymentDefault",
  group: "risk",
  title: { en: "First-payment default", zh: "首期违约率" },
  numerator: { en: "accounts that missed their first statement", zh: "首期账单未还的账户数" },
  denominator: { en: "accounts with a first statement", zh: "出具首期账单的账户数" },
  excludes: { en: "accounts never billed", zh: "从未出账的账户" },
  of: "firstStatementsMissed",
  among: "firstStatements",
  better: "lower",
  matters: 0.005,
  assumed: true,
});
