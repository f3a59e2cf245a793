import { ratio } from "../define.ts";
import { marginOfHolders, usersOf } from "../risk-sums.ts";

/**
 * Free period paid for by fee payers: what customers of the free period cost beyond what they bring; negative where
 * merchants pay for them ÷ margin of customers who pay fees. Ratio. No data where there is none of the latter.
 */
export const freePeriodSubsidy = ratio({
  name: "freePeriodSubsidy",
  group: "money",
  title: { en: "Free period paid for by fee payers", zh: "付费用户对免息期的补贴" },
  numerator: { en: "what customers of the free period cost beyond what they bring; negative where merchants pay for them", zh: "仅用免息期客户的净成本；商户手续费足以覆盖时为负" },
  denominator: { en: "margin of customers who pay fees", zh: "付费用户的利润" },
  excludes: { en: "debts not yet charged off at the end; profit on the goods", zh: "期末尚未核销的债务；商品销售利润" },
  of: (sums) => -marginOfHolders(usersOf(sums, "freeUsers")),
  among: (sums) => marginOfHolders(usersOf(sums, "feeUsers")),
  better: "neither",
  matters: 0.01,
  assumed: true,
});
