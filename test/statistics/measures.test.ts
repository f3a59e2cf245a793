import { expect, test } from "vitest";
import { baselCapital, computeMeasures, defaultQuantile, judgedTally, measureNamed, measures, type RuleSeverity } from "../../src/statistics/index.ts";
import { fairnessFigures, fairnessStart, newScoreTally, scoreBin, scoreBins, scoreOutcomes, type ScoreOutcome } from "../../src/simulation/index.ts";
import { sumsOf } from "../../src/statistics/sums.ts";
import { tallyOf, type HandMade } from "./tally-of.ts";

const low = scoreBin(405);
const high = scoreBin(505);

function turnedOut(months: "12" | "6"): NonNullable<HandMade["score"]> {
  const { byGroup, byMonth } = newScoreTally(12, { checks: [] });
  const at = (kind: ScoreOutcome, bin: number): number => scoreOutcomes.indexOf(kind) * scoreBins + bin;
  const [good, bad] = months === "12" ? (["good12", "bad12"] as const) : (["good6", "bad6"] as const);
  byGroup[at(good, low)] = 30;
  byGroup[at(good, high)] = 70;
  byGroup[at(bad, low)] = 6;
  byGroup[at(bad, high)] = 4;
  return { byGroup, byMonth, expected: Array.from({ length: scoreBins - 1 }, (_, bin) => (bin < high ? 2000 : 500)) };
}

const moved = ((): NonNullable<HandMade["score"]> => {
  const checks = [{ from: 0, every: 3, alarmPsi: 0.25, alarmKs: null }];
  const { base } = newScoreTally(12, { checks });
  for (let month = 0; month < 12; month++) {
    base[month * scoreBins + low] = month < 9 ? 50 : 75;
    base[month * scoreBins + high] = month < 9 ? 50 : 25;
  }
  return { base, checks };
})();

const treated = ((): NonNullable<HandMade["score"]> => {
  const { fairness } = newScoreTally(12, { checks: [] });
  const put = (group: number, considered: number, approved: number): void => {
    const mean = [fairnessStart.gender, fairnessStart.region, fairnessStart.age].some((first) => first === group) ? 600 : 620;
    fairness.set([considered, approved, considered * 0.9, considered * 0.9 * mean], group * fairnessFigures.length);
  };
  put(fairnessStart.gender, 100, 80);
  put(fairnessStart.gender + 1, 100, 60);
  put(fairnessStart.region, 100, 80);
  put(fairnessStart.region + 3, 100, 40);
  put(fairnessStart.region + 4, 29, 0); // too few to say anything
  put(fairnessStart.age, 100, 60);
  put(fairnessStart.age + 1, 100, 80);
  return { fairness };
})();

