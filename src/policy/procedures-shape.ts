import { z } from "zod";
import { consentSources } from "../facts/index.ts";
import { moments } from "./policy.ts";
import { question } from "./consent-question-shape.ts";
import { lifeProcedureShapes, optionalLifeProcedures } from "./life-procedures-shape.ts";
import { factorNames, noticeItems } from "./procedures.ts";
import type { Procedures } from "./procedures.ts";
import { scoreProcedureShape } from "./scorecard/score-procedure.ts";
import type { SameType } from "./same-type.ts";

const name = z.string().trim().min(1).max(100);
const names = z.array(name).max(100);
const flag = z.boolean();
const declared = z.boolean().exactOptional();


const enrolment = z.strictObject({
  show: z.enum(["nothing", "agreement-bundle", "separate-agreement"]).describe("What the customer is shown about the credit line."),
  creditOption: z.enum(["absent", "pre-ticked", "unticked"]).describe("The credit option on the screen."),
  steps: names.describe("Screens and acts that open the account; their number is compared with closing."),
  consents: z.partialRecord(z.enum(consentSources), question).describe("Consents asked for at this moment; what is not asked is not given."),
  notice: z.array(z.enum(noticeItems)).describe("Items of the notice on personal information."),
  noticeShown: z.enum(["before", "after", "never"]).describe("Before or after the data are used."),
  recipientsNamed: flag.describe("Recipients of data are named in the notice."),
  costTable: z
    .strictObject({ shown: flag, confirm: flag, readSeconds: z.int().min(0).max(600).describe("Forced reading time.") })
    .describe("The table of the all-in financing cost."),
  requiredForShopping: flag.describe("Shopping is refused to those who do not enrol."),
});

const verificationShape = z
  .strictObject({
    opening: z.array(z.enum(factorNames)).min(1).exactOptional().describe("Factors asked of whoever asks for the account herself."),
    spending: z.array(z.enum(factorNames)).min(1).exactOptional().describe("Factors asked for at purchases on credit."),
    spendingAboveFen: z.int().min(0).max(1_000_000_000).exactOptional().describe("Purchases up to this amount ask for nothing."),
  })
  .describe("Factors of verification at opening and spending; those of closing stand with it.");

const perThousand = z.number().min(0).max(1000);

const closure = z.strictObject({
  entrance: names.describe("Menus to pass before closing can be asked for."),
  channels: z.array(z.enum(["online", "phone", "branch"])).min(1).describe("Where closing can be asked for."),
  factors: z.array(z.enum(factorNames)).describe("Factors asked for where the closure rules name none."),
  conditions: names.describe("Conditions put to the customer; only settlement and identity are justified."),
  workingDaysToDecision: z.int().min(0).max(365),
  workingDaysAtMost: z.int().min(0).max(365).exactOptional().describe("Working days are spread evenly from `workingDaysToDecision` to these."),
  capacityPer1000: perThousand.exactOptional().describe("Requests to close decided a month per 1,000 customers; absent: as many as come."),
  settlement: z
    .record(
      name,
      z.strictObject({
        feeFen: z.int().min(0).max(1_000_000).describe("What the lender charges."),
        workingDays: z.int().min(0).max(20).describe("Working days until the money is there."),
        failsBps: z.int().min(0).max(10_000).describe("Settlements that come back unpaid, of 10,000."),
      }),
    )
    .exactOptional()
    .describe("Ways to settle a debt, by the names that closing rules use; absent: paid at once, free of charge."),
  refunds: z.enum(["wait", "forward"]).exactOptional().describe("Closing waits for a refund still to come, or the refund is paid out afterwards."),
  coolingOffDays: z.int().min(0).max(365).exactOptional().describe("Days from the opening within which the customer may withdraw, whatever the closing rules say."),
  reasonsGiven: flag,
  afterClosing: z.enum(["delete", "anonymise", "keep"]),
  toldOfOtherLimits: flag.describe("The customer is told that other limits on the platform shrink."),
});

const hour = z.int().min(0).max(24);

