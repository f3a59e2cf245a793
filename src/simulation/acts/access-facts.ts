import { consentSources, type ConsentSource, type FactDefinition } from "../../facts/index.ts";
import { moments, type CompiledDecision, type ConsentKind, type DecisionName, type Moment } from "../../policy/index.ts";
import { actFacts, type ActContext, type ActFacts, type FactValues } from "./act-facts.ts";
import { noticeGiven } from "./procedure-facts.ts";
import { agreedByAct, atLeast, consentTo, momentBit, withheldSources, type Standing } from "./standing.ts";

/** Facts of one source that a decision reads, as the law weighs them. */
interface SourceRead {
  readonly source: ConsentSource;
  readonly sensitive: boolean;
  readonly maxLevel: number;
  readonly unnecessary: number;
  /** The form of consent that these facts need. */
  readonly needs: ConsentKind;
  readonly shared: boolean;
}

/** What one decision reads: by source, and the facts that rest on no consent. */
interface ReadSet {
  readonly sources: readonly SourceRead[];
  readonly rest: { readonly sensitive: boolean; readonly maxLevel: number; readonly unnecessary: number };
}

/** To close safely, the lender may look at devices and payments: the customer's own request rests on the contract. */
const neededToClose: ReadonlySet<ConsentSource> = new Set(["device", "payments"]);

/** Facts of the use of data by one decision at one moment, from its real read set. */
export function accessFacts(context: ActContext, decision: DecisionName, moment: Moment): ActFacts {
  const compiled = context.decisions.find((one) => one.decision === decision && one.moment === moment);
  const reads = readSet(context, decision, compiled);
  const { declared } = context.procedures;
  return actFacts({
    fixed: {
      "access.includesSocialNetwork": false,
      "access.includesSpecialCategory": false,
      "access.usedForAutomatedDecision": true,
    },
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
      "notice.shownBeforeProcessing", "notice.missingItems", "notice.recipientNamed",
    ],
    standing: (standing) => standingFacts(context, { decision, moment, reads }, standing),
  });
}

function standingFacts(
  { procedures }: ActContext,
  { decision, moment, reads }: { readonly decision: DecisionName; readonly moment: Moment; readonly reads: ReadSet },
  standing: Standing,
): FactValues {
  const withheld = withheldSources(procedures, standing);
  const read = reads.sources.filter(({ source }) => (withheld & (1 << consentSources.indexOf(source))) === 0);
  const notice = noticeGiven(procedures, passedBy(standing, decision, moment), isLater(decision, moment));
  const answers = read.map((one) => ({ ...one, answer: consentTo(standing, one.source) }));
  const inForm = (one: (typeof answers)[number], needed: ConsentKind) => agreedByAct({ ...one.answer, withdrawn: false }) && atLeast(one.answer.kind, needed);
  const all = [...read, reads.rest];
  return {
    "access.lawfulBasis": read.length === 0 ? "contract" : answers.some(({ answer }) => answer.kind === "none") ? "none" : "consent",
    "access.consentValid": notice.shown && notice.missingItems === 0 && answers.every((one) => inForm(one, one.needs)),
    "access.consentWithdrawn": answers.some(({ answer }) => answer.withdrawn),
    "access.separateConsentForSensitive": answers.every((one) => !one.sensitive || inForm(one, "separate")),
    "access.separateConsentForSharing": answers.every((one) => !one.shared || inForm(one, "separate")),
    "access.includesSensitive": all.some(({ sensitive }) => sensitive),
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

/** At an enrolment moment she has its screens before her; a notice of a scan is sent to her. */
function passedBy(standing: Standing, decision: DecisionName, moment: Moment): number {
  if (decision !== "enrolment") return standing.passed;
  return standing.passed | enrolmentBit(moment);
}

function enrolmentBit(moment: Moment): number {
  const found = moments.enrolment.find((one) => one === moment);
  return found === undefined ? 0 : momentBit(found);
}

/** Whether the decision comes after the opening, so that a notice shown after it came in time. */
function isLater(decision: DecisionName, moment: Moment): boolean {
  return decision !== "enrolment" && moment !== "booking";
}

/** Whether the customer herself has just asked, which is a new purpose. */
function isAskedFor(moment: Moment): boolean {
  return moment === "application" || moment === "invitation-answer" || moment === "request";
}

function readSet({ dictionary, procedures }: ActContext, decision: DecisionName, compiled: CompiledDecision | undefined): ReadSet {
  const facts = (compiled?.reads ?? []).map((name) => dictionary.facts.get(name)).filter((fact) => fact !== undefined);
  const restsOn = (fact: FactDefinition) => (decision === "closure" && fact.consent !== undefined && neededToClose.has(fact.consent) ? undefined : fact.consent);
  const weigh = (some: readonly FactDefinition[]) => ({
    sensitive: some.some((fact) => fact.sensitive),
    maxLevel: Math.max(1, ...some.map((fact) => fact.level)),
    unnecessary: some.filter((fact) => isUnnecessary(fact, decision)).length,
  });
  const sources = consentSources.filter((source) => facts.some((fact) => restsOn(fact) === source));
  return {
    sources: sources.map((source) => {
      const weighed = weigh(facts.filter((fact) => restsOn(fact) === source));
      // A score of a third party comes from that third party, listed or not.
      const shared = source === "thirdPartyScore" || procedures.data.shared.includes(source);
      return { source, ...weighed, shared, needs: source === "bureau" ? "written" : weighed.sensitive ? "separate" : "bundled" };
    }),
    rest: weigh(facts.filter((fact) => restsOn(fact) === undefined)),
  };
}

/** A trait of the customer that bears on no risk, or, for closing, on nothing that closing needs. */
function isUnnecessary(fact: FactDefinition, decision: DecisionName): boolean {
  if (fact.producedBy !== "population") return false;
  if (!fact.riskFactor) return true;
  return decision === "closure" && fact.consent !== undefined && !neededToClose.has(fact.consent);
}