/** For every measure: a tally, and the value that follows from it on paper. */
const onPaper: Readonly<Record<string, readonly [HandMade["counters"], number, HandMade["score"]?]>> = {
  considered: [{ considered: 640 }, 640],
  limitPerAccount: [{ limitFen: 4_000_000, openAccounts: 5 }, 800_000],
  limitRequestsPerThousand: [{ limitRequests: 12 }, 12],
  limitRequestsGrantedShare: [{ limitRequests: 12, limitRequestsGranted: 3 }, 0.25],
  raisesOfferedPerThousand: [{ limitRaisesOffered: 40 }, 40],
  limitsExpiredPerThousand: [{ limitsExpired: 7 }, 7],
  salesWithoutCreditPerCustomer: [{ salesWithoutCreditFen: 5_000_000 }, 5000],
  activeAtMonth12Share: [{ reachedMonth12: 1000, activeAtMonth12: 870 }, 0.87],
  approvalRate: [{ approved: 73, considered: 100 }, 0.73],
  declineRate: [{ declined: 30, considerations: 120 }, 0.25],
  reviewRate: [{ reviewed: 6, considerations: 120 }, 0.05],
  invitationAcceptance: [{ invited: 80, invitationsAccepted: 20 }, 0.25],
  noLineShare: [{ approved: 50, noLine: 1 }, 0.02],
  takeUp: [{ approved: 50, booked: 40 }, 0.8],
  bookingRate: [{ considered: 400, booked: 100 }, 0.25],
  bookedByRegistrationShare: [{ booked: 100, bookedRegistration: 40 }, 0.4],
  bookedByCheckoutShare: [{ booked: 100, bookedCheckout: 25 }, 0.25],
  bookedByApplicationShare: [{ booked: 100, bookedApplication: 10 }, 0.1],
  bookedByMonthlyScanShare: [{ booked: 100, bookedMonthlyScan: 20 }, 0.2],
  bookedByInvitationShare: [{ booked: 100, bookedInvitation: 5 }, 0.05],
  unaskedShare: [{ booked: 100, bookedUnasked: 60 }, 0.6],
  activationRate: [{ booked: 100, activated: 55 }, 0.55],
  enrolledShare: [{ openAccounts: 250 }, 0.25],
  undecidedPerThousand: [{ undecided: 12 }, 12],
  ever90PlusAtMonth12: [{ matured12: 1000, ever90At12: 35 }, 0.035],
  accounts30PlusShare: [{ accountsWithBalance: 1000, dpd31to60: 8, dpd61to90: 5, dpd91plus: 3, dpd1to30: 40 }, 0.016],
  accounts90PlusShare: [{ accountsWithBalance: 1000, dpd91plus: 11 }, 0.011],
  balance30PlusShare: [{ balanceFen: 1_000_000, dpd31to60BalanceFen: 5000, dpd61to90BalanceFen: 4000, dpd91plusBalanceFen: 6600 }, 0.0156],
  balance90PlusShare: [{ balanceFen: 1_000_000, dpd91plusBalanceFen: 10_500 }, 0.0105],
  firstPaymentDefault: [{ firstStatements: 500, firstStatementsMissed: 8 }, 0.016],
  rollRate0to1: [{ exposedCurrent: 10_000, rolled0to1: 230 }, 0.023],
  rollRate1to2: [{ exposed1to30: 1000, rolled1to2: 177 }, 0.177],
  rollRate2to3: [{ exposed31to60: 1000, rolled2to3: 715 }, 0.715],
  rollRate3to4: [{ exposed61to90: 1000, rolled3to4: 820 }, 0.82],
  // The Markov matrix of the validation ladder: .028 × .206 × .719 × .829.
  flowThrough: [
    { exposedCurrent: 1000, rolled0to1: 28, exposed1to30: 1000, rolled1to2: 206, exposed31to60: 1000, rolled2to3: 719, exposed61to90: 1000, rolled3to4: 829 },
    0.003438022168,
  ],
  cureRate1: [{ exposed1to30: 1000, cured1: 778 }, 0.778],
  cureRate2: [{ exposed31to60: 1000, cured2: 203 }, 0.203],
  cureRate3: [{ exposed61to90: 1000, cured3: 109 }, 0.109],
  forgettingShare: [{ missedByForgetting: 30, missedByInability: 70 }, 0.3],
  chargeOffRate: [{ openAccounts: 900, closuresGranted: 80, takeoversClosing: 9, chargedOff: 11 }, 0.011],
  newly90ToCreditSales: [{ newly90BalanceFen: 800, creditSalesFen: 100_000 }, 0.008],
  lossToCreditSales: [{ chargedOffFen: 600, fraudLossFen: 50, recoveredFen: 100, creditSalesFen: 100_000 }, 0.0055],
  utilisation: [{ balanceFen: 306, limitFen: 1000 }, 0.306],
  balancePerAccount: [{ balanceFen: 22_350_000, openAccounts: 100 }, 223_500],
  smallBalanceShare: [{ balanceFen: 1000, smallBalanceFen: 720 }, 0.72],
  realBadRateEnrolled: [{ realKnownEnrolled: 200, realBadEnrolled: 30 }, 0.15],
  realBadRateNotEnrolled: [{ realKnownNotEnrolled: 100, realBadNotEnrolled: 40 }, 0.4],
  salesPerCustomer: [{ salesFen: 5_000_000 }, 5000],
  creditShareOfSales: [{ salesFen: 1000, creditSalesFen: 400 }, 0.4],
  incrementalSalesPerCustomer: [{ salesFen: 5_000_000, salesWithoutCreditFen: 4_000_000 }, 1000],
  incrementalSalesShare: [{ salesFen: 5_000_000, salesWithoutCreditFen: 4_000_000 }, 0.25],
  customersStillActive: [{ customersActive: 900 }, 0.9],
  leftAfterDiscoveryPerThousand: [{ leftAfterDiscovery: 4 }, 4],
  merchantFeesPerCustomer: [{ merchantFeeFen: 200_000 }, 200],
  instalmentFeesPerCustomer: [{ instalmentFeeFen: 300_000 }, 300],
  lateFeesPerCustomer: [{ lateFeeFen: 50_000, waivedFen: 10_000 }, 40],
  revenuePerCustomer: [{ merchantFeeFen: 200_000, instalmentFeeFen: 300_000, lateFeeFen: 50_000, waivedFen: 10_000 }, 540],
  fundingPerCustomer: [{ fundingCostFen: 30_000 }, 30],
  lossPerCustomer: [{ chargedOffFen: 90_000, recoveredFen: 9000, fraudLossFen: 1000 }, 82],
  operatingPerCustomer: [{ operatingCostFen: 12_000 }, 12],
  acquisitionPerCustomer: [{ acquisitionCostFen: 7000 }, 7],
  guaranteeFeesPerCustomer: [{ guaranteeFeeFen: 3000 }, 3],
  marginPerCustomer: [{ merchantFeeFen: 100_000, fundingCostFen: 10_000, chargedOffFen: 20_000, operatingCostFen: 5000, acquisitionCostFen: 4000, guaranteeFeeFen: 1000 }, 60],
  marginToCreditSales: [{ merchantFeeFen: 2490, chargedOffFen: 1300, creditSalesFen: 100_000 }, 0.0119],
  revenuePerAccount: [{ merchantFeeFen: 50_000, openAccounts: 90, chargedOff: 10 }, 500],
  awareShare: [{ openAccounts: 100, openUnaware: 25 }, 0.75],
  meanUnawareMonths: [{ openAccounts: 100, unawareMonths: 300 }, 3],
  discoveredPerThousand: [{ discovered: 17 }, 17],
  lateFeesFromUnawareShare: [{ lateFeeFen: 400, lateFeeUnawareFen: 100 }, 0.25],
  lateFeesPaidUnawarePerCustomer: [{ lateFeePaidUnawareFen: 2000 }, 2],
  complaintsPerThousand: [{ complaints: 83 }, 83],
  complaintDays: [{ complaints: 40, complaintDays: 480 }, 12],
  unwantedComplaintsPerThousand: [{ complaintsUnwanted: 8 }, 8],
  reapplicationsPerThousand: [{ reapplications: 6 }, 6],
  reopenedUnaskedPerThousand: [{ reopenedUnasked: 5 }, 5],
  contactsAfterRefusalPerThousand: [{ contactsAfterRefusal: 40 }, 40],
  withdrawalsPerThousand: [{ withdrawals: 7 }, 7],
  withdrawalThroughShare: [{ withdrawalsWanted: 40, withdrawals: 10 }, 0.25],
  dataUseUnsupportedShare: [{ dataUses: 500, dataUsesUnsupported: 400 }, 0.8],
  acquisitionPerAccount: [{ acquisitionCostFen: 900_000, booked: 100 }, 9000],
  salesLostDiscoveryPerCustomer: [{ salesLostDiscoveryFen: 250_000 }, 250],
  advisedPerThousand: [{ advised: 8 }, 8],
  creditRepairsPerThousand: [{ repairs: 12 }, 12],
  leakExposedPerThousand: [{ leaked: 30 }, 30],
  leakLevelsPerThousand: [{ leakedLevel1: 1, leakedLevel2: 20, leakedLevel3: 30, leakedLevel5: 4 }, 55],
  leakToldShare: [{ leaked: 40, leakNotices: 30 }, 0.75],
  openUnaskedShare: [{ openAccounts: 200, openUnasked: 50 }, 0.25],
  remedyConfirmedShare: [{ remedyAsked: 80, remedyConfirmed: 20 }, 0.25],
  remedyClosedShare: [{ remedyAsked: 80, remedyClosedByAnswer: 10, remedyClosedBySilence: 30 }, 0.5],
  closuresWantedPerThousand: [{ closuresAsked: 30, closuresAbandoned: 10 }, 40],
  closureGrantedShare: [{ closuresAsked: 30, closuresAbandoned: 10, closuresGranted: 20 }, 0.5],
  closureRefusedShare: [{ closuresAsked: 30, closuresAbandoned: 10, closuresRefused: 4 }, 0.1],
  closureAbandonedShare: [{ closuresAsked: 30, closuresAbandoned: 10 }, 0.25],
  closureBlockedShare: [{ closuresAsked: 30, closuresAbandoned: 10, closuresBlockedByBalance: 6 }, 0.15],
  takeoversPerThousand: [{ takeovers: 2 }, 2],
  takeoverSuccessShare: [{ takeovers: 12, takeoverAttempts: 100 }, 0.12],
  freezesPerThousand: [{ freezes: 5 }, 5],
  raisesImposedPerThousand: [{ limitRaisesImposed: 31 }, 31],
  limitCutsPerThousand: [{ limitCuts: 3 }, 3],
  plansPerThousand: [{ plans: 9 }, 9],
  closureGaveUpFindingShare: [{ closuresAsked: 30, closuresAbandoned: 10, gaveUpFinding: 8 }, 0.2],
  closureGaveUpConditionsShare: [{ closuresAsked: 30, closuresAbandoned: 10, gaveUpChannel: 3, gaveUpConditions: 1 }, 0.1],
  closureUnverifiedShare: [{ closuresAsked: 30, closuresAbandoned: 10, closuresUnverified: 6 }, 0.15],
  closureGaveUpWaitingShare: [{ closuresAsked: 30, closuresAbandoned: 10, gaveUpWaiting: 4 }, 0.1],
  closureKeptOnHearingShare: [{ closuresAsked: 30, closuresAbandoned: 10, gaveUpTold: 2 }, 0.05],
  closureWorkingDays: [{ closuresAsked: 25, closuresWithdrawn: 5, closureDecisionDays: 140 }, 7],
  closuresCarriedOverShare: [{ closuresAsked: 20, closuresWaiting: 5 }, 0.25],
  withdrawalsPerThousandBooked: [{ booked: 500, closuresWithdrawn: 5 }, 10],
  settledPerClosureFen: [{ closuresGranted: 20, settledFen: 100_000 }, 5000],
  settlementsLateShare: [{ settlements: 40, settlementsLate: 6, settlementsFailed: 2 }, 0.2],
  settlementFeesPerCustomer: [{ settlementFeeFen: 5000 }, 5],
  refundsAtClosingPerThousand: [{ closuresAsked: 50, refundsAtClosing: 1 }, 20],
  closedDataKeptShare: [{ closedErased: 10, closedLocked: 20, closedKept: 10 }, 0.25],
  otherLimitLostPerClosure: [{ closuresGranted: 4, otherLimitLostFen: 8000 }, 2000],
  spillComplaintsPerThousand: [{ complaintsSpill: 3 }, 3],
  takeoversOpeningPerThousand: [{ takeoversOpening: 2 }, 2],
  takeoversSpendingPerThousand: [{ takeoversSpending: 3 }, 3],
  takeoversClosingPerThousand: [{ takeoversClosing: 4 }, 4],
  takeoverAttemptsPerThousand: [{ takeoverAttempts: 20 }, 20],
  verificationFrictionShare: [{ applicationsUnverified: 2, purchasesUnverified: 5, closuresUnverified: 3, verificationsOpening: 20, verificationsSpending: 60, closuresAsked: 20 }, 0.1],
  fraudLossPerCustomer: [{ fraudLossFen: 9000 }, 9],
  overdueComplaintsPerThousand: [{ complaintsOverdue: 7 }, 7],
  complaintsEscalatedShare: [{ complaints: 40, complaintsEscalated: 8 }, 0.2],
  unheardPerThousand: [{ complaintsUnheard: 6 }, 6],
  collectedPerThousand: [{ collectionMonths: 30 }, 30],
  negativeReportsPerThousand: [{ negativeReports: 3 }, 3],
  marketingContactsPerThousand: [{ marketingContacts: 2500 }, 2500],
  // Of 100 good and 10 bad accounts, 30 and 6 were opened with 400 to 409 points, the rest with 500 to 509.
  scoreAuc: [{}, 0.65, turnedOut("12")],
  scoreGini: [{}, 0.3, turnedOut("12")],
  scoreKs: [{}, 0.3, turnedOut("12")],
  scoreEarlyKs: [{}, 0.3, turnedOut("6")],
  // 20 % and 5 % were expected to default.
  scoreBrier: [{}, (30 * 0.04 + 6 * 0.64 + 70 * 0.0025 + 4 * 0.9025) / 110, turnedOut("12")],
  scoreObservedToExpected: [{}, 10 / (36 * 0.2 + 74 * 0.05), turnedOut("12")],
  scoreCalibrationSlope: [{}, Math.log((6 / 30) / (4 / 70)) / Math.log((0.2 / 0.8) / (0.05 / 0.95)), turnedOut("12")],
  // Half and half at first, three quarters and a quarter in the last month.
  scorePsi: [{}, 0.25 * Math.log(1.5) - 0.25 * Math.log(0.5), moved],
  scoreAlarms: [{}, 1 / 3, moved],
  scoreAlarmDelay: [{}, 5, { ...moved, faultFrom: 4 }],
  scoreRepairDelay: [{}, 3, { ...moved, faultFrom: 4, repairFrom: 7 }],
  reviewDays: [{ reviewed: 8, reviewDays: 100 }, 12.5],
  reviewWrongDeclines: [{ reviewsDecided: 20, reviewsWronglyDeclined: 3 }, 0.15],
  reviewWrongApprovals: [{ reviewsDecided: 20, reviewsWronglyApproved: 2 }, 0.1],
  reviewCostPerAccount: [{ booked: 40, reviewCostFen: 60_000 }, 1500],
  warningsPerThousand: [{ warnings: 20 }, 20],
  warningHits61: [{ warningsDecided: 16, warningHits61: 4 }, 0.25],
  warningHits91: [{ warningsDecided: 16, warningHits91: 2 }, 0.125],
  falseAlarmsPerThousand: [{ warningsDecided: 16, warningHits61: 4 }, 12],
  warningRecall: [{ newly90: 5, newly90Warned: 3 }, 0.6],
  warningLeadDays: [{ warningHits91: 2, warningLeadDays: 150 }, 75],
  warningsOpenShare: [{ warnings: 20, warningsDecided: 16 }, 0.2],
  burdenAtInability: [{ dueAtInabilityFen: 90_000, incomeAtInabilityFen: 600_000 }, 0.15],
  wronglyDeclinedPerThousand: [{ wronglyDeclined: 7 }, 7],
  wronglyApprovedPerThousand: [{ wronglyApproved: 3 }, 3],
  scoreMissingShare: [{}, 0.1, treated],
  undecidedByFaultPerThousand: [{ undecidedByFault: 11 }, 11],
  // 600 points on average, but 620 for the second group.
  scoreGapGender: [{}, 20, treated],
  scoreGapRegion: [{}, 20, treated],
  scoreGapAge: [{}, 20, treated],
  adverseImpactGender: [{}, 0.75, treated],
  adverseImpactRegion: [{}, 0.5, treated],
  adverseImpactAge: [{}, 0.75, treated],
};

