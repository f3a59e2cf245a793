import type { Mechanism } from "../mechanism.ts";

/** The lender keeps what it lends, or sells most of it to investors after a year. */
export const poolSale: Mechanism = {
  name: "pool-sale",
  title: { en: "receivables sold in pools", zh: "应收账款入池出售" },
  claim: { en: "Selling receivables turns the book into cash and hands losses on, and the customers notice nothing", zh: "出售应收账款将账簿变现并转移损失，客户毫无察觉" },
  basis: "found",
  policy: "silent-auto-enrolment",
  off: { "lender.pools": [] },
  on: { "lender.pools": [{ month: 12, shareBps: 8000, priceBps: 9900, firstLossBps: 100 }] },
  moves: [
    { measure: "soldToCreditSales", to: "up" },
    { measure: "cashFlowOfLenderPerCustomer", to: "up" },
    { measure: "lossBorneByLenderShare", to: "down" },
    { measure: "marginOfLenderPerCustomer", to: "down" },
  ],
  stays: ["lossPerCustomer", "salesPerCustomer", "marginPerCustomer", "balance90PlusShare", "receivableDays", "violations"],
};
