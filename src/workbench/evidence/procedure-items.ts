import type { FactName } from "../../facts/index.ts";

/**
 * Where in `procedures` an author says what a fact of an act follows from: pointers below it, `*` for each moment of
 * enrolment. What follows from the customers alone, such as the all-in rate of a price, stands nowhere.
 */
const items: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^notice\./u, ["enrolment/*/notice", "enrolment/*/noticeShown", "enrolment/*/recipientsNamed"]],
  [/^consent\.account\./u, ["enrolment/*/creditOption", "enrolment/*/consents/account"]],
  [/^consent\.bureau\./u, ["enrolment/*/consents/bureau"]],
  [/^access\.(?:lawfulBasis|consentValid|separateConsent)/u, ["enrolment/*/consents"]],
  [/^access\.consentWithdrawn$/u, ["withdrawal", "data/retentionMonthsAfterEnd"]],
  [/^access\.purposeWithinConsent$/u, ["data/purposesTold"]],
  [/^access\.(?:sharedWithThirdParty|includesThirdPartyScore)$/u, ["data/shared"]],
  [/^access\.pastRetention$/u, ["data/retentionMonthsAfterEnd", "closure/afterClosing"]],
  [/^data\.deletedOrAnonymised$/u, ["closure/afterClosing"]],
  [/^enrolment\.coreServiceBlockedOnRefusal$/u, ["enrolment/*/requiredForShopping"]],
  [/^enrolment\./u, ["enrolment/*/show", "enrolment/*/creditOption"]],
  [/^costTable\./u, ["enrolment/*/costTable"]],
  [/^(?:limit\.customerConsented|decision\.)/u, ["limitChange"]],
  [/^price\.(?:aprDisclosed|aprIncludesAllFees)$/u, ["pricing"]],
  [/^bill\.undisclosedFeeFen$/u, ["billing/disclosedFees"]],
  [/^negativeReport\./u, ["bureau/noticeDaysBefore", "enrolment/*/consents/bureau"]],
  [/^creditQuery\./u, ["bureau/purposeAgreed"]],
  [/^collection\.(?:inQuietHours|contactsToday|thirdPartyContacted|missedPaymentNoticeSent)$/u, ["collection"]],
  [/^closure\.workingDaysToDecision$/u, ["closure/workingDaysToDecision"]],
  [/^closure\.reasonGiven$/u, ["closure/reasonsGiven"]],
  [/^closure\.(?:harderThanOpening|unjustifiedConditionCount|onlineChannel)$/u, ["closure/entrance", "closure/factors", "closure/conditions", "closure/channels", "enrolment/*/steps"]],
  [/^complaint\./u, ["complaints"]],
  [/^marketing\.(?:refusedBefore|contactsThisMonth)$/u, ["marketing/contactsPerMonth", "afterRefusal"]],
  [/^marketing\.inducingWording$/u, ["declared/inducingWording"]],
  [/^marketing\./u, ["marketing", "enrolment/*/consents/marketing"]],
  [/^leak\.harmAverted$/u, ["declared/leakHarmAverted"]],
  [/^leak\./u, ["leak"]],
  [/^governance\.piaCompleted$/u, ["declared/impactAssessmentCompleted", "filings/impact-assessment", "audit"]],
  [/^governance\.monthsSinceAudit$/u, ["declared/monthsSinceAudit", "filings/compliance-audit", "audit"]],
  [/^governance\.algorithmFilingDue$/u, ["declared/publicOpinionService"]],
  [/^governance\.algorithmFiled$/u, ["declared/algorithmFiled", "filings/algorithm-filing"]],
  [/^governance\.partnersListed$/u, ["declared/partnersListed", "filings/partner-list"]],
  [/^account\.previously/u, ["afterRefusal"]],
  [/^security\.(?<item>\w+)$/u, ["declared/$<item>"]],
  [/^contract\.(?<item>\w+)$/u, ["declared/$<item>"]],
  [/^bill\.(?<item>renewalNoticeProminent|easyCancel)$/u, ["declared/$<item>"]],
  [/^cashier\.operatedByPaymentInstitution$/u, ["declared/cashierOperatedByPaymentInstitution"]],
  [/^cashier\.loanListedAsPaymentTool$/u, ["declared/loanListedAsPaymentTool"]],
  [/^access\.thirdPartySourceLicensed$/u, ["declared/thirdPartySourceLicensed"]],
  [/^collection\.coercive$/u, ["declared/coerciveCollection"]],
  [/^data\.statutoryRetentionLock$/u, ["declared/statutoryRetentionLock"]],
];

/** Pointers below `procedures` that facts follow from, each once, in the order of the facts; moments are those given. */
export function procedureItems(facts: readonly FactName[], moments: readonly string[]): readonly string[] {
  const found = facts.flatMap((fact) => {
    const item = items.find(([of]) => of.test(fact));
    if (item === undefined) return [];
    const [of, pointers] = item;
    return pointers.map((pointer) => (pointer.includes("$<item>") ? fact.replace(of, pointer) : pointer));
  });
  return [...new Set(found)].flatMap((pointer) => (pointer.includes("*") ? moments.map((moment) => pointer.replace("*", moment)) : [pointer]));
}