const laws: Readonly<Record<string, number>> = {
  lawRulesMatched: 3,
  lawRulesMatchedCritical: 2,
  violationsCritical: 60,
  violations: 65,
  personsMatchedCritical: 40,
  lawRulesInconclusive: 1,
};
/** A joint loan: the guarantor bears the first 5 % of what was lent and has bought a debt of 400 yuan back. */
const joint = tallyOf({
  counters: { creditSalesFen: 1_000_000 },
  pools: [
    {
      definition: {
        name: "joint", kind: "arrangement", arrangement: "joint", funding: { lender: 3000, bank: 7000 }, revenue: { lender: 4000, bank: 6000 },
        losses: [{ firstBpsOfOriginated: 500, bearer: "guarantor" }, { rest: { lender: 3000, bank: 7000 } }], guaranteeFeeMonthlyBps: 10, buyBack: { cycles: 4, pool: 1 },
      },
      flows: {
        originatedFen: 1_000_000, merchantFeeFen: 5000, instalmentFeeFen: 10_000, repaidPrincipalFen: 500_000, repaidFeeFen: 10_000, lostPrincipalFen: 80_000,
        recoveredFen: 10_000, fundingCostFen: 2000, guaranteeFeeFen: 1000, givenPrincipalFen: 40_000,
      },
    },
    {
      definition: {
        name: "joint: bought back", kind: "bought-back", arrangement: "joint", funding: { guarantor: 10_000 }, revenue: { guarantor: 10_000 },
        losses: [{ rest: { guarantor: 10_000 } }], guaranteeFeeMonthlyBps: 0, buyBack: null,
      },
      flows: { takenPrincipalFen: 40_000 },
    },
  ],
});
/** Debts of 200 yuan sold, of which 10 went bad. */
const soldOff = tallyOf({
  counters: { creditSalesFen: 1_000_000 },
  pools: [
    {
      definition: { name: "sold 1", kind: "sold", arrangement: "sold 1", funding: { investors: 10_000 }, revenue: { investors: 10_000 }, losses: [{ rest: { investors: 10_000 } }], guaranteeFeeMonthlyBps: 0, buyBack: null },
      flows: { takenPrincipalFen: 20_000, newly90Fen: 1000 },
    },
  ],
});
const sale: Readonly<Record<string, number>> = { soldToCreditSales: 0.02, soldPool90Share: 0.05 };
/** Of 70,000 lost 50,000 are covered; of 420,000 owed 40,000 are the guarantor's and the rest is funded 3 to 7. */
const shared: Readonly<Record<string, number>> = {
  lossBorneByLenderShare: 6 / 70,
  lossBorneByFundersShare: 14 / 70,
  lossBorneByGuarantorsShare: 50 / 70,
  marginOfLenderPerCustomer: 2.1,
  marginOfFundersPerCustomer: -10.1,
  marginOfGuarantorsPerCustomer: -49,
  boughtBackToCreditSales: 0.04,
  fundedByPartnersShare: 306 / 420,
  cashFlowOfLenderPerCustomer: -111.9,
  largestPartnerShare: 266 / 420,
};
/** Two bands over a year: the weak one defaults more than the good one and earns less. */
const graded = tallyOf({
  counters: {
    merchantFeeFen: 3000, instalmentFeeFen: 6000, lateFeeFen: 1500, waivedFen: 500, creditSalesFen: 4_000_000, creditPurchases: 200, plansBought: 120, planRatesBps: 144_000, plansAboveCap: 6,
  },
  classes: {
    "580-619": { holders: 10, revenueFen: 200_000, costFen: 50_000, lossFen: 90_000, balanceYuanMonths: 12_000, balanceMonths: 100, defaults: 1 },
    "700-739": { holders: 30, revenueFen: 600_000, costFen: 100_000, lossFen: 10_000, balanceYuanMonths: 36_000, balanceMonths: 300, defaults: 0 },
    feeUsers: { holders: 20, revenueFen: 700_000, costFen: 100_000, lossFen: 100_000 },
    freeUsers: { holders: 10, revenueFen: 20_000, costFen: 70_000 },
  },
  histograms: { allInRate: { edges: [0, 0.1, 0.12, 0.24], counts: [10, 20, 60, 20, 10] }, limitAtEnd: { edges: [0, 200_000, 500_000], counts: [0, 40, 20, 40] } },
});
/** PD 12 × 1 ÷ 400 = 3 %, LGD 85 %, mean balance 4,000 yuan: K = .058426 as published, quantile 9.8736 %. */
const byGrade: Readonly<Record<string, readonly [number, number]>> = {
  revenueFromMerchantsShare: [0.3, 12],
  revenueFromInstalmentsShare: [0.6, 12],
  revenueFromLateFeesShare: [0.1, 12],
  instalmentShareOfCreditPurchases: [0.6, 12],
  meanAllInRate: [0.12, 12],
  medianAllInRate: [0.12, 12],
  medianLimit: [500_000, 12],
  plansAboveCapShare: [0.05, 12],
  marginPerFeeUser: [25_000, 12],
  marginPerFreeUser: [-5000, 12],
  freePeriodSubsidy: [0.1, 12],
  raroc: [(650_000 - 0.03 * 0.85 * 400_000) / (0.058426 * 400_000), 2],
  worstLossToBalance: [0.058426 + 0.03 * 0.85, 5],
  receivableDays: [(48_000 * 100 * 30) / 4_000_000, 12],
  crossSubsidyShare: [(490_000 - 550_000 * 0.75) / 800_000, 12],
};
const severities = new Map<string, RuleSeverity>([["A", "critical"], ["B", "critical"], ["C", "high"], ["D", "low"], ["E", "critical"]]);
const judged = tallyOf({
  laws: [
    { rule: "A", persons: 40 },
    { rule: "B", persons: 20, inconclusivePersons: 9 },
    { rule: "C", persons: 5 },
    { rule: "D", inconclusivePersons: 7 },
    { rule: "E" },
  ],
});

