import type { FactName } from "../facts/index.ts";
import { noticeItems, type ConsentQuestion, type EnrolmentProcedure, type Procedures } from "./procedures.ts";

/** A fault that an audit of the procedures can find and have mended. */
interface AuditFault {
  /** Facts of acts that the fault drives: a law rule that reads one of them is why it is a fault. */
  readonly drives: readonly FactName[];
  isIn(procedures: Procedures): boolean;
  /** The procedures without it; what its words to customers lacked, they are told at once. */
  mend(procedures: Procedures): Procedures;
}

/** Reading time that a mended cost table has at least: a house standard. */
const secondsToRead = 10;
const open: ConsentQuestion["ticked"] = "customer";

/**
 * What an audit looks for. It reads the procedures, as an auditor would, not the customers: each fault is there or is
 * not. Mending changes what is asked, shown and done from then on; consents given before stay what they were.
 */
export const auditFaults = {
  notice: {
    drives: ["notice.shownBeforeProcessing", "notice.missingItems", "notice.recipientNamed"],
    isIn: ({ enrolment }) => moments(enrolment).some(({ notice, noticeShown, recipientsNamed }) => noticeShown !== "before" || !recipientsNamed || noticeItems.some((item) => !notice.includes(item))),
    mend: (of) => eachMoment(of, (moment) => ({ ...moment, notice: noticeItems, noticeShown: "before", recipientsNamed: true })),
  },
  "pre-ticked-boxes": {
    drives: ["consent.account.ticked", "access.lawfulBasis", "access.consentValid"],
    isIn: ({ enrolment }) => moments(enrolment).some((moment) => moment.creditOption === "pre-ticked" || questions(moment).some(({ ticked }) => ticked === "default")),
    mend: (of) => eachMoment(of, (moment) => ({ ...moment, creditOption: moment.creditOption === "pre-ticked" ? "unticked" : moment.creditOption, consents: eachConsent(moment, (one) => ({ ...one, ticked: open })) })),
  },
  "bundled-consents": {
    drives: ["access.separateConsentForSensitive", "access.separateConsentForSharing", "consent.bureau.kind", "negativeReport.writtenConsent", "enrolment.explicitAgreement"],
    isIn: ({ enrolment }) => moments(enrolment).some((moment) => questions(moment).some(({ kind }) => kind === "bundled")),
    mend: (of) => eachMoment(of, (moment) => ({ ...moment, show: moment.show === "agreement-bundle" ? "separate-agreement" : moment.show, consents: eachConsent(moment, (one, source) => ({ ...one, kind: source === "bureau" ? "written" : one.kind === "bundled" ? "separate" : one.kind })) })),
  },
  "silent-opening": {
    drives: ["enrolment.initiatedBy", "consent.account.act"],
    isIn: ({ enrolment }) => enrolment["monthly-scan"]?.show === "nothing",
    mend: (of) => {
      const { "monthly-scan": _, ...others } = of.enrolment;
      return { ...of, enrolment: others };
    },
  },
  purposes: {
    drives: ["access.purposeWithinConsent"],
    isIn: ({ data }) => !data.purposesTold.includes("credit-assessment"),
    mend: (of) => ({ ...of, data: { ...of.data, purposesTold: [...new Set([...of.data.purposesTold, "credit-assessment" as const])] } }),
  },
  retention: {
    drives: ["access.pastRetention", "data.deletedOrAnonymised"],
    isIn: ({ closure }) => closure.afterClosing === "keep",
    mend: (of) => ({ ...of, closure: { ...of.closure, afterClosing: "delete" }, data: { ...of.data, retentionMonthsAfterEnd: 0 } }),
  },
  "cost-table": {
    drives: ["costTable.shown", "costTable.confirmedByCustomer", "costTable.forcedReadSeconds"],
    isIn: ({ enrolment }) => moments(enrolment).some(({ costTable }) => !costTable.shown || !costTable.confirm || costTable.readSeconds === 0),
    mend: (of) => eachMoment(of, (moment) => ({ ...moment, costTable: { shown: true, confirm: true, readSeconds: Math.max(moment.costTable.readSeconds, secondsToRead) } })),
  },
  "limit-rises": {
    drives: ["limit.customerConsented", "decision.explanationAvailable", "decision.humanReviewAvailable"],
    isIn: ({ limitChange }) => limitChange.raise === "automatic" || !limitChange.explanation || !limitChange.humanReview,
    mend: (of) => ({ ...of, limitChange: { raise: "offer", explanation: true, humanReview: true } }),
  },
  "bureau-queries": {
    drives: ["creditQuery.purposeAgreed"],
    isIn: ({ bureau }) => !bureau.purposeAgreed,
    mend: (of) => ({ ...of, bureau: { ...of.bureau, purposeAgreed: true } }),
  },
  "negative-reports": {
    drives: ["negativeReport.priorNoticeSent", "negativeReport.noticeDaysBefore"],
    isIn: ({ bureau }) => bureau.reportNegative && bureau.noticeDaysBefore === undefined,
    mend: (of) => ({ ...of, bureau: { ...of.bureau, noticeDaysBefore: 10 } }),
  },
  marketing: {
    drives: ["marketing.nonPersonalisedOption", "marketing.consented", "marketing.optedOut", "marketing.targetsStudents"],
    isIn: ({ marketing }) => marketing.contactsPerMonth > 0 && (!marketing.nonPersonalisedOption || !marketing.optOutHonoured || !marketing.excludesStudents),
    mend: (of) => ({ ...of, marketing: { ...of.marketing, nonPersonalisedOption: true, optOutHonoured: true, excludesStudents: true } }),
  },
  "closing-entrance": {
    drives: ["closure.harderThanOpening", "closure.unjustifiedConditionCount", "closure.reasonGiven"],
    isIn: ({ closure }) => closure.entrance.length > 2 || !closure.reasonsGiven,
    mend: (of) => ({ ...of, closure: { ...of.closure, entrance: of.closure.entrance.slice(0, 1), factors: of.closure.factors.slice(0, 1), conditions: ["settlement", "identity"], reasonsGiven: true } }),
  },
  "impact-assessment": {
    drives: ["governance.piaCompleted"],
    isIn: ({ declared }) => declared.impactAssessmentCompleted === false,
    mend: (of) => ({ ...of, declared: { ...of.declared, impactAssessmentCompleted: true } }),
  },
} as const satisfies Record<string, AuditFault>;

export type AuditFaultName = keyof typeof auditFaults;

/** Names in the order in which they are looked for. */
export const auditFaultNames: readonly AuditFaultName[] = Object.freeze(Object.keys(auditFaults).filter(isFault));

function isFault(name: string): name is AuditFaultName {
  return Object.hasOwn(auditFaults, name);
}

type Enrolment = Procedures["enrolment"];

const moments = (enrolment: Enrolment): readonly EnrolmentProcedure[] => Object.values(enrolment);
const questions = ({ consents }: EnrolmentProcedure): readonly ConsentQuestion[] => Object.values(consents);

function eachMoment(of: Procedures, change: (moment: EnrolmentProcedure) => EnrolmentProcedure): Procedures {
  const entries = Object.entries(of.enrolment).map(([name, moment]) => [name, change(moment)] as const);
  return { ...of, enrolment: Object.fromEntries(entries) };
}

function eachConsent({ consents }: EnrolmentProcedure, change: (one: ConsentQuestion, source: string) => ConsentQuestion): EnrolmentProcedure["consents"] {
  return Object.fromEntries(Object.entries(consents).map(([source, one]) => [source, change(one, source)] as const));
}
