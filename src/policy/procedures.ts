import type { ConsentSource } from "../facts/index.ts";
import type { AfterRefusalProcedure, AuditProcedure, CounselProcedure, LeakProcedure, RemedyProcedure, WithdrawalProcedure } from "./life-procedures.ts";
import type { EnrolmentMoment } from "./policy.ts";
import type { FilingsProcedure } from "./filings.ts";
import type { AlarmProcedure } from "./scorecard/alarm-procedure.ts";

/** Notice items of PIPL art 17 and 30. */
export const noticeItems = [
  "processor",
  "contact",
  "purpose",
  "means",
  "kinds",
  "retention",
  "rights",
] as const;
export type NoticeItem = (typeof noticeItems)[number];

export const consentKinds = ["none", "bundled", "separate", "written"] as const;
export type ConsentKind = (typeof consentKinds)[number];

/** How one consent is asked for: in which form, and whether the box comes ticked. */
export interface ConsentQuestion {
  readonly kind: Exclude<ConsentKind, "none">;
  /** `default`: the box is ticked for the customer; `customer`: she ticks it herself. */
  readonly ticked: "default" | "customer";
}

/** What happens around an enrolment at one moment. Items and steps only: verdicts are derived. */
export interface EnrolmentProcedure {
  /** What the customer is shown about the credit line. */
  readonly show: "nothing" | "agreement-bundle" | "separate-agreement";
  /** The credit option on the screen. */
  readonly creditOption: "absent" | "pre-ticked" | "unticked";
  /** Screens and acts that open the account, by name; their number is compared with closing. */
  readonly steps: readonly string[];
  /** Consents asked for at this moment; what is not asked is not given. */
  readonly consents: Readonly<Partial<Record<ConsentSource, ConsentQuestion>>>;
  readonly notice: readonly NoticeItem[];
  readonly noticeShown: "before" | "after" | "never";
  /** Recipients of data named in the notice. */
  readonly recipientsNamed: boolean;
  /** The table of the all-in financing cost: shown, confirmed by the customer, forced reading time in seconds. */
  readonly costTable: { readonly shown: boolean; readonly confirm: boolean; readonly readSeconds: number };
  /** Shopping is refused to those who do not enrol. */
  readonly requiredForShopping: boolean;
}

/** What cannot be derived and is left to the author's word; an absent item is inconclusive, never a pass. */
export interface Declarations {
  readonly keyTermsProminent?: boolean;
  readonly copyAvailable?: boolean;
  readonly keyProductInfoGiven?: boolean;
  readonly earlyRepaymentFeeAgreed?: boolean;
  readonly cashierOperatedByPaymentInstitution?: boolean;
  readonly loanListedAsPaymentTool?: boolean;
  readonly encryptedAtRest?: boolean;
  readonly roleAuthorised?: boolean;
  readonly accessLogged?: boolean;
  readonly impactAssessmentCompleted?: boolean;
  readonly monthsSinceAudit?: number;
  /** The service can sway public opinion or mobilise society: then its algorithm has to be filed. */
  readonly publicOpinionService?: boolean;
  readonly algorithmFiled?: boolean;
  /** The partners of joint loans stand on the list that the bank keeps and publishes. */
  readonly partnersListed?: boolean;
  readonly renewalNoticeProminent?: boolean;
  readonly easyCancel?: boolean;
  readonly coerciveCollection?: boolean;
  readonly statutoryRetentionLock?: boolean;
  readonly inducingWording?: boolean;
  /** Scores of third parties come from a licensed credit-reporting agency. */
  readonly thirdPartySourceLicensed?: boolean;
  /** The harm of a leak was averted, so that persons need not be told. */
  readonly leakHarmAverted?: boolean;
}

/** Ways a customer proves who she is. Strength and friction are assumptions, by name. */
export const factorNames = ["sms", "password", "identity", "face", "card"] as const;
export type FactorName = (typeof factorNames)[number];

/** A way to settle a debt on closing. */
export interface SettlementChannel {
  /** What the lender charges for it. */
  readonly feeFen: number;
  /** Working days until the money is there. */
  readonly workingDays: number;
  /** Settlements that come back unpaid. */
  readonly failsBps: number;
}

