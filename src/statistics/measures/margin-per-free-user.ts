import { meanFen } from "../define.ts";
import { marginOfHolders, usersOf } from "../risk-sums.ts";

/**
 * Margin per customer of the free period: revenue less cost of funds, running, guarantees and losses of account
 * holders who bought inside the free period only ÷ such account holders. Fen. No data where there is none of the
 * latter.
 */
export const marginPerFreeUser = meanFen({
  name: "marginPerFreeUser",
  group: "money",
  title: { en: "Margin per customer of the free period", zh: "仅用免息期客户人均利润" },
  numerator: { en: "revenue less cost of funds, running, guarantees and losses of account holders who bought inside the free period only", zh: "仅在免息期内赊购的持户：收入减去资金、运营、担保成本与损失" },
  denominator: { en: "such account holders", zh: "该类持户人数" },
  excludes: { en: "debts not yet charged off at the end; profit on the goods", zh: "期末尚未核销的债务；商品销售利润" },
  of: (sums) => marginOfHolders(usersOf(sums, "freeUsers")),
  among: (sums) => usersOf(sums, "freeUsers").of("holders"),
  better: "higher",
  matters: 100,
  assumed: true,
});
