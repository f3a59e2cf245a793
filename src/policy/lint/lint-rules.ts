import type { LintRule } from "./lint-rule.ts";
import { applicationUnanswered } from "./rules/application-unanswered.ts";
import { bureauConsentNotWritten } from "./rules/bureau-consent-not-written.ts";
import { calibrationNotFalling } from "./rules/calibration-not-falling.ts";
import { closingHarderThanOpening } from "./rules/closing-harder-than-opening.ts";
import { comparesWithItself } from "./rules/compares-with-itself.ts";
import { conditionPriority } from "./rules/condition-priority.ts";
import { consentNeverAsked } from "./rules/consent-never-asked.ts";
import { constantCondition } from "./rules/constant-condition.ts";
import { contradiction } from "./rules/contradiction.ts";
import { doubleNegation } from "./rules/double-negation.ts";
import { enrolsUnasked } from "./rules/enrols-unasked.ts";
import { exampleWithoutBecause } from "./rules/example-without-because.ts";
import { factNotProduced } from "./rules/fact-not-produced.ts";
import { imposedRaise } from "./rules/imposed-raise.ts";
import { invitationUnanswered } from "./rules/invitation-unanswered.ts";
import { lendsToMinors } from "./rules/lends-to-minors.ts";
import { limitAboveCap } from "./rules/limit-above-cap.ts";
import { missingExclusive } from "./rules/missing-exclusive.ts";
import { momentNeverOccurs } from "./rules/moment-never-occurs.ts";
import { nameDiffersFromFolder } from "./rules/name-differs-from-folder.ts";
import { needlessNesting } from "./rules/needless-nesting.ts";
import { negativeReportWithoutNotice } from "./rules/negative-report-without-notice.ts";
import { noPriority } from "./rules/no-priority.ts";
import { notEqualOnMissing } from "./rules/not-equal-on-missing.ts";
import { orderingOnMissing } from "./rules/ordering-on-missing.ts";
import { otherwiseGrants } from "./rules/otherwise-grants.ts";
import { parameterBeyondFact } from "./rules/parameter-beyond-fact.ts";
import { parameterOffGrid } from "./rules/parameter-off-grid.ts";
import { proofLints } from "./proof-pages.ts";
import { preTickedConsent } from "./rules/pre-ticked-consent.ts";
import { priceOnNonRiskFeature } from "./rules/price-on-non-risk-feature.ts";
import { priceOutOfOrder } from "./rules/price-out-of-order.ts";
import { quietHours } from "./rules/quiet-hours.ts";
import { rateAboveCap } from "./rules/rate-above-cap.ts";
import { readsHighLevelFact } from "./rules/reads-high-level-fact.ts";
import { readsProtectedTrait } from "./rules/reads-protected-trait.ts";
import { reasonNotForCustomers } from "./rules/reason-not-for-customers.ts";
import { redundantCondition } from "./rules/redundant-condition.ts";
import { refusalWithoutReasons } from "./rules/refusal-without-reasons.ts";
import { refusesWithoutDebt } from "./rules/refuses-without-debt.ts";
import { repeatedCondition } from "./rules/repeated-condition.ts";
import { repeatedRule } from "./rules/repeated-rule.ts";
import { repeatedValue } from "./rules/repeated-value.ts";
import { ruleWithoutExample } from "./rules/rule-without-example.ts";
import { ruleWithoutWhy } from "./rules/rule-without-why.ts";
import { sameExample } from "./rules/same-example.ts";
import { scorecardBeyondScale } from "./rules/scorecard-beyond-scale.ts";
import { scorecardIdle } from "./rules/scorecard-idle.ts";
import { sensitiveWithoutConsent } from "./rules/sensitive-without-consent.ts";
import { shadowedRule } from "./rules/shadowed-rule.ts";
import { tautology } from "./rules/tautology.ts";
import { thresholdAtEdge } from "./rules/threshold-at-edge.ts";
import { tierHole } from "./rules/tier-hole.ts";
import { tierOutOfOrder } from "./rules/tier-out-of-order.ts";
import { tierWithoutCap } from "./rules/tier-without-cap.ts";
import { unexplainedCut } from "./rules/unexplained-cut.ts";
import { unknownLawRule } from "./rules/unknown-law-rule.ts";
import { unusedArrangement } from "./rules/unused-arrangement.ts";
import { unusedDerivedFact } from "./rules/unused-derived-fact.ts";
import { unusedNamedCondition } from "./rules/unused-named-condition.ts";
import { unusedParameter } from "./rules/unused-parameter.ts";
import { unusedReason } from "./rules/unused-reason.ts";
import { wrongWayRound } from "./rules/wrong-way-round.ts";
import { challengerTwice } from "./rules/challenger-twice.ts";
import { expectationBeyondHorizon } from "./rules/expectation-beyond-horizon.ts";
import { expectationTwice } from "./rules/expectation-twice.ts";
import { lawRuleTwice } from "./rules/law-rule-twice.ts";
import { unusedLawParameter } from "./rules/unused-law-parameter.ts";
import { vacuousExpectation } from "./rules/vacuous-expectation.ts";

/** Every lint rule beyond what the reader finds: traps of the language, things unused, examples, and rules of credit. */
export const lintRules: readonly LintRule[] = [
  orderingOnMissing,
  notEqualOnMissing,
  doubleNegation,
  needlessNesting,
  repeatedCondition,
  repeatedValue,
  redundantCondition,
  contradiction,
  tautology,
  constantCondition,
  thresholdAtEdge,
  comparesWithItself,
  conditionPriority,
  noPriority,
  shadowedRule,
  repeatedRule,
  wrongWayRound,
  momentNeverOccurs,
  factNotProduced,
  consentNeverAsked,
  unusedNamedCondition,
  unusedParameter,
  unusedDerivedFact,
  unusedArrangement,
  parameterOffGrid,
  parameterBeyondFact,
  ruleWithoutWhy,
  ruleWithoutExample,
  exampleWithoutBecause,
  sameExample,
  unknownLawRule,
  nameDiffersFromFolder,
  otherwiseGrants,
  missingExclusive,
  applicationUnanswered,
  invitationUnanswered,
  lendsToMinors,
  enrolsUnasked,
  preTickedConsent,
  sensitiveWithoutConsent,
  bureauConsentNotWritten,
  readsHighLevelFact,
  readsProtectedTrait,
  tierOutOfOrder,
  tierHole,
  tierWithoutCap,
  limitAboveCap,
  rateAboveCap,
  priceOutOfOrder,
  priceOnNonRiskFeature,
  refusalWithoutReasons,
  refusesWithoutDebt,
  closingHarderThanOpening,
  imposedRaise,
  unexplainedCut,
  negativeReportWithoutNotice,
  quietHours,
  scorecardIdle,
  scorecardBeyondScale,
  calibrationNotFalling,
  unusedReason,
  reasonNotForCustomers,
  challengerTwice,
  expectationBeyondHorizon,
  expectationTwice,
  lawRuleTwice,
  unusedLawParameter,
  vacuousExpectation,
  ...proofLints,
];
