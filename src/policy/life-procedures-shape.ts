import { z } from "zod";
import { consentSources } from "../facts/index.ts";
import { auditFaultNames } from "./audit-faults.ts";
import { question } from "./consent-question-shape.ts";
import { filingsShape } from "./filings.ts";
import { noticeItems } from "./procedures.ts";

/** `procedures.remedy`. */
export const remedyShape = z
  .strictObject({
    from: z.union([z.iso.date(), z.int().min(0).max(239)]).describe("An ISO date, or a month of the run; 0 is its first."),
    asks: z.literal("confirm-or-close"),
    daysToAnswer: z.int().min(1).max(365).describe("Counted in whole months, one at least."),
    onSilence: z.enum(["close", "freeze", "keep"]).describe("A balance blocks closing: the account is frozen until it is paid."),
    consents: z.partialRecord(z.enum(consentSources), question).describe("Consents asked for again; a no takes an earlier consent back."),
    notice: z.array(z.enum(noticeItems)).describe("Items of the notice that comes with the question."),
    recipientsNamed: z.boolean().describe("Recipients of data are named in the notice."),
  })
  .describe("Accounts that nobody asked for are put to their holders, who confirm or close them.");

/** `procedures.withdrawal`. */
export const withdrawalShape = z
  .strictObject({
    entrance: z.array(z.string().trim().min(1).max(100)).max(100).describe("Menus to pass before a consent can be taken back; none: there is no way."),
    data: z.enum(["use", "lock", "erase"]).describe("`use`: read on; `lock`: kept and not read; `erase`: deleted."),
    account: z.enum(["keep", "freeze"]).describe("What becomes of the account of whoever took a consent back."),
  })
  .describe("How a customer takes a consent back, and what the lender does then. Absent: it is taken back at once, and data are erased where nothing is kept after its purpose ends.");

/** `procedures.afterRefusal`. */
export const afterRefusalShape = z
  .strictObject({
    quietMonths: z.int().min(0).max(240).describe("Months after a refusal in which nobody contacts, invites or scans her."),
    contactsPerMonth: z.int().min(0).max(100).describe("Contacts a month after that, instead of those of `marketing`."),
    reopening: z.enum(["on-request", "anyhow"]).describe("Whether a closed account opens again otherwise than at her own request."),
  })
  .describe("What the lender does with customers who said no. Absent: as with everybody else, but for what rules read.");

/** `procedures.leak`. */
export const leakShape = z
  .strictObject({
    authorityNotified: z.boolean().describe("The authority is told."),
    personsNotified: z.boolean().describe("The persons whose data leaked are told."),
    daysToNotice: z.int().min(0).max(3650).describe("Days from the leak to the notice."),
  })
  .describe("What the lender does when personal data leak. Absent: nothing is provided for, and laws on it are left open.");

/** `procedures.audit`. */
export const auditShape = z
  .strictObject({
    everyMonths: z.int().min(1).max(240).describe("Months from one audit to the next; the first falls when the last one, as declared, is so long ago."),
    mendsAfterMonths: z.int().min(0).max(120).describe("Months from an audit to the mending of what it found."),
    mends: z.array(z.enum(auditFaultNames)).describe("Faults that are mended when found."),
  })
  .describe("Internal audit of the procedures: what a law rule in force speaks of is found, and mended after a while.");

/** `procedures.counsel`. */
export const counselShape = z
  .strictObject({
    afterClosing: z.boolean().describe("Whoever closes is told what credit costs and how to stay out of debt."),
    creditRepair: z
      .strictObject({ fromDaysPastDue: z.int().min(1).max(720), months: z.int().min(1).max(60) })
      .exactOptional()
      .describe("A budget and instalments talked over with holders from so many days past due on."),
  })
  .describe("Advice on debt, to those who close and to those in arrears.");

/** Sections of `procedures` about the life of an account; each may be absent. */
export const lifeProcedureShapes = {
  remedy: remedyShape,
  withdrawal: withdrawalShape,
  afterRefusal: afterRefusalShape,
  leak: leakShape,
  audit: auditShape,
  filings: filingsShape,
  counsel: counselShape,
} as const;

/** The same, as keys that may be absent. */
export const optionalLifeProcedures = {
  remedy: remedyShape.exactOptional(),
  withdrawal: withdrawalShape.exactOptional(),
  afterRefusal: afterRefusalShape.exactOptional(),
  leak: leakShape.exactOptional(),
  audit: auditShape.exactOptional(),
  filings: filingsShape.exactOptional(),
  counsel: counselShape.exactOptional(),
} as const;