/** How the lender acts around its decisions. */
export interface Procedures {
  /** A moment that is absent never occurs under this policy. */
  readonly enrolment: Readonly<Partial<Record<EnrolmentMoment, EnrolmentProcedure>>>;
  readonly closure: {
    /** Menus to pass before the request can be made, by name. */
    readonly entrance: readonly string[];
    readonly channels: readonly ("online" | "phone" | "branch")[];
    /** Factors asked for where the closure rules name none. */
    readonly factors: readonly FactorName[];
    /** Conditions put to the customer; only settlement and identity are justified. */
    readonly conditions: readonly string[];
    readonly workingDaysToDecision: number;
    /** Some requests take longer: working days are spread evenly from `workingDaysToDecision` to these. */
    readonly workingDaysAtMost?: number;
    /** Requests that the desk decides a month, per 1,000 customers; absent: as many as come, unless the lender says otherwise. */
    readonly capacityPer1000?: number;
    /**
     * Ways to settle a debt, by the names that closing rules use. Where none of a plan's ways is here it is paid at
     * once and free of charge.
     */
    readonly settlement?: Readonly<Record<string, SettlementChannel>>;
    /** What a refund still to come does: closing waits for it, or it is paid out afterwards. Absent: nobody looks. */
    readonly refunds?: "wait" | "forward";
    /** Days from the opening within which she may withdraw, whatever the closing rules say. */
    readonly coolingOffDays?: number;
    readonly reasonsGiven: boolean;
    readonly afterClosing: "delete" | "anonymise" | "keep";
    /** The customer is told before closing that other limits on the platform shrink. */
    readonly toldOfOtherLimits: boolean;
  };
  /** Factors asked for at opening, of whoever asks for the account herself, and at purchases on credit. Absent: none. */
  readonly verification?: {
    readonly opening?: readonly FactorName[];
    readonly spending?: readonly FactorName[];
    /** Purchases up to this amount ask for nothing. */
    readonly spendingAboveFen?: number;
  };
  readonly limitChange: {
    /** What a rise is unless its rule says `asOffer`. */
    readonly raise: "automatic" | "offer";
    readonly explanation: boolean;
    readonly humanReview: boolean;
  };
  readonly pricing: { readonly annualRateShown: boolean; readonly rateIncludesAllFees: boolean };
  readonly billing: {
    /** Fees named in the contract; a fee charged that is not named is undisclosed. */
    readonly disclosedFees: readonly ("instalment" | "late" | "settlement")[];
  };
  readonly data: {
    /** Purposes the customer was told; credit assessment must be among them to be within consent. */
    readonly purposesTold: readonly ("shopping" | "credit-assessment" | "marketing" | "collection")[];
    /** Sources handed to or obtained from a third party. */
    readonly shared: readonly ConsentSource[];
    /** Months that data are kept after their purpose has ended; 0: erased at once. */
    readonly retentionMonthsAfterEnd: number;
  };
  readonly bureau: {
    /** The purpose of a query is agreed with the customer. */
    readonly purposeAgreed: boolean;
    readonly reportNegative: boolean;
    /** Nobody is reported without a written consent of her own. */
    readonly reportOnlyWithConsent?: boolean;
    /** Notice before a negative report; absent: none is sent. */
    readonly noticeDaysBefore?: number;
  };
  readonly collection: {
    /** Contacts are made from this hour to that hour, 0 to 24. */
    readonly hours: { readonly from: number; readonly to: number };
    readonly contactsPerDay: number;
    /** How debtors are contacted; absent: in the ordinary way, by message and telephone. */
    readonly channel?: "app" | "phone" | "agency";
    readonly thirdParties: boolean;
    readonly missedPaymentNotice: boolean;
  };
  readonly complaints: {
    readonly channelPublished: boolean;
    /** Ways to complain; absent: whoever wants to does. */
    readonly channels?: readonly ("online" | "phone" | "branch" | "letter")[];
    readonly acknowledged: boolean;
    readonly objectionsFlagged: boolean;
    /** Days from a complaint to its answer where nobody waits before it. */
    readonly daysToResolve: number;
    /** Complaints that the desk answers a month, per 1,000 customers; absent: as many as come, unless the lender says otherwise. */
    readonly capacityPer1000?: number;
    /** A second line takes over what has waited so many days, so many a month per 1,000 customers. */
    readonly secondLine?: { readonly afterDays: number; readonly per1000: number };
  };
  readonly marketing: {
    readonly contactsPerMonth: number;
    readonly personalised: boolean;
    readonly nonPersonalisedOption: boolean;
    readonly optOutHonoured: boolean;
    readonly excludesStudents: boolean;
  };
  /** How the score is kept; absent: it stays as it was when customers came. */
  readonly scorecard?: {
    /** Months until a score is worked out anew. */
    readonly refreshEveryMonths?: number;
    /** Months between checks whether the score still holds; absent: none. */
    readonly recheckEveryMonths?: number;
    /** A check raises an alarm where the scores of all customers have moved by more than this. */
    readonly alarmPsi?: number;
    /** … or where the score separates by less than this. */
    readonly alarmKs?: number;
    /** What follows an alarm; absent: nothing. */
    readonly onAlarm?: AlarmProcedure;
  };
  /** Education of customers about what they hold: each item raises awareness. */
  readonly education: readonly ("pop-up" | "guide" | "first-statement")[];
  readonly declared: Declarations;
  /** Silent accounts are put to their holders; absent: they are left as they are. */
  readonly remedy?: RemedyProcedure;
  /** How consents are taken back; absent: at once, and erased where nothing is kept. */
  readonly withdrawal?: WithdrawalProcedure;
  /** How those who said no are left alone; absent: they are not. */
  readonly afterRefusal?: AfterRefusalProcedure;
  /** Advice after closing and credit repair; absent: none. */
  readonly counsel?: CounselProcedure;
  /** Internal audit; absent: nobody looks. */
  readonly audit?: AuditProcedure;
  /** Papers with their dates; absent: as declared. */
  readonly filings?: FilingsProcedure;
  /** What is done when data leak; absent: nothing is provided for. */
  readonly leak?: LeakProcedure;
}
