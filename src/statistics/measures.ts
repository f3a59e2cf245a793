import type { Measure } from "./measure.ts";
import { accounts30PlusShare } from "./measures/accounts-30-plus-share.ts";
import { accounts90PlusShare } from "./measures/accounts-90-plus-share.ts";
import { acquisitionPerCustomer } from "./measures/acquisition-per-customer.ts";
import { activationRate } from "./measures/activation-rate.ts";
import { activeAtMonth12Share } from "./measures/active-at-month-12-share.ts";
import { adverseImpactAge } from "./measures/adverse-impact-age.ts";
import { adverseImpactGender } from "./measures/adverse-impact-gender.ts";
import { adverseImpactRegion } from "./measures/adverse-impact-region.ts";
import { approvalRate } from "./measures/approval-rate.ts";
import { awareShare } from "./measures/aware-share.ts";
import { balance30PlusShare } from "./measures/balance-30-plus-share.ts";
import { balance90PlusShare } from "./measures/balance-90-plus-share.ts";
import { balancePerAccount } from "./measures/balance-per-account.ts";
import { bookedByApplicationShare } from "./measures/booked-by-application-share.ts";
import { bookedByCheckoutShare } from "./measures/booked-by-checkout-share.ts";
import { bookedByInvitationShare } from "./measures/booked-by-invitation-share.ts";
import { bookedByMonthlyScanShare } from "./measures/booked-by-monthly-scan-share.ts";
import { bookedByRegistrationShare } from "./measures/booked-by-registration-share.ts";
import { bookingRate } from "./measures/booking-rate.ts";
import { boughtBackToCreditSales } from "./measures/bought-back-to-credit-sales.ts";
import { burdenAtInability } from "./measures/burden-at-inability.ts";
import { cashFlowOfLenderPerCustomer } from "./measures/cash-flow-of-lender-per-customer.ts";
import { chargeOffRate } from "./measures/charge-off-rate.ts";
import { closedDataKeptShare } from "./measures/closed-data-kept-share.ts";
import { closureAbandonedShare } from "./measures/closure-abandoned-share.ts";
import { closureBlockedShare } from "./measures/closure-blocked-share.ts";
import { closureGaveUpConditionsShare } from "./measures/closure-gave-up-conditions-share.ts";
import { closureGaveUpFindingShare } from "./measures/closure-gave-up-finding-share.ts";
import { closureGaveUpWaitingShare } from "./measures/closure-gave-up-waiting-share.ts";
import { closureGrantedShare } from "./measures/closure-granted-share.ts";
import { closureKeptOnHearingShare } from "./measures/closure-kept-on-hearing-share.ts";
import { closureRefusedShare } from "./measures/closure-refused-share.ts";
import { closureUnverifiedShare } from "./measures/closure-unverified-share.ts";
import { closureWorkingDays } from "./measures/closure-working-days.ts";
import { closuresCarriedOverShare } from "./measures/closures-carried-over-share.ts";
import { closuresWantedPerThousand } from "./measures/closures-wanted-per-thousand.ts";
import { collectedPerThousand } from "./measures/collected-per-thousand.ts";
import { complaintDays } from "./measures/complaint-days.ts";
import { complaintsEscalatedShare } from "./measures/complaints-escalated-share.ts";
import { complaintsPerThousand } from "./measures/complaints-per-thousand.ts";
import { considered } from "./measures/considered.ts";
import { contactsAfterRefusalPerThousand } from "./measures/contacts-after-refusal-per-thousand.ts";
import { creditShareOfSales } from "./measures/credit-share-of-sales.ts";
import { crossSubsidyShare } from "./measures/cross-subsidy-share.ts";
import { cureRate1 } from "./measures/cure-rate-1.ts";
import { cureRate2 } from "./measures/cure-rate-2.ts";
import { cureRate3 } from "./measures/cure-rate-3.ts";
import { customersStillActive } from "./measures/customers-still-active.ts";
import { dataUseUnsupportedShare } from "./measures/data-use-unsupported-share.ts";
import { declineRate } from "./measures/decline-rate.ts";
import { discoveredPerThousand } from "./measures/discovered-per-thousand.ts";
import { enrolledShare } from "./measures/enrolled-share.ts";
import { ever90PlusAtMonth12 } from "./measures/ever-90-plus-at-month-12.ts";
import { falseAlarmsPerThousand } from "./measures/false-alarms-per-thousand.ts";
import { firstPaymentDefault } from "./measures/first-payment-default.ts";
import { flowThrough } from "./measures/flow-through.ts";
import { forgettingShare } from "./measures/forgetting-share.ts";
import { fraudLossPerCustomer } from "./measures/fraud-loss-per-customer.ts";
import { freePeriodSubsidy } from "./measures/free-period-subsidy.ts";
import { freezesPerThousand } from "./measures/freezes-per-thousand.ts";
import { fundedByPartnersShare } from "./measures/funded-by-partners-share.ts";
import { fundingPerCustomer } from "./measures/funding-per-customer.ts";
import { guaranteeFeesPerCustomer } from "./measures/guarantee-fees-per-customer.ts";
import { incrementalSalesPerCustomer } from "./measures/incremental-sales-per-customer.ts";
import { incrementalSalesShare } from "./measures/incremental-sales-share.ts";
import { instalmentFeesPerCustomer } from "./measures/instalment-fees-per-customer.ts";
import { instalmentShareOfCreditPurchases } from "./measures/instalment-share-of-credit-purchases.ts";
import { invitationAcceptance } from "./measures/invitation-acceptance.ts";
import { largestPartnerShare } from "./measures/largest-partner-share.ts";
import { lateFeesFromUnawareShare } from "./measures/late-fees-from-unaware-share.ts";
import { lateFeesPaidUnawarePerCustomer } from "./measures/late-fees-paid-unaware-per-customer.ts";
import { lateFeesPerCustomer } from "./measures/late-fees-per-customer.ts";
import { lawRulesInconclusive } from "./measures/law-rules-inconclusive.ts";
import { lawRulesMatchedCritical } from "./measures/law-rules-matched-critical.ts";
import { lawRulesMatched } from "./measures/law-rules-matched.ts";
import { leakExposedPerThousand } from "./measures/leak-exposed-per-thousand.ts";
import { leakLevelsPerThousand } from "./measures/leak-levels-per-thousand.ts";
import { leakToldShare } from "./measures/leak-told-share.ts";
import { leftAfterDiscoveryPerThousand } from "./measures/left-after-discovery-per-thousand.ts";
import { limitCutsPerThousand } from "./measures/limit-cuts-per-thousand.ts";
import { limitPerAccount } from "./measures/limit-per-account.ts";
import { limitRequestsGrantedShare } from "./measures/limit-requests-granted-share.ts";
import { limitRequestsPerThousand } from "./measures/limit-requests-per-thousand.ts";
import { limitsExpiredPerThousand } from "./measures/limits-expired-per-thousand.ts";
import { lossBorneByFundersShare } from "./measures/loss-borne-by-funders-share.ts";
import { lossBorneByGuarantorsShare } from "./measures/loss-borne-by-guarantors-share.ts";
import { lossBorneByLenderShare } from "./measures/loss-borne-by-lender-share.ts";
import { lossPerCustomer } from "./measures/loss-per-customer.ts";
import { lossToCreditSales } from "./measures/loss-to-credit-sales.ts";
import { marginOfFundersPerCustomer } from "./measures/margin-of-funders-per-customer.ts";
import { marginOfGuarantorsPerCustomer } from "./measures/margin-of-guarantors-per-customer.ts";
import { marginOfLenderPerCustomer } from "./measures/margin-of-lender-per-customer.ts";
import { marginPerCustomer } from "./measures/margin-per-customer.ts";
import { marginPerFeeUser } from "./measures/margin-per-fee-user.ts";
import { marginPerFreeUser } from "./measures/margin-per-free-user.ts";
import { marginToCreditSales } from "./measures/margin-to-credit-sales.ts";
import { marketingContactsPerThousand } from "./measures/marketing-contacts-per-thousand.ts";
import { meanAllInRate } from "./measures/mean-all-in-rate.ts";
import { meanUnawareMonths } from "./measures/mean-unaware-months.ts";
import { medianAllInRate } from "./measures/median-all-in-rate.ts";
import { medianLimit } from "./measures/median-limit.ts";
import { merchantFeesPerCustomer } from "./measures/merchant-fees-per-customer.ts";
import { negativeReportsPerThousand } from "./measures/negative-reports-per-thousand.ts";
import { newly90ToCreditSales } from "./measures/newly-90-to-credit-sales.ts";
import { noLineShare } from "./measures/no-line-share.ts";
import { openUnaskedShare } from "./measures/open-unasked-share.ts";
import { operatingPerCustomer } from "./measures/operating-per-customer.ts";
import { otherLimitLostPerClosure } from "./measures/other-limit-lost-per-closure.ts";
import { overdueComplaintsPerThousand } from "./measures/overdue-complaints-per-thousand.ts";
import { personsMatchedCritical } from "./measures/persons-matched-critical.ts";
import { plansAboveCapShare } from "./measures/plans-above-cap-share.ts";
import { plansPerThousand } from "./measures/plans-per-thousand.ts";
import { raisesImposedPerThousand } from "./measures/raises-imposed-per-thousand.ts";
import { raisesOfferedPerThousand } from "./measures/raises-offered-per-thousand.ts";
import { raroc } from "./measures/raroc.ts";
import { realBadRateEnrolled } from "./measures/real-bad-rate-enrolled.ts";
import { realBadRateNotEnrolled } from "./measures/real-bad-rate-not-enrolled.ts";
import { reapplicationsPerThousand } from "./measures/reapplications-per-thousand.ts";
import { receivableDays } from "./measures/receivable-days.ts";
import { refundsAtClosingPerThousand } from "./measures/refunds-at-closing-per-thousand.ts";
import { remedyClosedShare } from "./measures/remedy-closed-share.ts";
import { remedyConfirmedShare } from "./measures/remedy-confirmed-share.ts";
import { reopenedUnaskedPerThousand } from "./measures/reopened-unasked-per-thousand.ts";
import { revenueFromInstalmentsShare } from "./measures/revenue-from-instalments-share.ts";
import { revenueFromLateFeesShare } from "./measures/revenue-from-late-fees-share.ts";
import { revenueFromMerchantsShare } from "./measures/revenue-from-merchants-share.ts";
import { revenuePerAccount } from "./measures/revenue-per-account.ts";
import { revenuePerCustomer } from "./measures/revenue-per-customer.ts";
import { reviewRate } from "./measures/review-rate.ts";
import { rollRate0to1 } from "./measures/roll-rate-0-to-1.ts";
import { rollRate1to2 } from "./measures/roll-rate-1-to-2.ts";
import { rollRate2to3 } from "./measures/roll-rate-2-to-3.ts";
import { rollRate3to4 } from "./measures/roll-rate-3-to-4.ts";
import { takeoverAttemptsPerThousand } from "./measures/takeover-attempts-per-thousand.ts";
import { takeoversClosingPerThousand } from "./measures/takeovers-closing-per-thousand.ts";
import { takeoversOpeningPerThousand } from "./measures/takeovers-opening-per-thousand.ts";
import { takeoversSpendingPerThousand } from "./measures/takeovers-spending-per-thousand.ts";
import { unheardPerThousand } from "./measures/unheard-per-thousand.ts";
import { verificationFrictionShare } from "./measures/verification-friction-share.ts";
import { wronglyDeclinedPerThousand } from "./measures/wrongly-declined-per-thousand.ts";
import { wronglyApprovedPerThousand } from "./measures/wrongly-approved-per-thousand.ts";
import { warningsPerThousand } from "./measures/warnings-per-thousand.ts";
import { warningHits61 } from "./measures/warning-hits-61.ts";
import { warningHits91 } from "./measures/warning-hits-91.ts";
import { warningRecall } from "./measures/warning-recall.ts";
import { warningLeadDays } from "./measures/warning-lead-days.ts";
import { warningsOpenShare } from "./measures/warnings-open-share.ts";
import { reviewDays } from "./measures/review-days.ts";
import { reviewWrongDeclines } from "./measures/review-wrong-declines.ts";
import { reviewWrongApprovals } from "./measures/review-wrong-approvals.ts";
import { reviewCostPerAccount } from "./measures/review-cost-per-account.ts";
import { salesPerCustomer } from "./measures/sales-per-customer.ts";
import { salesWithoutCreditPerCustomer } from "./measures/sales-without-credit-per-customer.ts";
import { scoreAlarmDelay } from "./measures/score-alarm-delay.ts";
import { scoreRepairDelay } from "./measures/score-repair-delay.ts";
import { scoreAlarms } from "./measures/score-alarms.ts";
import { scoreGapGender } from "./measures/score-gap-gender.ts";
import { scoreGapRegion } from "./measures/score-gap-region.ts";
import { scoreGapAge } from "./measures/score-gap-age.ts";
import { undecidedByFaultPerThousand } from "./measures/undecided-by-fault-per-thousand.ts";
import { scoreAuc } from "./measures/score-auc.ts";
import { scoreBrier } from "./measures/score-brier.ts";
import { scoreCalibrationSlope } from "./measures/score-calibration-slope.ts";
import { scoreEarlyKs } from "./measures/score-early-ks.ts";
import { scoreGini } from "./measures/score-gini.ts";
import { scoreKs } from "./measures/score-ks.ts";
import { scoreMissingShare } from "./measures/score-missing-share.ts";
import { scoreObservedToExpected } from "./measures/score-observed-to-expected.ts";
import { scorePsi } from "./measures/score-psi.ts";
import { settledPerClosureFen } from "./measures/settled-per-closure-fen.ts";
import { settlementFeesPerCustomer } from "./measures/settlement-fees-per-customer.ts";
import { settlementsLateShare } from "./measures/settlements-late-share.ts";
import { smallBalanceShare } from "./measures/small-balance-share.ts";
import { soldPool90Share } from "./measures/sold-pool-90-share.ts";
import { soldToCreditSales } from "./measures/sold-to-credit-sales.ts";
import { spillComplaintsPerThousand } from "./measures/spill-complaints-per-thousand.ts";
import { takeUp } from "./measures/take-up.ts";
import { takeoverSuccessShare } from "./measures/takeover-success-share.ts";
import { takeoversPerThousand } from "./measures/takeovers-per-thousand.ts";
import { unaskedShare } from "./measures/unasked-share.ts";
import { undecidedPerThousand } from "./measures/undecided-per-thousand.ts";
import { unwantedComplaintsPerThousand } from "./measures/unwanted-complaints-per-thousand.ts";
import { utilisation } from "./measures/utilisation.ts";
import { violationsCritical } from "./measures/violations-critical.ts";
import { acquisitionPerAccount } from "./measures/acquisition-per-account.ts";
import { advisedPerThousand } from "./measures/advised-per-thousand.ts";
import { creditRepairsPerThousand } from "./measures/credit-repairs-per-thousand.ts";
import { salesLostDiscoveryPerCustomer } from "./measures/sales-lost-discovery-per-customer.ts";
import { violations } from "./measures/violations.ts";
import { withdrawalThroughShare } from "./measures/withdrawal-through-share.ts";
import { withdrawalsPerThousandBooked } from "./measures/withdrawals-per-thousand-booked.ts";
import { withdrawalsPerThousand } from "./measures/withdrawals-per-thousand.ts";
import { worstLossToBalance } from "./measures/worst-loss-to-balance.ts";

