import type { AuditFaultName } from "./audit-faults.ts";
import type { ConsentSource } from "../facts/index.ts";
import type { ConsentQuestion, NoticeItem } from "./procedures.ts";

/**
 * Re-papering: accounts that nobody asked for are put to their holders, who confirm or close them; what happens to
 * those who stay silent. A balance blocks closing: such an account is frozen until it is paid.
 */
export interface RemedyProcedure {
  /** From when on: an ISO date, or a month of the run (0 is its first). */
  readonly from: string | number;
  readonly asks: "confirm-or-close";
  /** Days that the holder has; counted in whole months, one at least. */
  readonly daysToAnswer: number;
  readonly onSilence: "close" | "freeze" | "keep";
  /** Consents asked for again on the same screen; a no takes an earlier consent back. */
  readonly consents: Readonly<Partial<Record<ConsentSource, ConsentQuestion>>>;
  /** Items of the notice that comes with the question. */
  readonly notice: readonly NoticeItem[];
  readonly recipientsNamed: boolean;
}

/** How a customer takes a consent back, and what the lender does then. */
export interface WithdrawalProcedure {
  /** Menus to pass before a consent can be taken back; none: there is no way. */
  readonly entrance: readonly string[];
  /** `use`: the data go on being read; `lock`: they are kept and not read; `erase`: they are deleted. */
  readonly data: "use" | "lock" | "erase";
  /** What becomes of the account of whoever took a consent back. */
  readonly account: "keep" | "freeze";
}

/** What the lender does with customers who said no: to an offer, to a ticked box, to an invitation, or by closing. */
export interface AfterRefusalProcedure {
  /** Months in which she is neither contacted nor invited, and in which no screen and no scan puts the credit line to her. */
  readonly quietMonths: number;
  /** Contacts a month after that, instead of those of `marketing`. */
  readonly contactsPerMonth: number;
  /** Whether a closed account opens again otherwise than at her own request. */
  readonly reopening: "on-request" | "anyhow";
}

/** What the lender does when personal data leak. Its word that harm was averted is `declared.leakHarmAverted`. */
export interface LeakProcedure {
  readonly authorityNotified: boolean;
  readonly personsNotified: boolean;
  /** Days from the leak to the notice. */
  readonly daysToNotice: number;
}

/** Internal audit: the lender has its procedures looked over at intervals, and faults found are mended after a while. */
export interface AuditProcedure {
  readonly everyMonths: number;
  /** Months from the audit to the mending. */
  readonly mendsAfterMonths: number;
  /** Faults that are mended when found; others stay. */
  readonly mends: readonly AuditFaultName[];
}

/** Advice on debt: to those who close, and to those in arrears. */
export interface CounselProcedure {
  /** Whoever closes is told what credit costs and how to stay out of debt. */
  readonly afterClosing: boolean;
  /** Credit repair: a budget and instalments talked over with holders from so many days past due on; absent: none. */
  readonly creditRepair?: { readonly fromDaysPastDue: number; readonly months: number };
}