function check(name: string, counters: HandMade["counters"], score: HandMade["score"]): number | null | undefined {
  return measureNamed(name)?.compute(tallyOf({ ...(counters === undefined ? {} : { counters }), ...(score === undefined ? {} : { score }) })).value;
}

test.each(Object.entries(onPaper))("%s is what it is on paper", (name, [counters, value, score]) => {
  expect(check(name, counters, score)).toBeCloseTo(value, 12);
});

test.each(Object.entries(shared))("%s is what the arrangement says", (name, value) => {
  expect(measureNamed(name)?.compute(joint).value).toBeCloseTo(value, 12);
});

test.each(Object.entries(sale))("%s is what was sold", (name, value) => {
  expect(measureNamed(name)?.compute(soldOff).value).toBeCloseTo(value, 12);
});

test.each(Object.entries(byGrade))("%s is what the classes of holders say", (name, [value, digits]) => {
  expect(measureNamed(name)?.compute(graded).value).toBeCloseTo(value, digits);
});

test("the capital of published cases comes out as published", () => {
  expect(baselCapital(0.03, 0.85)).toBeCloseTo(0.058426, 6);
  expect(baselCapital(0.01, 0.85)).toBeCloseTo(0.026028, 6);
  expect(baselCapital(0.03, 0.85, 0.075492)).toBeCloseTo(0.094885, 5);
  expect([0.5, 0.9, 0.95, 0.99, 0.999].map((alpha) => defaultQuantile(0.03, 0.08, alpha).toFixed(6))).toEqual(["0.024948", "0.056716", "0.069996", "0.101179", "0.146950"]);
});

