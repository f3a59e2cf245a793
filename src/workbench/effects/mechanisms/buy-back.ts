import type { Mechanism } from "../mechanism.ts";

const arrangement = "policies.invited.arrangements.joint-guaranteed";

/** Late debts stay with those who fund them, against a lender who buys them back after three months. */
export const buyBack: Mechanism = {
  name: "buy-back",
  title: { en: "the lender buys late debts back from its partners", zh: "放贷机构回购合作方的逾期债权" },
  claim: { en: "A promise to buy back leaves all the risk with the lender, whatever the partner's share of the funding", zh: "回购承诺使风险全部留在放贷机构，与合作方的出资比例无关" },
  basis: "found",
  policy: "invited",
  common: { "assumptions.planAcceptance": 0, [`${arrangement}.losses`]: [{ rest: { lender: 3000, "bank-x": 7000 } }], [`${arrangement}.guaranteeFeeMonthlyBps`]: 0 },
  off: { [`${arrangement}.buyBackAtDaysPastDue`]: null },
  on: { [`${arrangement}.buyBackAtDaysPastDue`]: 90, [`${arrangement}.buyBackBy`]: "lender" },
  moves: [
    { measure: "boughtBackToCreditSales", to: "up" },
    { measure: "lossBorneByLenderShare", to: "up" },
    { measure: "lossBorneByFundersShare", to: "down" },
    { measure: "marginOfFundersPerCustomer", to: "up" },
    { measure: "marginOfLenderPerCustomer", to: "down" },
  ],
  stays: ["lossPerCustomer", "marginPerCustomer", "chargeOffRate", "salesPerCustomer"],
};
