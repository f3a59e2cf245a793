import { lenderCashFen } from "../bearer-sums.ts";
import { meanFen } from "../define.ts";

/**
 * Cash flow of the lender per customer: money in less money out of the lender: lent, repaid by its share, fees,
 * costs, settlements with partners, debts sold ÷ persons of the population. Fen. No data where there is none of the
 * latter.
 */
export const cashFlowOfLenderPerCustomer = meanFen({
  name: "cashFlowOfLenderPerCustomer",
  group: "money",
  title: { en: "Cash flow of the lender per customer", zh: "放贷机构人均现金净流入" },
  numerator: { en: "money in less money out of the lender: lent, repaid by its share, fees, costs, settlements with partners, debts sold", zh: "放贷机构现金收付净额：放款、按份额收回、费用、成本、与合作方结算、债权出售" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "money that funds the receivables of others", zh: "为他方债权提供的资金" },
  of: lenderCashFen,
  among: (sums) => sums.customers,
  better: "higher",
  matters: 100,
  assumed: true,
});
