import type { Mechanism } from "../mechanism.ts";

/** The whole loss of the guaranteed pool by shares, against a guarantor who bears the first of it. */
export const firstLoss: Mechanism = {
  name: "first-loss",
  title: { en: "first loss of the pool borne by a guarantor", zh: "资产池首损由担保方承担" },
  claim: { en: "A guarantee moves losses from lender and partner to the guarantor and changes no customer's behaviour", zh: "担保只把损失从放贷机构与合作方转移给担保方，不改变任何客户的行为" },
  basis: "found",
  policy: "invited",
  common: { "assumptions.planAcceptance": 0, "policies.invited.arrangements.joint-guaranteed.buyBackAtDaysPastDue": null },
  off: { "policies.invited.arrangements.joint-guaranteed.losses": [{ firstBpsOfOriginated: 0, bearer: "guarantor-y" }, { rest: { lender: 3000, "bank-x": 7000 } }] },
  on: { "policies.invited.arrangements.joint-guaranteed.losses": [{ firstBpsOfOriginated: 500, bearer: "guarantor-y" }, { rest: { lender: 3000, "bank-x": 7000 } }] },
  moves: [
    { measure: "lossBorneByGuarantorsShare", to: "up" },
    { measure: "lossBorneByFundersShare", to: "down" },
    { measure: "lossBorneByLenderShare", to: "down" },
    { measure: "marginOfGuarantorsPerCustomer", to: "down" },
    { measure: "marginOfLenderPerCustomer", to: "up" },
  ],
  stays: ["lossPerCustomer", "chargeOffRate", "salesPerCustomer", "guaranteeFeesPerCustomer", "fundedByPartnersShare"],
};
