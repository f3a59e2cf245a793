import type { Mechanism } from "../mechanism.ts";

const shares = (lender: number): Readonly<Record<string, number>> => ({ lender, "bank-x": 10_000 - lender });

function allBy(lender: number): Readonly<Record<string, unknown>> {
  return {
    "policies.invited.arrangements.joint.funding": shares(lender),
    "policies.invited.arrangements.joint.losses": [{ rest: shares(lender) }],
    "policies.invited.arrangements.joint-guaranteed.funding": shares(lender),
  };
}

/** The lender funds nearly all, against a partner who funds eight tenths, less than law leaves the lender. */
export const jointFunding: Mechanism = {
  name: "joint-funding",
  title: { en: "share of the funding by a partner", zh: "合作方出资比例" },
  claim: { en: "The more a partner funds, the less the lender has at stake, and law sets a floor to it", zh: "合作方出资越多，放贷机构的自身风险越小，法规对此设有下限" },
  basis: "found",
  policy: "invited",
  off: allBy(9000),
  on: allBy(2000),
  moves: [
    { measure: "fundedByPartnersShare", to: "up" },
    { measure: "largestPartnerShare", to: "up" },
    { measure: "marginOfLenderPerCustomer", to: "up" },
    { measure: "marginOfFundersPerCustomer", to: "down" },
    { measure: "lawRulesMatched", to: "up" },
  ],
  stays: ["marginPerCustomer", "fundingPerCustomer", "salesPerCustomer", "guaranteeFeesPerCustomer"],
};
