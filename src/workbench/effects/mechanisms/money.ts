import type { Mechanism } from "../mechanism.ts";
import { buyBack } from "./buy-back.ts";
import { creditLoyalty } from "./credit-loyalty.ts";
import { firstLoss } from "./first-loss.ts";
import { freePeriod } from "./free-period.ts";
import { fundingCost } from "./funding-cost.ts";
import { gradedPrices } from "./graded-prices.ts";
import { instalmentFee } from "./instalment-fee.ts";
import { jointFunding } from "./joint-funding.ts";
import { lateRate } from "./late-rate.ts";
import { limitCap } from "./limit-cap.ts";
import { limitOffers } from "./limit-offers.ts";
import { limitRequests } from "./limit-requests.ts";
import { policySwitch } from "./policy-switch.ts";
import { poolSale } from "./pool-sale.ts";
import { rollOut } from "./roll-out.ts";
import { salesUplift } from "./sales-uplift.ts";
import { trustLost } from "./trust-lost.ts";

/** What credit costs and brings, who bears it, and how a policy is brought in. */
export const moneyMechanisms: readonly Mechanism[] = [
  instalmentFee, lateRate, freePeriod, gradedPrices,
  firstLoss, buyBack, jointFunding,
  limitCap, limitOffers, limitRequests,
  salesUplift, creditLoyalty, trustLost,
  fundingCost, poolSale,
  policySwitch, rollOut,
];
