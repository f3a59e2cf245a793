import { meanFen } from "../define.ts";

/**
 * Sales lost after discovery per customer: what those who left the shop on finding an account nobody asked for would
 * still have bought there, without credit ÷ persons of the population. Fen.
 */
export const salesLostDiscoveryPerCustomer = meanFen({
  name: "salesLostDiscoveryPerCustomer",
  group: "sales",
  title: { en: "Sales lost after discovery per customer", zh: "每客户因发现账户离开而损失的销售额" },
  numerator: { en: "what those who left on finding an account that nobody asked for would have bought without credit", zh: "因发现未经申请的账户而离开者若留下、不用信用支付本会购买的金额" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "those who would have left anyhow, from that month on", zh: "本就会离开者自该月起的购买" },
  of: "salesLostDiscoveryFen",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 500,
  assumed: true,
});
