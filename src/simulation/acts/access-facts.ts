import { consentSources, dataCategories } from "../../facts/index.ts";
import type { DecisionName, Moment } from "../../policy/index.ts";
import { actFacts, type ActContext, type ActFacts, type FactValues } from "./act-facts.ts";
import { inForm, noticeOf } from "./data-use.ts";
import { readSet, type ReadSet } from "./read-set.ts";
import { consentTo, withheldSources, type Standing } from "./standing.ts";

/** Facts of the use of data by one decision at one moment, from its real read set. */
export function accessFacts(context: ActContext, decision: DecisionName, moment: Moment): ActFacts {
  const compiled = context.decisions.find((one) => one.decision === decision && one.moment === moment);
  const reads = readSet(context, decision, compiled);
  const { declared } = context.procedures;
  const ordinary = isOrdinary(reads);
  return actFacts({
    // Where no fact that is read is of such a kind, there is nothing to ask of each customer's consents.
    fixed: { ...(ordinary ? withoutCategories : {}), "access.usedForAutomatedDecision": true },
    declared: {
      "security.encryptedAtRest": declared.encryptedAtRest,
      "security.roleAuthorised": declared.roleAuthorised,
      "security.accessLogged": declared.accessLogged,
      "governance.piaCompleted": declared.impactAssessmentCompleted,
      "access.thirdPartySourceLicensed": declared.thirdPartySourceLicensed,
    },
    standingFacts: [
      "access.lawfulBasis", "access.consentValid", "access.consentWithdrawn", "access.separateConsentForSensitive",
      "access.separateConsentForSharing", "access.includesSensitive", "access.unnecessaryFieldCount",
      "access.purposeWithinConsent", "access.sharedWithThirdParty", "access.pastRetention", "access.maxDataLevel", "access.includesThirdPartyScore",
      "notice.shownBeforeProcessing", "notice.missingItems", "notice.recipientNamed", ...(ordinary ? [] : Object.keys(withoutCategories)),
    ],
    standing: (standing) => standingFacts(context, { decision, moment, reads }, standing),
  });
}

const withoutCategories = { "access.includesSocialNetwork": false, "access.includesSpecialCategory": false } as const;

function standingFacts(
  { procedures, before }: ActContext,
  { decision, moment, reads }: { readonly decision: DecisionName; readonly moment: Moment; readonly reads: ReadSet },
  standing: Standing,
): FactValues {
  const withheld = withheldSources(procedures, standing, before);
  const read = reads.sources.filter(({ source }) => (withheld & (1 << consentSources.indexOf(source))) === 0);
  const notice = noticeOf({ procedures, before }, { decision, moment }, standing);
  const answers = read.map((one) => ({ ...one, answer: consentTo(standing, one.source) }));
  const all = [...read, reads.rest];
  return {
    "access.lawfulBasis": read.length === 0 ? "contract" : answers.some(({ answer }) => answer.kind === "none") ? "none" : "consent",
    "access.consentValid": notice.shown && notice.missingItems === 0 && answers.every((one) => inForm(one.answer, one.needs)),
    "access.consentWithdrawn": answers.some(({ answer }) => answer.withdrawn),
    "access.separateConsentForSensitive": answers.every((one) => !one.sensitive || inForm(one.answer, "separate")),
    "access.separateConsentForSharing": answers.every((one) => !one.shared || inForm(one.answer, "separate")),
    "access.includesSensitive": all.some(({ sensitive }) => sensitive),
    ...(isOrdinary(reads) ? {} : categoryFacts(all)),
    "access.unnecessaryFieldCount": all.reduce((sum, { unnecessary }) => sum + unnecessary, 0),
    "access.purposeWithinConsent": read.length === 0 || procedures.data.purposesTold.includes("credit-assessment"),
    "access.sharedWithThirdParty": read.some(({ shared }) => shared),
    "access.includesThirdPartyScore": read.some(({ source }) => source === "thirdPartyScore"),
    "access.pastRetention": standing.pastRetention && !isAskedFor(moment),
    "access.maxDataLevel": Math.max(1, ...all.map(({ maxLevel }) => maxLevel)),
    "notice.shownBeforeProcessing": notice.shown,
    "notice.missingItems": notice.missingItems,
    "notice.recipientNamed": notice.recipientNamed,
  };
}

/** Whether nothing that a decision reads is of a kind that some laws keep out. */
const isOrdinary = ({ sources, rest }: ReadSet): boolean => [...sources, rest].every(({ categories }) => categories.length === 0);

/** Which of these kinds are among what is read of this customer. */
function categoryFacts(all: readonly Pick<ReadSet["rest"], "categories">[]): FactValues {
  const [social, special] = dataCategories.map((kind) => all.some(({ categories }) => categories.includes(kind)));
  return { "access.includesSocialNetwork": social === true, "access.includesSpecialCategory": special === true };
}

/** Whether the customer herself has just asked, which is a new purpose. */
function isAskedFor(moment: Moment): boolean {
  return moment === "application" || moment === "invitation-answer" || moment === "request";
}