/** `procedures` of policy.json, section by section, so that one broken section leaves the others readable. */
export const procedureShapes = {
  enrolment: z.partialRecord(z.enum(moments.enrolment), enrolment).describe("How accounts are opened, by moment; a moment that is absent never occurs."),
  closure,
  limitChange: z.strictObject({
    raise: z.enum(["automatic", "offer"]).describe("What a rise is unless its rule says `asOffer`."),
    explanation: flag,
    humanReview: flag,
  }),
  pricing: z.strictObject({ annualRateShown: flag, rateIncludesAllFees: flag }),
  billing: z.strictObject({ disclosedFees: z.array(z.enum(["instalment", "late", "settlement"])).describe("Fees named in the contract.") }),
  data: z.strictObject({
    purposesTold: z.array(z.enum(["shopping", "credit-assessment", "marketing", "collection"])),
    shared: z.array(z.enum(consentSources)).describe("Sources handed to or obtained from a third party."),
    retentionMonthsAfterEnd: z.int().min(0).max(1200),
  }),
  bureau: z.strictObject({
    purposeAgreed: flag,
    reportNegative: flag,
    reportOnlyWithConsent: flag.exactOptional().describe("Nobody is reported without a written consent of her own."),
    noticeDaysBefore: z.int().min(0).max(365).exactOptional().describe("Days of notice before a negative report; absent: none is sent."),
  }),
  collection: z.strictObject({
    hours: z.strictObject({ from: hour, to: hour }).describe("Contacts are made between these hours."),
    contactsPerDay: z.int().min(0).max(100),
    channel: z.enum(["app", "phone", "agency"]).exactOptional().describe("How debtors are contacted; absent: the ordinary way."),
    thirdParties: flag,
    missedPaymentNotice: flag,
  }),
  complaints: z.strictObject({
    channelPublished: flag,
    channels: z.array(z.enum(["online", "phone", "branch", "letter"])).exactOptional().describe("Ways to complain; absent: whoever wants to does."),
    acknowledged: flag,
    objectionsFlagged: flag,
    daysToResolve: z.int().min(0).max(3650).describe("Days to the answer where nobody waits before it."),
    capacityPer1000: perThousand.exactOptional().describe("Complaints answered a month per 1,000 customers; absent: as many as come."),
    secondLine: z
      .strictObject({ afterDays: z.int().min(0).max(3650), per1000: perThousand })
      .exactOptional()
      .describe("A second line takes over complaints that have waited so many days."),
  }),
  marketing: z.strictObject({
    contactsPerMonth: z.int().min(0).max(100),
    personalised: flag,
    nonPersonalisedOption: flag,
    optOutHonoured: flag,
    excludesStudents: flag,
  }),
  education: z.array(z.enum(["pop-up", "guide", "first-statement"])).describe("What tells customers what they hold; each item raises awareness."),
  declared: z
    .strictObject({
      keyTermsProminent: declared,
      copyAvailable: declared,
      keyProductInfoGiven: declared,
      earlyRepaymentFeeAgreed: declared,
      cashierOperatedByPaymentInstitution: declared,
      loanListedAsPaymentTool: declared,
      encryptedAtRest: declared,
      roleAuthorised: declared,
      accessLogged: declared,
      impactAssessmentCompleted: declared,
      monthsSinceAudit: z.int().min(0).max(600).exactOptional(),
      publicOpinionService: declared,
      algorithmFiled: declared,
      partnersListed: declared,
      renewalNoticeProminent: declared,
      easyCancel: declared,
      coerciveCollection: declared,
      statutoryRetentionLock: declared,
      inducingWording: declared,
      thirdPartySourceLicensed: declared,
      leakHarmAverted: declared,
    })
    .describe("What cannot be derived and is left to the author's word; an absent item is inconclusive."),
} as const;

/** Sections of `procedures` that may be absent: then nothing of the kind is done. */
export const optionalProcedureShapes = {
  ...lifeProcedureShapes,
  scorecard: scoreProcedureShape,
  verification: verificationShape,
} as const;

/** All of `procedures`, as published for editors. */
export const proceduresShape = z
  .strictObject({
    ...procedureShapes,
    ...optionalLifeProcedures,
    scorecard: scoreProcedureShape.exactOptional(),
    verification: verificationShape.exactOptional(),
  })
  .describe("How the lender acts around its decisions: steps and items, never verdicts.");

void (true satisfies SameType<z.infer<typeof proceduresShape>, Procedures>);