test.each(Object.entries(laws))("%s counts persons and rules, each pair once", (name, value) => {
  expect(measureNamed(name)?.compute(judgedTally(judged, severities)).value).toBe(value);
});

test("every measure has a value on paper here, and no name is used twice", () => {
  const names = measures.map((measure) => measure.name);
  expect([...names].sort()).toEqual([...Object.keys(onPaper), ...Object.keys(laws), ...Object.keys(shared), ...Object.keys(byGrade), ...Object.keys(sale)].sort());
  expect(new Set(names).size).toBe(names.length);
});

test("every measure says numerator, denominator and exclusions in both languages", () => {
  for (const { name, title, numerator, denominator, excludes } of measures) {
    for (const text of [title, numerator, denominator, excludes]) {
      expect(text.en.length, name).toBeGreaterThan(0);
      expect(text.zh, name).toMatch(/[\u4e00-\u9fff]/u);
    }
  }
});

test("over nothing a quotient is no data, never 0 and never NaN", () => {
  for (const value of computeMeasures(tallyOf({}))) {
    const measure = measureNamed(value.name);
    const overCustomers = measure?.among(sumsOf(tallyOf({ customers: 7 }))) === 7;
    expect(value.value, value.name).toBe(overCustomers || value.name === "considered" ? 0 : null);
    expect(Number.isNaN(value.numerator), value.name).toBe(false);
  }
});

test("a rule of unknown severity does not pass as harmless", () => {
  expect(measureNamed("violationsCritical")?.compute(judged).value).toBeNull();
  expect(measureNamed("violations")?.compute(judged).value).toBe(65);
  expect(measureNamed("violationsCritical")?.compute(tallyOf({})).value).toBeNull();
});

test("headlines that rest on what we put in are marked as assumed", () => {
  const assumed = measures.filter((measure) => measure.assumed).map((measure) => measure.name);
  for (const name of ["firstPaymentDefault", "awareShare", "incrementalSalesShare", "complaintsPerThousand", "customersStillActive"]) {
    expect(assumed).toContain(name);
  }
  expect(assumed).not.toContain("violationsCritical");
});
