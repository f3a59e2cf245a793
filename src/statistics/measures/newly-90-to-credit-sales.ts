import { moneyShare } from "../define.ts";

/**
 * First 90+ balance ÷ credit sales: balance of accounts when first 91 days past due ÷ purchases on credit. Share.
 * No data where there are none of the latter.
 */
export const newly90ToCreditSales = moneyShare({
  name: "newly90ToCreditSales",
  group: "risk",
  title: { en: "First 90+ balance ÷ credit sales", zh: "首次 90 天以上逾期余额 ÷ 赊销额" },
  numerator: { en: "balance of accounts when first 91 days past due", zh: "账户首次逾期达 91 天时的余额" },
  denominator: { en: "purchases on credit", zh: "赊销额" },
  excludes: { en: "later recoveries", zh: "之后的回收" },
  of: "newly90BalanceFen",
  among: "creditSalesFen",
  better: "lower",
  matters: 0.001,
});