/** Every measure, in report order. */
export const measures: readonly Measure[] = [
  considered,
  approvalRate,
  declineRate,
  reviewRate,
  reviewDays,
  reviewWrongDeclines,
  reviewWrongApprovals,
  invitationAcceptance,
  noLineShare,
  takeUp,
  bookingRate,
  bookedByRegistrationShare,
  bookedByCheckoutShare,
  bookedByApplicationShare,
  bookedByMonthlyScanShare,
  bookedByInvitationShare,
  unaskedShare,
  activationRate,
  enrolledShare,
  undecidedPerThousand,
  scoreMissingShare,
  wronglyDeclinedPerThousand,
  wronglyApprovedPerThousand,
  undecidedByFaultPerThousand,
  ever90PlusAtMonth12,
  accounts30PlusShare,
  accounts90PlusShare,
  balance30PlusShare,
  balance90PlusShare,
  firstPaymentDefault,
  rollRate0to1,
  rollRate1to2,
  rollRate2to3,
  rollRate3to4,
  flowThrough,
  cureRate1,
  cureRate2,
  cureRate3,
  collectedPerThousand,
  negativeReportsPerThousand,
  forgettingShare,
  chargeOffRate,
  newly90ToCreditSales,
  soldPool90Share,
  lossToCreditSales,
  utilisation,
  limitPerAccount,
  medianLimit,
  balancePerAccount,
  warningsPerThousand,
  warningHits61,
  warningHits91,
  falseAlarmsPerThousand,
  warningRecall,
  warningLeadDays,
  warningsOpenShare,
  burdenAtInability,
  scoreAuc,
  scoreGini,
  scoreKs,
  scoreEarlyKs,
  scoreBrier,
  scoreObservedToExpected,
  scoreCalibrationSlope,
  scorePsi,
  scoreAlarms,
  scoreAlarmDelay,
  scoreRepairDelay,
  smallBalanceShare,
  realBadRateEnrolled,
  realBadRateNotEnrolled,
  salesPerCustomer,
  salesWithoutCreditPerCustomer,
  creditShareOfSales,
  instalmentShareOfCreditPurchases,
  incrementalSalesPerCustomer,
  incrementalSalesShare,
  customersStillActive,
  activeAtMonth12Share,
  leftAfterDiscoveryPerThousand,
  salesLostDiscoveryPerCustomer,
  merchantFeesPerCustomer,
  instalmentFeesPerCustomer,
  lateFeesPerCustomer,
  revenuePerCustomer,
  revenueFromMerchantsShare,
  revenueFromInstalmentsShare,
  revenueFromLateFeesShare,
  meanAllInRate,
  medianAllInRate,
  plansAboveCapShare,
  marginPerFeeUser,
  marginPerFreeUser,
  freePeriodSubsidy,
  raroc,
  worstLossToBalance,
  crossSubsidyShare,
  fundingPerCustomer,
  lossPerCustomer,
  fraudLossPerCustomer,
  operatingPerCustomer,
  acquisitionPerCustomer,
  reviewCostPerAccount,
  acquisitionPerAccount,
  guaranteeFeesPerCustomer,
  lossBorneByLenderShare,
  lossBorneByFundersShare,
  lossBorneByGuarantorsShare,
  boughtBackToCreditSales,
  fundedByPartnersShare,
  largestPartnerShare,
  cashFlowOfLenderPerCustomer,
  receivableDays,
  soldToCreditSales,
  marginPerCustomer,
  marginOfLenderPerCustomer,
  marginOfFundersPerCustomer,
  marginOfGuarantorsPerCustomer,
  marginToCreditSales,
  revenuePerAccount,
  awareShare,
  meanUnawareMonths,
  discoveredPerThousand,
  lateFeesFromUnawareShare,
  lateFeesPaidUnawarePerCustomer,
  complaintsPerThousand,
  complaintDays,
  overdueComplaintsPerThousand,
  complaintsEscalatedShare,
  unheardPerThousand,
  unwantedComplaintsPerThousand,
  reapplicationsPerThousand,
  reopenedUnaskedPerThousand,
  contactsAfterRefusalPerThousand,
  withdrawalsPerThousand,
  withdrawalThroughShare,
  dataUseUnsupportedShare,
  advisedPerThousand,
  creditRepairsPerThousand,
  leakExposedPerThousand,
  leakLevelsPerThousand,
  leakToldShare,
  openUnaskedShare,
  remedyConfirmedShare,
  remedyClosedShare,
  closuresWantedPerThousand,
  closureGrantedShare,
  closureRefusedShare,
  closureAbandonedShare,
  closureGaveUpFindingShare,
  closureGaveUpConditionsShare,
  closureUnverifiedShare,
  closureGaveUpWaitingShare,
  closureKeptOnHearingShare,
  closureWorkingDays,
  closuresCarriedOverShare,
  withdrawalsPerThousandBooked,
  settledPerClosureFen,
  settlementsLateShare,
  settlementFeesPerCustomer,
  refundsAtClosingPerThousand,
  closedDataKeptShare,
  otherLimitLostPerClosure,
  spillComplaintsPerThousand,
  closureBlockedShare,
  adverseImpactGender,
  adverseImpactRegion,
  adverseImpactAge,
  scoreGapGender,
  scoreGapRegion,
  scoreGapAge,
  takeoversPerThousand,
  takeoverSuccessShare,
  takeoversOpeningPerThousand,
  takeoversSpendingPerThousand,
  takeoversClosingPerThousand,
  takeoverAttemptsPerThousand,
  verificationFrictionShare,
  freezesPerThousand,
  raisesImposedPerThousand,
  limitRequestsPerThousand,
  limitRequestsGrantedShare,
  raisesOfferedPerThousand,
  limitsExpiredPerThousand,
  limitCutsPerThousand,
  plansPerThousand,
  marketingContactsPerThousand,
  lawRulesMatched,
  lawRulesMatchedCritical,
  violationsCritical,
  violations,
  personsMatchedCritical,
  lawRulesInconclusive,
];

const byName: ReadonlyMap<string, Measure> = new Map(measures.map((measure) => [measure.name, measure]));

/** The measure of this name, or undefined: an author may have mistyped it. */
export function measureNamed(name: string): Measure | undefined {
  return byName.get(name);
}
