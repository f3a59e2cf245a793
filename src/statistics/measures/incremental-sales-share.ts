import { incrementalFen } from "../amounts.ts";
import { ratio } from "../define.ts";

/**
 * Incremental sales: purchases less what the same customers would have bought without credit ÷ what they would
 * have bought without credit. Ratio. No data where there are none of the latter.
 */
export const incrementalSalesShare = ratio({
  name: "incrementalSalesShare",
  group: "sales",
  title: { en: "Incremental sales", zh: "增量销售比例" },
  numerator: { en: "purchases less what the same customers would have bought without credit", zh: "消费额减去同一批客户在没有信用支付时的消费额" },
  denominator: { en: "what they would have bought without credit", zh: "没有信用支付时的消费额" },
  excludes: { en: "sales moved in time", zh: "消费在时间上的转移" },
  of: incrementalFen,
  among: "salesWithoutCreditFen",
  better: "higher",
  matters: 0.005,
  assumed: true,
});
